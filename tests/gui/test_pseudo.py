"""Every window and dialog in the pseudo-language: catalogues' words stand in marks, and nothing else is English."""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from crossquote.export.exporter import known_formats
from crossquote.gui import dialogs
from crossquote.gui.controllers.review import CARD_MENU, FINDING_MENU
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.archive import ArchiveDialog
from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.checks import ChecksDialog
from crossquote.gui.dialogs.columns import ColumnsDialog
from crossquote.gui.dialogs.compact import CompactDialog
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.crash import crash_dialog
from crossquote.gui.dialogs.encoding import EncodingDialog
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.dialogs.newer_version import NewerVersionDialog
from crossquote.gui.dialogs.pages import TextPage
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.dialogs.preferences import PreferencesDialog, own_name
from crossquote.gui.dialogs.quote import QuoteDialog
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.paper.preview import PreviewDialog
from crossquote.gui.windows.help import HelpWindow
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.words import LANGUAGE, say
from crossquote.message import message
from crossquote.model.translation import SentenceKey
from crossquote.model.utterance import Possible
from crossquote.translation.shelves import own_shelf
from crossquote.wording.catalogue import languages
from crossquote.work.checks import help_pages
from crossquote.work.edits.own_versions import Offered
from crossquote.work.help import guide_page
from crossquote.work.packages import list_packages, own_table
from gui.opened import close_work, open_window
from gui.told import cut_off, texts_of, untold
from gui.waiting import settle

OPENING: Mapping[str, type[QWidget]] = {
    "print": PreviewDialog,
    "write": TextDialog,
    "encodings": EncodingDialog,
    "columns-of-table": ColumnsDialog,
    "unread": ListDialog,
    "compact": CompactDialog,
    "steps": ListDialog,
    "report": ReportDialog,
    "palette": PaletteDialog,
    "preferences": PreferencesDialog,
    "read": ReaderWindow,
    "describe": ArticleDialog,
    "dismiss-reason": AskDialog,
    "rule": RuleDialog,
    "rules": ListDialog,
    "switch-checks": ChecksDialog,
    "note-finding": AskDialog,
    "reviewer": AskDialog,
    "why": HelpWindow,
    "reference": AskDialog,
    "move": ListDialog,
    "merge": ListDialog,
    "correct": QuoteDialog,
    "archive": ArchiveDialog,
    "speakers": ListDialog,
    "note": AskDialog,
    "note-utterance": AskDialog,
    "trail": ListDialog,
    "languages": LanguagesDialog,
    "checks": HelpWindow,
    "help-getting-started": HelpWindow,
    "help-here": HelpWindow,
    "help-search": HelpWindow,
    "help-articles": HelpWindow,
    "help-reviewing": HelpWindow,
    "help-projects": HelpWindow,
    "help-translations": HelpWindow,
    "help-severity": HelpWindow,
    "help-sureness": HelpWindow,
    "help-packages": HelpWindow,
    "help-evidence": HelpWindow,
    "help-connections": HelpWindow,
    "help-installing": HelpWindow,
    "shortcuts": TextPage,
    "newer-version": NewerVersionDialog,
    "about": TextPage,
}
"""The actions that open a window or a dialog of ours, on a rendition with a finding, and what each opens."""
QT_SAYS = frozenset(
    {"cancel", "close", "ok", "save", "discard", "yes", "ctrl", "shift", "return", "backspace", "home", "down", "up"}
)
"""Words of Qt's own buttons and of keys."""
MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
"""Months of moments: the pseudo-language writes them as English does."""
STORY = (
    ("Harbour Daily", "“We will never open the old bridge before winter,” said Mayor Ada Lindqvist."),
    ("Coast Wire", "“We will open the old bridge before winter,” said Mayor Ada Lindqvist."),
    ("Island Post", "“We may open the old bridge before summer,” Mayor Ada Lindqvist said."),
)


