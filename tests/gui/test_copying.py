"""What is copied, carried out of the window and offered by a right click: what one sees, wherever one is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

import crossquote.gui
from crossquote.gui.clipboard import files_in
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.handing_out import quotation_data
from crossquote.gui.widgets import dragging
from crossquote.gui.widgets.dragging import RENDITION, UTTERANCE
from crossquote.gui.widgets.find_bar import FindField
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.text_field import TextField

QUOTED = "“I have strongly requested that the ministry send three ferries before winter.”"
STANDS = "Ada Lindqvist · Harbour Daily, “Mayor asks ministry for ferries”, 14 Mar 2025, paragraph 2"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    QGuiApplication.clipboard().clear()
    QApplication.processEvents()
    return desk


def copied(widget: QWidget) -> str:
    """Return what Ctrl+C copies where the focus is on `widget`."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_a_row_copies_speaker_and_words(desk: Desk) -> None:
    assert copied(desk.utterances.table).splitlines() == [QUOTED, STANDS]


def test_a_card_copies_its_quotation_with_outlet_and_date(desk: Desk) -> None:
    translated = desk.comparison.board.cards[2]
    assert copied(translated).splitlines() == [
        "«Я дуже просила, щоб міністерство надіслало три пороми до зими.»",
        "“I asked very much that the ministry send three ferries before winter.”",
        "Ada Lindqvist · Прибережна, «Мер просить міністерство про пороми», 14 Mar 2025, paragraph 2",
    ]
    assert "<p>" in QGuiApplication.clipboard().mimeData().html()


def test_words_copy_what_is_selected_and_else_their_quotation(desk: Desk) -> None:
    words = desk.comparison.board.cards[0].words
    assert copied(words).splitlines() == [QUOTED, STANDS]
    cursor = words.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    words.setTextCursor(cursor)
    assert copied(words) == "I have"


def test_articles_and_findings_copy_a_line_each(desk: Desk) -> None:
    desk.articles.select(["harbour", "coast"])
    assert copied(desk.articles.list).splitlines() == [
        "Harbour Daily, “Mayor asks ministry for ferries”, 14 Mar 2025",
        "Coast Wire, “Ferries: mayor turns to the ministry”, 14 Mar 2025",
    ]
    desk.workspace.toggle_findings()
    desk.workspace.findings.list.selectAll()
    lines = copied(desk.workspace.findings.list).splitlines()
    assert len(lines) == 5
    assert lines[0] == "Coast Wire: Number: two. for “three”."
    row = desk.comparison.board.cards[1].findings[1]
    assert copied(row).startswith("Coast Wire: Weaker: really asked")


def test_what_is_selected_stays_so_while_marks_come_and_go(desk: Desk) -> None:
    base = desk.comparison.board.cards[0].words
    at = base.toPlainText().index("ministry")
    cursor = base.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len("ministry"), QTextCursor.MoveMode.KeepAnchor)
    base.setTextCursor(cursor)
    desk.comparison._choose(1)
    assert base.textCursor().selectedText() == "ministry"
    desk.comparison._choose(0)
    assert base.textCursor().selectedText() == "ministry"


def carried(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """Let drags end at once; return what is carried."""
    taken: list[QMimeData] = []

    class Drag(QDrag):
        def exec(self, *_: object) -> Qt.DropAction:
            taken.append(self.mimeData())
            return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(dragging, "QDrag", Drag)
    return taken


def test_a_card_and_a_row_are_carried_to_other_programs_as_quotations(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = carried(monkeypatch)
    desk.comparison._carry(0)
    desk.utterances._carry(desk.utterances.table.currentIndex())
    assert [data.hasFormat(kind) for data, kind in zip(taken, (RENDITION, UTTERANCE), strict=True)] == [True, True]
    assert [data.text().splitlines() for data in taken] == [[QUOTED, STANDS]] * 2


def test_what_is_carried_from_here_becomes_no_article_here(desk: Desk) -> None:
    data = quotation_data(desk.bridge.state, "u1")
    assert data is not None
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    desk.shell.dragEnterEvent(event)
    assert event.isAccepted(), "from another program it would be one"


@pytest.mark.parametrize("over", ["window", "packages"])
@pytest.mark.parametrize("copies", [True, False])
def test_a_file_that_is_let_go_is_never_said_to_have_been_moved(
    desk: Desk, tmp_path: Path, over: str, copies: bool
) -> None:
    """With Shift held a file manager proposes to move it; told that this was done, it removes the user's file."""
    (tmp_path / "thesis.pdf").write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "thesis.pdf"))])
    ways = Qt.DropAction.MoveAction | (Qt.DropAction.CopyAction if copies else Qt.DropAction.MoveAction)
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    target = desk.shell if over == "window" else LanguagesDialog(desk.shell)
    enter, drop = QDragEnterEvent(QPoint(5, 5), ways, *held), QDropEvent(QPointF(5, 5), ways, *held)
    assert drop.proposedAction() == Qt.DropAction.MoveAction
    with QSignalBlocker(target):
        target.dragEnterEvent(enter)
        target.dropEvent(drop)
    for event in (enter, drop):
        assert event.isAccepted() == copies
        assert not copies or event.dropAction() == Qt.DropAction.CopyAction


