"""Lists with buttons: what a list is about stands in its wide column, and is read however long all else is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.speaking import speak
from crossquote.gui.words import say
from gui.spoken import SPOKEN

WORDS = "We, the Foreign Ministers of seven countries, are united in our condemnation of the build-up at the border."
LONG = f"{WORDS} {WORDS}"
"""Needs more than half of the widest list."""


def columns() -> tuple[str, ...]:
    """Return the heads of the list of utterances that a rendition may be brought to."""
    return tuple(
        say(f"window.placing.{name}") for name in ("utterance", "speaker", "articles", "why-it-may-belong-there")
    )


def shown(qtbot: QtBot, wide: int, cells: tuple[str, ...], width: int) -> ListDialog[int]:
    """Return a list of one line, shown in a window of some width."""
    dialog: ListDialog[int] = ListDialog(Listing("Move", "Where to", columns(), "Move here", wide=wide))
    qtbot.addWidget(dialog)
    dialog.show_lines([Line(cells, 1)])
    dialog.resize(width, 480)
    dialog.show()  # once: what is shown first is not resized again
    qtbot.waitExposed(dialog)
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("width", [520, 728, 860, 1400])
def test_the_wide_column_has_half_the_room_at_least(
    qapp: QApplication, qtbot: QtBot, language: str, width: int
) -> None:
    speak(qapp, language)
    dialog = shown(qtbot, 0, (LONG, LONG, "8", LONG), width)
    tree = dialog.tree
    assert tree.viewport().width() // 2 < tree.sizeHintForColumn(0)
    assert tree.viewport().width() // 2 <= tree.columnWidth(0) <= tree.viewport().width() * 0.55
    assert tree.horizontalScrollBar().maximum() == 0
    assert tree.header().textElideMode() is Qt.TextElideMode.ElideRight


def test_what_is_short_takes_no_more_than_it_needs(qtbot: QtBot) -> None:
    dialog = shown(qtbot, 0, (WORDS, "G7", "8", "same speaker"), 860)
    tree = dialog.tree
    assert tree.columnWidth(1) < 120
    assert tree.columnWidth(0) > tree.viewport().width() // 2


def test_a_list_that_grows_shows_more_again(qtbot: QtBot) -> None:
    dialog = shown(qtbot, 3, ("G7 and all who were there", WORDS, "8", WORDS), 520)
    before = dialog.tree.columnWidth(1)
    dialog.resize(1400, 480)
    QApplication.processEvents()
    assert dialog.tree.columnWidth(1) > before


def test_a_list_that_grows_leaves_half_the_room_to_the_wide_column(qtbot: QtBot) -> None:
    """A head asks for no more than a column may have: what that was in a narrow window says nothing of a wide one."""
    heads = ("Utterance", "Who said it", "How many of the articles", "Why it may belong there")
    dialog: ListDialog[int] = ListDialog(Listing("Move", "Where to", heads, "Move here", wide=0))
    qtbot.addWidget(dialog)
    dialog.show_lines([Line((LONG, LONG, "8", LONG), 1)])
    dialog.resize(520, 480)
    dialog.show()
    qtbot.waitExposed(dialog)
    tree, header = dialog.tree, dialog.tree.header()
    dialog.resize(1400, 480)
    QApplication.processEvents()
    assert tree.columnWidth(2) == header.sectionSizeHint(2)
    assert tree.viewport().width() // 2 <= tree.columnWidth(0) <= tree.viewport().width() * 0.55


def test_where_the_wide_column_is_short_the_others_are_read_whole(qtbot: QtBot) -> None:
    name = "Volodymyr Zelenskyy, Kyiv"
    dialog = shown(qtbot, 3, (name, "en", name, "same name"), 860)
    tree = dialog.tree
    assert all(tree.columnWidth(column) >= tree.sizeHintForColumn(column) for column in range(4))


def test_of_a_long_list_only_some_lines_are_measured(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five thousand rules held the window for more than a second: a thousand lines of each column were, each time."""
    asked: list[int] = []
    measure = ListedDelegate.initStyleOption

    def noting(self: ListedDelegate, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        asked.append(index.row())
        measure(self, option, index)

    monkeypatch.setattr(ListedDelegate, "initStyleOption", noting)
    dialog: ListDialog[int] = ListDialog(Listing("Move", "Where to", columns(), "Move here", wide=0))
    qtbot.addWidget(dialog)
    dialog.show_lines([Line((WORDS, "G7", "8", "same speaker"), number) for number in range(5_000)])
    dialog.show()
    qtbot.waitExposed(dialog)
    QApplication.processEvents()
    assert len(set(asked)) < 200
