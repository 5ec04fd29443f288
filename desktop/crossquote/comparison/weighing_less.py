"""What weighs less than it looks: cut where a quotation begins or ends, said before it, put in by an editor, reported.

Newspapers cut what they quote, and lead up to it in words of their own. That alone changes nothing of what was said.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.comparison.align.links import word_range
from crossquote.comparison.judging.cuts import (
    COUNTED,
    WORDS,
    change_alone,
    is_at_a_cut,
    is_clause_left_out,
    is_marked_cut,
)
from crossquote.comparison.judging.severity import SURE, UNSURE
from crossquote.comparison.read import read
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.message import Message, message
from crossquote.model.comparison import Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.text.insertions import is_bracketed, is_insertion
from crossquote.text.words import fold

_PLAIN = WORDS | COUNTED
_REPORTED, _AMID, _LIKE = 0.55, 0.9, 0.6
"""Below the first nearness a report says another thing; from the second on what lies around a place is kept. A report
that has less than the third share of the other's words is no account of all of it."""
_LED, _BEFORE = 3, 2
"""So many words before a part lead up to it; fewer than so many stand between whom a report names and the part."""
_TERMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"negation": ("negation",), "condition": ("conditions",), "hedge": ("hedges",)}
)
"""The sections in which the words of a check stand, so that a report can say them before what it quotes."""


def weigh_less(pair: Pair, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield `findings`, those for which that is reason enough with a lower severity, and why."""
    for finding in findings:
        severity, why = _reason(pair, finding) if finding.severity is not Severity.NEUTRAL else (finding.severity, None)
        if why is None or severity.rank >= finding.severity.rank:
            yield finding
        else:
            yield replace(finding, severity=severity, evidence=(*finding.evidence, why))


def _reason(pair: Pair, finding: Finding) -> tuple[Severity, Message | None]:
    """Return how much a finding weighs at most, and why; no reason where it weighs what it does."""
    if _is_inserted(pair, finding):
        return Severity.NEUTRAL, message("evidence.inserted")
    if _is_led_up_to(pair, finding):
        return Severity.NEUTRAL, message("evidence.led_up_to")
    if is_at_a_cut(pair, finding) or is_marked_cut(pair, finding):
        return Severity.NEUTRAL, message("evidence.at_a_cut")
    if finding.severity.rank > Severity.MINOR.rank and _is_reported_freely(pair, finding):
        return Severity.MINOR, UNSURE
    if is_clause_left_out(pair, finding):
        return Severity.MINOR, message("evidence.clause_left_out")
    return finding.severity, None


def _is_inserted(pair: Pair, finding: Finding) -> bool:
    """Tell whether a name, a figure or other words of one side alone are what an editor put into a quotation."""
    place, text = (finding.base, pair.base.text) if finding.text is None else (finding.text, pair.text.text)
    if place is None or (finding.base is not None and finding.text is not None):
        return False
    known = pair.base.kind is not None and pair.text.kind is not None
    if known and finding.base is not None and finding.check == "name" and is_bracketed(text, place):
        return True
    return finding.check in _PLAIN and (is_insertion(text, place) or _faces_insertion(pair, finding))


def _faces_insertion(pair: Pair, finding: Finding) -> bool:
    """Tell whether an editor's words in square brackets stand where the other side has what a finding is on."""
    change, in_base = change_alone(pair, finding), finding.base is not None
    if change is None or change.op is not Op.REPLACE or finding.check in COUNTED:
        return False
    text, there = (pair.text.text, change.text) if in_base else (pair.base.text, change.base)
    words = pair.text_words if in_base else pair.base_words
    facing = words[slice(*word_range(words, there))]
    return bool(facing) and all(is_insertion(text, word.span) for word in facing)


def _is_led_up_to(pair: Pair, finding: Finding) -> bool:
    """Tell whether the report says right before a part, in its own words, what the part lacks at its start."""
    if finding.base is None or finding.text is not None or not pair.text.beside:
        return False
    if finding.check not in (*_TERMS, "name") or not _opens(pair, finding):
        return False
    said = read(pair.text.beside, pair.language)
    if finding.check == "name":
        missing = frozenset(map(fold, finding.base.of(pair.base.text).split()))
        near = [name for name in said.names if len(said.words) - word_range(said.words, name.span)[1] < _BEFORE]
        return any(missing.issuperset(name.words) or missing.issubset(name.words) for name in near)
    led = len(said.words) - _led(said)
    return any(hit.first >= led for section in _TERMS[finding.check] for hit in said.of(section))


def _opens(pair: Pair, finding: Finding) -> bool:
    """Tell whether nothing that both sides print stands in the base before a finding."""
    last = word_range(pair.base_words, finding.base)[0] if finding.base is not None else 0
    return not any(pair.links.base_same[:last])


def _led(said: Reading) -> int:
    """Return how many of the last words of a report lead up to its part: those behind the verb that says who said."""
    verbs = [hit.last for hit in said.of("stance")]
    return min(_LED, len(said.words) - max(verbs, default=0))


def _is_reported_freely(pair: Pair, finding: Finding) -> bool:
    """Tell whether one side only reports what was said, in words that are not nearly the other's.

    Who or how much is named there may be somebody else, or something else, where the words beside it are others.
    """
    kinds = (pair.base.kind, pair.text.kind)
    if QuoteKind.INDIRECT not in kinds:
        return False
    around = pair.links.around(finding.base, finding.text)
    if finding.check in _PLAIN and finding.base is not None and finding.text is not None:
        return around < SURE
    counts = sorted((len(pair.base_words), len(pair.text_words)))
    part = kinds[0] is not kinds[1] and counts[0] < _LIKE * counts[1]
    return pair.links.nearness < _REPORTED and (around < _AMID or part)
