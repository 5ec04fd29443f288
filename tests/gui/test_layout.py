"""Room: what has to be seen in a small window, and that larger text is larger throughout and cut nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.theme.fonts import BODY
from crossquote.gui.views.card import Card
from crossquote.gui.widgets.elided import ElidedLabel
from crossquote.model.review import FindingKey

SMALLEST = (760, 520)
LARGEST_TEXT = 16


@pytest.fixture(autouse=True)
def _usual_text(desk: Desk) -> Iterator[None]:
    yield
    desk.choices.usual_size()


def resize(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> None:
    desk.shell.resize(*size)
    desk.shell.show()
    qtbot.waitUntil(lambda: (desk.shell.width(), desk.shell.height()) == size)
    QApplication.sendPostedEvents()
    desk.comparison.board.arrange()


def place_in(inner: QWidget, outer: QWidget) -> QRect:
    return QRect(inner.mapTo(outer, QPoint(0, 0)), inner.size())


def enlarge(desk: Desk) -> None:
    while desk.choices.settings.text_size < LARGEST_TEXT:
        desk.shell.actions_by_id["larger"].trigger()


def cut_off(window: QWidget) -> list[str]:
    """Return the texts that stand on one line and do not fit there."""
    told = []
    for part in window.findChildren(QWidget):
        if not isinstance(part, QLabel | QAbstractButton) or not part.isVisible() or isinstance(part, ElidedLabel):
            continue
        words = part.text().replace("&", "")
        wraps = isinstance(part, QLabel) and part.wordWrap()
        lines = words.split("\n")
        wide = max(part.fontMetrics().horizontalAdvance(line) for line in lines)
        if words and ((not wraps and wide > part.width()) or part.fontMetrics().height() > part.height()):
            told.append(words)
    return told


def test_in_the_smallest_window_base_and_first_finding_are_seen(desk: Desk, qtbot: QtBot) -> None:
    resize(desk, qtbot, SMALLEST)
    board = desk.comparison.board
    base, second, *_ = board.cards
    seen = board.viewport().rect()
    for part in (base.words, second.findings[0]):
        assert seen.contains(place_in(part, board.viewport())), part.accessibleName()
    assert desk.utterances.table.viewport().height() >= 2 * desk.utterances.table.rowHeight(0)


def test_in_the_smallest_window_the_table_shows_rows(desk: Desk, qtbot: QtBot) -> None:
    desk.shell.actions_by_id["table"].trigger()
    resize(desk, qtbot, SMALLEST)
    table = desk.comparison.table.table
    seen = table.viewport().height()
    assert table.visualRect(table.model().index(0, 0)).bottom() < seen
    assert table.visualRect(table.model().index(1, 0)).top() < seen


def test_a_low_comparison_folds_the_scale_and_what_each_kept(desk: Desk, qtbot: QtBot) -> None:
    comparison = desk.comparison
    assert comparison.scale.isVisible()
    assert comparison.scale.line.isHidden()
    resize(desk, qtbot, SMALLEST)
    assert comparison.scale.isHidden()
    assert comparison.kept.bars.isHidden()
    lines = (comparison.scale.line, comparison.kept.line)
    qtbot.waitUntil(lambda: len({place_in(line, comparison).top() for line in lines}) == 1)
    qtbot.mouseClick(comparison.scale.line, Qt.MouseButton.LeftButton)
    assert comparison.scale.isVisible()


def test_in_a_window_with_room_again_findings_stand_under_the_words(desk: Desk, qtbot: QtBot) -> None:
    resize(desk, qtbot, SMALLEST)
    resize(desk, qtbot, (1440, 900))
    card = desk.comparison.board.cards[1]
    places = [place_in(part, card).top() for part in (card.words, *card.findings)]
    assert places == sorted(places)


@pytest.mark.parametrize("size", [(1000, 700), (1440, 900), (1920, 1080)])
def test_in_rows_findings_begin_at_one_place(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> None:
    desk.shell.actions_by_id["rows"].trigger()
    resize(desk, qtbot, size)
    cards: list[Card] = desk.comparison.board.cards
    assert len({place_in(row, card).left() for card in cards for row in card.findings}) == 1
    assert len({place_in(card.words, card).left() for card in cards}) == 1
    assert all(card.more is not None and card.more.isVisible() for card in cards)


def test_larger_text_is_larger_in_lists_findings_status_and_dialogs(desk: Desk, qtbot: QtBot) -> None:
    def sizes() -> list[int]:
        rule = RuleDialog(FindingKey("number", "q", "three", "two"), lambda _: 1, desk.shell)
        qtbot.addWidget(rule)
        rule.show()
        message = desk.comparison.board.cards[1].findings[0].findChildren(QLabel)[0]
        buttons = desk.comparison.board.cards[1].verdicts
        assert buttons is not None
        widgets = (message, desk.shell.counts, rule.preview, *rule.choices, *buttons.buttons.values())
        articles, table = desk.articles.list, desk.utterances.table
        rows = (articles.visualRect(articles.model().index(0, 0)).height(), table.rowHeight(0))
        return [*(widget.fontMetrics().height() for widget in widgets), *rows]

    before = sizes()
    enlarge(desk)
    assert QApplication.font().pixelSize() >= 1.45 * BODY
    assert all(after >= 1.4 * usual for usual, after in zip(before, sizes(), strict=True))


@pytest.mark.parametrize("arrangement", ["columns", "rows", "table"])
def test_the_largest_text_is_cut_nowhere(desk: Desk, qtbot: QtBot, arrangement: str) -> None:
    desk.shell.actions_by_id[arrangement].trigger()
    enlarge(desk)
    resize(desk, qtbot, (1000, 700))
    assert cut_off(desk.shell) == []
    whole = desk.shell.rect()
    bar = [part for part in desk.shell.findChildren(QAbstractButton) if part.parent() is desk.shell.lock.parent()]
    assert all(whole.contains(place_in(part, desk.shell)) for part in (*bar, *desk.shell.findChildren(QLineEdit)))


def test_a_finding_has_one_sign_in_its_row_of_the_table(desk: Desk) -> None:
    desk.shell.actions_by_id["table"].trigger()
    model = desk.comparison.table.model
    for number, row in enumerate(model.rows):
        cells = [model.cell(number, column) for column in range(model.columnCount())]
        begun = [finding for cell in cells for finding in cell.begun]
        touched = {id(finding) for cell in cells for finding in cell.findings}
        assert len(begun) == len(touched), row.card.outlet
    assert any(cell.severity for cell in (model.cell(2, column) for column in range(model.columnCount())))
