"""Text of a stranger's is text: in no window is it taken for markup, for a key to press, or for a file to open."""

import os
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from csv import writer
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence, QTextBlock, QTextDocument, QTextDocumentFragment
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import crossquote.gui
from crossquote.errors import ErrorCode, UserError
from crossquote.export.formats.pdf.body import paged_text
from crossquote.gui.controllers.review import CARD_MENU
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.crash import crash_dialog
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.newer_version import NewerVersionDialog
from crossquote.gui.dialogs.quote import HomeOffer, QuoteDialog, Wording
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.paper.preview import PreviewDialog
from crossquote.gui.plain import PlainLabel, at_most, give_title, in_line, plain_caption, plain_tip
from crossquote.gui.views.articles import ArticlesPane
from crossquote.gui.widgets.callout import Callout
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.message import message, verbatim
from crossquote.model.quote import QuoteKind
from crossquote.model.review import FindingKey
from crossquote.model.translation import EngineStamp, Hypothesis, SentenceKey, Translation
from crossquote.model.utterance import Possible
from crossquote.progress import Step
from crossquote.resources import resource
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
from watched import CAN_WATCH, watch_opening

ODD = ("<b>bold</b> &amp; [*] Q && A & &Open", "Ada &lt; Tomas", "plain\n<i>second line</i>")


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """Return a picture that nobody is to open."""
    path = tmp_path / "bait.png"
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    assert picture.save(str(path))
    return path


def markup(bait: Path) -> str:
    return f'<img src="{bait.as_uri()}"><b>{ODD[0]}'


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
    desk.comparison.show_rows()
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


