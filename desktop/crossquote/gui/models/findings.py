"""The list of findings, in the order in which the utterances are shown."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from crossquote.gui.model_index import ModelIndex
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import say, say_all, say_message, severity_word
from crossquote.model.finding import Finding, Severity
from crossquote.model.state import State
from crossquote.work.edits.review import findings
from crossquote.work.filters import Filters, Sieve, line_of, standing_in

ALL = Sieve.of(Filters())
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class FindingPlace(Struct, frozen=True):
    """Where a finding stands: utterance, rendition, and its place among the rendition's findings."""

    utterance: str
    rendition: int
    number: int


class FindingEntry(Struct, frozen=True):
    """What the list shows of a finding."""

    place: FindingPlace
    finding: Finding
    outlet: str
    speaker: str


class FindingModel(QAbstractListModel):
    """Holds the places of findings; fetches a finding when it is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = State()
        self._places: list[FindingPlace] = []

    def show_state(self, state: State, utterances: Iterable[str], sieve: Sieve = ALL) -> None:
        """Show those findings of `utterances` that `sieve` lets through, in that order."""
        places = [place for key in utterances for place in _places(key, state, sieve)]
        self.beginResetModel()
        self._state, self._places = state, places
        self.endResetModel()

    def entry(self, row: int) -> FindingEntry:
        """Return the finding in `row`."""
        place = self._places[row]
        utterance = self._state.utterances[place.utterance]
        comparison = utterance.comparisons[place.rendition]
        if comparison is None:
            raise LookupError(place)
        article = self._state.articles.get(utterance.renditions[place.rendition].article)
        outlet = article.outlet if article else ""
        return FindingEntry(place, comparison.findings[place.number], outlet, utterance.speaker or "")

    def first_of(self, utterance: str) -> int:
        """Return the row of the first finding of `utterance`, or that of the next one that has any."""
        return next((row for row, place in enumerate(self._places) if place.utterance == utterance), -1)

    def row_of(self, place: FindingPlace) -> int:
        """Return the row of the finding at `place`, -1 where it is not shown."""
        return self._places.index(place) if place in self._places else -1

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
        return plain_tip(say_all(finding.evidence)) if role == Qt.ItemDataRole.ToolTipRole else None


def next_open(state: State, utterances: Sequence[str], after: FindingPlace) -> FindingPlace | None:
    """Return the first finding after `after`, in the order of the list, that the user has not decided on."""
    begun = False
    for key in utterances:
        utterance = state.utterances[key]
        for index, comparison in enumerate(utterance.comparisons if begun or key == after.utterance else ()):
            said = tuple(findings(state, utterance, index))
            for number in _worst_first(comparison.findings) if comparison else ():
                if begun and said[number].is_open:
                    return FindingPlace(key, index, number)
                begun = begun or FindingPlace(key, index, number) == after
    return None


def _places(utterance_id: str, state: State, sieve: Sieve) -> Iterator[FindingPlace]:
    """Yield the places of an utterance's findings that count and are let through, in the order of its cards."""
    utterance = state.utterances[utterance_id]
    for index in range(len(utterance.renditions)):
        standing = sorted(standing_in(state, utterance, index), key=lambda one: -one[1].severity.rank)
        for number, finding in standing:
            if not sieve.wanted or sieve.passes(line_of(finding, utterance, index, state)):
                yield FindingPlace(utterance_id, index, number)


_WORST_FIRST = {severity: -severity.rank for severity in Severity}


def _worst_first(findings: tuple[Finding, ...]) -> list[int]:
    """Return the places of `findings`, the worst first, as cards show them."""
    ranks = [_WORST_FIRST[finding.severity] for finding in findings]
    return sorted(range(len(ranks)), key=ranks.__getitem__)
