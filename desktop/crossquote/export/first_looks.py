"""What to look at first: the severest findings that are open, no more than one of an utterance."""

from collections.abc import Iterator

from msgspec import Struct

from crossquote.export.document import Report, ReportFinding, ReportRendition, ReportUtterance
from crossquote.model.finding import Seen, Severity

_MOST = 7
_WORTH = Severity.MAJOR


class FirstLook(Struct, frozen=True):
    """A finding with the rendition and the utterance that it is of."""

    utterance: ReportUtterance
    rendition: ReportRendition
    said: ReportFinding


def first_looks(report: Report) -> tuple[FirstLook, ...]:
    """Return what to look at first, the severest before all others, else in the order of the report."""
    found = [one for utterance in report.shared if (one := _severest(utterance)) is not None]
    return tuple(sorted(found, key=_rank, reverse=True)[:_MOST])


def _severest(utterance: ReportUtterance) -> FirstLook | None:
    return max(_open(utterance), key=_rank, default=None)


def _open(utterance: ReportUtterance) -> Iterator[FirstLook]:
    for _, told in utterance.base_first:
        for said in told.findings:
            if said.ruled is None and said.finding.severity.rank >= _WORTH.rank:
                yield FirstLook(utterance, told, said)


def _rank(look: FirstLook) -> tuple[int, bool]:
    return look.said.finding.severity.rank, look.said.finding.seen is Seen.ORIGINAL
