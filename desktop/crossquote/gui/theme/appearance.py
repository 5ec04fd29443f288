"""The current look: which theme holds, following the system unless the user chose one, and how large text is."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from crossquote.gui.theme.fonts import application_font
from crossquote.gui.theme.style import style_sheet
from crossquote.gui.theme.tokens import Theme, load_theme

SYSTEM = "system"
CHOICES = (SYSTEM, "light", "dark", "contrast")


class Appearance(QObject):
    """Holds the theme and the text size that everything is drawn in, and says when they are to change, and have.

    What is there when they change is dressed anew, half a millisecond for each part: what is made anew afterwards
    anyway had better be gone by then.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, choice: str = SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = choice if choice in CHOICES else SYSTEM
        self._contrast = False
        self.text_step = 0
        dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self.theme: Theme = load_theme(self.choice if self.choice != SYSTEM else "dark" if dark else "light")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.heed_contrast)

    def choose(self, choice: str) -> None:
        """Use the theme `choice`, or follow the system."""
        self.choice = choice if choice in CHOICES else SYSTEM
        self._follow()

    def choose_size(self, step: int) -> None:
        """Draw text so many steps larger or smaller than usual."""
        if step != self.text_step:
            self.text_step = step
            self.apply()
            self.changed.emit()

    @Slot()
    def heed_contrast(self) -> None:
        """Ask the system whether it wants high contrast; after the first paint, since the question takes time."""
        hints = QGuiApplication.styleHints()  # held: what `accessibility` gives dies with it
        self._contrast = hints.accessibility().contrastPreference().name == "HighContrast"
        self._follow()

    def apply(self) -> None:
        """Dress the application in the current theme."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            font = application_font(self.text_step)
            sheet = style_sheet(self.theme, font.pixelSize())
            if application.styleSheet() != sheet:
                self.changing.emit()
                application.setFont(font)
                application.setPalette(palette(self.theme))
                application.setStyleSheet(sheet)
                application.setFont(font)  # again: on Windows, the sheet gives menus, lists and tips the system's own

    def _wanted(self) -> str:
        if self.choice != SYSTEM:
            return self.choice
        if self._contrast:
            return "contrast"
        return "dark" if QGuiApplication.styleHints().colorScheme().name == "Dark" else "light"

    @Slot()
    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted != self.theme.id:
            self.theme = load_theme(wanted)
            self.apply()
            self.changed.emit()


def palette(theme: Theme) -> QPalette:
    """Return the palette that native controls take their colours from."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, theme.surface.pane),
        (role.WindowText, theme.text.ink),
        (role.Base, theme.surface.card),
        (role.AlternateBase, theme.surface.pane),
        (role.Text, theme.text.ink),
        (role.Button, theme.surface.raised),
        (role.ButtonText, theme.text.ink),
        (role.BrightText, theme.text.on_accent),
        (role.ToolTipBase, theme.surface.raised),
        (role.ToolTipText, theme.text.ink),
        (role.PlaceholderText, theme.text.faint),
        (role.Highlight, theme.accent.main),
        (role.HighlightedText, theme.text.on_accent),
        (role.Link, theme.accent.main),
        (role.LinkVisited, theme.accent.main),
        (role.Accent, theme.accent.main),
        (role.Light, theme.surface.card),
        (role.Midlight, theme.surface.line),
        (role.Mid, theme.surface.line),
        (role.Dark, theme.surface.line_strong),
        (role.Shadow, theme.surface.line_strong),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.text.faint))
    return made
