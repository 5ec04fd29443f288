"""Modality: must, should, will, would, can, may put for one another, lost or added."""

from collections.abc import Iterator

import regex

from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.differences import Sides, differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import nearness, weigh
from crossquote.comparison.judging.testimony import ask_terms
from crossquote.comparison.reading.content import content_words
from crossquote.comparison.reading.negators import NEGATION
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.comparison.reading.times import Time, time_of
from crossquote.message import Message, message, spoken
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.name_runs import begins_sentence
from crossquote.text.terms import Hit

_ID = "modality"
_MODALS = ("must", "should", "will", "would", "can", "may", "aim", "unreal")
_SHIFTS = (frozenset({"will", "would"}), frozenset({"can", "may"}), frozenset({"would", "should"}))
"""Pairs that reported speech and style exchange freely."""
_NEIGHBOURS = (frozenset({"must", "should"}), frozenset({"will", "should"}), frozenset({"can", "would"}))
"""Pairs that differ by a shade."""
_BESIDE = 2
"""So many words at most stand between a modal and the "not" that belongs to it."""
_BEHIND = 6
"""So many words behind a "try to" its verb may stand."""
_GOES_ON = regex.compile("[^.?!…]*,[^?]*(?:$|[.!…])")
"""A clause behind the condition, and no question."""
_CLASHES = (frozenset({"must", "may"}), frozenset({"must", "can"}), frozenset({"will", "may"}))
"""What is due, and what is merely possible: one for the other says another thing in any wording."""


def check_modality(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each modal that differs."""
    for sides in _paired(list(differing(pair, _ID, _MODALS))):
        finding = _judge(pair, sides)
        if finding is not None:
            yield finding


def _paired(found: list[Sides]) -> list[Sides]:
    """Return what differs, with the one modal lost and the one added as a pair where they clash."""
    lost = [sides for sides in found if sides.text is None]
    added = [sides for sides in found if sides.base is None]
    if len(lost) != 1 or len(added) != 1 or not _clash(Sides(lost[0].base, added[0].text)):
        return found
    return [*(sides for sides in found if sides.base and sides.text), Sides(lost[0].base, added[0].text)]


def _clash(sides: Sides) -> bool:
    return frozenset(hit.group for hit in (sides.base, sides.text) if hit) in _CLASHES


def _judge(pair: Pair, sides: Sides) -> Finding | None:
    base, text = sides.spans
    near = nearness(pair, base, text)
    if sides.base and sides.text:
        was, now = shown(pair.base.text, sides.base.span), shown(pair.text.text, sides.text.span)
        severity, doubt = weigh(near, _kind(pair, sides.base, sides.text))
        headline = message("modality.changed", was=was, now=now)
        evidence = spoken(_says(sides.base.group, sides.text.group), doubt)
        return CHECK.make_finding(severity, base, text, headline, evidence)
    if near < 0.5 or _is_doubt(pair, sides) or _is_of_condition(pair, sides):
        return None
    severity, doubt = weigh(near, _alone_kind(pair, sides))
    if sides.base:
        headline = message("modality.lost", was=shown(pair.base.text, sides.base.span))
        evidence = spoken(_alone(sides.base.group), doubt)
    elif sides.text:
        headline = message("modality.added", now=shown(pair.text.text, sides.text.span))
        evidence = spoken(_alone(sides.text.group), doubt)
    else:
        return None
    return CHECK.make_finding(severity, base, text, headline, evidence)


def _is_doubt(pair: Pair, sides: Sides) -> bool:
    """Tell whether a modal on one side is a word of doubt ("probably"), which is told as a hedge."""
    hit = sides.base or sides.text
    reading = pair.base_reading if sides.base else pair.text_reading
    return hit is not None and any(one.span.overlaps(hit.span) for one in reading.of("hedges", "doubt"))


def _is_of_condition(pair: Pair, sides: Sides) -> bool:
    """Tell whether a "should" makes a condition, or is a part of one: "Should it rain", "if it should rain"."""
    hit = sides.base or sides.text
    if hit is None or hit.group != "should":
        return False
    reading = pair.base_reading if sides.base else pair.text_reading
    led = any(
        0 < hit.first - one.last <= _BEHIND and "," not in reading.text[one.span.end : hit.span.start]
        for one in reading.of("conditions", "if")
    )
    opens = begins_sentence(reading.text, hit.span.start) and _GOES_ON.match(reading.text, hit.span.end) is not None
    return led or opens


def _kind(pair: Pair, base: Hit, text: Hit) -> str:
    """Return the kind of a modal put for another."""
    groups = frozenset({base.group, text.group})
    if groups in _SHIFTS:
        return "modality.shift"
    if groups in _NEIGHBOURS or groups & {"aim", "unreal"} or _is_turned(pair, base, text):
        return "modality.shade"
    return "modality.clash" if groups in _CLASHES else "modality.changed"


def _alone_kind(pair: Pair, sides: Sides) -> str:
    """Return the kind of a modal on one side: what was tried, or could have been, and is on the other, is no shade."""
    hit = sides.base or sides.text
    change = pair.links.change_of(hit.span, in_base=sides.base is not None) if hit is not None else None
    if hit is not None and hit.group in ("will", "would"):
        return "modality.shift"
    if hit is None or hit.group not in ("aim", "unreal") or change is None:
        return "modality.alone"
    other = pair.text_reading if sides.base else pair.base_reading
    said = any(not pair.links.is_kept(one.span, in_base=sides.base is None) for one in other.of(_ID))
    if hit.group == "unreal":
        return "modality.unreal" if pair.printed and not said else "modality.alone"
    facing = content_words(pair, change.text if sides.base else change.base, in_base=sides.base is None)
    return "modality.done" if not said and len(facing) <= 1 and _is_done(pair, sides) else "modality.alone"


def _is_done(pair: Pair, sides: Sides) -> bool:
    """Tell whether the verb behind a "try to" has another form on the other side, and not one of what is to come.

    Where it has the same form, another verb leads it there.
    """
    hit = sides.base or sides.text
    same = pair.links.base_same if sides.base else pair.links.text_same
    if hit is None or not any(kept is False for kept in same[hit.last : hit.last + _BEHIND]):
        return False
    words, kept = (pair.text_words, pair.links.text_same) if sides.base else (pair.base_words, pair.links.base_same)
    own = (word.key for word, there in zip(words, kept, strict=True) if there is False)
    return not any(time_of(key, pair.language) in (Time.FUTURE, Time.OPEN) for key in own)


def _is_turned(pair: Pair, base: Hit, text: Hit) -> bool:
    """Tell whether only one of two modals is negated: "may not leave" is "must stay"; the "not" is told by itself."""
    return _is_negated(pair.base_reading, base) != _is_negated(pair.text_reading, text)


def _is_negated(reading: Reading, modal: Hit) -> bool:
    return any(
        max(no.first - modal.last, modal.first - no.last) <= _BESIDE
        for no in reading.of("negation", "negators", "concord")
    )


def _says(base: str, text: str) -> Message:
    return message("modality.differ", was=_named(base), now=_named(text))


def _alone(group: str) -> Message:
    return message("modality.one_side", what=_named(group))


def _named(group: str) -> Message:
    return message(f"modality.group.{group}")


CHECK = Check(
    id=_ID,
    rank=90,
    category=(Category.MISTRANSLATION,),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_modality,
    classes=(ChangeClass.MODALITY,),
    terms=(Terms("modality", _MODALS, ("idle",), telling=True), NEGATION),
    needs="modality",
    proof=Proof(asks=ask_terms("modality")),
)
