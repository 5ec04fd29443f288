"""Preferences in the window: shown together, kept, and applied to what is open."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from crossquote.gui.controllers.choices import Choices
from crossquote.gui.controllers.reading_language import ReadingLanguage
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.preferences import PreferencesDialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.program import Prefer, ShowPackageFolder
from crossquote.paths import make_private
from crossquote.translation.shelves import own_shelf


class Preferences(QObject):
    """Says when the windows are to speak another language: they are made anew for it."""

    spoken = Signal()

    def __init__(self, shell: Shell, choices: Choices, reading_language: ReadingLanguage, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._choices, self._wishes = shell, choices, wishes
        self._reading_language = reading_language

    def show(self) -> None:
        """Show what is preferred now."""
        dialog = PreferencesDialog(self._choices.settings, self._shell)
        dialog.wished.connect(self._wishes.grant)
        open_dialog(dialog)

    @grants(Prefer)
    def _prefer(self, wish: Prefer) -> None:
        before, wanted = self._choices.settings, wish.settings
        self._choices.prefer(wanted)
        if wanted.reading_language != before.reading_language:
            self._reading_language.choose(wanted.reading_language)
        if wanted.interface_language != before.interface_language:
            self.spoken.emit()

    @grants(ShowPackageFolder)
    def _show_packages(self, _wish: ShowPackageFolder) -> None:
        make_private(own_shelf())
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(own_shelf())))
