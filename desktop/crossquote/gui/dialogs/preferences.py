"""What the user prefers, in one place: the program's language, its look, the language everything is read in, a name."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from crossquote.gui.actions import ACTIONS, plain_text
from crossquote.gui.messages import language_name
from crossquote.gui.plain import PlainLabel, give_title, plain_caption
from crossquote.gui.theme.fonts import STEPS_TO_DOUBLE
from crossquote.gui.widgets.buttons import answer_buttons, plain_button
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import be_wide, fit_height
from crossquote.gui.wishes.checks import ChooseChecks
from crossquote.gui.wishes.program import Prefer, ReadGuide, ShowPackageFolder
from crossquote.gui.words import say, say_fact
from crossquote.language.together import readable_languages
from crossquote.translation.shelves import own_shelf
from crossquote.wording.catalogue import languages
from crossquote.wording.telling import tell_fact
from crossquote.work.settings import LONGEST_NAME, SMALLEST, Settings, ThemeChoice, clean_name, largest_at

_LETTERS = 16
"""For so many a box has room at least, whatever it offers."""


class PreferencesDialog(QDialog):
    """Shows the settings that are no matter of what is open; says what is to be kept of them.

    Checks have a list of their own.
    """

    wished = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        give_title(self, say("window.preferences.title"))
        spoken = {"": say("window.preferences.as-system"), **{code: own_name(code) for code in languages()}}
        themes = {one.id.removeprefix("theme-"): plain_text(one) for one in ACTIONS if one.group == "theme"}
        steps = {*range(SMALLEST, largest_at(self.screen().availableSize().width()) + 1, 2), settings.text_size}
        sizes = {str(step): say_fact(1 + step / STEPS_TO_DOUBLE, "percent") for step in sorted(steps)}
        read = {code: language_name(code) for code in sorted(readable_languages(), key=language_name)}
        self.spoken = self._box("interface-language", spoken, settings.interface_language)
        self.theme = self._box("theme", themes, settings.theme.value)
        self.text_size = self._box("text-size", sizes, str(settings.text_size))
        self.reading = self._box("reading-language", read, settings.reading_language)
        self.name = LineField(settings.reviewer, self)
        self.name.setPlaceholderText(say("window.choices.no-name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(say("window.preferences.name"))
        self._lay_out()

    def settings(self) -> Settings:
        """Return the settings as they are chosen here."""
        return replace(
            self._settings,
            interface_language=str(self.spoken.currentData()),
            theme=ThemeChoice(self.theme.currentData()),
            text_size=int(self.text_size.currentData()),
            reading_language=str(self.reading.currentData()),
            reviewer=clean_name(self.name.text()),
        )

    def _box(self, name: str, texts: dict[str, str], chosen: str) -> QComboBox:
        """Return a box that offers `texts` by what they stand for; what it doesn't know stays as it is."""
        box = QComboBox(self)
        box.setAccessibleName(say(f"window.preferences.{name}"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        for value, text in texts.items():
            box.addItem(plain_caption(text), value)
        if box.findData(chosen) < 0:
            box.addItem(plain_caption(chosen), chosen)
        box.setCurrentIndex(box.findData(chosen))
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in (self.spoken, self.theme, self.text_size, self.reading, self.name):
            form.addRow(plain_caption(field.accessibleName()), field)
        for name, told, act, run in (
            ("checks", "", "choose-checks", self._choose_checks),
            ("packages", str(own_shelf()), "show", self._show_folder),
            ("online", say("window.preferences.nothing-unasked"), "more", self._show_connections),
        ):
            button = plain_button(say(f"window.preferences.{act}"), run, self)
            form.addRow(say(f"window.preferences.{name}"), self._below(told, button))
        buttons, self.keep = answer_buttons(say("window.preferences.keep"), self)
        buttons.accepted.connect(self._tell)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 520)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _below(self, told: str, button: QWidget) -> QVBoxLayout:
        """Return a column with what is `told`, and a button below."""
        column = QVBoxLayout()
        column.setSpacing(4)
        if told:
            label = PlainLabel(told, self)
            label.setObjectName("soft")
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    @Slot()
    def _choose_checks(self) -> None:
        self.wished.emit(ChooseChecks())

    @Slot()
    def _show_folder(self) -> None:
        self.wished.emit(ShowPackageFolder())

    @Slot()
    def _show_connections(self) -> None:
        self.wished.emit(ReadGuide("connections"))

    @Slot()
    def _tell(self) -> None:
        settings = self.settings()
        self.accept()
        self.wished.emit(Prefer(settings))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        fit_height(self)


def own_name(code: str) -> str:
    """Return what a language calls itself, with a capital as in a list: "Deutsch"."""
    name = tell_fact(code, code, "language")
    return name[:1].upper() + name[1:]
