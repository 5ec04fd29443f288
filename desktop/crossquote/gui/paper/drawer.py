"""The process that draws pages: it is asked for one text after another, and opens no window."""

import os
import sys

import msgspec
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter

from crossquote.export.formats.pdf.pages import DrawnPages, PagedText
from crossquote.gui.paper.glyphs import lines_of
from crossquote.gui.paper.layout import draw, headings_of, lay_out
from crossquote.gui.paper.sizes import SIZES
from crossquote.gui.theme.fonts import load_fonts

_DPI = 72


def draw_pages(payload: bytes) -> bytes:
    """Return the pages of a text as a PDF on its paper, with where its headings came. Runs in a child."""
    text = msgspec.msgpack.decode(payload, type=PagedText)
    _application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(SIZES[text.paper]))
    writer.setResolution(_DPI)
    strip = lay_out(text, writer)
    draw(strip, writer)
    drawn = DrawnPages(bytes(buffer.data().data()), tuple(headings_of(strip)), tuple(lines_of(strip)))
    return msgspec.msgpack.encode(drawn)


def _application() -> QGuiApplication:
    """Return the application that fonts belong to: one without a screen, but on Windows, where that one lacks most."""
    made = QGuiApplication.instance()
    if isinstance(made, QGuiApplication):
        return made
    if sys.platform != "win32":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = QGuiApplication(["crossquote"])
    load_fonts()
    return made
