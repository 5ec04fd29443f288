"""A page with some of its spans hidden: what is seen when what somebody says is left out.

Words, cues, names and sentences are those of the *masked* text, in which what is hidden is blotted out letter for
letter: what somebody says inside a quote attributes nothing to anybody.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Page, Token
from crossquote.text.names import Name

BLOT = "\ue000"
"""Stands for each letter of what is between marks."""

REACH = 1200
"""So far, in letters, a sentence is looked through on either side of a quote: no honest sentence is longer."""
MOST_CUES = 6
"""So many words of saying are looked at on either side of a quote: no honest sentence has more."""


class Scene(Struct, frozen=True):
    """A page with some of its spans hidden: words, cues and names are those that can be seen."""

    page: Page
    masked: str
    sentences: tuple[Span, ...]
    words: Sequence[Token]
    cues: Sequence[CueMatch]
    names: Sequence[Name]

    @property
    def text(self) -> str:
        """The article's text, as it was read."""
        return self.page.article.text

    @property
    def language(self) -> Language:
        """The language of the article."""
        return self.page.language

    @property
    def grammar(self) -> Grammar:
        """The grammar of the article's language."""
        return self.page.grammar

    @property
    def lines(self) -> tuple[Span, ...]:
        """The paragraphs of the page."""
        return self.page.paragraphs

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that holds `place`."""
        return _at(place, self.sentences, self.text)

    def sentences_before(self, sentence: Span, most: int, reach: int) -> Iterator[Span]:
        """Yield up to `most` sentences before one, the nearest first, none more than `reach` letters back."""
        index = bisect_left(self.sentences, sentence)
        for span in reversed(self.sentences[max(0, index - most) : index]):
            if sentence.start - span.start > reach:
                return
            yield span

    def line_at(self, place: int) -> Span:
        """Return the paragraph that holds `place`."""
        return _at(place, self.lines, self.text)

    def words_in(self, span: Span) -> Sequence[Token]:
        """Return the words that can be seen in `span`."""
        return _within(self.words, span)

    def says_something(self, span: Span) -> bool:
        """Tell whether a word can be seen in `span`."""
        first = bisect_left(self.words, span.start, key=_START)
        return first < len(self.words) and self.words[first].span.end <= span.end

    def cues_in(self, span: Span) -> Sequence[CueMatch]:
        """Return the cues that can be seen in `span`."""
        return _within(self.cues, span)

    def names_in(self, span: Span) -> Sequence[Name]:
        """Return the names that can be seen in `span`."""
        return _within(self.names, span)


_START, _END = attrgetter("span.start"), attrgetter("span.end")
_BEGINNING = attrgetter("start")


class _Spanned(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span: ...


_SpannedItem = TypeVar("_SpannedItem", bound=_Spanned)


def _at(place: int, spans: Sequence[Span], text: str) -> Span:
    """Return which of `spans`, that follow each other, holds `place`; all of the text where there are none."""
    index = bisect_right(spans, place, key=_BEGINNING) - 1
    return spans[max(index, 0)] if spans else Span(0, len(text))


def _within(items: Sequence[_SpannedItem], span: Span) -> Sequence[_SpannedItem]:
    """Return those of `items`, which are in order and apart, that lie in `span`."""
    first = bisect_left(items, span.start, key=_START)
    return items[first : bisect_right(items, span.end, key=_END)]


def _outside(items: Sequence[_SpannedItem], hidden: Sequence[Span]) -> Sequence[_SpannedItem]:
    """Return those of `items`, which are in order and apart, that no hidden span touches."""
    kept: list[_SpannedItem] = []
    first = 0
    for span in hidden:
        stop = bisect_right(items, span.start, lo=first, key=_END)
        kept.extend(items[first:stop])
        first = bisect_left(items, span.end, lo=stop, key=_START)
    kept.extend(items[first:])
    return kept


def hide(page: Page, hidden: Sequence[Span]) -> Scene:
    """Return `page` with `hidden` (ordered, apart) blotted out."""
    masked = blot(page.text, hidden)
    return Scene(
        page=page,
        masked=masked,
        sentences=tuple(_joined(page.sentences, hidden, page.text)),
        words=_outside(page.words, hidden),
        cues=_outside(page.cues, hidden),
        names=_outside(page.names, hidden),
    )


def blot(text: str, spans: Sequence[Span]) -> str:
    """Return `text` with `spans` (ordered, apart) blotted out; it is as long as before, and lines stay lines."""
    parts: list[str] = []
    done = 0
    for span in spans:
        parts.append(text[done : span.start])
        parts.append(regex.sub(r"[^\n]", BLOT, span.of(text)))
        done = span.end
    parts.append(text[done:])
    return "".join(parts)


def _joined(sentences: Sequence[Span], hidden: Sequence[Span], text: str) -> Iterator[Span]:
    """Yield the sentences; those that are parted only within a hidden span of one line are one."""
    at = 0
    before: Span | None = None
    for sentence in sentences:
        if before is not None:
            gap = Span(before.end, sentence.start)
            while at < len(hidden) and hidden[at].end <= gap.start:
                at += 1
            if at < len(hidden) and _holds(hidden[at], gap) and "\n" not in gap.of(text):
                before = Span(before.start, sentence.end)
                continue
            yield before
        before = sentence
    if before is not None:
        yield before


def _holds(span: Span, gap: Span) -> bool:
    """Tell whether `gap` lies within `span` and touches neither of its ends."""
    return span.start < gap.start and gap.end < span.end
