"""The bounds of a quote, as the user draws them: an end goes to a word's edge, over no other quote; a word stays."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import StrEnum

from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.span import Span
from crossquote.text.words import split_words

_PIECE = 1000
"""Letters between where pieces of a text begin at the earliest; so none is longer than what `split_words` keeps."""
_BLANK, _SIGN = re.compile(r"(?<=\w)\s"), re.compile(r"[^\w\s]")


class End(StrEnum):
    """Which end of a quote."""

    START = "start"
    END = "end"


def words_near(article: Article, *places: int) -> tuple[Span, ...]:
    """Return where the words of an article stand, in order: those about `places` alone, some hundred letters each way.

    To find all words of a long one takes seconds where words have no blanks between them.
    """
    text, language = article.text, language_of(article.language)
    numbers = sorted({place // _PIECE + step for place in places for step in (-1, 0, 1)})
    found: list[Span] = []
    for number in numbers:
        start, end = _piece_start(text, number), _piece_start(text, number + 1)
        words = (word.span for word in split_words(text[start:end], language))
        found += (Span(start + one.start, start + one.end) for one in words)
    return tuple(found)


def _piece_start(text: str, number: int) -> int:
    """Return where a piece of a text begins: behind a blank, else behind another sign that is in no word, if any is."""
    place = min(max(number, 0) * _PIECE, len(text))
    found = (sign.search(text, place, place + _PIECE) for sign in (_BLANK, _SIGN))
    return next((one.end() for one in found if one), place) if 0 < place < len(text) else place


def room_of(quote: Quote, others: Iterable[Quote], article: Article) -> Span:
    """Return how far the bounds of a quote can reach: to the next quotes before and behind it that share none of it."""
    hulls = [one.hull for one in others if one.id != quote.id]
    before = max((one.end for one in hulls if one.end <= quote.hull.start), default=0)
    behind = min((one.start for one in hulls if one.start >= quote.hull.end), default=len(article.text))
    return Span(before, behind)


def with_end(quote: Quote, end: End, at: int, words: Sequence[Span], room: Span) -> tuple[Span, ...]:
    """Return the places of `quote` with one end brought to `at`, or to the nearer edge of the word that `at` is inside.

    `words` are those of its article about `at` and its ends, in order. What leaves no word, or goes beyond `room`, goes
    as far as it can.
    """
    inside = [one for one in words if room.start <= one.start and one.end <= room.end]
    hull = quote.hull
    if end is End.START:
        first = _edge(min(max(at, room.start), hull.end), words)
        last_word = max((one.start for one in inside if one.end <= hull.end), default=hull.start)
        first = min(max(first, room.start), max(last_word, room.start))
        kept = [span for span in quote.spans if span.end > first]
        return (Span(first, kept[0].end), *kept[1:]) if kept else quote.spans
    last = _edge(max(min(at, room.end), hull.start), words)
    first_word = min((one.end for one in inside if one.start >= hull.start), default=hull.end)
    last = max(min(last, room.end), min(first_word, room.end))
    kept = [span for span in quote.spans if span.start < last]
    return (*kept[:-1], Span(kept[-1].start, last)) if kept else quote.spans


def without_blanks(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Return the places of a quote in `text` without blanks before its first word and behind its last."""
    first, last = spans[0], spans[-1]
    start = first.start + len(first.of(text)) - len(first.of(text).lstrip())
    end = last.end - len(last.of(text)) + len(last.of(text).rstrip())
    if len(spans) == 1:
        return (Span(start, end),) if start < end else spans
    return (Span(min(start, first.end), first.end), *spans[1:-1], Span(last.start, max(end, last.start)))


def one_word_on(quote: Quote, end: End, by: int, words: Sequence[Span]) -> int:
    """Return where an end of `quote` goes by a word, `by` 1 or -1: the edge of the next one there is."""
    at = quote.hull.start if end is End.START else quote.hull.end
    edges = [one.start if end is End.START else one.end for one in words]
    ahead = [edge for edge in edges if (edge > at if by > 0 else edge < at)]
    return (ahead[0] if by > 0 else ahead[-1]) if ahead else at


def _edge(at: int, words: Sequence[Span]) -> int:
    """Return `at`, or the nearer edge of the word that it is inside of."""
    place = bisect_left([one.end for one in words], at)
    if place < len(words) and words[place].start < at < words[place].end:
        word = words[place]
        return word.start if at - word.start <= word.end - at else word.end
    return at
