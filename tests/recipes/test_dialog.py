"""The recipes of CONTRIBUTING for a dialog and an action, followed with a toy: one dialog, one wish, one controller."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui import actions
from crossquote.gui import desk as table
from crossquote.gui.actions import ACTIONS, Action, When
from crossquote.gui.bridge import Bridge
from crossquote.gui.crash import CrashReporter
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.pages import shortcuts_page
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.start import open_shell
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.wish import Wish
from crossquote.gui.words import LANGUAGE, say
from crossquote.message import message
from crossquote.resources import resource
from crossquote.wording import catalogue
from crossquote.work.session import Session
from crossquote.work.settings import Settings
from gui.told import cut_off, texts_of, untold
from gui.waiting import settle

WORDS = """
msgid "window.action.greet"
msgstr "&Greet somebody…"

msgid "window.greet.about"
msgstr "It greets {name}, and nobody else."

msgid "window.greet.done"
msgid_plural "window.greet.done"
msgstr[0] "{name} was greeted {count} time."
msgstr[1] "{name} was greeted {count} times."

msgid "window.greet.greet"
msgstr "Greet"

msgid "window.greet.greeting"
msgstr "Greeting"

msgid "window.greet.title"
msgstr "Greet somebody"
"""


class Greet(Wish, frozen=True):
    """Greet somebody."""

    name: str


class GreetingDialog(QDialog):
    """Asks whether somebody is to be greeted."""

    wished = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        give_title(self, say("window.greet.title"))
        about = PlainLabel(say("window.greet.about", name=name), self)
        about.setWordWrap(True)
        buttons, self.give = answer_buttons(say("window.greet.greet"), self)
        buttons.accepted.connect(self._greet)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 420)
        layout.addWidget(about)
        layout.addWidget(buttons)

    @Slot()
    def _greet(self) -> None:
        self.accept()
        self.wished.emit(Greet(self.name))


class Greetings(QObject):
    """Greets whom the user wishes to be greeted."""

    def __init__(self, shell: Shell, bridge: Bridge, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._wishes = shell, bridge, wishes
        self.dialog: GreetingDialog | None = None

    def ask(self) -> None:
        """Open the dialog."""
        self.dialog = GreetingDialog("Ada Lindqvist", self._shell)
        self.dialog.wished.connect(self._wishes.grant)
        open_dialog(self.dialog)

    @grants(Greet)
    def _greet(self, wish: Greet) -> None:
        greeting = self._bridge.do(message("window.greet.greeting"), lambda: len(wish.name.split()))
        greeting.then(partial(self._say_greeted, wish))

    def _say_greeted(self, wish: Greet, times: int) -> None:
        self._shell.counts.show_text(say("window.greet.done", name=wish.name, count=times))


class ToyDesk(Desk):
    """A desk with one controller more."""

    def _make_controllers(self, settings: Settings) -> None:
        super()._make_controllers(settings)
        self.greetings = Greetings(self.shell, self.bridge, self.wishes)

    def _grant_wishes(self) -> None:
        super()._grant_wishes()
        self.wishes.serve(self.greetings)


@pytest.fixture(autouse=True)
def _words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the catalogue the toy's words."""
    shutil.copytree(resource("catalogues"), tmp_path / "catalogues")
    with (tmp_path / "catalogues" / "en.po").open("a", encoding="utf-8") as words:
        words.write(WORDS)
    monkeypatch.setattr(catalogue, "resource", tmp_path.joinpath)
    catalogue.load_catalogue.cache_clear()
    yield
    catalogue.load_catalogue.cache_clear()


@pytest.fixture(params=["en", "qps"])
def desk(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ToyDesk]:
    """Return a desk with one line more in the table of actions, in English and in the pseudo-language."""
    entry = Action("greet", "help", "greetings.ask", "Ctrl+Shift+G", when=When.ALWAYS)
    for module in (actions, table):
        monkeypatch.setattr(module, "ACTIONS", (*ACTIONS, entry))
    qapp.setProperty(LANGUAGE, request.param)
    shell = open_shell("light")
    desk = ToyDesk(shell, Bridge(Session(), shell), Settings(), CrashReporter(shell))
    qtbot.addWidget(shell)
    shell.show()
    yield desk
    desk.bridge.jobs.wait(10_000)
    shell.may_close = True
    qapp.setProperty(LANGUAGE, None)


def test_an_action_is_in_menu_palette_and_page_of_shortcuts(desk: ToyDesk, qtbot: QtBot) -> None:
    text = say("window.action.greet").replace("&", "")
    assert desk.shell.actions_by_id["greet"] in desk.shell.menus["help"].actions()
    palette, page = PaletteDialog(desk.shell.actions_by_id, desk.shell), shortcuts_page(desk.shell)
    for dialog in (palette, page):
        qtbot.addWidget(dialog)
    assert any(text in palette.list.item(row).text() for row in range(palette.list.count()))
    assert text in page.text.toPlainText()


def test_a_dialog_says_what_is_wished_and_the_answer_knows_the_question(
    desk: ToyDesk, qtbot: QtBot, qapp: QApplication
) -> None:
    desk.shell.actions_by_id["greet"].trigger()
    dialog = desk.greetings.dialog
    assert dialog is not None
    qapp.processEvents()
    if qapp.property(LANGUAGE) == "qps":
        known = frozenset({"ada", "lindqvist", "cancel"})
        assert [text for _, text in texts_of(dialog) if untold(text, known)] == []
        assert cut_off(dialog) == []
    with qtbot.waitSignal(desk.bridge.came_to_rest):
        dialog.give.click()
    settle(qtbot, desk)
    said = say("window.greet.done", name="Ada Lindqvist", count=2)
    qtbot.waitUntil(lambda: desk.shell.counts.text() == said)
    assert "Ada Lindqvist" in said
