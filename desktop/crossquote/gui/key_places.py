"""Keys by their place: shortcuts of one letter work on keyboards that have no Latin letters, too.

Qt compares the letter that is typed. On X11 it looks for the Latin one that the same key has in another layout. On
Windows and macOS it does not: what stands where J is on an Arabic, Russian or Ukrainian keyboard is no J to it. There
the system tells, beside the letter, which key it was.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LETTERS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "windows": MappingProxyType({ord(letter): letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}),
        "cocoa": MappingProxyType(
            {
                **dict(enumerate("ASDFHGZXCV")),
                **dict(enumerate("BQWERYT", 11)),
                31: "O",
                32: "U",
                34: "I",
                35: "P",
                37: "L",
                38: "J",
                40: "K",
                45: "N",
                46: "M",
            }
        ),
    }
)
"""The Latin letters by the numbers of their keys, for each of Qt's platforms that tells these with a letter.

Windows: "Virtual-key codes" (A to Z are their ASCII codes). macOS: kVK_ANSI_A and on, of HIToolbox's Events.h.
"""
_ALONE = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class KeyPlaces(QObject):
    """Watches what has the focus; a letter that is not Latin there runs the action whose shortcut its key has."""

    def __init__(self, application: QApplication, letters: Mapping[int, str] | None = None) -> None:
        super().__init__(application)
        platform = QGuiApplication.platformName()
        self._letters = letters if letters is not None else LETTERS.get(platform, MappingProxyType({}))
        self._watched: QWidget | None = None
        if self._letters:
            application.focusChanged.connect(self._watch)

    @Slot(QWidget, QWidget)
    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)

    def _run(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Do what the key does where nothing is being written, if there is anything; tell whether there was."""
        letter = self._letters.get(event.nativeVirtualKey())
        writes = watched.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if letter is None or writes or event.modifiers() not in _ALONE or event.text().isascii():
            return False
        if _takes(watched, Qt.Key(ord(letter)), event.modifiers()):
            return True
        wanted = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(ord(letter))))
        for action in watched.window().actions():
            if action.isEnabled() and wanted in action.shortcuts():
                action.trigger()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            return self._run(watched, event)
        return False


def _takes(watched: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Press `key` on what wants it for itself, as a row does that it leads on from; tell whether it was wanted."""
    asked, pressed = (
        QKeyEvent(kind, key, modifiers, chr(key)) for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    )
    asked.ignore()
    QCoreApplication.sendEvent(watched, asked)
    return asked.isAccepted() and QCoreApplication.sendEvent(watched, pressed)
