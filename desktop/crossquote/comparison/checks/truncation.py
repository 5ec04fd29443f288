"""Truncation: the rendition leaves off the beginning or the end, or skips a part with an ellipsis."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.reading.content import content_words
from crossquote.comparison.reading.pair import Pair
from crossquote.message import Message, message
from crossquote.model.comparison import Change, ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.dates import load_calendar


def check_truncation(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each part of the base that lies outside the rendition."""
    for change in pair.changes:
        if change.kind is ChangeClass.TRUNCATION and change.base.start < change.base.end:
            without = shown(pair.base.text, change.base).strip(" ,.;:!?—–-\"'“”„»«")
            if without and not _is_written_otherwise(pair, change):
                headline, evidence = _headline(pair, change), (message("truncation.without", was=without),)
                yield CHECK.make_finding(Severity.NEUTRAL, change.base, None, headline, evidence)


def _is_written_otherwise(pair: Pair, change: Change) -> bool:
    """Tell whether only a part of a date or a sum is left off, which the rendition has in figures ("12.3.2025")."""
    there = pair.base_reading.quantities_at(change.base)
    lacking = any(one.span.overlaps(change.base) for one in pair.matching.base_only)
    beside = load_calendar(pair.language).between  # "12 марта 2025 года"
    more = [word for word in content_words(pair, change.base, in_base=True) if word.key not in beside]
    return bool(there) and not lacking and not more


def _headline(pair: Pair, change: Change) -> Message:
    if not pair.base.text[: change.base.start].strip():
        return message("truncation.starts_late")
    ends = not pair.base.text[change.base.end :].strip()
    return message("truncation.ends_early") if ends else message("truncation.skips")


CHECK = Check(
    id="truncation",
    rank=200,
    category=(Category.OMISSION,),
    severity=(Severity.NEUTRAL,),
    run=check_truncation,
    classes=(ChangeClass.TRUNCATION,),
    covers=Covers.NOTHING,
)
