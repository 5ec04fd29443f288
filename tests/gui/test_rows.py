"""Rows are painted from the side where reading begins: mirrored, everything stands as far from the other side."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from counting import counted
from crossquote.gui.delegates.articles import ArticleDelegate
from crossquote.gui.delegates.findings import FindingDelegate
from crossquote.gui.delegates.lettering import Lettering, lettering_of
from crossquote.gui.delegates.quotes import QuoteDelegate
from crossquote.gui.delegates.row import Face, RowDelegate, Sheet
from crossquote.gui.delegates.utterances import UtteranceDelegate
from crossquote.gui.models.articles import ROW_ROLE, ArticleModel
from crossquote.gui.models.findings import FindingModel
from crossquote.gui.models.utterances import REACH, SEVERITY, SPEAKER, UtteranceModel
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import load_fonts
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.views.quote_list import QuoteList
from crossquote.model.state import State

Made = tuple[RowDelegate, QModelIndex]
_NEAR = 4
"""So many pixels letters may reach beyond, or stay within, the room that they are given."""


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    load_fonts()
    appearance = Appearance("light")
    appearance.apply()
    qapp.processEvents()
    return appearance


@pytest.fixture
def make(qtbot: QtBot, appearance: Appearance, state: State) -> Callable[[str], Made]:
    """Return what makes a delegate of some kind and the index of a row that it draws."""
    home = QWidget()
    qtbot.addWidget(home)
    articles, findings, utterances = ArticleModel(home), FindingModel(home), UtteranceModel(home)
    quotes = QuoteList(appearance, home)
    articles.show_state(state)
    findings.show_state(state, list(state.utterances))
    utterances.show_state(state)
    quotes.show_quotes(state.quotes_of("harbour"), state.articles["harbour"].text)
    row = utterances.row_of("u1")
    made: dict[str, Callable[[], Made]] = {
        "article": lambda: (ArticleDelegate(appearance, home), articles.index(0)),
        "finding": lambda: (FindingDelegate(appearance, home), findings.index(0)),
        "quote": lambda: (QuoteDelegate(appearance, home), quotes.model().index(0, 0)),
        "severity": lambda: (UtteranceDelegate(appearance, home), utterances.index(row, SEVERITY)),
        "speaker": lambda: (UtteranceDelegate(appearance, home), utterances.index(row, SPEAKER)),
        "reach": lambda: (UtteranceDelegate(appearance, home), utterances.index(row, REACH)),
    }
    return lambda kind: made[kind]()


def painted(
    delegate: RowDelegate, index: QModelIndex | QPersistentModelIndex, direction: Qt.LayoutDirection, *, chosen: bool
) -> QImage:
    """Return a row as it looks in one direction of reading."""
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 420, delegate.sizeHint(option, index).height())
    option.direction = direction
    option.state = QStyle.StateFlag.State_Selected if chosen else QStyle.StateFlag.State_Enabled
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def ink(image: QImage, rows: range) -> tuple[int, int] | None:
    """Return how far from the left and from the right some lines of a picture are empty, None where all of them are."""
    ground = image.pixel(image.width() // 2, 1)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in rows)]
    return (inked[0], image.width() - 1 - inked[-1]) if inked else None


@pytest.mark.parametrize("kind", ["article", "finding", "quote", "severity", "speaker", "reach"])
@pytest.mark.parametrize("chosen", [False, True])
def test_a_mirrored_row_stands_as_far_from_the_other_side(make: Callable[[str], Made], kind: str, chosen: bool) -> None:
    delegate, index = make(kind)
    plain = painted(delegate, index, Qt.LayoutDirection.LeftToRight, chosen=chosen)
    mirrored = painted(delegate, index, Qt.LayoutDirection.RightToLeft, chosen=chosen)
    compared = 0
    middle = plain.height() // 2
    for rows in (range(2, middle), range(middle, plain.height() - 2)):
        here, there = ink(plain, rows), ink(mirrored, rows)
        assert (here is None) == (there is None), rows
        if here is not None and there is not None:
            assert here[0] == pytest.approx(there[1], abs=_NEAR), rows
            assert here[1] == pytest.approx(there[0], abs=_NEAR), rows
            compared += 1
    assert compared >= 1


def test_the_bar_of_the_chosen_row_is_where_reading_begins(make: Callable[[str], Made], appearance: Appearance) -> None:
    delegate, index = make("finding")
    accent = QColor(appearance.theme.accent.main).rgb()
    for direction, there, elsewhere in (
        (Qt.LayoutDirection.LeftToRight, 1, 418),
        (Qt.LayoutDirection.RightToLeft, 418, 1),
    ):
        image = painted(delegate, index, direction, chosen=True)
        assert image.pixel(there, 10) == accent
        assert image.pixel(elsewhere, 10) != accent


@pytest.mark.parametrize("kind", ["article", "finding", "quote", "speaker", "reach"])
def test_a_row_that_was_painted_is_painted_again_without_measuring_its_words(
    kind: str, make: Callable[[str], Made]
) -> None:
    lettering_of.cache_clear()  # another list may have measured these words
    delegate, index = make(kind)
    picture = QImage(300, 60, QImage.Format.Format_ARGB32)
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    times = []
    for _ in range(2):
        painter = QPainter(picture)
        with counted("elidedText") as measured:
            delegate.paint(painter, option, index)
        painter.end()
        times.append(measured[0])
    assert times[0] > 0
    assert times[1] == 0


class NotingSheet(Sheet, frozen=True, kw_only=True):
    """A sheet that notes what is written on it, and how much of its room that takes."""

    labels: list[str]
    written: list[tuple[str, float]]

    def write(self, room: QRect, text: str, face: Face) -> int:
        self.written.append((text, face.lettering.width(text) / room.width()))
        return super().write(room, text, face)

    def frame(self, end: int, middle: int, text: str, lettering: Lettering) -> int:
        self.labels.append(text)
        return super().frame(end, middle, text, lettering)


def drawn(delegate: RowDelegate, row: object, theme: Theme, width: int = 420) -> NotingSheet:
    """Return the sheet on which a row of the list of articles has been drawn."""
    rows = QStandardItemModel(1, 1)
    rows.setData(rows.index(0, 0), row, ROW_ROLE)
    image = QImage(width, 48, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = NotingSheet(painter, image.rect(), theme, labels=[], written=[])
    delegate.draw(sheet, rows.index(0, 0))
    painter.end()
    return sheet


@pytest.mark.parametrize(("width", "above"), [(420, ["en", "same text"]), (170, ["en"])])
def test_an_outlet_is_read_whole_before_it_is_said_that_others_print_the_same(
    make: Callable[[str], Made], appearance: Appearance, width: int, above: list[str]
) -> None:
    delegate, index = make("article")
    row = replace(index.data(ROW_ROLE), copies=("Coast Wire",))
    sheet = drawn(delegate, row, appearance.theme, width)
    (outlet, share), (below, _), *_ = sheet.written
    assert outlet == "Harbour Daily"
    assert share <= 1
    assert sheet.labels == above
    assert below.startswith("same text") is ("same text" not in above)


def test_a_title_that_serves_as_outlet_is_not_said_twice(make: Callable[[str], Made], appearance: Appearance) -> None:
    delegate, index = make("article")
    row = index.data(ROW_ROLE)
    untitled = replace(row, article=replace(row.article, title=row.article.outlet))
    sheet = drawn(delegate, untitled, appearance.theme)
    assert [text for text, _ in sheet.written if text] == ["Harbour Daily", "2 quotes"]
