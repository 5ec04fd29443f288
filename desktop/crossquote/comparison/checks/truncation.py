"""Truncation: the rendition leaves off the beginning or the end, or skips a part with an ellipsis."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.reading.pair import Pair
from crossquote.message import Message, message
from crossquote.model.comparison import Change, ChangeClass
from crossquote.model.finding import Finding, Severity

_ID = "truncation"


def check_truncation(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each part of the base that lies outside the rendition."""
    for change in pair.changes:
        if change.kind is ChangeClass.TRUNCATION and change.base.start < change.base.end:
            without = shown(pair.base.text, change.base).strip(" ,.;:!?—–-\"'“”„»«")
            if without:
                headline, evidence = _headline(pair, change), (message("truncation.without", was=without),)
                yield Finding(_ID, "accuracy/omission", Severity.NEUTRAL, change.base, None, headline, evidence)


def _headline(pair: Pair, change: Change) -> Message:
    if not pair.base.text[: change.base.start].strip():
        return message("truncation.starts_late")
    ends = not pair.base.text[change.base.end :].strip()
    return message("truncation.ends_early") if ends else message("truncation.skips")


CHECK = Check(
    id=_ID,
    rank=200,
    category=("accuracy/omission",),
    severity=(Severity.NEUTRAL,),
    run=check_truncation,
    classes=(ChangeClass.TRUNCATION,),
    covers=Covers.NOTHING,
)
