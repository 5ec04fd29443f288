"""Sentences as tokens: what the patterns of reported speech are looked for in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Page, Token
from crossquote.quotes.quoted import merge

_LONGEST = 2000
_MOST = 16
"""So many cues of a sentence are looked at: more than any sentence has, few enough for hostile ones."""

_SOURCE = frozenset({Governs.PREPOSITION})

COLONS = frozenset(":：")
QUOTE_MARKS = frozenset('"“”„«»‹›‟「」『』')
STOPS = frozenset(".!?…;。！？؟؛；।۔։")
_SHOUTS = frozenset("!?")
_DATELINE = regex.compile(
    r"(?:\p{Lu}{2}[\p{Lu}\p{M}.’'/ -]*(?:, [^()\n–—]{1,30}?)?(?: ?\([^()\n]{1,40}\))?"
    r"|\p{Lu}[\p{L} .,’'/-]{1,40} ?\([^()\n]{1,40}\)|\(\p{Lu}[^()\n]{1,40}\)) ?[-–—]{1,2} (?=[\p{Lu}\p{N}“„«\"'])"
)


class Sentence(Struct, frozen=True):
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


def read_sentences(page: Page, quoted: Sequence[Span], grammar: Grammar) -> Iterator[Sentence]:
    """Yield the sentences of `page` that are not endless, with their tokens; `quoted` are the words in marks."""
    inside = merge(quoted)
    for span in page.sentences:
        if len(span) > _LONGEST:
            continue
        words = Span(_after_dateline(page.text, span), span.end)
        marked = list(_with_quoted(_without_periods(page.tokens_in(words)), inside))
        calm = grammar.order.caseless or not any(sign in page.text[span.start : span.end - 1] for sign in _SHOUTS)
        tokens = tuple(marked if calm else _without_shouts(marked))
        positions = {token.span.start: index for index, token in enumerate(tokens)}
        found = [
            (first, _last(tokens, first, cue.span.end), cue)
            for cue in page.cues_in(span)
            if (first := positions.get(cue.span.start)) is not None
        ]
        found.extend(_sources(tokens, grammar))
        yield Sentence(span, tokens, tuple(sorted(found, key=itemgetter(0))[:_MOST]), _headline(tokens))


def _without_periods(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens without periods that a word follows, and colons inside words ("STT:lle"): they end nothing."""
    last = max((index for index, token in enumerate(tokens) if token.word), default=-1)
    kept = [token for index, token in enumerate(tokens) if token.word or token.key != "." or index > last]
    return [token for index, token in enumerate(kept) if token.key != ":" or not _is_inside_word(kept, index)]


def _is_inside_word(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the mark at `index` has a word before it and small letters behind it, with no blanks between."""
    before, after = tokens[index - 1 : index], tokens[index + 1 : index + 2]
    if not before or not after or not (before[0].word and after[0].word) or after[0].capital:
        return False
    joined = before[0].span.end == tokens[index].span.start and tokens[index].span.end == after[0].span.start
    return joined and after[0].key.isalpha()


def _without_shouts(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens without "!" and "?" that a small letter follows: part of a name ("Yahoo! would stay")."""
    for index, token in enumerate(tokens):
        if token.key in _SHOUTS and not token.quoted:
            after = next((later for later in tokens[index + 1 :] if later.key not in QUOTE_MARKS), None)
            if after is not None and after.word and not after.capital:
                continue
        yield token


def _after_dateline(text: str, sentence: Span) -> int:
    """Return where a sentence begins behind the place, day and agency that open its line: "KARSEN, 3 May (Wire) - "."""
    line_start = not text[max(0, sentence.start - 1) : sentence.start].strip(" \t")
    match = _DATELINE.match(text, sentence.start, sentence.end) if line_start else None
    return match.end() if match else sentence.start


def _with_quoted(tokens: Sequence[Token], inside: Sequence[Span]) -> Iterator[Token]:
    """Yield the tokens, those that begin in `inside` as quoted."""
    at = bisect_right(inside, tokens[0].span.start, key=lambda span: span.end) if tokens else 0
    for token in tokens:
        while at < len(inside) and inside[at].end <= token.span.start:
            at += 1
        yield replace(token, quoted=True) if at < len(inside) and inside[at].start <= token.span.start else token


def _sources(tokens: Sequence[Token], grammar: Grammar) -> Iterator[tuple[int, int, CueMatch]]:
    """Yield what a sentence is said to rest on: "nach Angaben", "nach Polizeiangaben", "podle mluvčího"."""
    for index, token in enumerate(tokens):
        if token.key not in grammar.source_prepositions or (index and _is_another(tokens[index - 1], grammar)):
            continue
        if _is_source(tokens[index + 1 : index + 5], grammar):
            yield index, index + 1, CueMatch(token.span, token.key, Stance.NEUTRAL, _SOURCE)


def _is_another(before: Token, grammar: Grammar) -> bool:
    """Tell whether a word before what may be a source's preposition makes it another word: "no segundo trimestre"."""
    small = grammar.determiners | grammar.prepositions | grammar.links
    return grammar.order.inverts and not grammar.order.commas and before.key in small


def _is_source(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether the words after a preposition name someone, not a rule or a plan."""
    if grammar.not_sources:
        return bool(tokens) and tokens[0].word and not any(token.key in grammar.not_sources for token in tokens)
    endings = grammar.ends.sources
    for token in tokens:
        source = token.key.endswith(endings)
        if not token.word or (grammar.order.nouns_have_capitals and token.capital):
            return token.word and source
        if not grammar.order.nouns_have_capitals and (source or (token.capital and token.key[0].isalpha())):
            return True
    return False


def _headline(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.word and len(token.key) > 3]
    return len(words) > 2 and sum(token.capital for token in words) * 5 >= len(words) * 4


def _last(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the index after the last token that begins before `end`."""
    index = first
    while index < len(tokens) and tokens[index].span.start < end:
        index += 1
    return index
