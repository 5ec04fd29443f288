"""The language that everything is compared in, chosen from a menu in the bar."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.messages import language_name
from crossquote.gui.plain import plain_action, plain_caption
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say
from crossquote.language.together import readable_languages
from crossquote.message import message
from crossquote.work.edits.articles import set_reading_language


class ReadingLanguage(QObject):
    """Offers the languages, and says which one is chosen."""

    def __init__(self, shell: Shell, bridge: Bridge, choices: Choices) -> None:
        super().__init__(shell)
        self._button, self._bridge, self._choices = shell.reading, bridge, choices
        menu = QMenu(self._button)
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._choose)
        self._button.setMenu(menu)
        bridge.changed.connect(self.show)
        self.show()

    @Slot()
    @Slot(object)
    def show(self, _: object = None) -> None:
        """Show which language is chosen."""
        code = self._bridge.state.reading_language
        self._button.setText(plain_caption(say("window.reading-language.button", language=language_name(code))))
        self._button.setAccessibleName(say("window.reading-language.read-in", language=language_name(code)))
        self._mark(code)

    @Slot()
    def _fill(self) -> None:
        """List the languages when they are first asked for: to read what each is called takes longer than the bar."""
        menu = self._button.menu()
        if menu.isEmpty():
            for name, code in sorted((language_name(code), code) for code in readable_languages()):
                action = plain_action(name, menu)
                action.setCheckable(True)
                action.setData(code)
            self._mark(self._bridge.state.reading_language)

    def _mark(self, code: str) -> None:
        for action in self._button.menu().actions():
            action.setChecked(action.data() == code)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def choose(self, code: str) -> None:
        """Read everything in another language."""
        self._choices.choose_reading_language(code)
        self._bridge.edit(lambda session: set_reading_language(session, code), message("window.job.translating"))
