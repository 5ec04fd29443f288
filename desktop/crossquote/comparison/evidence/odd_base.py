"""The odd base: where most renditions agree on something else, what differs is the base and not they.

That happens where the user pinned the base, or where no other rendition could be taken.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from crossquote.message import message
from crossquote.model.comparison import ChangeClass, Comparison
from crossquote.model.finding import Finding, Severity
from crossquote.text.words import fold

_AGREE = 2
"""So many renditions at least have to say the same against the base."""
_SAYS = message("evidence.odd_base")


def odd_findings(comparisons: Sequence[Comparison | None]) -> frozenset[tuple[int, Finding]]:
    """Return the findings, each with its comparison's index, in which most renditions say the same against the base."""
    told = [(index, one) for index, one in enumerate(comparisons) if one is not None]
    return frozenset(
        (index, finding) for index, one in told for finding in one.findings if _is_odd(index, finding, told)
    )


def tell_odd_base(comparisons: Sequence[Comparison | None]) -> tuple[Comparison | None, ...]:
    """Return `comparisons` where each finding that matters and is the base's doing says so."""
    odd = [(index, one) for index, one in odd_findings(comparisons) if one.severity.rank >= Severity.MAJOR.rank]
    return tuple(
        one and _told(one, {finding for number, finding in odd if number == index})
        for index, one in enumerate(comparisons)
    )


def _told(comparison: Comparison, odd: Collection[Finding]) -> Comparison:
    if not odd:
        return comparison
    findings = (replace(one, evidence=(*one.evidence, _SAYS)) if one in odd else one for one in comparison.findings)
    return replace(comparison, findings=tuple(findings))


def _is_odd(index: int, finding: Finding, told: Sequence[tuple[int, Comparison]]) -> bool:
    """Tell whether two renditions or more say the same as `finding` does, and more than side with the base."""
    if finding.base is None:
        return False
    own = next(one for number, one in told if number == index)
    wanted = _says(own, finding)
    with_it = sum(wanted in _said_there(one, finding) for _, one in told)
    with_base = 1 + sum(not _differs_there(one, finding) and _renders(one, finding) for _, one in told)
    return with_it >= _AGREE and with_it > with_base


def _says(comparison: Comparison, finding: Finding) -> str:
    return fold(finding.text.of(comparison.text)) if finding.text is not None else ""


def _there(comparison: Comparison, finding: Finding) -> Iterator[Finding]:
    """Yield what the same check finds at the same place of the base."""
    for other in comparison.findings:
        if other.check == finding.check and other.base and finding.base and other.base.overlaps(finding.base):
            yield other


def _said_there(comparison: Comparison, finding: Finding) -> frozenset[str]:
    return frozenset(_says(comparison, other) for other in _there(comparison, finding))


def _differs_there(comparison: Comparison, finding: Finding) -> bool:
    return any(True for _ in _there(comparison, finding))


def _renders(comparison: Comparison, finding: Finding) -> bool:
    """Tell whether a rendition speaks for the place of the base at all."""
    cut = (change.base for change in comparison.changes if change.kind is ChangeClass.TRUNCATION)
    return finding.base is not None and not any(place.overlaps(finding.base) for place in cut)
