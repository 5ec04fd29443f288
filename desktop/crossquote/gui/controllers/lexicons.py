"""Lexicons in the window: what was found wrong with one, as it was read for what is open, is said once."""

from PySide6.QtCore import QObject, Slot

from crossquote.gui.bridge import Bridge
from crossquote.language.together import language_troubles
from crossquote.message import Message


class Lexicons(QObject):
    """Looks after each work, which has read what it needed."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._told: set[tuple[str, Message]] = set()
        bridge.came_to_rest.connect(self._look)

    @Slot()
    def _look(self) -> None:
        """Say what is new; before there are articles, hardly a lexicon was read."""
        if self._bridge.state.articles:
            found = {(trouble.path, trouble.message): trouble for trouble in language_troubles()}
            new = tuple(trouble for key, trouble in found.items() if key not in self._told)
            self._told |= found.keys()
            if new:
                self._bridge.problems_found.emit(new)
