"""The odd base: where most renditions agree on something else, what differs is the base and not they.

That happens where the user pinned the base, or where no other rendition could be taken.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.reading.places import AlongText
from crossquote.message import message
from crossquote.model.comparison import ChangeClass, Comparison
from crossquote.model.finding import Finding, Severity
from crossquote.model.span import Span
from crossquote.text.words import fold

_AGREE = 2
"""So many renditions at least have to say the same against the base."""
_SAYS = message("evidence.odd_base")


def odd_findings(
    comparisons: Sequence[Comparison | None], sources: Sequence[int] = ()
) -> frozenset[tuple[int, Finding]]:
    """Return the findings, each with its comparison's index, in which most renditions say the same against the base.

    Renditions with the same number in `sources` come from one source, and count once.
    """
    sources = sources or range(len(comparisons))
    told = [(index, one) for index, one in enumerate(comparisons) if one is not None]
    base = {sources[index] for index, one in enumerate(comparisons) if one is None}
    rest = _Rest([(sources[index], one) for index, one in told if sources[index] not in base])
    return frozenset(
        (index, finding)
        for index, one in told
        for finding in one.findings
        if finding.base is not None and rest.is_odd(finding.check, finding.base, _said_in(one, finding))
    )


def tell_odd_base(
    comparisons: Sequence[Comparison | None], sources: Sequence[int] = ()
) -> tuple[Comparison | None, ...]:
    """Return `comparisons` where each finding that matters and is the base's doing says so."""
    odd = by_number(
        (index, one) for index, one in odd_findings(comparisons, sources) if one.severity.rank >= Severity.MAJOR.rank
    )
    return tuple(one and _told(one, odd.get(index, ())) for index, one in enumerate(comparisons))


def by_number(odd: Iterable[tuple[int, Finding]]) -> Mapping[int, Collection[Finding]]:
    """Return the findings of each comparison, by its number."""
    found: dict[int, set[Finding]] = {}
    for number, finding in odd:
        found.setdefault(number, set()).add(finding)
    return found


def _told(comparison: Comparison, odd: Collection[Finding]) -> Comparison:
    if not odd:
        return comparison
    findings = (replace(one, evidence=(*one.evidence, _SAYS)) if one in odd else one for one in comparison.findings)
    return replace(comparison, findings=tuple(findings))


class _PlacedFinding(Struct, frozen=True):
    """Where in the base a source's rendition has a finding, and what it says there."""

    span: Span
    source: int
    says: str


class _PlacedCut(Struct, frozen=True):
    """What a source's rendition, by its number, has cut off of the base."""

    span: Span
    source: int
    rendition: int


class _Rest:
    """All renditions together, each with its source: how many sources say what at a place, how many side with the base.

    Each place is looked up once, among what all of them say of it.
    """

    def __init__(self, told: Sequence[tuple[int, Comparison]]) -> None:
        self._renditions = Counter(source for source, _ in told)
        self._found = {check: AlongText.of(placed) for check, placed in _by_check(told).items()}
        self._cuts = AlongText.of(_cuts(told))
        self._known: dict[tuple[str, Span], tuple[Counter[str], int]] = {}

    def is_odd(self, check: str, place: Span, says: str) -> bool:
        """Tell whether two renditions or more say what one does, and more than side with the base."""
        if (check, place) not in self._known:
            against = {(one.source, one.says) for one in self._said_at(check, place)}
            aside = {source for source, _ in against} | self._silent(place)
            counted = Counter(text for _, text in against)
            self._known[check, place] = counted, 1 + len(self._renditions) - len(aside)
        counted, with_base = self._known[check, place]
        return counted[says] >= _AGREE and counted[says] > with_base

    def _said_at(self, check: str, place: Span) -> Sequence[_PlacedFinding]:
        """Return what the same check finds at the same place of the base."""
        return self._found[check].at(place) if check in self._found else ()

    def _silent(self, place: Span) -> set[int]:
        """Return the sources of which no rendition speaks for a place of the base at all."""
        cut = Counter(source for source, _ in {(one.source, one.rendition) for one in self._cuts.at(place)})
        return {source for source, count in cut.items() if count == self._renditions[source]}


def _by_check(told: Iterable[tuple[int, Comparison]]) -> Mapping[str, list[_PlacedFinding]]:
    found: dict[str, list[_PlacedFinding]] = {}
    for source, one in told:
        for finding in one.findings:
            if finding.base is not None:
                placed = _PlacedFinding(finding.base, source, _said_in(one, finding))
                found.setdefault(finding.check, []).append(placed)
    return found


def _cuts(told: Iterable[tuple[int, Comparison]]) -> Iterator[_PlacedCut]:
    for rendition, (source, one) in enumerate(told):
        for change in one.changes:
            if change.kind is ChangeClass.TRUNCATION:
                yield _PlacedCut(change.base, source, rendition)


def _said_in(comparison: Comparison, finding: Finding) -> str:
    """Return what the rendition says where a finding stands."""
    return fold(finding.text.of(comparison.text)) if finding.text is not None else ""
