"""The list of findings: those of the utterances that are shown, as they are let through, in the order asked for."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from crossquote.gui.model_index import ModelIndex
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import say, say_all, say_fact, say_joined, say_message, severity_word
from crossquote.model.finding import Finding
from crossquote.model.state import State
from crossquote.model.utterance import Rendition
from crossquote.wording.joining import Joint
from crossquote.work.edits.review import Reviewed, findings
from crossquote.work.filters import Filters, Sieve, line_of, standing_in
from crossquote.work.settings import FindingOrder

ALL = Sieve.of(Filters())
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_BEFORE = 24
"""So many letters of a rendition are told before the words of a finding."""


class FindingPlace(Struct, frozen=True):
    """Where a finding stands: utterance, rendition, and its place among the rendition's findings."""

    utterance: str
    rendition: int
    number: int


class FindingEntry(Struct, frozen=True):
    """What the list shows of a finding. `words` are those of the rendition around it."""

    place: FindingPlace
    finding: Finding
    outlet: str
    speaker: str
    words: str


class FindingModel(QAbstractListModel):
    """Holds the places of findings; fetches a finding when it is shown. `open` says how many wait for the user."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = State()
        self._found: list[tuple[FindingPlace, Finding]] = []
        self._places: list[FindingPlace] = []
        self._rows: dict[FindingPlace, int] = {}
        self.order = FindingOrder.LISTED
        self.open = 0

    def show_state(self, state: State, utterances: Iterable[str], sieve: Sieve = ALL) -> None:
        """Show those findings of `utterances` that `sieve` lets through."""
        self._found = [one for key in utterances for one in _found(key, state, sieve)]
        self.open = _count_open(state, [place for place, _ in self._found])
        self._list(state)

    def order_by(self, order: FindingOrder) -> None:
        """Show the findings in another order; those that are equal stand as their utterances do."""
        if order is not self.order:
            self.order = order
            self._list(self._state)

    def _list(self, state: State) -> None:
        found = list(self._found)
        if self.order is FindingOrder.SEVERITY:
            found.sort(key=lambda one: -one[1].severity.rank)
        elif self.order is FindingOrder.CHECK:
            names = {check: say_fact(check, "check").casefold() for check in {one.check for _, one in found}}
            found.sort(key=lambda one: (names[one[1].check], -one[1].severity.rank))
        elif self.order is FindingOrder.OUTLET:
            found.sort(key=lambda one: (_outlet(state, one[0]).casefold(), -one[1].severity.rank))
        self.beginResetModel()
        self._state, self._places = state, [place for place, _ in found]
        self._rows = {place: row for row, place in enumerate(self._places)}
        self.endResetModel()

    def entry(self, row: int) -> FindingEntry:
        """Return the finding in `row`."""
        place = self._places[row]
        utterance = self._state.utterances[place.utterance]
        comparison = utterance.comparisons[place.rendition]
        if comparison is None:
            raise LookupError(place)
        finding, speaker = comparison.findings[place.number], utterance.speaker or ""
        words = _words_around(finding, comparison.text)
        return FindingEntry(place, finding, _outlet(self._state, place), speaker, words)

    def reviewed(self, row: int) -> Reviewed:
        """Return what the user made of the finding in `row`."""
        return reviewed_at(self._state, self._places[row])

    def rendition(self, row: int) -> Rendition:
        """Return the rendition that the finding in `row` is on."""
        place = self._places[row]
        return self._state.utterances[place.utterance].renditions[place.rendition]

    def places_from(self, place: FindingPlace) -> Sequence[FindingPlace]:
        """Return the places behind `place`, in the order of the list; all, where it is not shown."""
        return self._places[self.row_of(place) + 1 :]

    def first_of(self, utterance: str) -> int:
        """Return the row of the first finding of `utterance`, or that of the next one that has any."""
        return next((row for row, place in enumerate(self._places) if place.utterance == utterance), -1)

    def row_of(self, place: FindingPlace) -> int:
        """Return the row of the finding at `place`, -1 where it is not shown."""
        return self._rows.get(place, -1)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102 - Qt's
        if not index.isValid() or not 0 <= index.row() < len(self._places):
            return None
        entry = self.entry(index.row())
        if role == ROW_ROLE:
            return entry
        finding = entry.finding
        if role == Qt.ItemDataRole.DisplayRole:
            return say_message(finding.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say(
                "window.findings.spoken",
                severity=severity_word(finding.severity),
                finding=finding.message,
                evidence=say_all(finding.evidence),
                outlet=entry.outlet,
                speaker=entry.speaker,
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(say_joined((say_message(finding.message), say_all(finding.evidence)), Joint.NEXT))
        return None


def next_open(state: State, places: Iterable[FindingPlace]) -> FindingPlace | None:
    """Return the first of `places` whose finding the user has not decided on."""
    return next((place for place in places if place.utterance in state.utterances and _is_open(state, place)), None)


def reviewed_at(state: State, place: FindingPlace) -> Reviewed:
    """Return the finding at a place, with what the user made of it."""
    return tuple(findings(state, state.utterances[place.utterance], place.rendition))[place.number]


def _is_open(state: State, place: FindingPlace) -> bool:
    said = tuple(findings(state, state.utterances[place.utterance], place.rendition))
    return place.number < len(said) and said[place.number].is_open


def _count_open(state: State, places: Iterable[FindingPlace]) -> int:
    """Return how many of the findings at `places`, which all count, the user has not decided on."""
    ruled = {key.quote for key in state.rulings}
    return sum(_leader(state, place) not in ruled or reviewed_at(state, place).decision is None for place in places)


def _leader(state: State, place: FindingPlace) -> str:
    """Return the quote that the findings on a rendition are known by."""
    return state.utterances[place.utterance].renditions[place.rendition].quotes[0]


def _found(utterance_id: str, state: State, sieve: Sieve) -> Iterator[tuple[FindingPlace, Finding]]:
    """Yield an utterance's findings that count and are let through, in the order of its cards, with their places."""
    utterance = state.utterances[utterance_id]
    for index in range(len(utterance.renditions)):
        standing = sorted(standing_in(state, utterance, index), key=lambda one: -one[1].severity.rank)
        for number, finding in standing:
            if not sieve.wanted or sieve.passes(line_of(finding, utterance, index, state)):
                yield FindingPlace(utterance_id, index, number), finding


def _outlet(state: State, place: FindingPlace) -> str:
    article = state.articles.get(state.utterances[place.utterance].renditions[place.rendition].article)
    return article.outlet if article else ""


def _words_around(finding: Finding, text: str) -> str:
    """Return the words of a rendition that a finding is about, with some before and all behind them."""
    if finding.text is None or finding.text.start <= _BEFORE:
        return " ".join(text.split())
    start = text.find(" ", finding.text.start - _BEFORE, finding.text.start) + 1
    return "…" + " ".join(text[start or finding.text.start :].split())
