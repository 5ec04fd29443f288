"""Tense: future, past, present put for one another in kept wording; the shift of reported speech is no error."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.differences import differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.weight import SURE, nearness
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind

_ID = "tense"
_GROUPS = ("future", "past", "present", "perfect", "would")
_MODAL = frozenset({"future", "would"})
"""The check of modality tells these."""
_REPORTED = (QuoteKind.INDIRECT, QuoteKind.MIXED)
_BACKSHIFTS = (("present", "past"), ("future", "would"), ("perfect", "past"), ("past", "perfect"))


def check_tense(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where an auxiliary or ending tells another time."""
    for sides in differing(pair, _ID, _GROUPS):
        if sides.base is None or sides.text is None or {sides.base.group, sides.text.group} <= _MODAL:
            continue
        base, text = sides.base.span, sides.text.span
        was, now = shown(pair.base.text, base), shown(pair.text.text, text)
        headline = message("tense.changed", was=was, now=now)
        if (sides.base.group, sides.text.group) in _BACKSHIFTS and pair.text.kind in (None, *_REPORTED):
            evidence = (message("tense.shifted"),)
            yield Finding(_ID, "style", Severity.NEUTRAL, base, text, headline, evidence)
            continue
        severity = Severity.MINOR if nearness(pair, base, text) >= SURE else Severity.NEUTRAL
        times = message(f"tense.base.{sides.base.group}"), message(f"tense.here.{sides.text.group}")
        evidence = (message("tense.differ", was=times[0], now=times[1]),)
        yield Finding(_ID, "accuracy/mistranslation", severity, base, text, headline, evidence)


CHECK = Check(
    id=_ID,
    rank=140,
    category=("accuracy/mistranslation", "style"),
    severity=(Severity.MINOR, Severity.NEUTRAL),
    run=check_tense,
    classes=(ChangeClass.TENSE,),
    terms=(Terms("tense", _GROUPS),),
    needs="tense",
    covers=Covers.NOTHING,
)
