"""Conditions lost or added: if, unless, provided that."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.differences import Sides, differing, is_cut_off
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import SURE, nearness, weigh
from crossquote.comparison.judging.testimony import ask_terms
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.roles import joining_words
from crossquote.comparison.reading.terms import Terms
from crossquote.message import message, spoken
from crossquote.model.comparison import ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.terms import Hit
from crossquote.text.words import split_words

_ID = "condition"
_ENDS, _CLOSING = (".", "!", "。", "！"), " \"'’”»“"
_CLAUSE = 3
"""So many words at least make up a clause."""
_CLOSE = 6
"""A condition opens what is cut off where so few letters stand before it."""


def check_condition(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where only one side makes what is said hang on a condition."""
    yield from _cut_before(pair)
    for sides in differing(pair, "conditions", ("if", "unless"), _opens):
        base, text = sides.spans
        near = nearness(pair, base, text)
        if near < 0.4 or _asks(pair, sides) or (base is None and text is not None and _goes_on(pair, text)):
            continue
        changes = (
            pair.links.change_of(base, in_base=True) if base else None,
            pair.links.change_of(text, in_base=False) if text else None,
        )
        alone = any(change is not None and change.op in (Op.DELETE, Op.INSERT) for change in changes)
        kind = "condition.turned" if _is_turned(pair, sides) else "condition.alone" if alone else "condition.worded"
        severity, doubt = weigh(near, kind)
        was = shown(pair.base.text, base) if base else ""
        now = shown(pair.text.text, text) if text else ""
        if was and now:
            headline = message("condition.changed", was=was, now=now)
        else:
            headline = message("condition.lost", was=was) if was else message("condition.added", now=now)
        evidence = spoken(message("condition.hangs"), doubt)
        yield CHECK.make_finding(severity, base, text, headline, evidence)


def _asks(pair: Pair, sides: Sides) -> bool:
    """Tell whether what looks like a condition opens a report of a question: "(asked) whether he would go"."""
    opens = [(side.kind, hit) for side, hit in ((pair.base, sides.base), (pair.text, sides.text)) if hit is not None]
    return len(opens) == 1 and opens[0][0] is QuoteKind.INDIRECT and opens[0][1].first == 0


def _goes_on(pair: Pair, text: Span) -> bool:
    """Tell whether a condition opens another sentence, with which the rendition goes on where the base has ended."""
    change = pair.links.change_of(text, in_base=False)
    if change is None or change.kind is not ChangeClass.TRUNCATION:
        return False
    rest = pair.text.text[text.end : change.text.end]
    return _opens_another(pair, pair.text.text[change.text.start : text.start], rest)


def _is_turned(pair: Pair, sides: Sides) -> bool:
    """Tell whether "if" stands for "unless", and nothing else negates what hangs on it ("unless" is "if not")."""
    groups = {hit.group for hit in (sides.base, sides.text) if hit is not None}
    counts = {len(explicit_negators(reading)) for reading in (pair.base_reading, pair.text_reading)}
    return groups == {"if", "unless"} and len(counts) == 1


def _opens(reading: Reading, hit: Hit) -> bool:
    """Tell whether a term opens a condition, and goes not on from another ("in case, if")."""
    return all(one.last != hit.first for one in reading.of("conditions"))


def _cut_before(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where the rendition ends right before, or begins right after, the condition it hangs on."""
    for hit in pair.base_reading.of("conditions", "if", "unless"):
        change = pair.links.change_of(hit.span, in_base=True)
        if change is None or change.kind is not ChangeClass.TRUNCATION or not is_cut_off(pair, hit.span):
            continue
        between = pair.base.text[change.base.start : hit.span.start]
        if _opens_another(pair, between, pair.base.text[hit.span.end : change.base.end]):
            continue
        starts = not change.base.start
        clause = pair.base.text[hit.span.end : change.base.end] if starts else between
        if len(between) <= _CLOSE and not any(mark in clause for mark in ".!?"):
            was = shown(pair.base.text, Span(hit.span.start, change.base.end))
            evidence = (message("condition.left_out", was=was),)
            headline = message("condition.cut_off", was=shown(pair.base.text, hit.span))
            severity = Severity.MAJOR if _is_printed_whole(pair) else Severity.MINOR
            yield Finding(_ID, Category.OMISSION, severity, hit.span, None, headline, evidence)


def _opens_another(pair: Pair, before: str, behind: str) -> bool:
    """Tell whether a condition opens another sentence behind "but" or "and", with a main clause of its own.

    "We sail, but if there is a storm, we should be willing to wait"; not "We sail, but only if they pay".
    """
    joining = joining_words(pair.language)
    joined = any(word.key in joining for word in split_words(before, pair.language))
    return joined and len(split_words(behind.partition(",")[2], pair.language)) >= _CLAUSE


def _is_printed_whole(pair: Pair) -> bool:
    """Tell whether the rendition prints what hangs on the condition as a sentence of its own.

    What a report quotes in part, or tells in its own words, it may say the condition of outside the marks.
    """
    whole = all(side.kind is QuoteKind.DIRECT for side in (pair.base, pair.text))
    ends = pair.text.text.rstrip(_CLOSING)[-1:] in _ENDS and GAP.strip() not in pair.text.text
    return whole and ends and pair.links.nearness >= SURE and not pair.text_reading.of("conditions")


CHECK = Check(
    id=_ID,
    rank=170,
    category=(Category.MISTRANSLATION, Category.OMISSION),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_condition,
    terms=(Terms("conditions", ("if", "unless", "idle"), telling=True),),
    needs="conditions",
    proof=Proof(asks=ask_terms("conditions")),
)