def plain(text: str) -> str:
    """Return what Qt shows of a text that it may take for markup."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if GuiQt.mightBeRichText(text) else text


OWN_PICTURES = {f"pictures/{file.name}" for file in resource("help", "pictures").iterdir()}
"""What pages of the help show."""


def taken_as_markup(window: QWidget, text: str) -> list[str]:
    """Return the parts of a window that show `text` as anything but the letters that it is made of."""
    flat = " ".join(text.split())
    parts = (window, *window.findChildren(QObject))
    return [f"{type(part).__name__} {part.objectName()}: {what}" for part in parts for what in wrong_in(part, flat)]


def wrong_in(part: QObject, text: str) -> Iterator[str]:
    if isinstance(part, QLabel):
        rich = GuiQt.mightBeRichText(part.text()) and part.textFormat() is not Qt.TextFormat.PlainText
        yield from ["text"] if rich else []
    if isinstance(part, (QWidget, QAction)):
        yield from ["tip"] if is_wrong_tip(part.toolTip(), text) else []
    if isinstance(part, QWidget):
        yield from ["title"] if "[*]" in part.windowTitle().replace("[*][*]", "") else []
    if isinstance(part, (QAbstractButton, QAction)):
        yield from ["key"] if is_wrong_caption(part.text(), text) else []
    if isinstance(part, QMenu):
        yield from ["key"] if is_wrong_caption(part.title(), text) else []
    if isinstance(part, QAbstractItemView):
        yield from ["row"] if any(is_wrong_tip(tip, text) for tip in tips_of(part.model())) else []
    if isinstance(part, (QTextEdit, QPlainTextEdit)):
        yield from ["tip in a text"] if any(is_wrong_tip(tip, text) for tip in tips_in(part.document())) else []
        yield from ["picture"] if not set(pictures_in(part.document())) <= OWN_PICTURES else []


def is_wrong_tip(tip: str, text: str) -> bool:
    """Tell whether a tip would be taken for markup, and then not show the letters of `text` or a path of it."""
    return GuiQt.mightBeRichText(tip) and beginning(text) not in " ".join(plain(tip).split()).replace(os.sep, "/")


def beginning(text: str) -> str:
    """Return as much of a text as is shown where it is cut short."""
    return text[:12]


def is_wrong_caption(caption: str, text: str) -> bool:
    """Tell whether a button or a menu takes a letter of `text` for a key; what stands before it may have one."""
    start = beginning(plain_caption(text))
    at = caption.find(start)
    return beginning(text) in caption and (at < 0 or not QKeySequence.mnemonic(caption[at:]).isEmpty())


def tips_of(model: QAbstractItemModel) -> Iterator[str]:
    root, role = QModelIndex(), Qt.ItemDataRole.ToolTipRole
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for way, number in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, model.rowCount(root))):
        yield from (str(model.headerData(place, way, role) or "") for place in range(number))
    for row in range(model.rowCount(root)):
        yield from (str(model.index(row, column).data(role) or "") for column in range(columns))


def tips_in(document: QTextDocument) -> Iterator[str]:
    block: QTextBlock = document.begin()
    while block.isValid():
        yield from (shape.format.toolTip() for shape in block.textFormats())
        block = block.next()


def pictures_in(document: QTextDocument) -> Iterator[str]:
    block: QTextBlock = document.begin()
    while block.isValid():
        yield from (
            shape.format.toImageFormat().name() for shape in block.textFormats() if shape.format.isImageFormat()
        )
        block = block.next()


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


@pytest.mark.skipif(not CAN_WATCH, reason="Windows does not tell who opens a file")
def test_the_watch_sees_what_a_label_opens(qtbot: QtBot, bait: Path) -> None:
    with watch_opening(bait) as was_opened:
        label = QLabel(markup(bait))
        qtbot.addWidget(label)
        assert list(shown([label])) == [label]
        assert was_opened()


@pytest.mark.skipif(not CAN_WATCH, reason="Windows does not tell who opens a file")
def test_no_window_opens_what_a_text_names(qtbot: QtBot, bait: Path) -> None:
    text = markup(bait)
    openers: list[str] = []
    with watch_opening(bait) as was_opened:
        for window in every_window_is_letters(qtbot, text):
            openers += [type(window).__name__] if was_opened() else []
    assert openers == []


@pytest.mark.parametrize("text", [pytest.param(text, marks=[pytest.mark.slow] if CAN_WATCH else []) for text in ODD])
def test_every_window_shows_letters_and_every_class_of_widgets_is_walked(qtbot: QtBot, text: str) -> None:
    assert sum(1 for _ in every_window_is_letters(qtbot, text))


def every_window_is_letters(qtbot: QtBot, text: str) -> Iterator[QWidget]:
    """Yield every window while it is open; see that each shows `text` as it is, and that they have all our widgets."""
    found: list[str] = []
    seen: set[type] = set()
    for desk in window_on(qtbot, text):
        for window in windows_with(qtbot, desk, text):
            yield window
            found += taken_as_markup(window, text)
            seen |= {type(part) for part in (window, *window.findChildren(QWidget))}
    assert found == []
    for module in pkgutil.walk_packages(crossquote.gui.__path__, "crossquote.gui."):
        import_module(module.name)
    assert {one.__name__ for one in kinds_of(QWidget) - seen if not one.__subclasses__()} == set()


def kinds_of(kind: type) -> set[type]:
    """Return the classes of ours that are of a kind, however far below."""
    below: set[type] = set()
    sub: type
    for sub in kind.__subclasses__():
        below |= {sub, *kinds_of(sub)}
    return {one for one in below if one.__module__.startswith("crossquote.")}


@pytest.mark.parametrize("text", ODD)
def test_a_title_has_every_letter(qtbot: QtBot, text: str) -> None:
    window, flat = QWidget(), " ".join(text.split())
    qtbot.addWidget(window)
    give_title(window, text)
    assert window.windowTitle().replace("[*][*]", "[*]") == flat
    assert window.accessibleName() == flat


@pytest.mark.parametrize("text", [*ODD, "a  b\n  c <i>", "3 < 4", ""])
def test_a_tip_shows_every_letter(text: str) -> None:
    assert plain(plain_tip(text)) == text


@pytest.mark.parametrize("endless", ["x" * 100_000, "x\n" * 3000, "x\u2028" * 3000, "x \n" * 100_000])
def test_what_nobody_can_take_in_is_cut_off_before_qt_lays_it_out(qtbot: QtBot, endless: str) -> None:
    """A project of a stranger's with such titles, outlets and speakers held the window up for seconds at each step."""
    window, label, line, word = QWidget(), PlainLabel(endless), ElidedLabel(endless), ElidedLabel("x")
    for widget in (window, label, line, word):
        qtbot.addWidget(widget)
    give_title(window, endless)
    assert line.sizeHint().height() == word.sizeHint().height()
    for shown in (label.text(), plain_tip(endless), line.toolTip()):
        assert len(shown) <= 4001
        assert len(shown.splitlines()) <= 101
        assert shown.endswith("…")
    for shown in (line.text(), plain_caption(endless), window.windowTitle()):
        assert len(shown) <= 1001
        assert len(shown.splitlines()) == 1
        assert shown.endswith("…")
    assert label.accessibleName() == line.accessibleName() == endless, "a screen reader can say all of it"


@pytest.mark.parametrize("text", ["", "a", "a b", "  a\tb  ", "x" * 1000, "one\n\ntwo"])
def test_what_is_short_is_shown_as_it_is(text: str) -> None:
    assert at_most(text) == text
    assert in_line(text) == (" ".join(text.split()) if "\n" in text else text)


def test_an_entry_of_a_list_is_one_line_whatever_is_in_it(desk: Desk, qtbot: QtBot) -> None:
    heights = set()
    for text in ("x", "x\n" * 3000):
        dialog: ListDialog[str] = ListDialog(Listing("Speakers", "", ("Name",)), desk.shell)
        qtbot.addWidget(dialog)
        dialog.show_lines([Line((text,), text)])
        heights.add(dialog.tree.sizeHintForIndex(dialog.tree.model().index(0, 0)).height())
        assert dialog.tree.model().index(0, 0).data() == text
    assert len(heights) == 1


def test_a_box_is_plain(desk: Desk, qtbot: QtBot) -> None:
    for which in ("crash", "confirm"):
        box = BESIDES[which](desk, ODD[0])
        assert isinstance(box, QMessageBox)
        qtbot.addWidget(box)
        assert box.textFormat() is Qt.TextFormat.PlainText
