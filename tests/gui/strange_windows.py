"""Every window, dialog, box and menu of the program, with a text of a stranger's wherever one can stand."""

from collections.abc import Callable, Iterator, Sequence
from csv import writer
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from crossquote.errors import ErrorCode, UserError
from crossquote.export.formats.pdf.body import paged_text
from crossquote.gui.controllers.review import CARD_MENU
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.crash import crash_dialog
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.newer_version import NewerVersionDialog
from crossquote.gui.dialogs.quote import HomeOffer, QuoteDialog, Wording
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.paper.preview import PreviewDialog
from crossquote.gui.views.articles import ArticlesPane
from crossquote.gui.views.left_work import LeftTold, LeftWork
from crossquote.gui.widgets.callout import Callout
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.message import message, verbatim
from crossquote.model.quote import QuoteKind
from crossquote.model.review import FindingKey
from crossquote.model.translation import EngineStamp, Hypothesis, SentenceKey, Translation
from crossquote.model.utterance import Possible
from crossquote.progress import Step
from crossquote.translation.index import Offer
from crossquote.translation.metadata import Metadata
from crossquote.translation.packages import Found, LanguagePackage, PackagePlace
from crossquote.work.edits.own_versions import Offered
from crossquote.work.filters import Facet, Filter, Filters
from crossquote.work.help import guide_page
from crossquote.work.language_needs import LanguageNeed
from crossquote.work.newer_version import Release
from crossquote.work.packages import Missing
from crossquote.work.report import gather_report
from gui.hostile_made import hostile_state
from gui.opened import close_work, open_window
from gui.test_pseudo import OPENING, opened
from gui.waiting import settle


def window_on(qtbot: QtBot, text: str) -> Iterator[Desk]:
    """Open the window on the small state with `text` wherever a stranger's can stand."""
    desk = open_window(qtbot)
    desk.bridge.session.move_to(hostile_state(text), message("did.judge", verdict=text))
    desk.bridge.catch_up()
    desk.bridge.came_to_rest.emit()
    desk.workspace.next_finding()
    desk.comparison.show_finding(1, 1)
    yield desk
    close_work(desk)


def languages(desk: Desk, text: str) -> QWidget:
    dialog = LanguagesDialog(desk.shell)
    package = LanguagePackage(
        Path(text), PackagePlace.OURS, Metadata(("uk", "en"), text, text, text, "", sample=True), 7
    )
    fault = UserError(ErrorCode.PACKAGE, message("error.package", why=verbatim(text)), path=text)
    dialog.here.show_packages(Found((package,), (fault,)), frozenset())
    dialog.offers.show_offers((Offer(("uk", "en"), text, text, text, (text,)),), {("uk", "en"): text}, text)
    lacking = Missing(("uk", "en"), text, text)
    dialog.show_missing((lacking,))
    dialog.needed.show_needs((LanguageNeed(text, 1, (package,), (lacking,)),))
    dialog.say(text)
    return dialog


def newer(desk: Desk, text: str) -> QWidget:
    dialog = NewerVersionDialog(text, text, text, desk.shell)
    dialog.show_answer(Release(text, date(2025, 3, 14), text, text, on_feed_host=True))
    return dialog


def versions(desk: Desk, text: str) -> QWidget:
    made = Translation(text, text, (("uk", "en"),), (EngineStamp(text, text, "0" * 64),))
    key = SentenceKey(text, "uk", "en")
    dialog = VersionsDialog([Offered(key, "harbour", made)], desk.shell)
    dialog.show_others(key, (Hypothesis(text, -1.0),))
    return dialog


def corrected(desk: Desk, text: str) -> QWidget:
    wording = Wording(text, text, QuoteKind.DIRECT, (text,), text, new=True)
    dialog = QuoteDialog(text, wording, desk.shell)
    dialog.offer([HomeOffer("q1", text, text)], "q1")
    return dialog


def told(desk: Desk, text: str) -> QWidget:
    """Let every strip of the window itself say `text`."""
    desk.banner.show_lines([text] * 6)
    desk.busy.show_step(Step(1, 2, verbatim(text)))
    desk.projects.recent.page.show_projects([(text, text)])
    desk.shell.start_page.add_above(LeftWork(LeftTold(Path("work"), text, text), desk.shell.start_page))
    desk.shell.search.setText(text)
    desk.shell.counts.setText(text)
    desk.utterances.bar.show_filters(Filters((Filter(Facet.SPEAKER, text),)), text, {}, 3)
    return desk.shell