@pytest.mark.parametrize("kind", [TextField, LineField, FindField])
def test_a_field_for_text_takes_no_file_and_no_text_away(desk: Desk, tmp_path: Path, kind: type[QWidget]) -> None:
    """A file manager that offers the path as a text, too, is told that nothing was taken; an editor keeps its words."""
    field, data = kind(parent=desk.shell), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "thesis.pdf"))])
    data.setText(str(tmp_path / "thesis.pdf"))
    assert let_go_over(field, data) == [(False, Qt.DropAction.MoveAction)] * 3
    data = QMimeData()
    data.setText("said")
    assert let_go_over(field, data) == [(True, Qt.DropAction.CopyAction)] * 3


def let_go_over(field: QWidget, data: QMimeData) -> list[tuple[bool, Qt.DropAction]]:
    """Return what another program that would rather move something is told: whether it was taken, and how."""
    ways, held = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.KeyboardModifier.ShiftModifier
    rest = (ways, data, Qt.MouseButton.LeftButton, held)
    place = QPoint(5, 5)
    enter, move, drop = (QDragEnterEvent(place, *rest), QDragMoveEvent(place, *rest), QDropEvent(QPointF(place), *rest))
    for event in (enter, move, drop):
        event.setAccepted(False)
    field.dragEnterEvent(enter)
    field.dragMoveEvent(move)
    field.dropEvent(drop)
    return [(event.isAccepted(), event.dropAction()) for event in (enter, move, drop)]


def test_each_field_is_one_that_takes_no_file() -> None:
    """Of Qt's own none is made, and none comes with a choice that can be written in."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in Path(crossquote.gui.__path__[0]).rglob("*.py")}
    own = {name for name, text in sources.items() if re.search(r"QLineEdit\(|QPlainTextEdit\(|setEditable\(", text)}
    assert own <= {"editable_choice.py", "line_field.py", "text_field.py"}


def offered(widget: QWidget, at: QPoint) -> list[str]:
    """Return what a right click offers."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(QPointF(at)).toPoint())
    QApplication.sendEvent(widget, event)
    menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    texts = [action.text().replace("&", "") for menu in menus for action in menu.actions() if action.text()]
    for menu in menus:
        menu.close()
    return texts


def test_a_right_click_offers_what_can_be_done_there(desk: Desk) -> None:
    desk.workspace.toggle_findings()
    QApplication.processEvents()
    card = desk.comparison.board.cards[1]
    at = QPoint(30, 12)
    on_words = offered(card.words.viewport(), at)
    assert [text.partition("\t")[0] for text in on_words[:3]] == ["Select All", "Read article", "Copy"]
    assert on_words.count("Copy") == 1
    assert on_words[1:] == offered(card, at)
    assert "Accept finding" in offered(card.findings[0], at)
    assert "Accept finding" in offered(desk.workspace.findings.list.viewport(), at)
    assert "Copy the words" in offered(desk.utterances.table.viewport(), at)
    articles = offered(desk.articles.list.viewport(), at)
    assert {"Read", "Copy", "About the article…", "Remove"} <= set(articles)


def test_only_differences_folds_what_agrees_in_base_rendition_and_original(desk: Desk) -> None:
    desk.comparison.head.only.setChecked(True)
    desk.comparison._choose(2)
    base, _, translated = desk.comparison.board.cards[:3]
    assert base.words.toPlainText() == "“I have strongly requested that the ministry send…”"
    assert translated.words.toPlainText() == "“I asked very much that the ministry send…”"
    desk.comparison._choose(0)
    assert base.words.toPlainText() == QUOTED, "the base by itself is read whole"


ENDING = """
from PySide6.QtGui import QGuiApplication
from crossquote.export.clip import Clip
from crossquote.gui.handing_out import as_data
from crossquote.gui.start import make_application
application = make_application()
for text in ("once", "again"):
    QGuiApplication.clipboard().setMimeData(as_data(Clip("<b>said</b>", text)))
"""


def test_the_program_ends_well_with_what_it_copied_on_the_clipboard() -> None:
    """Where no system keeps the clipboard, Qt frees what lies there after Python has ended."""
    subprocess.run([sys.executable, "-c", ENDING], timeout=60, check=True)


def test_an_address_without_a_whole_path_is_no_file(tmp_path: Path) -> None:
    """An empty path, or one that begins nowhere, was looked for in the folder that the program was started in."""
    data, file = QMimeData(), tmp_path / "a.txt"
    data.setUrls([QUrl("file:"), QUrl("file://"), QUrl("file:."), QUrl("file:a.txt"), QUrl.fromLocalFile(str(file))])
    assert [Path(name) for name in files_in(data)] == [file]
