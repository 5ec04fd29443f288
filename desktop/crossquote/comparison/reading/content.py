"""Stretches of content words that only one side has: what omission and addition judge."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.initials import stand_short
from crossquote.comparison.reading.naming import is_roman, with_same
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.text.kinship import Kinship, kinship
from crossquote.text.stems import stem
from crossquote.text.terms import Hit
from crossquote.text.weights import STOP, weight
from crossquote.text.words import Word

COUNTING = ("many", "some", "few")
"""Quantifiers that are told as added or left out, unless one stands for another."""
_NEGATING = ("negators", "concord")
_EXCESS = 2
"""A replacement that has so many content words more than what it replaces adds something."""
_LOOKED_AT = 100
"""So many words of one side are looked at for one that may say what a word of the other does."""
_MAY_SAY = frozenset(Kinship) - {Kinship.SISTER, Kinship.OPPOSITE, Kinship.UNRELATED}
_CLOSED = re.compile(r"[,.!?…][\"'’”»]\s*$")
"""What stands before words that a quote holds by mistake: its own words have ended (“…,” said she)."""


def is_content(word: Word, language: Language) -> bool:
    """Tell whether a word says something by itself."""
    return _says_something(word.key, language)


@lru_cache(maxsize=65536)
def _says_something(key: str, language: Language) -> bool:
    return weight(key, language) > STOP and not is_roman(key)


def missing_runs(pair: Pair) -> Iterator[tuple[Span, int]]:
    """Yield (place in the base, number of content words) of what the rendition lacks."""
    return _runs(pair, in_base=True)


def added_runs(pair: Pair) -> Iterator[tuple[Span, int]]:
    """Yield (place in the rendition, number of content words) of what the base lacks."""
    return _runs(pair, in_base=False)


def _runs(pair: Pair, *, in_base: bool) -> Iterator[tuple[Span, int]]:
    elsewhere = _unmatched(pair, in_base=not in_base)
    for change in pair.changes:
        if change.kind is not ChangeClass.TRUNCATION:
            found = _run(pair, change, elsewhere, in_base=in_base)
            if found is not None:
                yield found


def _unmatched(pair: Pair, *, in_base: bool) -> frozenset[str]:
    """Return the stems of the words of one side that have no counterpart: what seems missing may stand there."""
    links, language = pair.links, pair.text.language
    words, same = (links.base_words, links.base_same) if in_base else (links.text_words, links.text_same)
    return frozenset(stem(word.key, language) for word, kept in zip(words, same, strict=True) if kept is False)


def _stands_among(word: Word, stems: Collection[str], pair: Pair) -> bool:
    """Tell whether a word, or another that names the same ("Russia", "Russian"), is among the stems of the rest."""
    language = pair.text.language
    return any(stem(same, language) in stems for same in with_same((word.key,), language))


def is_narrated(text: str, place: Span) -> bool:
    """Tell whether a place lies behind marks that close: what stands there is told by the article, and was not said."""
    return _CLOSED.search(text, max(0, place.start - 4), place.start) is not None


def own_words(pair: Pair, most: int, *, in_base: bool) -> int:
    """Return how many content words one side has that stand for none of the other, at `most` so many.

    They may say what the other has more.
    """
    return sum(1 for _ in islice(_own(pair, in_base=in_base), most))


def may_stand_for(pair: Pair, words: Iterable[Word], *, in_base: bool, spare: bool = False) -> bool:
    """Tell whether a content word that one side has of its own may say what one of some words of the other says.

    Only those to `spare` are looked at where asked: a word that stands in another's place says what that one says.
    """
    told = _spare(pair, in_base=in_base) if spare else _own(pair, in_base=in_base)
    own = {word.key for word in islice(told, _LOOKED_AT)}
    return any(kinship(key, word.key, pair.text.language) in _MAY_SAY for word in words for key in own)


def _own(pair: Pair, *, in_base: bool) -> Iterator[Word]:
    """Yield the content words of one side that stand for none of the other."""
    links = pair.links
    words, same = (links.base_words, links.base_same) if in_base else (links.text_words, links.text_same)
    reading = pair.base_reading if in_base else pair.text_reading
    told = (word for word, kept in zip(words, same, strict=True) if kept is False)
    return (word for word in told if is_content(word, pair.text.language) and not reading.quantities_at(word.span))


def _spare(pair: Pair, *, in_base: bool) -> Iterator[Word]:
    """Yield the content words of one side that stand for none of the other, where it has no word in their place."""
    facing: dict[Change, bool] = {}
    for word in _own(pair, in_base=in_base):
        change = pair.links.change_of(word.span, in_base=in_base)
        if change is None:
            yield word
            continue
        if change not in facing:
            ours, theirs = (change.base, change.text) if in_base else (change.text, change.base)
            there = len(content_words(pair, theirs, in_base=not in_base))
            facing[change] = there >= len(content_words(pair, ours, in_base=in_base))
        if not facing[change]:
            yield word


def going_on(pair: Pair) -> Iterator[Span]:
    """Yield the places of the rendition that lie outside what a shorter base renders."""
    for change in pair.changes:
        if change.kind is ChangeClass.TRUNCATION and change.op is Op.INSERT:
            words = content_words(pair, change.text, in_base=False)
            if words:
                yield Span(words[0].span.start, words[-1].span.end)


def _run(pair: Pair, change: Change, elsewhere: frozenset[str], *, in_base: bool) -> tuple[Span, int] | None:
    ours, theirs = (change.base, change.text) if in_base else (change.text, change.base)
    if change.op not in (Op.REPLACE, Op.DELETE if in_base else Op.INSERT):
        return None
    words = content_words(pair, ours, in_base=in_base)
    own = [w for w in words if not (_stands_among(w, elsewhere, pair) or _is_termed(pair, w, in_base=in_base))]
    sides = pair.base_reading, pair.text_reading
    if not own or stand_short({word.key for word in own}, *(sides if in_base else sides[::-1])):
        return None
    if change.op is Op.REPLACE:
        if change.base_letters or change.text_letters:
            return None
        facing = len(content_words(pair, theirs, in_base=not in_base))
        more = len(own) - facing
        if len(own) == 1 and not facing and not in_base and _is_copula(pair, theirs):
            return None
        return None if more < (_EXCESS if facing else 1) else (Span(own[0].span.start, own[-1].span.end), more)
    return Span(own[0].span.start, own[-1].span.end), len(own)


def _is_termed(pair: Pair, word: Word, *, in_base: bool) -> bool:
    """Tell whether a word negates by itself ("nobody"), or another says the same there ("up to", "at most").

    Whether a no is lost or added is judged by counting them.
    """
    reading, other = (pair.base_reading, pair.text_reading) if in_base else (pair.text_reading, pair.base_reading)
    near = reading.hits_in(*word_range(reading.words, word.span))
    if any(hit.span.contains(word.span) and hit.section == "negation" and hit.group in _NEGATING for hit in near):
        return True
    said = [(kind, hit) for kind, hit in _terms(near) if hit.span.contains(word.span)]
    same = pair.links.base_same if in_base else pair.links.text_same
    return any(
        kind == own and (any(same[one.first : one.last]) or not pair.links.is_kept(hit.span, in_base=not in_base))
        for own, one in said
        for kind, hit in _terms(other.hits)
    )


def _terms(hits: Iterable[Hit]) -> Iterator[tuple[str, Hit]]:
    """Yield the terms of which one can say what another of its kind does, each with the kind.

    "The crew said" is of one kind with "according to the crew".
    """
    for hit in hits:
        if hit.section in ("hedges", "conditions", "quantifiers") and hit.group != "idle":
            yield f"{hit.section}.{hit.group}", hit
        elif hit.section == "stance" and hit.group == "neutral":
            yield "hedges.source", hit


def _is_copula(pair: Pair, base: Span) -> bool:
    """Tell whether a place of the base is but a form of "be", for which others put "become" or "amounts to"."""
    first, last = word_range(pair.base_words, base)
    copulas = pair.language.lexicon.texts("words", "copulas")
    return first < last and all(word.key in copulas for word in pair.base_words[first:last])


def content_words(pair: Pair, span: Span, *, in_base: bool) -> list[Word]:
    """Return the content words at a place; quantifiers say something though they are everyday words.

    What is a number, a date or the like is judged by its value, and "even" or "still" by itself.
    """
    reading = pair.base_reading if in_base else pair.text_reading
    first, last = word_range(reading.words, span)
    if first == last:
        return []
    return [
        word
        for number, word in enumerate(reading.words[first:last], first)
        if (is_content(word, pair.text.language) or _is_counting(reading, number))
        and not reading.quantities_at(word.span)
        and not _is_in(reading, number, "particles")
    ]


def _is_counting(reading: Reading, number: int) -> bool:
    """Tell whether word `number` of a text stands in a quantifier."""
    return _is_in(reading, number, "quantifiers")


def _is_in(reading: Reading, number: int, section: str) -> bool:
    """Tell whether word `number` of a text stands in a term of a section."""
    return any(
        hit.section == section and hit.group != "idle" and hit.span.contains(reading.words[number].span)
        for hit in reading.hits_in(number, number + 1)
    )
