"""The one way that all wishes travel: from the view that says what is wished to the controller that grants it.

The method of a controller that does is marked with `grants`.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from crossquote.gui.wishes.wish import Wish

W = TypeVar("W", bound=Wish)
C = TypeVar("C")
_GRANTS = "grants"


def grants(kind: type[W]) -> Callable[[Callable[[C, W], None]], Callable[[C, W], None]]:
    """Mark the method of a controller that grants wishes of one kind."""

    def mark(method: Callable[[C, W], None]) -> Callable[[C, W], None]:
        method.__dict__[_GRANTS] = kind
        return method

    return mark


class Wishes(QObject):
    """Brings each wish to the one that grants it. `asker` is the window that the last one came from."""

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self.asker = home
        self._granted: dict[type[Wish], Callable[[Wish], None]] = {}

    def serve(self, *controllers: object) -> None:
        """Let controllers grant what their methods are marked with."""
        for controller in controllers:
            for name, method in vars(type(controller)).items():
                kind = getattr(method, _GRANTS, None)
                if kind is None:
                    continue
                if kind in self._granted:
                    raise ValueError(kind)
                self._granted[kind] = getattr(controller, name)

    def kinds(self) -> frozenset[type[Wish]]:
        """Return which wishes are granted."""
        return frozenset(self._granted)

    @Slot(object)
    def grant(self, wish: Wish) -> None:
        """Have a wish granted; one that nobody grants is a bug."""
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.asker = sender.window()
        self._granted[type(wish)](wish)
