"""Times: when a changed place says that something is: over, to come, or one of now and to come where a form tells both.

Auxiliaries tell it, and where there are none the endings of verbs.
"""

from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.content import is_content
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.text.stems import stem
from crossquote.text.terms import beginning_within
from crossquote.text.words import fold

_ROOT = 3
"""So many letters at least stand before an ending that tells the time."""
_BLANK, _SIDES = 1, 2
_LAST = 1
"""So many letters at the end of a stem may differ with the time: "vypluj-" and "vyplul-"."""
_MOST = 6
"""In a longer stretch of other words nothing tells which verb stands for which."""
_BESIDE = 2
"""So many words at most stand between an auxiliary and its participle."""


class Time(Enum):
    """When something is."""

    FUTURE = "future"
    PAST = "past"
    OPEN = "open"


class Timed(Struct, frozen=True):
    """A word that tells when: its stem, the time, and its place."""

    stem: str
    time: Time
    span: Span


_OPPOSED = (frozenset({Time.FUTURE, Time.PAST}), frozenset({Time.OPEN, Time.PAST}))


def find_other_times(pair: Pair) -> Iterator[tuple[Timed, Timed]]:
    """Yield the words of which one tells what is to come, and that in its place what is over.

    A form that tells present and future alike counts only against another form of the same verb.
    """
    base_helped, text_helped = _helped(pair.base_reading), _helped(pair.text_reading)
    for base, text in changed_places(pair.changes):
        ours, theirs = _told(pair.base_reading, base, base_helped), _told(pair.text_reading, text, text_helped)
        if max(_count(pair.base_reading, base), _count(pair.text_reading, text)) > _MOST:
            continue
        if ours and theirs and len({one.time for one in ours}) == 1 == len({one.time for one in theirs}):
            one, other = ours[0], theirs[0]
            same = any(is_one_verb(mine, their) for mine in ours for their in theirs)
            if frozenset({one.time, other.time}) in _OPPOSED and (same or Time.OPEN not in (one.time, other.time)):
                yield one, other


def is_one_verb(one: Timed, other: Timed) -> bool:
    """Tell whether two words are forms of one verb; a stem may keep a letter or two of an ending."""
    short, long = sorted((one.stem, other.stem), key=len)
    kept = short[: max(len(short) - _LAST, _ROOT + 1)]
    return bool(short) and (short == long or (len(short) > _ROOT and long.startswith(kept)))


def changed_places(changes: Sequence[Change]) -> Iterator[tuple[Span, Span]]:
    """Yield the places in which words differ; changes of which one goes on where the other ends are one."""
    start = None
    for change, following in pairwise((*_without_blanks(changes), None)):
        if change is None or not _differs(change):
            continue
        start = start or change
        if following is None or not _differs(following) or not _goes_on(change, following):
            yield Span(start.base.start, change.base.end), Span(start.text.start, change.text.end)
            start = None


def _differs(change: Change) -> bool:
    return change.op not in (Op.EQUAL, Op.MOVE) and change.kind is not ChangeClass.TRUNCATION


def _without_blanks(changes: Sequence[Change]) -> Iterator[Change]:
    """Yield changes without the blank between two words that are both replaced: "shall build" by "have built"."""
    for at, change in enumerate(changes):
        around = changes[at - 1 : at + 2 : 2] if at else ()
        alone = len(around) == _SIDES and all(one.op is Op.REPLACE for one in around)
        if not (alone and change.op is Op.EQUAL and len(change.base) == _BLANK):
            yield change


def _goes_on(change: Change, following: Change) -> bool:
    """Tell whether a change stands behind another on both sides: what was moved can have turned that round."""
    return change.base.end <= following.base.start and change.text.end <= following.text.start


def _count(reading: Reading, place: Span) -> int:
    first, last = word_range(reading.words, place)
    return last - first


def _helped(reading: Reading) -> frozenset[int]:
    """Return the numbers of the words that may be the participle of an auxiliary before them."""
    return frozenset(number for hit in reading.of("tense") for number in range(hit.last, hit.last + _BESIDE + 1))


def _told(reading: Reading, place: Span, helped: Collection[int]) -> list[Timed]:
    """Return the words at a place that tell when; what is to come rules the auxiliaries behind it."""
    first, last = word_range(reading.words, place)
    found = [*_auxiliaries(reading, first, last), *_verbs(reading, first, last, helped)]
    coming = [one for one in found if one.time is Time.FUTURE]
    return coming or found


def _auxiliaries(reading: Reading, first: int, last: int) -> Iterator[Timed]:
    times = {"future": Time.FUTURE, "past": Time.PAST, "perfect": Time.PAST}
    for hit in beginning_within(reading.of("tense"), first, last):
        if hit.group in times:
            yield Timed("", times[hit.group], hit.span)


def _verbs(reading: Reading, first: int, last: int, helped: Collection[int]) -> Iterator[Timed]:
    for number in range(first, last):
        word = reading.words[number]
        time = time_of(word.key, reading.language) if is_content(word, reading.language) else None
        capital = word.span.of(reading.text)[:1].isupper()
        if time is not None and not (time is Time.PAST and number in helped) and not (capital and number):
            yield Timed(stem(word.key, reading.language), time, word.span)


@lru_cache(maxsize=16384)
def time_of(key: str, language: Language) -> Time | None:
    """Return what a word says of when, by itself or by its ending, the longest first."""
    if key in map(fold, language.lexicon.texts("tense", "past_verbs")):
        return Time.PAST
    written = ((time, ending) for time in Time for ending in language.lexicon.texts("tense", f"{time.value}_ends"))
    endings = ((time, fold(ending)) for time, ending in written)
    fitting = (
        (len(ending), time) for time, ending in endings if key.endswith(ending) and len(key) - len(ending) >= _ROOT
    )
    longest = max(fitting, key=lambda one: one[0], default=None)
    return longest[1] if longest is not None else None
