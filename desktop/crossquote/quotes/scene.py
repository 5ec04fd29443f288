"""A page with some of its spans hidden: what is seen when what somebody says is left out.

Words, cues, names and sentences are those of the *masked* text, in which what is hidden is blotted out letter for
letter: what somebody says inside a quote attributes nothing to anybody.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import regex

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Page, Token
from crossquote.text.names import Name
from crossquote.text.words import fold

BLOT = "\ue000"
"""Stands for each letter of what is between marks."""

REACH = 1200
"""So far, in letters, a sentence is looked through on either side of a quote: no honest sentence is longer."""

_NO_BREAK = regex.compile(r"(?:^|[\s(.\-])(\p{Lu}|[IVX]+|\p{L}{1,5}|\d{1,2})\.$")


@dataclass(frozen=True, slots=True)
class Scene:
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

    def line_at(self, place: int) -> Span:
        """Return the paragraph that holds `place`."""
        return _at(place, self.lines, self.text)

    def words_in(self, span: Span) -> Sequence[Token]:
        """Return the words that can be seen in `span`."""
        return _within(self.words, span)

    def cues_in(self, span: Span) -> Sequence[CueMatch]:
        """Return the cues that can be seen in `span`."""
        return _within(self.cues, span)

    def names_in(self, span: Span) -> Sequence[Name]:
        """Return the names that can be seen in `span`."""
        return _within(self.names, span)


class _Spanned(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span: ...


_Item = TypeVar("_Item", bound=_Spanned)


def _start(item: _Spanned) -> int:
    return item.span.start


def _end(item: _Spanned) -> int:
    return item.span.end


def _at(place: int, spans: Sequence[Span], text: str) -> Span:
    """Return which of `spans`, that follow each other, holds `place`; all of the text where there are none."""
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return spans[max(index, 0)] if spans else Span(0, len(text))


def _within(items: Sequence[_Item], span: Span) -> Sequence[_Item]:
    """Return those of `items`, which are in order and apart, that lie in `span`."""
    first = bisect_left(items, span.start, key=_start)
    return items[first : bisect_right(items, span.end, key=_end)]


def _outside(items: Sequence[_Item], hidden: Sequence[Span]) -> Sequence[_Item]:
    """Return those of `items`, which are in order and apart, that no hidden span touches."""
    kept: list[_Item] = []
    first = 0
    for span in hidden:
        stop = bisect_right(items, span.start, lo=first, key=_end)
        kept.extend(items[first:stop])
        first = bisect_left(items, span.end, lo=stop, key=_start)
    kept.extend(items[first:])
    return kept


def hide(page: Page, hidden: Sequence[Span]) -> Scene:
    """Return `page` with `hidden` (ordered, apart) blotted out."""
    masked = blot(page.text, hidden)
    return Scene(
        page=page,
        masked=masked,
        sentences=tuple(_sentences(page.text, masked, page.paragraphs, page.language)),
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


def _sentences(text: str, masked: str, lines: Sequence[Span], language: Language) -> Iterator[Span]:
    """Yield the sentences of the paragraphs; a quote that is one or more sentences does not end the one around it."""
    lexicon = language.lexicon
    going_on = lexicon.texts("sentences", "quoting")
    short = {fold(word).removesuffix(".") for word in lexicon.texts("titles", "honorifics")}
    for line in lines:
        start = line.start
        for place in _breaks(text, masked, line, short, going_on):
            if place > start:
                yield Span(start, place)
                start = place
        if start < line.end:
            yield Span(start, line.end)


def _breaks(text: str, masked: str, line: Span, short: set[str], going_on: tuple[str, ...]) -> Iterator[int]:
    """Yield where a new sentence begins inside a paragraph; with one of `going_on`, the one around a quote goes on."""
    for match in _SPLIT.finditer(masked, line.start, line.end - 1):
        before = masked[max(line.start, match.start() - 12) : match.start()]
        if before.endswith(BLOT):
            if _ends_with_quote(text, match.start()) and not text.startswith(going_on, match.end()):
                yield match.end()
            continue
        stop = _NO_BREAK.search(before)
        if masked[match.end()] == BLOT and _begins_small(text, match.end()):
            continue
        if stop and (len(stop[1]) == 1 or stop[1].isupper() or stop[1].isdigit() or fold(stop[1]) in short):
            continue
        yield match.end()


_SPLIT = regex.compile(
    rf"(?:(?<=[.!?…][\"”’»)\]]?)|(?<={BLOT}))[ \u00a0\t]+(?=[\p{{Lu}}\p{{Lt}}\p{{N}}{BLOT}«“\"„(\[¿¡—–])"
    rf"|(?<=[。！？])|(?<={BLOT})(?=\p{{Lo}})"
)


def _begins_small(text: str, place: int) -> bool:
    """Tell whether the quote at `place` begins with a small letter: then it goes on with the sentence."""
    return regex.match(r"\W{0,3}\p{Ll}", text, pos=place) is not None


def _ends_with_quote(text: str, place: int) -> bool:
    """Tell whether the quote that ends at `place` ends its sentence too."""
    return regex.search(r"[.!?…。！？][\"”’'“»›)\]」』]*$", text[max(0, place - 6) : place]) is not None
