"""The table of utterances: holds ids, fetches what a row shows when it is shown."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.rows import (
    Order,
    UtteranceRow,
    haystack,
    in_order,
    utterance_row,
)
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import say, say_joined, severity_word
from crossquote.model.review import Progress
from crossquote.model.signs import SIGNS
from crossquote.model.state import State
from crossquote.wording.joining import Joint
from crossquote.work.filters import Facet, Filter, FilterLine, FilterOffers, Filters, Sieve, lines_of

if TYPE_CHECKING:
    from crossquote.model.utterance import Utterance

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
ID_ROLE = ROW_ROLE + 1
SEVERITY, SPEAKER, WORDS, REACH, FINDINGS = range(5)
HEADERS = (
    "",
    "window.utterances.head.speaker",
    "window.utterances.head.utterance",
    "window.utterances.head.renditions",
    "window.utterances.head.findings",
)
_LOOKED_AT = 500
"""At so many renditions is looked between two other events, where that can be shared out."""
_NOTHING = Qt.ItemFlag.NoItemFlags
_CARRIED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
_CARRIED |= Qt.ItemFlag.ItemNeverHasChildren
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
BEGINS = (_DOWN, _UP, _UP, _DOWN, _DOWN)
"""In which direction each column sorts at first."""
SORT_TIPS = (
    "window.utterances.sort.severity",
    "window.utterances.sort.speaker",
    "window.utterances.sort.utterance",
    "window.utterances.sort.renditions",
    "window.utterances.sort.findings",
)
_SORTS = {
    SEVERITY: Order.SEVERITY,
    SPEAKER: Order.SPEAKER,
    WORDS: Order.ORDER,
    REACH: Order.RENDITIONS,
    FINDINGS: Order.SEVERITY,
}


OfferedFilters = frozenset[tuple[Facet, str]]
"""What filters an utterance is shown by: facet and value."""


class UtteranceModel(QAbstractTableModel):
    """Utterances of a state, filtered, searched and sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = State()
        self._rows: dict[str, tuple[Utterance, UtteranceRow]] = {}
        self._ahead: dict[str, tuple[Utterance, UtteranceRow]] = {}
        self._haystacks: dict[str, tuple[Utterance, str]] = {}
        self._lines: dict[str, tuple[Utterance, tuple[FilterLine, ...]]] = {}
        self._offers: dict[tuple[Facet, ...], dict[str, OfferedFilters]] = {}
        self._progress: Progress | None = None
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._hits: list[str] | None = None
        self._order: Sequence[str] | None = None
        self.filters = Filters()
        self.sieve = Sieve.of(self.filters)
        self.sort_by = Order.SEVERITY
        self.backwards = False
        self.search = ""

    def looking_ahead(self, state: State, changed: Collection[str] = ()) -> Iterator[None]:
        """Make the rows that show `state`, many at a time; showing it is soon done then."""
        changed = _with_doubtful(self._state, state, changed)
        self._ahead = made = {}
        for keys in _shared_out(state.utterances, state):
            for key in keys:
                utterance, kept = state.utterances[key], self._rows.get(key)
                if kept is None or kept[0] is not utterance or key in changed:
                    made[key] = (utterance, utterance_row(utterance, state))
            yield

    def show_state(self, state: State, changed: Collection[str] = ()) -> None:
        """Show the utterances of `state`; of those that are `changed` nothing is remembered."""
        before, self._state = self._state, state
        self._hits = self._order = self._progress = None
        changed = _with_doubtful(before, state, changed)
        self._rows = {
            key: kept for key, kept in self._rows.items() if state.utterances.get(key) is kept[0] and key not in changed
        }
        self._rows |= {key: made for key, made in self._ahead.items() if state.utterances.get(key) is made[0]}
        self._ahead = {}
        self._haystacks = {key: kept for key, kept in self._haystacks.items() if state.utterances.get(key) is kept[0]}
        self._forget_lines(before, changed)
        if _same(before, state):
            self._repaint(changed)
        else:
            self._refresh()

    def _forget_lines(self, before: State, changed: Collection[str]) -> None:
        """Forget what is true of those utterances of which something else is true now."""
        now = self._state
        renamed = any(
            known.outlet != article.outlet
            for key, article in now.articles.items()
            if (known := before.articles.get(key)) is not None and known is not article
        )
        kept = {} if renamed else self._lines
        self._lines = {
            key: line for key, line in kept.items() if now.utterances.get(key) is line[0] and key not in changed
        }
        self._offers = {
            facets: {key: found for key, found in offers.items() if key in self._lines}
            for facets, offers in self._offers.items()
        }

    def narrow(self, filters: Filters) -> None:
        """Show only the utterances that `filters` let through."""
        self.filters, self.sieve = filters, Sieve.of(filters)
        self._offers = {}
        self._refresh()

    def find(self, text: str) -> None:
        """Show only the utterances that hold every word of `text`."""
        goes_on = bool(self.search.strip()) and text.startswith(self.search) and self._hits is not None
        known = self._hits if goes_on else None  # whoever types on looks for words of which those before are beginnings
        self.search, self._hits = text, self._look(text.casefold().split(), known)
        self._refresh()

    def order_by(self, sort: Order, *, backwards: bool = False) -> None:
        """Show the utterances in another order."""
        self.sort_by, self.backwards, self._order = sort, backwards, None
        self._refresh()

    def row_of(self, utterance_id: str) -> int:
        """Return the row in which an utterance is shown, -1 where it is not."""
        return self._places.get(utterance_id, -1)

    def id_at(self, row: int) -> str | None:
        """Return the id of the utterance in `row`."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def ids(self) -> list[str]:
        """Return the ids of what is shown, in order."""
        return list(self._ids)

    def counts(self, facets: Iterable[Facet]) -> Counter[Filter]:
        """Return how many of the utterances that are looked for each filter of `facets` shows, the others kept."""
        asked, hits = tuple(facets), self._hit()
        known = self._offered(asked, hits)
        counts: Counter[Filter] = Counter()
        for found, number in Counter(map(known.__getitem__, hits)).items():
            counts.update({Filter(*pair): number for pair in found})
        return counts

    def counting(self, facets: Iterable[Facet]) -> Iterator[None]:
        """Look at all that `counts` counts, many at a time; counting them is soon done then."""
        asked = tuple(facets)
        for keys in _shared_out(self._hit(), self._state):
            self._offered(asked, keys)
            yield

    def _offered(self, asked: tuple[Facet, ...], keys: Iterable[str]) -> Mapping[str, OfferedFilters]:
        """Return which filters of `asked` show an utterance, of all that was looked at, `keys` among them."""
        known = self._offers.setdefault(asked, {})
        if missing := [key for key in keys if key not in known]:
            offers, alike = FilterOffers.of(self.filters, asked), {one: one for one in known.values()}
            for key in missing:
                found = offers.on(self._lines_of(key))
                known[key] = alike.setdefault(found, found)
        return known

    def found(self) -> int:
        """Return how many utterances hold the words that are looked for, whatever the filters."""
        return len(self._hit())

    def waiting(self) -> int:
        """Return how many quotes wait to be brought together, where that was stopped."""
        return len(self._state.quotes) if self._state.unfinished else 0

    def _lines_of(self, key: str) -> tuple[FilterLine, ...]:
        utterance = self._state.utterances[key]
        kept = self._lines.get(key)
        if kept is None:
            kept = self._lines[key] = (utterance, lines_of(utterance, self._state))
        return kept[1]

    @property
    def state(self) -> State:
        """What the utterances are of."""
        return self._state

    def progress(self) -> Progress:
        """Return how far the review of all is."""
        if self._progress is None:
            self._progress = Progress.of_all([self._row(key).review for key in self._state.utterances])
        return self._progress

    def _row(self, key: str) -> UtteranceRow:
        utterance = self._state.utterances[key]
        kept = self._rows.get(key)
        if kept is None:
            kept = self._rows[key] = (utterance, utterance_row(utterance, self._state))
        return kept[1]

    def _haystack(self, key: str) -> str:
        utterance = self._state.utterances[key]
        kept = self._haystacks.get(key)
        if kept is None:
            kept = self._haystacks[key] = (utterance, haystack(utterance, self._state))
        return kept[1]

    def _hit(self) -> list[str]:
        """Return the utterances that hold every word that is looked for: shown, then counted, but looked for once."""
        if self._hits is None:
            self._hits = self._look(self.search.casefold().split())
        return self._hits

    def _look(self, words: Sequence[str], known: Sequence[str] | None = None) -> list[str]:
        """Return the utterances that hold all `words`, of those that are `known` to hold what began them, if told."""
        found = list(self._state.utterances if known is None else known)
        texts = {key: self._haystack(key) for key in found} if words else {}
        for word in dict.fromkeys(words):
            found = [key for key in found if word in texts[key]]
        return found

    def _repaint(self, changed: Collection[str]) -> None:
        """Show rows anew where they stand: nothing moves under the hands of one who judges."""
        for key in changed:
            row = self.row_of(key)
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADERS) - 1))

    def _in_order(self) -> Sequence[str]:
        """Return all utterances in the order asked for, sorted once for all that is looked for in them."""
        if self._order is None:
            rows = map(self._row, self._state.utterances)
            self._order = [row.id for row in in_order(rows, self.sort_by, backwards=self.backwards)]
        return self._order

    def _refresh(self) -> None:
        shows = self.sieve.shows
        wanted = {key for key in self._hit() if not self.filters or shows(self._lines_of(key))}
        ids = [key for key in self._in_order() if key in wanted]
        self.beginResetModel()
        self._ids, self._places = ids, {key: row for row, key in enumerate(ids)}
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(HEADERS)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:  # noqa: D102 - Qt's
        return _CARRIED if index.isValid() else _NOTHING

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102 - Qt's
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        row = self._row(self._ids[index.row()])
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell(row, index.column(), spoken=role == Qt.ItemDataRole.AccessibleTextRole)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_tip(row, index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102, N802 - Qt's signature
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADERS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(HEADERS[section]) if HEADERS[section] else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say(HEADERS[section] or "window.utterances.head.severity")
        if role == Qt.ItemDataRole.ToolTipRole:
            return say(SORT_TIPS[section])
        return BEGINS[section] if role == Qt.ItemDataRole.InitialSortOrderRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:  # noqa: D102 - Qt's
        if 0 <= column < len(HEADERS):
            self.order_by(_SORTS[column], backwards=order != BEGINS[column])


def _cell(row: UtteranceRow, column: int, *, spoken: bool) -> str:
    if column == SEVERITY:
        sign = "" if row.severity is None else SIGNS[row.severity]
        return _told(row) if spoken else sign
    if column == SPEAKER:
        return row.speaker or (say("window.utterances.speaker-unknown-spoken") if spoken else "–")
    if column == WORDS:
        return row.words
    if column == REACH:
        said = say_joined((row.reach, row.progress, row.doubt), Joint.PART) if spoken else row.reach
        return say("window.utterances.done", told=said) if spoken and row.done else said
    return row.summary or (say("window.utterances.no-findings") if spoken else "")


def _told(row: UtteranceRow) -> str:
    """Return all that a row says, for its first cell: where rows are chosen, a screen reader says that one alone."""
    worst = "" if row.severity is None else severity_word(row.severity)
    others = (_cell(row, column, spoken=True) for column in range(len(HEADERS)) if column != SEVERITY)
    return say_joined((worst, *others), Joint.CLAUSE)


def _tip(row: UtteranceRow, column: int) -> str:
    if column == WORDS:
        return row.words
    if column == SPEAKER:
        return row.speaker or say("window.utterances.nobody-said")
    if column == REACH:
        told = "\n".join(filter(None, (row.reach, row.progress, row.doubt)))
        return say("window.utterances.done", told=told) if row.done else told
    if column == SEVERITY and row.severity:
        return say("window.utterances.worst-finding", severity=severity_word(row.severity))
    return row.summary if column == FINDINGS else ""


def _with_doubtful(before: State, now: State, changed: Collection[str]) -> Collection[str]:
    """Return the utterances `changed`, and those that may be the same as one that came, or is gone."""
    moved = {key for key in changed if (key in before.utterances) is not (key in now.utterances)}
    if not moved:
        return changed
    doubtful = {key for key, one in now.utterances.items() if any(each.utterance in moved for each in one.possibly)}
    return doubtful.union(changed)


def _same(before: State, now: State) -> bool:
    """Tell whether two states hold the same utterances, whatever the user has judged of them."""
    return len(now.utterances) > 0 and (before.utterances is now.utterances or before.utterances == now.utterances)


def _shared_out(keys: Iterable[str], state: State) -> Iterator[list[str]]:
    """Yield utterances of `state`, so many at a time as can be looked at between two other events."""
    share, renditions = list[str](), 0
    for key in keys:
        share.append(key)
        renditions += len(state.utterances[key].renditions)
        if renditions >= _LOOKED_AT:
            yield share
            share, renditions = [], 0
    if share:
        yield share
