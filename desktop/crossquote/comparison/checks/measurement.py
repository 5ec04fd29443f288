"""Measurements, also converted ones."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.quantity_findings import ask_quantity, quantity_findings
from crossquote.comparison.reading.pair import Pair
from crossquote.message import message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.quantity import Sort

_LONGEST = 6
"""So many letters at most has the symbol of a unit."""


def check_measurement(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each measurement that differs, and where a unit differs in its case alone: KBps, Kbps."""
    yield from quantity_findings(pair, Sort.MEASUREMENT)
    for change in pair.changes:
        was, now = change.base.of(pair.base.text), change.text.of(pair.text.text)
        counted = pair.base.text[: change.base.start].rstrip()[-1:].isdigit()
        if change.kind is ChangeClass.CASING and counted and len(was) <= _LONGEST and _is_symbol(was, now):
            headline = message("quantity.other_unit", was=was, now=now)
            evidence = (message("quantity.stands_for", was=was, now=now),)
            yield CHECK.make_finding(Severity.MINOR, change.base, change.text, headline, evidence)


def _is_symbol(was: str, now: str) -> bool:
    """Tell whether two words that differ in case are symbols: at least one has a capital inside, and small letters."""
    return any(letter.isupper() for word in (was, now) for letter in word[1:]) and not (was.isupper() or now.isupper())


CHECK = Check(
    id="measurement",
    rank=50,
    category=(Category.MISTRANSLATION, Category.OMISSION, Category.ADDITION),
    severity=(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_measurement,
    classes=(ChangeClass.NUMBER,),
    needs="measures",
    proof=Proof(asks=ask_quantity),
)
