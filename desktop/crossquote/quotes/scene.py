"""What a search for quotes looks at: an article cut into paragraphs and sentences, its marks, cues and names.

Cues, names and sentences are looked for in the *masked* text, in which everything between marks is blotted out
letter for letter: what somebody says inside a quote attributes nothing to anybody.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from crossquote.language.language import Language
from crossquote.model.article import Article
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, load_cues
from crossquote.text.marks import Marked, find_marked, paragraphs
from crossquote.text.names import Name, find_names
from crossquote.text.words import Word, fold, split_words

BLOT = "\ue000"
"""Stands for each letter of what is between marks."""

REACH = 1200
"""So far, in letters, a sentence is looked through on either side of a quote: no honest sentence is longer."""

_NO_BREAK = regex.compile(r"(?:^|[\s(.\-])(\p{Lu}|[IVX]+|\p{L}{1,5}|\d{1,2})\.$")


@dataclass(frozen=True, slots=True)
class Scene:
    """An article laid out for the search."""

    article: Article
    language: Language
    lines: tuple[Span, ...]
    marked: tuple[Marked, ...]
    masked: str
    sentences: tuple[Span, ...]
    words: tuple[Word, ...]
    cues: tuple[CueMatch, ...]
    names: tuple[Name, ...]
    all_names: tuple[Name, ...]

    @property
    def text(self) -> str:
        """The article's text, as it was read."""
        return self.article.text

    def showing(self, hidden: Sequence[Span]) -> "Scene":
        """Return the same scene with its names, and only `hidden` blotted out: titles in marks can be seen."""
        shown = set_scene(self.article, self.language, self.lines, self.marked, hidden)
        names = find_names(self.text, self.language)
        outside = tuple(name for name in names if shown.masked[name.span.start] != BLOT)
        return replace(shown, names=outside, all_names=names)

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that holds `place`."""
        index = bisect_right(self.sentences, place, key=lambda s: s.start) - 1
        return self.sentences[max(index, 0)] if self.sentences else Span(0, len(self.text))

    def line_at(self, place: int) -> Span:
        """Return the paragraph that holds `place`."""
        index = bisect_right(self.lines, place, key=lambda s: s.start) - 1
        return self.lines[max(index, 0)] if self.lines else Span(0, len(self.text))

    def words_in(self, span: Span) -> Sequence[Word]:
        """Return the words outside marks that lie in `span`."""
        first = bisect_left(self.words, span.start, key=lambda w: w.span.start)
        return self.words[first : bisect_right(self.words, span.end, key=lambda w: w.span.end)]

    def cues_in(self, span: Span) -> Sequence[CueMatch]:
        """Return the cues outside marks that lie in `span`."""
        first = bisect_left(self.cues, span.start, key=lambda c: c.span.start)
        return self.cues[first : bisect_right(self.cues, span.end, key=lambda c: c.span.end)]

    def names_in(self, span: Span) -> Sequence[Name]:
        """Return the names outside marks that lie in `span`."""
        first = bisect_left(self.names, span.start, key=lambda n: n.span.start)
        return self.names[first : bisect_right(self.names, span.end, key=lambda n: n.span.end)]


def read_scene(article: Article, language: Language) -> Scene:
    """Return `article` laid out for the search, with everything between marks blotted out."""
    lines = tuple(part for line in paragraphs(article.text) for part in _unskipped(line, article.layout.skipped))
    return set_scene(article, language, lines, find_marked(article.text, lines, language))


def set_scene(
    article: Article,
    language: Language,
    lines: tuple[Span, ...],
    marked: tuple[Marked, ...],
    hidden: Sequence[Span] | None = None,
) -> Scene:
    """Return the scene of an article with `hidden` blotted out, or everything that is between marks."""
    masked = blot(article.text, [pair.outer for pair in marked] if hidden is None else hidden)
    words = _without_clitics(split_words(masked, language), language)
    return Scene(
        article=article,
        language=language,
        lines=lines,
        marked=marked,
        masked=masked,
        sentences=tuple(_sentences(article.text, masked, lines, language)),
        words=words,
        cues=load_cues(language).among(masked, words),
        names=(),
        all_names=(),
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


def _without_clitics(words: tuple[Word, ...], language: Language) -> tuple[Word, ...]:
    """Return the words, with pronouns that hang on a verb ("dit-elle") as words of their own."""
    clitics = frozenset(language.lexicon.texts("pronouns", "clitics"))
    if not clitics:
        return words
    return tuple(part for word in words for part in _parts(word, clitics))


def _parts(word: Word, clitics: frozenset[str]) -> tuple[Word, ...]:
    head, hyphen, tail = word.key.rpartition("-")
    if not hyphen or tail not in clitics or len(word.key) != len(word.span):
        return (word,)
    head = head.removesuffix("-t")
    start, end = word.span.start, word.span.end
    return (Word(Span(start, start + len(head)), head), Word(Span(end - len(tail), end), tail))


def _unskipped(line: Span, skipped: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a paragraph that are searched."""
    start = line.start
    for span in sorted(skipped):
        if span.overlaps(Span(start, max(start, line.end))):
            if span.start > start:
                yield Span(start, span.start)
            start = max(start, min(span.end, line.end))
    if start < line.end:
        yield Span(start, line.end)


def _sentences(text: str, masked: str, lines: Sequence[Span], language: Language) -> Iterator[Span]:
    """Yield the sentences of the paragraphs; a quote that is one or more sentences does not end the one around it."""
    lexicon = language.lexicon
    short = {fold(word).removesuffix(".") for word in lexicon.texts("titles", "honorifics")}
    for line in lines:
        start = line.start
        for place in _breaks(text, masked, line, short):
            if place > start:
                yield Span(start, place)
                start = place
        if start < line.end:
            yield Span(start, line.end)


def _breaks(text: str, masked: str, line: Span, short: set[str]) -> Iterator[int]:
    """Yield where a new sentence begins inside a paragraph."""
    for match in _SPLIT.finditer(masked, line.start, line.end - 1):
        before = masked[max(line.start, match.start() - 12) : match.start()]
        if before.endswith(BLOT):
            if _ends_with_quote(text, match.start()):
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
    return regex.search(r"[.!?…。！？][\"”’'“»›)\]]*$", text[max(0, place - 6) : place]) is not None
