"""The odd base: where most renditions agree on something else, what differs is the base and not they.

That happens where the user pinned the base, or where no other rendition could be taken.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.reading.places import lying_at
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
    told = [(index, _Rendition(one)) for index, one in enumerate(comparisons) if one is not None]
    base = {sources[index] for index, one in enumerate(comparisons) if one is None}
    rest = _Rest([(sources[index], one) for index, one in told if sources[index] not in base])
    return frozenset(
        (index, finding)
        for index, one in told
        for finding in one.comparison.findings
        if finding.base is not None and rest.is_odd(finding.check, finding.base, one.says(finding))
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


class _Rendition:
    """What was found in a rendition, by check in the order of the places in the base, and what was cut off."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._found: dict[str, list[_PlacedFinding]] = {}
        for finding in comparison.findings:
            if finding.base is not None:
                self._found.setdefault(finding.check, []).append(_PlacedFinding(finding.base, self.says(finding)))
        for listed in self._found.values():
            listed.sort(key=lambda one: one.span)
        self._reach = {check: max(len(one.span) for one in listed) for check, listed in self._found.items()}
        self._cut = [change.base for change in comparison.changes if change.kind is ChangeClass.TRUNCATION]

    def says(self, finding: Finding) -> str:
        """Return what the rendition says where a finding stands."""
        return fold(finding.text.of(self.comparison.text)) if finding.text is not None else ""

    def said_at(self, check: str, place: Span) -> frozenset[str]:
        """Return what is said where the same check finds something at the same place of the base."""
        there = lying_at(self._found.get(check, ()), place, self._reach.get(check, 0))
        return frozenset(one.says for one in there)

    def renders(self, place: Span) -> bool:
        """Tell whether the rendition speaks for a place of the base at all."""
        return not any(cut.overlaps(place) for cut in self._cut)


class _PlacedFinding(Struct, frozen=True):
    """Where in the base a finding stands, and what the rendition says there."""

    span: Span
    says: str


class _Rest:
    """All renditions together, each with its source: how many sources say what at a place, how many side with the base.

    Each place is looked up once.
    """

    def __init__(self, told: Sequence[tuple[int, _Rendition]]) -> None:
        self._told = told
        self._known: dict[tuple[str, Span], tuple[Counter[str], int]] = {}

    def is_odd(self, check: str, place: Span, says: str) -> bool:
        """Tell whether two renditions or more say what one does, and more than side with the base."""
        if (check, place) not in self._known:
            said = [(source, one, one.said_at(check, place)) for source, one in self._told]
            against = {(source, text) for source, _, texts in said for text in texts}
            parted = {source for source, _ in against}
            siding = {source for source, one, texts in said if not texts and one.renders(place)} - parted
            self._known[check, place] = Counter(text for _, text in against), 1 + len(siding)
        counted, with_base = self._known[check, place]
        return counted[says] >= _AGREE and counted[says] > with_base