@pytest.fixture(autouse=True)
def _spoken(qapp: QApplication) -> Iterator[None]:
    """Let the application speak the pseudo-language."""
    qapp.setProperty(LANGUAGE, "qps")
    yield
    qapp.setProperty(LANGUAGE, None)


@pytest.fixture(scope="module")
def story(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    """Return the desk of a window that keeps its work, on a story in three articles; whoever looks leaves it so."""
    qtbot = QtBot(request)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        qapp.setProperty(LANGUAGE, "qps")
        desk = open_window(qtbot)
        _take_in_story(qtbot, desk, tmp_path_factory.mktemp("story"))
        yield desk
        close_work(desk)
        desk.shell.close()
        desk.shell.deleteLater()


def _take_in_story(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    """Let a window read three articles, and files of which each has something to ask."""
    for outlet, words in STORY:
        path = folder / f"{outlet}.txt"
        path.write_text(f"The bridge\n\nThe mayor spoke on Monday.\n\n{words}\n", encoding="utf-8")
        desk.take_in((str(path),))
        settle(qtbot, desk)
    for name in ("koi0.txt", "koi1.txt"):
        (folder / name).write_bytes(f'{name}\n\n"Мы не уйдём из порта", - сказал министр.\n'.encode("koi8-r"))
    (folder / "table.csv").write_text("The;Bridge\nmayor;spoke\non;Monday\n", encoding="utf-8")
    desk.take_in(tuple(str(folder / name) for name in ("gone.txt", "koi0.txt", "koi1.txt", "table.csv")))
    settle(qtbot, desk)


@pytest.fixture
def kept(story: Desk) -> Desk:
    """Return the desk with the first finding in columns, wherever a test before led.

    Between tests the application speaks English, and a window may say something then: it says all of it anew.
    """
    story.shell.appearance.changed.emit()
    story.shell.actions_by_id["columns"].trigger()
    story.workspace.next_finding()
    story.comparison.show_finding(story.comparison.current_place.rendition, 0)  # type: ignore[union-attr]  # there is one
    return story


@pytest.fixture(scope="module")
def told(story: Desk) -> frozenset[str]:
    """Return the words of the story and of all else that this window shows and does not say."""
    return known_words(story)


@pytest.fixture
def known(told: frozenset[str]) -> frozenset[str]:
    """Return them with those of the folder that is the test's own."""
    return told | words_of([str(own_shelf())])


def known_words(desk: Desk, *more: str) -> frozenset[str]:
    """Return the words of the articles, of their findings and of the help: they are no words of the window."""
    texts = [
        *_strings(desk.bridge.state),
        *more,
        *known_formats(),
        *desk.intake.unread,
        *desk.shell.actions_by_id,
        *desk.bridge.state.articles,
    ]
    for package in list_packages().packages:
        texts += [package.code, str(package.folder), package.metadata.from_name, package.metadata.to_name]
    texts += [str(own_shelf()), *map(own_name, languages())]
    project = desk.bridge.session.project
    texts += [step.who for step in (project.steps() if project else ())]
    return QT_SAYS | MONTHS | words_that_stay() | words_of(texts)


@cache
def words_that_stay() -> frozenset[str]:
    """Return the words of the help and of the table of packages."""
    texts = [text for page in help_pages("en") for text in (page.id, page.title, page.text)]
    for offer in own_table():
        texts += [offer.file_name, offer.from_name, offer.to_name, *offer.links]
    return words_of(texts)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in untold(text.casefold(), frozenset()))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _strings(getattr(value, name))
    elif isinstance(value, Sequence | frozenset):
        for one in value:
            yield from _strings(one)
    elif hasattr(value, "values"):
        for one in value.values():
            yield from _strings(one)


def english_in(window: QWidget, known: frozenset[str]) -> list[str]:
    """Return what a window says in English by itself."""
    return [f"{part}: {text!r} {words}" for part, text in texts_of(window) if (words := untold(text, known))]


def opened(before: Sequence[QWidget]) -> list[QWidget]:
    """Return the windows that are open now and were not before."""
    QApplication.processEvents()
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in before]


