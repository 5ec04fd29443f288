"""Tense: future, past, present put for one another in kept wording; the shift of reported speech is no error."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.differences import differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import nearness, weigh
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.comparison.reading.times import Time, Timed, find_other_times, is_one_verb
from crossquote.message import message, spoken
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind

_ID = "tense"
_GROUPS = ("future", "past", "present", "perfect", "would")
_MODAL = frozenset({"future", "would"})
"""The check of modality tells these."""
_REPORTED = (QuoteKind.INDIRECT, QuoteKind.MIXED)
_BACKSHIFTS = (("present", "past"), ("future", "would"), ("perfect", "past"), ("past", "perfect"))


def check_tense(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where an auxiliary or ending tells another time."""
    told = list(find_other_times(pair))
    yield from (_other_time(pair, one, other) for one, other in told)
    for sides in differing(pair, _ID, _GROUPS):
        if sides.base is None or sides.text is None or {sides.base.group, sides.text.group} <= _MODAL:
            continue
        if any(one.span.overlaps(sides.base.span) for one, _ in told):
            continue
        base, text = sides.base.span, sides.text.span
        was, now = shown(pair.base.text, base), shown(pair.text.text, text)
        headline = message("tense.changed", was=was, now=now)
        if (sides.base.group, sides.text.group) in _BACKSHIFTS and pair.text.kind in (None, *_REPORTED):
            evidence = (message("tense.shifted"),)
            yield Finding(_ID, Category.STYLE, Severity.NEUTRAL, base, text, headline, evidence)
            continue
        severity, _ = weigh(nearness(pair, base, text), "tense.shade")
        times = message(f"tense.base.{sides.base.group}"), message(f"tense.here.{sides.text.group}")
        evidence = (message("tense.differ", was=times[0], now=times[1]),)
        yield CHECK.make_finding(severity, base, text, headline, evidence)


def _other_time(pair: Pair, one: Timed, other: Timed) -> Finding:
    """Return what is told of a verb that says what is to come, and one in its place that says what is over."""
    near = nearness(pair, one.span, other.span)
    if QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind):
        kind = "tense.reported"
    else:
        kind = "tense.over.verb" if pair.printed or is_one_verb(one, other) else "tense.over"
    severity, doubt = weigh(near, kind)
    was, now = shown(pair.base.text, one.span), shown(pair.text.text, other.span)
    evidence = spoken(message("tense.over" if other.time is Time.PAST else "tense.to_come"), doubt)
    headline = message("tense.changed", was=was, now=now)
    return CHECK.make_finding(severity, one.span, other.span, headline, evidence)


CHECK = Check(
    id=_ID,
    rank=140,
    category=(Category.MISTRANSLATION, Category.STYLE),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_tense,
    classes=(ChangeClass.TENSE,),
    terms=(Terms("tense", _GROUPS, ("idle",)),),
    needs="tense",
    covers=Covers.NOTHING,
)
