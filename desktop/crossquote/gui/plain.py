"""Text from outside is plain text: the one way into labels, tips, captions, boxes and titles of windows.

Qt takes for markup what looks like it: an article's `<img src="file://…">` opens that file, on another machine too. It
takes "&" for a key to press, and "[*]" in a title for a sign of its own. Whatever may hold a stranger's words goes
through here; a test looks for what goes around. Controls show as their pictures, and no mark turns what follows it.
What nobody can take in at once is cut off: Qt lays out a name of 100,000 letters, or of 3,000 lines, for seconds. The
first paint comes by here: nothing may name the namespace `Qt`.
"""

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from crossquote.text.visible import visible_apart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_PLAIN = 0
"""Qt.TextFormat.PlainText."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_MOST, _MOST_LINES, _LINE = 4000, 100, 1000
"""So many letters and lines of a text are shown at once, so many letters of what stands in one line."""
_BREAK = re.compile(r"\r\n|[\n\v\f\r\x85\u2028\u2029]")


class Tipped(Protocol):
    """What has a tip: a widget, an action, an item of a list, words of a text."""

    def setToolTip(self, tip: str, /) -> None:  # noqa: D102, N802 - Qt's
        ...


def at_most(text: str) -> str:
    """Return `text` as far as it is shown at once: its first letters and lines, with an ellipsis where it goes on."""
    shown = text[:_MOST]
    breaks = [found.start() for found in _BREAK.finditer(shown)]
    if len(breaks) >= _MOST_LINES:
        shown = shown[: breaks[_MOST_LINES - 1]]
    seen = visible_apart(_BREAK.sub("\n", shown))
    return seen if len(shown) == len(text) else f"{seen}…"


def in_line(text: str) -> str:
    """Return `text` as it is shown in one line: a title, a name, an entry of a menu."""
    shown = text[:_LINE]
    flat = " ".join(shown.split()) if _BREAK.search(shown) else shown
    seen = visible_apart(flat)
    return seen if len(shown) == len(text) else f"{seen}…"


class PlainLabel(QLabel):
    """A label that shows what it is given, letter by letter up to the most, and is called the same."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", _PLAIN)
        self.show_text(text)

    def show_text(self, text: str, *, spoken: str = "") -> None:
        """Show `text`; a screen reader says it, or what is `spoken` instead."""
        self.setText(at_most(text))
        self.setAccessibleName(visible_apart(spoken or text))

    def write_in(self, colour: str) -> None:
        """Write in `colour`: by the palette, since a style sheet of its own costs a label more than all else does."""
        ink = QPalette()
        ink.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(ink)


def plain_tip(text: str) -> str:
    """Return what shows as `text` where Qt judges by itself whether a text is markup: in every tip."""
    text = at_most(text)
    if "<" not in text and "&lt;" not in text:
        return text
    escaped = "".join(_ENTITIES.get(letter, letter) for letter in text)
    return f'<p style="white-space: pre-wrap">{escaped}</p>'


def give_tip(part: Tipped, text: str) -> None:
    """Let `part` tell `text` where the pointer rests on it."""
    part.setToolTip(plain_tip(text))


def plain_caption(text: str) -> str:
    """Return what shows as `text` on a button or in a menu, where "&" goes before the letter of a key."""
    return in_line(text).replace("&", "&&")


def plain_action(text: str, menu: QMenu) -> QAction:
    """Return a new action of `menu` that is called `text`."""
    action = menu.addAction(plain_caption(text))
    give_tip(action, text)
    return action


def give_title(window: QWidget, text: str) -> None:
    """Call a window `text`, in its frame and for screen readers."""
    flat = " ".join(in_line(text).split())
    window.setWindowTitle(flat.replace("[*]", "[*][*]"))
    window.setAccessibleName(flat)


def plain_box(parent: QWidget, title: str, text: str, more: str = "") -> "QMessageBox":
    """Return a box that says `text`, and `more` in smaller letters below."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - the first window opens none

    box = QMessageBox(parent)
    box.setProperty("textFormat", _PLAIN)
    give_title(box, title)
    box.setText(at_most(text))
    box.setInformativeText(at_most(more))
    return box