def kinds_of(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    """Yield the kinds of a dialog that none of ours is a kind of."""
    kinds = [one for one in kind.__subclasses__() if kind is QDialog or one.__module__.startswith("crossquote.")]
    yield from chain.from_iterable(map(kinds_of, kinds)) if kinds else (kind,)


def test_every_dialog_is_opened_here() -> None:
    for module in pkgutil.iter_modules(dialogs.__path__, "crossquote.gui.dialogs."):
        import_module(module.name)
    ours = {kind for kind in kinds_of(QDialog) if kind.__module__.startswith("crossquote.")}
    assert ours - {*OPENING.values(), VersionsDialog, PageDialog} == set()


def test_the_first_page(empty_desk: Desk) -> None:
    assert english_in(empty_desk.shell, known_words(empty_desk)) == []
    assert cut_off(empty_desk.shell) == []


@pytest.mark.parametrize("action", ["columns", "rows", "table", "findings"])
def test_the_workspace(kept: Desk, known: frozenset[str], qtbot: QtBot, action: str) -> None:
    kept.shell.actions_by_id[action].trigger()
    QApplication.processEvents()
    assert english_in(kept.shell, known) == []
    qtbot.waitUntil(lambda: cut_off(kept.shell) == [])


def test_what_is_possibly_the_same(kept: Desk, known: frozenset[str], qtbot: QtBot) -> None:
    state = kept.bridge.state
    first, *_ = state.utterances.values()
    reason = message("reason.both", one=message("reason.abreast"), other=message("reason.translated"))
    kept.comparison.show_utterance(replace(first, possibly=(Possible(first.id, 0.6, reason),)), state)
    kept.comparison.possible.enter()
    QApplication.processEvents()
    assert english_in(kept.shell, known) == []
    qtbot.waitUntil(lambda: cut_off(kept.shell) == [])


def test_the_menus_of_cards_and_findings(kept: Desk, known: frozenset[str]) -> None:
    for groups in (CARD_MENU, FINDING_MENU):
        assert english_in(kept.review.menu(groups), known) == []


def test_what_an_action_opens(kept: Desk, known: frozenset[str], qtbot: QtBot) -> None:
    wrong = {action: opens_wrongly(kept, known, qtbot, action) for action in OPENING}
    assert {action: what for action, what in wrong.items() if what} == {}


def opens_wrongly(desk: Desk, known: frozenset[str], qtbot: QtBot, action: str) -> list[str]:
    """Return what an action opens that it is not to open, and what is English or cut off in it; all is closed again."""
    before = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    if not desk.shell.actions_by_id[action].isEnabled():
        return ["it can't be chosen"]
    desk.shell.actions_by_id[action].trigger()
    settle(qtbot, desk)
    windows = opened(before)
    wrong = [] if [type(window) for window in windows] == [OPENING[action]] else [f"it opens {windows}"]
    for window in windows:
        wrong += [*english_in(window, known), *cut_off(window)]
        window.close()
    return wrong


def test_what_is_asked_and_told_besides(kept: Desk, known: frozenset[str], qtbot: QtBot) -> None:
    offered = [Offered(SentenceKey("Так.", "uk", "en"), next(iter(kept.bridge.state.articles)), None)]
    for window in (
        crash_dialog(None, kept.shell),
        crash_dialog(Path("crash.txt"), kept.shell),
        confirm_dialog(
            kept.shell, say("window.leaving.still-at-work", step=""), "", say("window.leaving.stop-and-close")
        ),
        VersionsDialog(offered, kept.shell),
        PageDialog(guide_page("packages"), kept.shell),
    ):
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        assert english_in(window, known | {"так"}) == []
        assert cut_off(window) == []
        window.close()
