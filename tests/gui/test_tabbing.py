"""Tab leads as the eye goes, F6 from pane to pane, and nothing that keys come to is out of sight."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from crossquote.export.choice import ReportChoice
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.quote import QuoteDialog, Wording
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.views.finding import FindingRow
from crossquote.gui.windows.help import HelpWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.state import State
from gui.opened import open_window, seen_windows
from gui.sample_story import take_sample
from gui.waiting import settle


def stops(first: QWidget) -> Iterator[QWidget]:
    """Yield what Tab leads to, from `first` on, once round."""
    part: QWidget | None = first
    while part is not None:
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        part = part.nextInFocusChain()
        if part is first:
            return


def height_of(part: QWidget) -> int:
    return part.mapTo(part.window(), QPoint(0, 0)).y()


def dialogs(parent: QWidget) -> Iterator[QDialog]:
    yield ReportDialog(".html", ReportChoice(), (), parent=parent)
    yield QuoteDialog("Mark", Wording("Yes", "", QuoteKind.DIRECT, ("Ada",), "Yes, yes", new=True), parent)


@pytest.mark.parametrize("which", [0, 1])
def test_tab_leads_down_a_dialog(desk: Desk, qtbot: QtBot, which: int) -> None:
    dialog = list(dialogs(desk.shell))[which]
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    first = dialog.focusWidget()
    heights = [height_of(part) for part in stops(first)]
    assert len(heights) > 4
    assert heights == sorted(heights)


def test_tab_leads_across_the_bar_and_down_a_card(desk: Desk) -> None:
    shell = desk.shell
    parts = [part for part in stops(shell.buttons[0]) if shell.bar.isAncestorOf(part)]
    assert parts == sorted(parts, key=lambda part: part.x())
    card = next(card for card in desk.comparison.board.cards if card.findings and card.verdicts is not None)
    inside = [part for part in stops(card) if card.isAncestorOf(part)]
    found = [at for at, part in enumerate(inside) if isinstance(part, FindingRow)]
    verdicts = [at for at, part in enumerate(inside) if card.verdicts and card.verdicts.isAncestorOf(part)]
    assert found
    assert max(found) < min(verdicts)


def test_f6_leads_from_pane_to_pane_and_back(desk: Desk, qtbot: QtBot) -> None:
    shell, workspace = desk.shell, desk.workspace
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    workspace.articles.list.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[0] is workspace.utterances.table
    assert seen[1] is desk.comparison.board.cards[0]
    assert seen[2] is workspace.articles.list
    shell.actions_by_id["findings"].trigger()
    shell.actions_by_id["table"].trigger()
    QTest.keyClick(workspace.articles.list, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is workspace.findings.list
    QTest.keyClick(workspace.findings.list, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is desk.comparison.table.table


def on_from(part: QWidget | None, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    """Press F6 where the focus is, with another key, and return where it is then."""
    assert part is not None
    QTest.keyClick(part, Qt.Key.Key_F6, key)
    reached = QApplication.focusWidget()
    assert reached is not None
    return reached


def test_f6_passes_over_a_list_that_is_empty(desk: Desk, qtbot: QtBot) -> None:
    shell, workspace = desk.shell, desk.workspace
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.search.setText("nobody says this")
    workspace.utterances.find_now()
    assert not workspace.utterances.table.isVisible()
    shell.actions_by_id["findings"].trigger()
    for key in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        workspace.articles.list.setFocus()
        seen = list[QWidget]()
        while workspace.articles.list not in seen and len(seen) < 4:
            seen.append(on_from(QApplication.focusWidget(), key))
        assert workspace.findings.list in seen
        assert len(set(seen)) == len(seen) > 1
    workspace.utterances.bar.all.setFocus()
    assert on_from(workspace.utterances.bar.all, Qt.KeyboardModifier.ShiftModifier) is workspace.articles.list


def test_f6_leads_through_the_overview_and_shows_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    shell = desk.shell
    shell.resize(760, 600)
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.actions_by_id["overview"].trigger()
    pane = desk.overviews.pane
    assert pane is not None
    for expected in (pane.nearest_list, pane.quoted_list, pane.printed_list, pane.table):
        assert on_from(QApplication.focusWidget()) is expected
        assert not expected.visibleRegion().isEmpty()
    assert on_from(pane.table, Qt.KeyboardModifier.ShiftModifier) is pane.printed_list


def test_the_first_page_has_its_button_chosen_and_stops_nowhere_in_vain(qtbot: QtBot) -> None:
    desk = open_window(qtbot)
    take_sample(desk, qtbot)
    desk.shell.actions_by_id["new"].trigger()
    settle(qtbot, desk)
    page = desk.shell.start_page
    assert desk.shell.stack.currentWidget() is page
    button = page.focusProxy()
    assert button is not None
    assert desk.shell.focusWidget() is button
    assert [part for part in stops(button) if isinstance(part, QScrollArea)] == []


def test_the_overview_stops_nowhere_in_vain(desk: Desk) -> None:
    desk.shell.actions_by_id["overview"].trigger()
    QApplication.processEvents()
    assert desk.overviews.pane is not None
    assert [part for part in stops(desk.overviews.pane.table) if type(part) is QScrollArea] == []


def test_the_lock_leads_to_what_is_said_of_connections(desk: Desk) -> None:
    QTest.keyClick(desk.shell.lock, Qt.Key.Key_Space)
    (window,) = seen_windows(HelpWindow)
    assert window.current == "connections"
    window.close()


@pytest.fixture
def long(desk: Desk, state: State) -> Desk:
    """Return the desk of a window with an article that is read far down to its quote."""
    article = state.articles["harbour"]
    before = "Nothing was said of it.\n\n" * 40
    at = len(before)
    quotes = {key: _moved(quote, at) if quote.article == "harbour" else quote for key, quote in state.quotes.items()}
    moved = replace(article, text=before + article.text)
    desk.bridge.session.state = replace(state, articles={**state.articles, "harbour": moved}, quotes=quotes)
    desk.bridge.catch_up()
    return desk


def _moved(quote: Quote, by: int) -> Quote:
    spans = tuple(replace(span, start=span.start + by, end=span.end + by) for span in quote.spans)
    return replace(quote, spans=spans, speaker=None, cue=None)


def test_a_quote_is_seen_whole_in_the_reader(long: Desk) -> None:
    long.wishes.grant(ReadArticle("harbour", "u1-harbour"))
    reader = long.readers.windows[0]
    QApplication.processEvents()
    room = reader.text.viewport().rect()
    assert [end for end, one in reader.ends.handles.items() if not room.contains(one.geometry().center())] == []
    reader.text.verticalScrollBar().setValue(0)
    for handle in reversed(list(reader.ends.handles.values())):
        handle.setFocus(Qt.FocusReason.TabFocusReason)
        assert room.contains(handle.geometry().center())
        reader.text.verticalScrollBar().setValue(0)
    reader.close()
