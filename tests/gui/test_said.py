"""What keys lead to, and what they did, is said to a screen reader, though the focus stays where it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.words import say_all
from gui.heard import hear
from gui.opened import open_on_two, open_window
from gui.waiting import settle


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is said, as it comes."""
    return hear(monkeypatch)


def press(desk: Desk, key: Qt.Key, qtbot: QtBot) -> None:
    desk.shell.activateWindow()
    qtbot.waitUntil(desk.shell.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or desk.shell, key)
    settle(qtbot, desk)


def test_a_finding_that_is_gone_to_is_said(desk: Desk, qtbot: QtBot, said: list[str]) -> None:
    desk.utterances.table.setFocus()
    press(desk, Qt.Key.Key_J, qtbot)
    found = desk.comparison.current_finding
    assert found is not None
    model = desk.workspace.findings.model
    assert said == [model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)]
    press(desk, Qt.Key.Key_J, qtbot)
    assert said[1:] == [model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)]


def test_a_finding_is_said_once_in_the_list_that_says_its_rows_itself(
    desk: Desk, qtbot: QtBot, said: list[str]
) -> None:
    desk.shell.actions_by_id["findings"].trigger()
    desk.workspace.findings.list.setFocus()
    press(desk, Qt.Key.Key_J, qtbot)
    assert desk.comparison.current_finding is not None
    assert said == []


def test_what_was_done_and_taken_back_is_said(qtbot: QtBot, tmp_path: Path, said: list[str]) -> None:
    desk = open_on_two(qtbot, tmp_path)
    press(desk, Qt.Key.Key_J, qtbot)
    said.clear()
    press(desk, Qt.Key.Key_A, qtbot)
    assert desk.steps.said.text() in said
    said.clear()
    desk.bridge.undo()
    settle(qtbot, desk)
    assert desk.steps.said.text() in said


def test_what_was_done_is_read_in_a_narrow_window_before_the_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_window(qtbot)
    desk.shell.resize(760, 600)
    path = tmp_path / "one.txt"
    path.write_text("The bridge\n\n“We will never open it,” said Mayor Ada Lindqvist.\n", encoding="utf-8")
    desk.take_in((str(path),))
    settle(qtbot, desk)
    desk.shell.counts.show_text("8 articles · 109 quotes · 28 utterances · 2 of 61 reviewed · 50 findings open · " * 2)
    desk.shell.engine.show_text("No package from Ukrainian to English or Russian to English, nor back")
    said = desk.steps.said
    step = said.text().partition(" · ")[0]
    qtbot.waitUntil(lambda: said.width() > said.fontMetrics().horizontalAdvance(f"{step} · …"))


def test_what_the_window_tells_at_its_top_is_said(desk: Desk, said: list[str]) -> None:
    desk.banner.show_lines(["One file is empty."])
    desk.banner.show_lines(["One file is empty.", "Another, too."])
    assert said == ["One file is empty.", "Another, too."]


def test_of_many_files_that_could_not_be_read_no_more_is_said_than_is_shown(desk: Desk, said: list[str]) -> None:
    files = {f"{number}.txt": f"The file number {number} says nothing, and why that is" for number in range(300)}
    desk.banner.show_lines(list(files.values()), desk.shell.actions_by_id["unread"], files)
    assert said == ["300 files were not read: 0.txt, 1.txt, 2.txt, …"]
    desk.banner.show_lines(list(files.values())[:5], desk.shell.actions_by_id["unread"], files)
    assert len(said) == 1


def test_a_finding_says_its_evidence_once(desk: Desk) -> None:
    rows = [row for card in desk.comparison.board.cards for row in card.findings]
    row = next(row for row in rows if row.reviewed.finding.evidence)
    told = QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Description)
    assert told == row.accessibleDescription()
    assert told
    assert say_all(row.reviewed.finding.evidence) in row.accessibleName()
    assert say_all(row.reviewed.finding.evidence) not in told
    row.set_current(True)
    row.set_current(False)
    assert row.accessibleDescription() == told


def test_the_first_cell_of_an_utterance_tells_all_of_it(desk: Desk) -> None:
    model = desk.utterances.model
    first, *others = (
        str(model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)) for column in range(model.columnCount())
    )
    assert all(other in first for other in others)
    assert first.startswith("critical")
