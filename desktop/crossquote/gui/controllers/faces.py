"""Faces in the window: a script of the open articles that no face can draw is named once, with a face that can."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.theme.faces import undrawn
from crossquote.gui.words import say
from crossquote.text.scripts import Script, count_scripts, drawing

_LOOKED_AT = 4000
"""So many letters of an article are looked at."""
_FEW = 3
"""Fewer letters of a script are a sign that stands somewhere, and no words."""
_AT_ONCE = 2
"""So many articles are looked at between two events."""


class Faces(QObject):
    """Looks after each work at the articles that are new, a few at a time while nothing else happens."""

    told = Signal(object)

    def __init__(self, bridge: Bridge, undrawn: Callable[[Iterable[Script]], Iterable[Script]] = undrawn) -> None:
        super().__init__(bridge)
        self._bridge, self._undrawn = bridge, undrawn
        self._seen: set[str] = set()
        self._waiting: list[str] = []
        self._met: dict[Script, None] = {}
        self._asked: set[Script] = set()
        self._more = QTimer(self)
        self._more.timeout.connect(self._look)
        bridge.came_to_rest.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        articles = self._bridge.state.articles
        self._waiting += [article.text[:_LOOKED_AT] for number, article in articles.items() if number not in self._seen]
        self._seen = set(articles)
        self._more.start()

    @Slot()
    def _look(self) -> None:
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        counts = [count_scripts(text) for text in now]
        self._met |= dict.fromkeys(script for each in counts for script, count in each.items() if count >= _FEW)
        if not self._waiting:
            self._more.stop()
            self._tell()

    def _tell(self) -> None:
        """Name the scripts that were met for the first time and can't be drawn."""
        lacking = list(self._undrawn([script for script in self._met if script not in self._asked]))
        self._asked.update(self._met)
        self._met = {}
        if lacking:
            known = [drawing(script) for script in lacking]
            faces = tuple(dict.fromkeys(each.face for each in known))
            self.told.emit([say("window.messages.no-face", scripts=tuple(each.iso for each in known), faces=faces)])
