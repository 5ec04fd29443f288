"""What a window says, part by part: all that can be read, pointed at or heard in it."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from crossquote.gui.widgets.shortened import ElidedLabel

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_TOLD = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def untold(text: str, known: frozenset[str]) -> list[str]:
    """Return the words of `text` that stand outside the marks of the pseudo-language and are not `known`."""
    while (rest := _TOLD.sub(" ", text)) != text:
        text = rest
    return [word for word in _WORD.findall(text) if word.casefold() not in known]


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text of a window and of all in it, with the part that says it."""
    for part in (window, *window.findChildren(QWidget)):
        if part.objectName().startswith("qt_") and not isinstance(window, QMessageBox):
            continue
        for text in (*_named(part), *_shown(part)):
            if text:
                yield type(part).__name__, text


def _named(part: QWidget) -> Iterator[str]:
    yield from (part.windowTitle(), part.toolTip(), part.accessibleName(), part.accessibleDescription())
    if isinstance(part, (QLineEdit, QPlainTextEdit)):
        yield part.placeholderText()


def _shown(part: QWidget) -> Iterator[str]:
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QComboBox():
            yield from (part.itemText(row) for row in range(part.count()))
        case QMenu():
            yield part.title()
            for action in part.actions():
                yield from (action.text(), action.toolTip())
        case QAbstractItemView():
            yield from _rows(part.model())


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    root = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for column in range(columns):
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal, role) or "") for role in _ROLES)
    for row in range(min(model.rowCount(root), 60)):
        yield from (str(model.headerData(row, Qt.Orientation.Vertical, role) or "") for role in _ROLES)
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in _ROLES)


def cut_off(window: QWidget) -> list[str]:
    """Return the visible texts of a window that have no room: those that shorten themselves have always some."""
    return [text for part in window.findChildren(QWidget) if part.isVisible() for text in _cut(part)]


def _cut(part: QWidget) -> Iterator[str]:
    if isinstance(part, ElidedLabel):
        return
    if isinstance(part, QLabel) and part.text() and part.wordWrap():
        if part.height() + 1 < part.heightForWidth(part.width()):
            yield part.text()
    elif isinstance(part, (QLabel, QAbstractButton)) and part.text() and not _shortens_itself(part):
        yield from [part.text()] if part.width() + 1 < part.minimumSizeHint().width() else []


def _shortens_itself(part: QWidget) -> bool:
    """Tell whether a part shows an icon in place of its text, or ends it with an ellipsis, as verdicts do."""
    if not isinstance(part, QToolButton):
        return False
    icon_only = part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not part.icon().isNull()
    return icon_only or part.objectName() == "verdict"
