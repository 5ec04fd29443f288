"""Text from outside is plain text: the one way into labels, tips, captions, boxes and titles of windows.

Qt takes for markup what looks like it: an article's `<img src="file://…">` opens that file, on another machine too. It
takes "&" for a key to press, and "[*]" in a title for a sign of its own. Whatever may hold a stranger's words goes
through here; a test looks for what goes around. The first paint comes by here: nothing may name the namespace `Qt`.
"""

from typing import Protocol

from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QWidget

_PLAIN = 0
"""Qt.TextFormat.PlainText."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class Tipped(Protocol):
    """What has a tip: a widget, an action, an item of a list, words of a text."""

    def setToolTip(self, tip: str, /) -> None:  # noqa: D102, N802 - Qt's
        ...


class PlainLabel(QLabel):
    """A label that shows what it is given, letter by letter, and is called the same."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", _PLAIN)
        self.show_text(text)

    def show_text(self, text: str, *, spoken: str = "") -> None:
        """Show `text`; a screen reader says it, or what is `spoken` instead."""
        self.setText(text)
        self.setAccessibleName(spoken or text)

    def write_in(self, colour: str) -> None:
        """Write in `colour`: by the palette, since a style sheet of its own costs a label more than all else does."""
        ink = QPalette()
        ink.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(ink)


def plain_tip(text: str) -> str:
    """Return what shows as `text` where Qt judges by itself whether a text is markup: in every tip."""
    if "<" not in text and "&lt;" not in text:
        return text
    escaped = "".join(_ENTITIES.get(letter, letter) for letter in text)
    return f'<p style="white-space: pre-wrap">{escaped}</p>'


def give_tip(part: Tipped, text: str) -> None:
    """Let `part` tell `text` where the pointer rests on it."""
    part.setToolTip(plain_tip(text))


def plain_caption(text: str) -> str:
    """Return what shows as `text` on a button or in a menu, where "&" goes before the letter of a key."""
    return text.replace("&", "&&")


def plain_action(text: str, menu: QMenu) -> QAction:
    """Return a new action of `menu` that is called `text`."""
    action = menu.addAction(plain_caption(text))
    give_tip(action, text)
    return action


def give_title(window: QWidget, text: str) -> None:
    """Call a window `text`, in its frame and for screen readers."""
    flat = " ".join(text.split())
    window.setWindowTitle(flat.replace("[*]", "[*][*]"))
    window.setAccessibleName(flat)


def plain_box(parent: QWidget, title: str, text: str, more: str = "") -> QMessageBox:
    """Return a box that says `text`, and `more` in smaller letters below."""
    box = QMessageBox(parent)
    box.setProperty("textFormat", _PLAIN)
    give_title(box, title)
    box.setText(text)
    box.setInformativeText(more)
    return box
