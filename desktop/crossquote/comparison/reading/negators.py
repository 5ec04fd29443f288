"""Negators: the words of a text that negate, each counted once."""

from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.terms import Terms
from crossquote.text.terms import Hit

NEGATION = Terms("negation", ("negators", "concord"), ("implied", "loosely", "denials", "until", "idle"), telling=True)
_UNTIL = "until"
_CONCORD_REACH = 8
_ENDS = frozenset(".!?;:…")
_OPENING, _BLANKS = ("", *_ENDS, ",", "—", "–"), " \n\"“„«'("


def explicit_negators(reading: Reading) -> list[Hit]:
    """Return the negators of a text; words that only agree with another ("nor", "никто не") count when alone."""
    found: list[Hit] = []
    for hit in reading.of("negation", "negators"):
        if not (found and found[-1].last == hit.first and _key(reading, found[-1]) == _key(reading, hit)):
            found.append(hit)  # "No, no" is as much a no as one
    for hit in reading.of("negation", "concord"):
        if not any(_agrees(reading, other, hit) for other in found):
            found.append(hit)
    found += [hit for hit in reading.of("negation", _UNTIL) if not _may_be_until(reading, hit)]
    return sorted(found, key=lambda hit: hit.first)


def possible_negators(reading: Reading) -> list[Hit]:
    """Return what says "until" or "not yet", which nothing tells apart: it negates where the other side does."""
    return [hit for hit in reading.of("negation", _UNTIL) if _may_be_until(reading, hit)]


def _may_be_until(reading: Reading, hit: Hit) -> bool:
    """Tell whether what says "not yet" may be an "until": it opens its clause."""
    return reading.text[: hit.span.start].rstrip(_BLANKS)[-1:] in _OPENING


def _agrees(reading: Reading, other: Hit, hit: Hit) -> bool:
    """Tell whether a word may only agree with a negator: one that is near, or before it in its sentence."""
    if abs(other.first - hit.first) <= _CONCORD_REACH:
        return True
    return other.first < hit.first and not _ENDS & set(reading.text[other.span.end : hit.span.start])


def _key(reading: Reading, hit: Hit) -> tuple[str, ...]:
    return tuple(word.key for word in reading.words[hit.first : hit.last])
