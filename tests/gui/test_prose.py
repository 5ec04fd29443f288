"""Words with thousands of marks: they are laid out once, and what is not in view is not drawn."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCursor
from pytestqt.qtbot import QtBot

from crossquote.gui.theme.fonts import serif
from crossquote.gui.theme.tokens import load_theme
from crossquote.gui.widgets.found import shown_within
from crossquote.gui.widgets.prose import Prose
from crossquote.model.markup import Look, Piece
from crossquote.model.span import Span

MANY = 2_000


def pieces(many: int) -> list[Piece]:
    found, at = [], 0
    for number in range(many):
        for text, look in ((f"the {number} ", Look.PLAIN), (f"of May {number} ", Look.CHANGED)):
            found.append(Piece(text, look, Span(at, at + len(text))))
            at += len(text)
    return found


@pytest.fixture
def prose(qtbot: QtBot) -> Prose:
    prose = Prose(serif(16), load_theme("light"))
    qtbot.addWidget(prose)
    prose.resize(400, 300)
    prose.show_pieces(pieces(MANY))
    prose.show()
    prose.document().setTextWidth(prose.viewport().width())
    return prose


def test_the_lines_in_a_rectangle_are_found(prose: Prose) -> None:
    layout = prose.document().firstBlock().layout()
    assert layout.lineCount() > 400
    line = layout.lineAt(200)
    top = int(line.y() + layout.position().y())
    shown = shown_within(prose.document(), QRect(0, top + 2, 400, 10))
    assert shown.start <= line.textStart() < line.textStart() + line.textLength() <= shown.end
    assert shown.end - shown.start < 8 * line.textLength()
    whole = shown_within(prose.document(), QRect(0, 0, 400, 10**6))
    assert whole == Span(0, prose.document().firstBlock().length())


def test_a_width_that_was_measured_is_not_laid_out_again(prose: Prose) -> None:
    height = prose.heightForWidth(300)
    laid_out: list[int] = []
    prose.document().documentLayout().update.connect(lambda *_: laid_out.append(prose.width()))
    prose.resize(300, height)
    assert laid_out == []
    assert prose.document().textWidth() == prose.viewport().width() == 300
    assert prose.verticalScrollBar().maximum() == 0
    prose.resize(200, height)
    assert laid_out
    assert prose.document().textWidth() == 200


def test_words_that_were_measured_stand_where_reading_begins(qtbot: QtBot) -> None:
    prose = Prose(serif(16), load_theme("light"))
    qtbot.addWidget(prose)
    prose.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    prose.resize(100, 30)
    prose.show()
    prose.show_pieces([Piece("«وجدنا ثلاثة تشققات في الدعامة الثانية، ولم يصب أحد بأذى»")])
    prose.resize(545, prose.heightForWidth(545))
    begins = prose.cursorRect(QTextCursor(prose.document())).x()
    assert begins > 500


def test_only_marks_in_view_are_drawn(prose: Prose, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    draw = Prose._draw_mark

    def count(self: Prose, painter: QPainter, mark: object) -> None:
        drawn.append(mark)
        draw(self, painter, mark)  # type: ignore[arg-type]

    monkeypatch.setattr(Prose, "_draw_mark", count)
    prose.viewport().repaint()
    assert 0 < len(drawn) < 200


def test_only_what_is_found_in_view_is_washed(prose: Prose, monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter that stands thousands of times in one quote held the window for ten seconds."""
    drawn: list[int] = []
    boxes = prose._rectangles

    def noting(start: int, end: int) -> list[QRectF]:
        drawn.append(start)
        return boxes(start, end)

    prose.seek("a")
    assert len(prose.found()) == MANY
    monkeypatch.setattr(prose, "_draw_mark", lambda *_: None)
    monkeypatch.setattr(prose, "_rectangles", noting)
    prose.viewport().grab()
    assert 0 < len(drawn) < MANY // 10


def test_a_mark_far_down_lies_on_its_own_line(prose: Prose) -> None:
    mark = prose._marks[2 * MANY - 1]
    (*_, box) = prose._rectangles(mark.start, mark.end)
    layout = prose.document().firstBlock().layout()
    last = layout.lineAt(layout.lineCount() - 1)
    assert last.y() <= box.center().y() - layout.position().y() <= last.y() + last.height()
