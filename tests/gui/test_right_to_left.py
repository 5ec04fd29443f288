"""Where reading goes from right to left, a window begins on the right; each text keeps the direction of its letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QStyleOptionMenuItem,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crossquote.comparison.reading.scale import Request
from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.desk import Desk
from crossquote.gui.direction import drawing_flags, keep_direction, set_margins
from crossquote.gui.speaking import speak
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.icons import icon
from crossquote.gui.theme.style import style_sheet
from crossquote.gui.views.finding import FindingRow
from crossquote.gui.views.kept import Bar, KeptBars
from crossquote.gui.views.strength import OutletMark, StrengthScale
from crossquote.gui.widgets.shortened import ElidedButton
from crossquote.gui.widgets.turned import turn_page
from crossquote.gui.words import say_message
from crossquote.message import Message, message, verbatim
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.text.direction import begins_leftward
from crossquote.wording import tell
from gui.opened import open_on, open_window

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(autouse=True)
def _mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RIGHT)
    yield
    qapp.setLayoutDirection(LEFT)


@pytest.fixture
def opened(qtbot: QtBot, state: State) -> Desk:
    desk = open_on(qtbot, state)
    QApplication.processEvents()
    return desk


def columns_of(image: QImage, colour: str, rows: range) -> list[int]:
    """Return the columns of a picture in which something has a colour."""
    wanted = QColor(colour).rgb()
    return [x for x in range(image.width()) if any(image.pixel(x, y) == wanted for y in rows)]


def test_an_utterance_is_chosen_before_and_after_the_list_is_laid_out(qtbot: QtBot, state: State) -> None:
    desk = open_window(qtbot)
    first, second, *_ = state.utterances
    desk.bridge.session.state = state
    desk.bridge.catch_up()
    for wanted in (second, first):
        assert desk.utterances.select(wanted)
        assert desk.utterances.current_id() == wanted
        assert [row.row() for row in desk.utterances.table.selectionModel().selectedRows()] != []
        QApplication.processEvents()
    assert desk.comparison.board.cards


def test_cards_follow_the_base_from_the_right(opened: Desk) -> None:
    board = opened.comparison.board
    base, *others = board.cards
    assert base.data.base
    assert all(card.x() < base.x() for card in others if card.y() == base.y())
    assert base.geometry().right() > board.viewport().width() * 2 // 3


def test_a_table_of_variants_goes_by_its_words(opened: Desk) -> None:
    opened.shell.actions_by_id["table"].trigger()
    assert opened.comparison.table.table.layoutDirection() == LEFT


def test_the_chosen_finding_has_its_bar_and_its_buttons_where_they_belong(opened: Desk) -> None:
    row = next(row for row in opened.shell.findChildren(FindingRow) if row.isVisible())
    row.set_current(True)
    row._show_buttons(shown=True)
    assert max(button.geometry().right() for button in row._buttons) < row.width() // 2
    bar = columns_of(row.grab().toImage(), opened.shell.appearance.theme.accent.main, range(8, 12))
    assert min(bar) >= row.width() - 4


def test_the_heads_of_the_overview_are_shortened_at_their_own_end(opened: Desk) -> None:
    opened.shell.actions_by_id["overview"].trigger()
    assert opened.overviews.pane is not None
    model = opened.overviews.pane.matrix
    heads = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    assert heads
    assert all(head.startswith("\u2068") for head in heads)


def test_the_scale_is_weakest_on_the_right(qtbot: QtBot) -> None:
    appearance = Appearance("light")
    scale = StrengthScale(appearance)
    qtbot.addWidget(scale)
    scale.resize(900, 82)
    scale.show_marks(
        [
            OutletMark("A", Request(1.0, "ask", Span(0, 5), "asked"), base=True),
            OutletMark("B", Request(5.0, "order", Span(0, 7), "ordered"), base=False),
        ]
    )
    image, rows = scale.grab().toImage(), range(25, 40)
    base = columns_of(image, appearance.theme.accent.main, rows)
    other = columns_of(image, appearance.theme.change.changed, rows)
    assert min(base) > max(other)


def test_a_narrow_scale_says_above_what_it_is_about(qtbot: QtBot) -> None:
    scale = StrengthScale(Appearance("light"))
    qtbot.addWidget(scale)
    marks = (OutletMark("A", Request(4.0, "demand", Span(0, 5), "asked"), base=True),) * 2
    scale.resize(900, 82)
    scale.show_marks(marks)
    wide = scale.sizeHint().height()
    scale.resize(520, 82)
    assert scale.sizeHint().height() > wide
    scale.resize(520, scale.sizeHint().height())
    image = scale.grab().toImage()
    told = {image.pixelColor(x, y).lightness() < 160 for x in range(520 - 100, 520 - 20) for y in range(6, 20)}
    assert told == {False, True}
    scale.make_room(low=True, alone=False)
    assert scale.sizeHint().height() == wide


@pytest.mark.parametrize("leftward", [False, True])
def test_bars_lie_as_their_texts_are_read(qtbot: QtBot, leftward: bool) -> None:
    appearance = Appearance("light")
    bars = KeptBars(appearance)
    qtbot.addWidget(bars)
    bars.resize(600, 40)
    bar = Bar(0, "Harbour Daily", base=True, ruler=True, parts=((0.0, 0.2),), share=0.2, leftward=leftward)
    bars.show_bars((bar,))
    inked = columns_of(bars.grab().toImage(), appearance.theme.accent.main, range(9, 12))
    assert (min(inked) > 300) is leftward
    assert max(inked) < 600 - 150


def test_margins_icons_and_lists_turn_round(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QHBoxLayout(holder)
    set_margins(layout, 1, 2, 3, 4)
    margins = layout.contentsMargins()
    assert (margins.left(), margins.right()) == (3, 1)
    theme = Appearance("light").theme
    assert "border-right: 3px" in style_sheet(theme)
    assert "border-left: 3px" not in style_sheet(theme)
    turned = [icon(name, "#000000", theme).pixmap(32, 32).toImage() for name in ("ph.arrow-right", "ph.check")]
    QApplication.setLayoutDirection(LEFT)
    straight = [icon(name, "#000000", theme).pixmap(32, 32).toImage() for name in ("ph.arrow-right", "ph.check")]
    assert [one == other for one, other in zip(turned, straight, strict=True)] == [False, True]


def test_a_text_of_a_list_is_shortened_at_its_own_end(qtbot: QtBot) -> None:
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.addItems(["Nothing was promised.", "لم يعد أحد بشيء", "12"])
    told = []
    for row in range(shown.count()):
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 80, 20)
        ListedDelegate(shown).initStyleOption(option, shown.model().index(row, 0))
        told.append(option.text)
    assert told == ["\u2068Nothing was promised.\u2069", "لم يعد أحد بشيء", "12"]


@pytest.mark.parametrize(
    ("text", "mirrored", "leftward", "kept"),
    [
        ("Donald Trump.", True, False, "\u2068Donald Trump.\u2069"),
        ("سولينكو.", True, True, "سولينكو."),
        ("سولينكو.", False, True, "\u2068سولينكو.\u2069"),
        ("\u2068Ada\u2069: نعم", True, True, "\u2068Ada\u2069: نعم"),
        ("37%", True, True, "37%"),
        ("\u200f\u2068Ada\u2069 · 3", True, True, "\u200f\u2068Ada\u2069 · 3"),
    ],
)
def test_a_text_is_drawn_in_its_own_direction(text: str, mirrored: bool, leftward: bool, kept: str) -> None:
    flags = drawing_flags(text, mirrored=mirrored)
    assert bool(flags & int(Qt.TextFlag.TextForceRightToLeft)) is leftward
    assert bool(flags & int(Qt.TextFlag.TextForceLeftToRight)) is not leftward
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    assert flags & int(side)
    assert flags & int(Qt.AlignmentFlag.AlignAbsolute)
    assert keep_direction(text, mirrored=mirrored) == kept


def test_a_button_that_is_too_narrow_ends_a_strangers_words_where_they_end(qtbot: QtBot) -> None:
    button = ElidedButton("Nothing was promised to anybody.")
    qtbot.addWidget(button)
    button.resize(button.fontMetrics().horizontalAdvance("Nothing was promised"), 30)
    button.show()
    assert button.text().startswith("\u2068Nothing")
    assert button.text().endswith("…\u2069")


def test_a_page_of_the_help_is_turned_round() -> None:
    page = "# العنوان\n\nالملف `.html` هنا.\n\n| أول | `ثان` |\n|---|---|\n| a | b\\|c |\n"
    turned = "# العنوان\n\nالملف \u2066`.html`\u2069 هنا.\n\n| \u2066`ثان`\u2069 | أول |\n|---|---|\n| b\\|c | a |\n"
    assert turn_page(page) == turned
    english = "# Title\n\n| `one` | two |\n|---|---|\n"
    assert turn_page(english) == english


CONTRARY = message("negation.contrary", now="بعد", was="قبل")


@pytest.mark.parametrize(
    ("told", "direction", "mark"),
    [
        (CONTRARY, LEFT, "\u200e"),
        (message("negation.contrary", now="after", was="قبل"), LEFT, ""),
        (verbatim("بعد"), LEFT, ""),
        (CONTRARY, RIGHT, ""),
    ],
)
def test_what_is_said_is_read_as_its_window_whatever_word_begins_it(
    told: Message, direction: Qt.LayoutDirection, mark: str
) -> None:
    QApplication.setLayoutDirection(direction)
    assert say_message(told) == mark + tell(told)
    assert begins_leftward(say_message(told)) is (told == verbatim("بعد") or (told == CONTRARY and direction == RIGHT))


@pytest.mark.parametrize(("on_right", "side"), [(True, 0x2), (False, 0x1)])
def test_a_share_reads_from_the_left_on_whichever_side_it_stands(on_right: bool, side: int) -> None:
    assert drawing_flags("100 %", mirrored=False, on_right=on_right) == 0x20000 | side | 0x10


@pytest.mark.parametrize(("language", "shown"), [("en", "Ctrl+."), ("ar", "\u200eCtrl+.\u200e")])
def test_keys_in_a_menu_are_read_from_left_to_right(
    qapp: QApplication, qtbot: QtBot, language: str, shown: str
) -> None:
    speak(qapp, language)
    desk = open_window(qtbot)
    option = QStyleOptionMenuItem()
    desk.shell.menus["review"].initStyleOption(option, desk.shell.actions_by_id["stop"])
    assert option.text.partition("\t")[2] == shown
