"""Sentences as tokens: what the patterns of reported speech are looked for in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

import regex

from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, Cues, Governs
from crossquote.quotes.indirect.grammar import Grammar
from crossquote.quotes.quoted import merge
from crossquote.text.sentences import split_sentences
from crossquote.text.words import Word, split_words

_MARK = regex.compile(r"[^\s\p{L}\p{N}\p{M}]")
_LONGEST = 2000
_MOST = 16
"""So many cues of a sentence are looked at: more than any sentence has, few enough for hostile ones."""

_SOURCE = frozenset({Governs.PREPOSITION})

COMMAS = frozenset(",،、，")
DASHES = frozenset("–—-―")
COLONS = frozenset(":：")
QUOTE_MARKS = frozenset('"“”„«»‹›‟「」『』')
STOPS = frozenset(".!?…;。！？؟؛；")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a sentence. `quoted` is True inside words in quotation marks."""

    span: Span
    key: str
    word: bool
    quoted: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens in order and the cues among them, by the index of their first token.

    `headline` is True where Almost Every Word Is Capitalised: then a capital says nothing.
    """

    span: Span
    tokens: tuple[Token, ...]
    cues: tuple[tuple[int, int, CueMatch], ...]
    headline: bool = False

    def keys(self) -> tuple[str, ...]:
        """Return the tokens' keys."""
        return tuple(token.key for token in self.tokens)


def read_sentences(text: str, quoted: Sequence[Span], cues: Cues, grammar: Grammar) -> Iterator[Sentence]:
    """Yield the sentences of `text` that hold a cue or may follow one, with their tokens."""
    inside = merge(quoted)
    starts = [span.start for span in inside]
    for span in split_sentences(text, cues.language):
        if len(span) > _LONGEST:
            continue
        piece = span.of(text)
        words = split_words(piece)
        items = list(_items(piece, words))
        tokens = tuple(
            _token(text, item, span.start, inside, starts)
            for number, item in enumerate(items)
            if item[1] or piece[item[0].start] != "." or not any(key for _, key in items[number + 1 :])
        )
        positions = {token.span.start: index for index, token in enumerate(tokens)}
        found = []
        for cue in cues.among(piece, words):
            first = positions.get(span.start + cue.span.start)
            if first is not None:
                shifted = cue.shifted(span.start)
                found.append((first, _last(tokens, first, shifted.span.end), shifted))
        found.extend(_sources(tokens, grammar))
        yield Sentence(span, tokens, tuple(sorted(found, key=itemgetter(0))[:_MOST]), _headline(tokens))


def _sources(tokens: Sequence[Token], grammar: Grammar) -> Iterator[tuple[int, int, CueMatch]]:
    """Yield what a sentence is said to rest on: "nach Angaben", "nach Polizeiangaben", "podle mluvčího"."""
    for index, token in enumerate(tokens):
        if token.key in grammar.source_prepositions and _is_source(tokens[index + 1 : index + 5], grammar):
            yield index, index + 1, CueMatch(token.span, token.key, Stance.NEUTRAL, _SOURCE)


def _is_source(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether the words after a preposition name someone, not a rule or a plan."""
    if grammar.not_sources:
        return bool(tokens) and tokens[0].word and not any(token.key in grammar.not_sources for token in tokens)
    endings = tuple(grammar.sources)
    for token in tokens:
        source = token.key.endswith(endings)
        if not token.word or (grammar.noun_capitals and token.capital):
            return token.word and source
        if not grammar.noun_capitals and (source or (token.capital and token.key[0].isalpha())):
            return True
    return False


def _headline(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.word and len(token.key) > 3]
    return len(words) > 2 and sum(token.capital for token in words) * 5 >= len(words) * 4


def _items(piece: str, words: Sequence[Word]) -> Iterator[tuple[Span, str]]:
    position = 0
    for word in words:
        for mark in _MARK.finditer(piece, position, word.span.start):
            yield Span(mark.start(), mark.end()), ""
        yield word.span, word.key
        position = word.span.end
    for mark in _MARK.finditer(piece, position):
        yield Span(mark.start(), mark.end()), ""


def _token(text: str, item: tuple[Span, str], offset: int, inside: Sequence[Span], starts: Sequence[int]) -> Token:
    span = item[0].shifted(offset)
    index = bisect_right(starts, span.start) - 1
    quoted = index >= 0 and span.start < inside[index].end
    first = text[span.start]
    return Token(span, item[1] or first, bool(item[1]), quoted, first.isupper() or first.isdigit())


def _last(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the index after the last token that begins before `end`."""
    index = first
    while index < len(tokens) and tokens[index].span.start < end:
        index += 1
    return index
