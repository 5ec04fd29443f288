"""What need not be told twice: words left out or added of which another finding says more."""

from collections.abc import Mapping, Sequence

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.reading.content import content_words
from crossquote.comparison.reading.pair import Pair
from crossquote.model.finding import Finding


def is_told_elsewhere(pair: Pair, finding: Finding, findings: Sequence[Finding], checks: Mapping[str, Check]) -> bool:
    """Tell whether all content words that a finding misses or adds stand in findings that say more of them."""
    place = finding.base or finding.text
    if place is None or not checks[finding.check].gives_way:
        return False
    lost = finding.base is not None
    tellers = [other for other in findings if _covers(checks[other.check].covers, other, lost=lost)]
    covered = [span for other in tellers if (span := other.base if lost else other.text) is not None]
    words = content_words(pair, place, in_base=lost)
    return bool(words) and all(any(span.overlaps(word.span) for span in covered) for word in words)


def _covers(covers: Covers, finding: Finding, *, lost: bool) -> bool:
    """Tell whether a finding says enough of the words that it stands on, which are `lost` or else added."""
    match covers:
        case Covers.ALL:
            return True
        case Covers.NOTHING:
            return False
        case Covers.LOST:
            return lost
        case Covers.LOST_OR_PAIRED:
            return lost or bool(finding.base and finding.text)
