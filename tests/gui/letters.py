"""Whether a window shows a stranger's text as the letters that it is made of, or takes it for something else."""

import os
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextBlock, QTextDocument, QTextDocumentFragment
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from crossquote.gui.plain import plain_caption
from crossquote.resources import resource

ODD = ("<b>bold</b> &amp; [*] Q && A & &Open", "Ada &lt; Tomas", "plain\n<i>second line</i>")
"""Texts that Qt would take for markup, for a key to press or for a sign of its own."""


def plain(text: str) -> str:
    """Return what Qt shows of a text that it may take for markup."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if GuiQt.mightBeRichText(text) else text


OWN_PICTURES = {f"pictures/{file.name}" for file in resource("help", "pictures").iterdir()}
"""What pages of the help show."""


def taken_as_markup(window: QWidget, text: str) -> list[str]:
    """Return the parts of a window that show `text` as anything but the letters that it is made of."""
    flat = " ".join(text.split())
    parts = (window, *window.findChildren(QObject))
    return [f"{type(part).__name__} {part.objectName()}: {what}" for part in parts for what in wrong_in(part, flat)]


def wrong_in(part: QObject, text: str) -> Iterator[str]:
    if isinstance(part, QLabel):
        rich = GuiQt.mightBeRichText(part.text()) and part.textFormat() is not Qt.TextFormat.PlainText
        yield from ["text"] if rich else []
    if isinstance(part, (QWidget, QAction)):
        yield from ["tip"] if is_wrong_tip(part.toolTip(), text) else []
    if isinstance(part, QWidget):
        yield from ["title"] if "[*]" in part.windowTitle().replace("[*][*]", "") else []
    if isinstance(part, (QAbstractButton, QAction)):
        yield from ["key"] if is_wrong_caption(part.text(), text) else []
    if isinstance(part, QMenu):
        yield from ["key"] if is_wrong_caption(part.title(), text) else []
    if isinstance(part, QAbstractItemView):
        yield from ["row"] if any(is_wrong_tip(tip, text) for tip in tips_of(part.model())) else []
    if isinstance(part, (QTextEdit, QPlainTextEdit)):
        yield from ["tip in a text"] if any(is_wrong_tip(tip, text) for tip in tips_in(part.document())) else []
        yield from ["picture"] if not set(pictures_in(part.document())) <= OWN_PICTURES else []


def is_wrong_tip(tip: str, text: str) -> bool:
    """Tell whether a tip would be taken for markup, and then not show the letters of `text` or a path of it."""
    return GuiQt.mightBeRichText(tip) and beginning(text) not in " ".join(plain(tip).split()).replace(os.sep, "/")


def beginning(text: str) -> str:
    """Return as much of a text as is shown where it is cut short."""
    return text[:12]


def is_wrong_caption(caption: str, text: str) -> bool:
    """Tell whether a button or a menu takes a letter of `text` for a key; what stands before it may have one."""
    start = beginning(plain_caption(text))
    at = caption.find(start)
    return beginning(text) in caption and (at < 0 or not QKeySequence.mnemonic(caption[at:]).isEmpty())


def tips_of(model: QAbstractItemModel) -> Iterator[str]:
    root, role = QModelIndex(), Qt.ItemDataRole.ToolTipRole
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for way, number in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, model.rowCount(root))):
        yield from (str(model.headerData(place, way, role) or "") for place in range(number))
    for row in range(model.rowCount(root)):
        yield from (str(model.index(row, column).data(role) or "") for column in range(columns))


def tips_in(document: QTextDocument) -> Iterator[str]:
    block: QTextBlock = document.begin()
    while block.isValid():
        yield from (shape.format.toolTip() for shape in block.textFormats())
        block = block.next()


def pictures_in(document: QTextDocument) -> Iterator[str]:
    block: QTextBlock = document.begin()
    while block.isValid():
        yield from (
            shape.format.toImageFormat().name() for shape in block.textFormats() if shape.format.isImageFormat()
        )
        block = block.next()
