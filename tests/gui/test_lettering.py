"""Small labels of rows: their frames are drawn once a look, and look as if they were drawn where they stand."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from crossquote.gui.delegates.lettering import Lettering, Outline, draw_frame
from crossquote.gui.delegates.row import Sheet
from crossquote.gui.theme.fonts import SMALL, sans
from crossquote.gui.theme.tokens import Theme, load_theme

LINE, GROUND = "#8a8a8a", "#fffdf8"


def _paper(ratio: float) -> QImage:
    image = QImage(round(120 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#c0d8e8"))
    return image


def _differ(one: QImage, other: QImage) -> int:
    """Return how far apart the colours of two pictures are where they are furthest."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(first - second) for first, second in pairs)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("off", [0, 0.5])
def test_a_frame_looks_as_if_it_was_drawn_there(qapp: QApplication, ratio: float, off: float) -> None:  # noqa: ARG001
    drawn, kept = _paper(ratio), _paper(ratio)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(LINE), 1))
    painter.setBrush(QColor(GROUND))
    painter.drawRoundedRect(QRectF(20.5, 10 + off, 59, 17), 4, 4)
    painter.end()
    painter = QPainter(kept)
    painter.drawPixmap(QPoint(19, 9), draw_frame(Outline(60, 17, off, LINE, GROUND, ratio)))
    painter.end()
    assert _differ(drawn, kept) <= 1


def test_labels_of_one_look_have_one_frame(qapp: QApplication) -> None:  # noqa: ARG001 - pictures need one
    theme: Theme = load_theme("light")
    lettering, paper = Lettering(sans(SMALL)), _paper(1)
    painter = QPainter(paper)
    for top in range(30):
        Sheet(painter, QRect(0, top, 110, 28), theme).frame(100, 14, "same text", lettering)
    painter.end()
    assert lettering.frame.cache_info().misses == 1
