"""Faces in the window: a script of the open articles that no face can draw is named once, with a face that can."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.theme.faces import undrawn
from crossquote.gui.words import say
from crossquote.text.scripts import Script, count_scripts, drawing

_LOOKED_AT = 4000
"""So many letters of an article are looked at."""
_FEW = 3
"""Fewer letters of a script are a sign that stands somewhere, and no words."""


class Faces(QObject):
    """Looks after each work at the articles that are new."""

    told = Signal(object)

    def __init__(self, bridge: Bridge, undrawn: Callable[[Iterable[Script]], Iterable[Script]] = undrawn) -> None:
        super().__init__(bridge)
        self._bridge, self._undrawn = bridge, undrawn
        self._seen: set[str] = set()
        self._asked: set[Script] = set()
        bridge.came_to_rest.connect(self._look)

    @Slot()
    def _look(self) -> None:
        articles = self._bridge.state.articles
        new = [article for number, article in articles.items() if number not in self._seen]
        self._seen = set(articles)
        counts = [count_scripts(article.text[:_LOOKED_AT]) for article in new]
        met = dict.fromkeys(script for each in counts for script, count in each.items() if count >= _FEW)
        lacking = list(self._undrawn([script for script in met if script not in self._asked]))
        self._asked.update(met)
        if lacking:
            known = [drawing(script) for script in lacking]
            faces = tuple(dict.fromkeys(each.face for each in known))
            self.told.emit([say("window.messages.no-face", scripts=tuple(each.iso for each in known), faces=faces)])
