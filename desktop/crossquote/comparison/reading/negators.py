"""Negators: the words of a text that negate, each counted once."""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from functools import lru_cache

from crossquote.comparison.reading.one_text import LONGEST_TERM, Reading
from crossquote.comparison.reading.terms import Terms
from crossquote.text.terms import Hit, beginning_within, first_word

NEGATION = Terms("negation", ("negators", "concord"), ("implied", "loosely", "denials", "until", "idle"), telling=True)
_UNTIL = "until"
_CONCORD_REACH = 8
"""Within so many words of a negator, a word that agrees with one adds nothing."""
_ONLY_REACH = 8
"""So many words at most stand between a "not" and the "only" that it denies."""
_HALVES = 2
"""So many words at most stand between the two halves of a "not": "ne (sont) pas"."""
_ANSWERED = 4
"""So many words at most stand between a "no" that answers and the "not" of the answer."""
_ENDS = ".!?;:…"
_PAUSES = frozenset(",.!;:—–，。！、")
"""What parts a "no" that answers from what stands around it."""
_END = re.compile(f"[{_ENDS}]")
_PARTS = re.compile(f"[{_ENDS},—–]")
_OPENING, _BLANKS = ("", *_ENDS, ",", "—", "–"), " \n\"“„«'("


@lru_cache(maxsize=16)
def explicit_negators(reading: Reading) -> tuple[Hit, ...]:
    """Return the negators of a text; words that only agree with another ("nor", "никто не") count when alone."""
    found: list[Hit] = []
    idle = _idle_halves(reading)
    for hit in reading.of("negation", "negators"):
        if any(hit.last <= half.first <= hit.last + _HALVES for half in idle):
            continue
        if not (found and found[-1].last == hit.first and _key(reading, found[-1]) == _key(reading, hit)):
            found.append(hit)  # "No, no" is as much a no as one
    if agreeing := reading.of("negation", "concord"):
        ends = [end.start() for end in _END.finditer(reading.text)]
        for hit in agreeing:
            if not _agrees(hit, found, ends):
                insort(found, hit, key=first_word)
    found += [hit for hit in reading.of("negation", _UNTIL) if not _may_be_until(reading, hit)]
    ordered = sorted(found, key=first_word)
    return tuple(
        hit for hit, behind in zip(ordered, [*ordered[1:], None], strict=False) if not _answers(reading, hit, behind)
    )


def _answers(reading: Reading, hit: Hit, behind: Hit | None) -> bool:
    """Tell whether a "no" only answers what was asked, and the sentence behind it says so itself: "No, it is not"."""
    if behind is None or hit.last - hit.first > 1 or behind.first - hit.last > _ANSWERED:
        return False
    opens = not any(map(str.isalnum, reading.text[max(0, hit.span.start - 1) : hit.span.start].strip()))
    begins = hit.first == 0 or not _PAUSES.isdisjoint(
        reading.text[reading.words[hit.first - 1].span.end : hit.span.start]
    )
    return opens and begins and not _PAUSES.isdisjoint(reading.text[hit.span.end : hit.span.end + 2])


def _idle_halves(reading: Reading) -> list[Hit]:
    """Return the phrases that negate nothing and begin with the other half of a "not": "(ne sont) pas rares"."""
    idle = reading.of("negation", "idle")
    halves = reading.language.lexicon.texts("negation", "halves")
    return [hit for hit in idle if reading.words[hit.first].key in halves]


def negators_near(reading: Reading, hit: Hit, reach: int) -> list[Hit]:
    """Return the negators of a text that stand beside a term, at most `reach` words from it."""
    found = explicit_negators(reading)
    near = beginning_within(found, hit.first - reach - LONGEST_TERM, hit.last + reach + 1)
    return [no for no in near if no.last >= hit.first - reach]


def possible_negators(reading: Reading) -> list[Hit]:
    """Return what says "until" or "not yet", which nothing tells apart: it negates where the other side does."""
    return [hit for hit in reading.of("negation", _UNTIL) if _may_be_until(reading, hit)]


def limited_negators(reading: Reading) -> list[Hit]:
    """Return the negators behind which an "only" follows in their clause: "does not apply to shops only" affirms."""
    onlys = [hit.span.start for hit in reading.of("quantifiers", "only")]
    return [no for no in explicit_negators(reading) if any(_limits(reading, no, only) for only in onlys)]


def _limits(reading: Reading, negator: Hit, only: int) -> bool:
    """Tell whether an "only" at a place stands soon behind a negator, in its clause."""
    behind = reading.text[negator.span.end : max(only, negator.span.end)]
    return only > negator.span.end and len(behind.split()) <= _ONLY_REACH and not _PARTS.search(behind)


def _may_be_until(reading: Reading, hit: Hit) -> bool:
    """Tell whether what says "not yet" may be an "until": it opens its clause."""
    return reading.text[: hit.span.start].rstrip(_BLANKS)[-1:] in _OPENING


def _agrees(hit: Hit, found: Sequence[Hit], ends: Sequence[int]) -> bool:
    """Tell whether a word may only agree with a negator of those `found`, which are in order.

    That one is near, or before it in its sentence: `ends` are the places of the marks that end one.
    """
    place = bisect_left(found, hit.first, key=first_word)
    if any(abs(other.first - hit.first) <= _CONCORD_REACH for other in found[max(0, place - 1) : place + 1]):
        return True
    return place > 0 and bisect_left(ends, found[place - 1].span.end) == bisect_left(ends, hit.span.start)


def _key(reading: Reading, hit: Hit) -> tuple[str, ...]:
    return tuple(word.key for word in reading.words[hit.first : hit.last])
