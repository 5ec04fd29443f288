"""Where the keys go is seen: every list, table and button looks another way with the focus than without."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.dialogs.preferences import PreferencesDialog
from crossquote.gui.wishes.articles import ReadArticle
from gui.opened import seen_windows


def looks(part: QWidget) -> QImage:
    """Return a picture of a part as it is."""
    QApplication.processEvents()
    return part.grab().toImage()


def shows_focus(part: QWidget, qtbot: QtBot) -> bool:
    """Tell whether a part looks another way when the focus comes to it by a key."""
    window = part.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    part.clearFocus()
    before = looks(part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    assert part.hasFocus()
    return looks(part) != before


def views_of(window: QWidget) -> list[QAbstractItemView]:
    """Return the lists and tables of a window that keys can go to."""
    found = window.findChildren(QAbstractItemView)
    return [one for one in found if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("page", ["columns", "table", "overview"])
def test_the_focus_is_seen_in_every_list(desk: Desk, qtbot: QtBot, page: str) -> None:
    if not desk.workspace.findings.isVisible():
        desk.shell.actions_by_id["findings"].trigger()
    desk.shell.actions_by_id[page].trigger()
    QApplication.processEvents()
    views = views_of(desk.shell)
    assert len(views) >= 3
    assert [one.accessibleName() for one in views if not shows_focus(one, qtbot)] == []


def test_the_focus_is_seen_in_the_reader_and_in_the_help(desk: Desk, qtbot: QtBot) -> None:
    desk.wishes.grant(ReadArticle("harbour", "u1-harbour"))
    reader = desk.readers.windows[0]
    assert shows_focus(reader.list, qtbot)
    desk.help.show_reviewing()
    window = desk.help.window
    assert window is not None
    assert shows_focus(window.list, qtbot)
    window.close()
    reader.close()


def test_the_focus_is_seen_in_lists_of_dialogs(desk: Desk, qtbot: QtBot) -> None:
    dialog = PaletteDialog(desk.shell.actions_by_id, desk.shell)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [one.accessibleName() for one in views_of(dialog) if not shows_focus(one, qtbot)] == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_frame_of_the_theme_goes_round_the_whole_row_of_a_list(desk: Desk, qtbot: QtBot, theme: str) -> None:
    desk.shell.appearance.choose(theme)
    dialog: ListDialog[int] = ListDialog(Listing("Rules", "What is not raised", ("Check", "Words")), desk.shell)
    qtbot.addWidget(dialog)
    dialog.show_lines([Line(("date", "Monday"), 1), Line(("number", "7"), 2)])
    dialog.show()
    assert shows_focus(dialog.tree, qtbot)
    seen, row = looks(dialog.tree.viewport()), dialog.tree.visualRect(dialog.tree.currentIndex())
    across = {seen.pixelColor(x, row.top()).name() for x in range(seen.width())}
    down = {seen.pixelColor(x, y).name() for x in (0, seen.width() - 1) for y in range(row.top(), row.bottom())}
    assert across == down == {desk.shell.appearance.theme.accent.main.casefold()}
    desk.shell.appearance.choose("light")


def test_the_focus_is_seen_where_nothing_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    tree = QTreeWidget(desk.shell)
    tree.setColumnCount(2)
    item = QTreeWidgetItem(["German", "1"])
    tree.addTopLevelItem(item)
    tree.resize(300, 200)
    tree.show()
    tree.setCurrentItem(item)
    tree.clearSelection()
    assert shows_focus(tree, qtbot)


@pytest.fixture
def _offered(desk: Desk) -> Iterator[None]:
    """Let the window tell something that a button helps with."""
    offer = QAction("Languages", desk.shell)
    desk.banner.show_lines(["No package."], offer)
    yield
    desk.banner.dismiss()


@pytest.mark.usefixtures("_offered")
def test_the_focus_is_seen_on_every_button(desk: Desk, qtbot: QtBot) -> None:
    buttons = [desk.shell.lock, *desk.banner.offers.values(), *desk.shell.buttons]
    assert [one.accessibleName() for one in buttons if not shows_focus(one, qtbot)] == []


def test_the_base_is_told_from_the_card_that_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    desk.workspace.utterances.select("u1")
    base = next(card for card in desk.comparison.board.cards if card.data.base)
    base.setFocus()
    QApplication.processEvents()
    assert shows_focus(base, qtbot)


def test_among_strong_lines_the_frame_of_the_focus_is_wider(desk: Desk, qtbot: QtBot) -> None:
    """A frame of one point in light blue was not told from the white ones around all other fields."""
    desk.shell.appearance.choose("contrast")
    accent = desk.shell.appearance.theme.accent.main
    desk.preferences.show()
    (dialog,) = seen_windows(PreferencesDialog)
    fields = [one for one in dialog.findChildren(QWidget) if isinstance(one, (QComboBox, QLineEdit, QPushButton))]
    for field in (one for one in fields if one.isVisible() and not isinstance(one.parent(), QComboBox)):
        size = field.size()
        assert shows_focus(field, qtbot)
        seen = looks(field)
        assert isinstance(field, QPushButton) or seen.pixelColor(seen.width() // 2, 1).name() == accent
        assert field.size() == size
    dialog.reject()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_frame_of_a_row_is_whole(desk: Desk, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    """The line under each of its cells was a point too long, and lay over the frame of the next."""
    desk.shell.appearance.choose("contrast")
    table = desk.utterances.table
    table.setLayoutDirection(direction)
    assert shows_focus(table, qtbot)
    row = table.visualRect(table.currentIndex())
    seen = looks(table.viewport())
    for y in (row.bottom(), row.bottom() - 1):
        assert {seen.pixelColor(x, y).name() for x in range(seen.width())} == {desk.shell.appearance.theme.accent.main}
