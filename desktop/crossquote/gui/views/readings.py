"""The readings of an article beside it, as its sentences get translated; a long one's comes an event later."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from crossquote.model.state import State
from crossquote.work.reading import ArticleTranslation, needs_translation, reading_of

_LONG = 50_000
"""Letters of an article that is to be seen before its sentences are looked for: each of both takes half a second."""


class Readings(QObject):
    """Says what the reading of one article is `now`, each time that it is another one; None where it needs none."""

    changed = Signal()

    def __init__(self, article_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._article_id, self._state = article_id, State()
        self.now: ArticleTranslation | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)

    def follow(self, state: State) -> None:
        """Read the article, which is there, as it is in `state`."""
        self._state = state
        if len(state.articles[self._article_id].text) > _LONG:
            self._later.start()
        else:
            self._read()

    @Slot()
    def _read(self) -> None:
        needed = needs_translation(self._state, self._article_id)
        now = reading_of(self._state, self._article_id) if needed else None
        if now != self.now:
            self.now = now
            self.changed.emit()