def menu_of_an_article(desk: Desk, _: str) -> QWidget:
    pane: ArticlesPane = desk.articles
    return pane.context_menu(pane.model.index(0))


def around(desk: Desk, _: str) -> QWidget:
    """Return the window while a card shows the sentence around its quote."""
    desk.utterances.select(next(iter(desk.bridge.state.utterances)))
    desk.comparison.head.show_rows()
    desk.comparison._choose(0)
    desk.shell.actions_by_id["around"].trigger()
    return desk.shell


def possible(desk: Desk, text: str) -> QWidget:
    """Return the window while an utterance is possibly the same as another."""
    state = desk.bridge.state
    first, second = list(state.utterances.values())[:2]
    reason = message("reason.shares", words=(message("reason.word", text=text),))
    doubtful = replace(first, possibly=(Possible(second.id, 0.6, reason),))
    desk.comparison.show_utterance(doubtful, state)
    desk.comparison.possible.enter()
    return desk.shell


BESIDES: dict[str, Callable[[Desk, str], QWidget]] = {
    "languages": languages,
    "newer": newer,
    "versions": versions,
    "quote": corrected,
    "told": told,
    "crash": lambda desk, text: crash_dialog(Path(text), desk.shell),
    "confirm": lambda desk, text: confirm_dialog(desk.shell, text, text, text),
    "page": lambda desk, _: PageDialog(guide_page("installing"), desk.shell),
    "rule": lambda desk, text: RuleDialog(FindingKey(text, "u1", text, text), lambda _: 2, desk.shell),
    "pages": lambda desk, text: PreviewDialog(paged_text(gather_report(desk.bridge.state, title=text)), desk.shell),
    "around": around,
    "callout": lambda desk, _: Callout(desk.shell.appearance, desk.shell),
    "possible": possible,
    "card's menu": lambda desk, _: desk.review.menu(CARD_MENU),
    "article's menu": menu_of_an_article,
}
"""What is opened by no action alone, with a text that it is to show."""


def windows_with(qtbot: QtBot, desk: Desk, text: str) -> Iterator[QWidget]:
    """Yield every window, dialog, box and menu while it is open, with `text` wherever a stranger's can stand."""
    for action in ("columns", "rows", "table", "findings", "overview", "overview"):
        desk.shell.actions_by_id[action].trigger()
        QApplication.processEvents()
        yield desk.shell
    with TemporaryDirectory() as folder:
        desk.take_in(files_to_ask_about(Path(folder), text))
        settle(qtbot, desk)
        yield from windows_of_actions(qtbot, desk, text)
    desk.wishes.grant(ReadArticle("pryberezhna", "u1-pryberezhna"))
    settle(qtbot, desk)
    yield from shown(desk.readers.windows[:])
    for make in BESIDES.values():
        window = make(desk, text)
        yield from [window] if window is desk.shell else shown([window])


def files_to_ask_about(folder: Path, text: str) -> tuple[str, ...]:
    """Return a file whose encoding is to be chosen, and a table whose columns are; `text` stands in both."""
    said = f'{text}\n\n"Мы не уйдём из порта", - сказал министр.\n'
    (folder / "koi.txt").write_bytes(said.encode("koi8-r", "replace"))
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as table:
        writer(table, delimiter=";").writerows([("The", text), ("mayor", "spoke"), ("on", "Monday"), ("of", "it")])
    return tuple(str(folder / name) for name in ("koi.txt", "table.csv"))


def windows_of_actions(qtbot: QtBot, desk: Desk, text: str) -> Iterator[QWidget]:
    """Yield what each action opens."""
    desk.bridge.unread_found.emit(
        (UserError(ErrorCode.PACKAGE, message("error.package", why=verbatim(text)), path=text),)
    )
    for action in OPENING:
        before = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        assert desk.shell.actions_by_id[action].isEnabled(), action
        desk.shell.actions_by_id[action].trigger()
        settle(qtbot, desk)
        windows = opened(before)
        assert [type(window) for window in windows] == [OPENING[action]]
        yield from shown(windows)


def shown(windows: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield windows once they are painted, and close them afterwards."""
    for window in windows:
        if not isinstance(window, QMenu):
            window.show()
        QApplication.processEvents()
        window.grab()
        yield window
        window.close()
