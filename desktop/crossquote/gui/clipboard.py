"""What other programs hand over, by the clipboard or by dragging: files, or words with their hypertext and address."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:  # the first window hands nothing over
    from crossquote.articles.clipping import Clipping

_ADDRESSES = (
    ("chromium/x-source-url", "utf-8"),
    ("text/x-moz-url-priv", "utf-16-le"),
    ("text/x-moz-url-data", "utf-16-le"),
)
"""Where browsers say which page something was copied from, and in which encoding they write that."""
_WINDOWS = b'application/x-qt-windows-mime;value="HTML Format"'
_SOURCE = b"SourceURL:"


def files_in(data: QMimeData) -> tuple[str, ...]:
    """Return the local files that are handed over: by their whole paths, or by none.

    Of an address without a path Qt makes an empty one, which stands for whatever folder the program was started in.
    """
    return tuple(path for url in data.urls() if url.isLocalFile() and Path(path := url.toLocalFile()).is_absolute())


def takes_copy(event: QDropEvent) -> bool:
    """Take what is let go here as a copy, and tell whether that can be: who is told that it was moved removes it.

    What is proposed is to move it where Shift is held, and wherever a program offers nothing else.
    """
    copy = type(event.dropAction()).CopyAction  # to name it by Qt's namespace takes longer at the first paint
    if not event.possibleActions() & copy:
        event.ignore()
        return False
    event.setDropAction(copy)
    event.accept()
    return True


def take_text(event: QDropEvent, take: Callable[[Any], None]) -> None:
    """Let a field `take` a text that is let go over it, as a copy where another program has it; never a file.

    Qt would write the path of one, and tell the other program that it had been moved.
    """
    if files_in(event.mimeData()):
        event.ignore()
    elif event.source() is not None or takes_copy(event):
        take(event)
        if event.isAccepted() and event.source() is None:
            takes_copy(event)  # Qt takes whatever is proposed


def clipping_in(data: QMimeData) -> "Clipping":
    """Return the words that are handed over."""
    from crossquote.articles.clipping import Clipping  # noqa: PLC0415 - as above

    return Clipping(data.text(), data.html() if data.hasHtml() else "", _address(data))


def _address(data: QMimeData) -> str:
    """Return the address of the page that the words are from; empty where no program says it."""
    for kind, encoding in _ADDRESSES:
        if data.hasFormat(kind):
            return bytes(data.data(kind).data()).decode(encoding, "replace").strip("\0\ufeff \r\n")
    head = bytes(data.data(_WINDOWS.decode()).data()).partition(b"<")[0]
    lines = (line for line in head.splitlines() if line.startswith(_SOURCE))
    return next(lines, b"").removeprefix(_SOURCE).decode(errors="replace").strip()
