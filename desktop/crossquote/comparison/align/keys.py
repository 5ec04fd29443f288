"""Keys: the words of a text as an alignment sees them, with stems, weights and shifted words folded.

Direct and reported speech differ in person, tense and pointing words: "I will come here" is reported as "he would
go there". Such words (`[shifts]` of the lexicon) share an anchor, so they meet; that they differ is still a change.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from types import MappingProxyType

import regex
from anyascii import anyascii
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.cldr import load_cldr
from crossquote.text.stems import stem
from crossquote.text.weights import STOP, weight
from crossquote.text.words import fold, split_words


class Shift(StrEnum):
    """How a word is shifted between direct and reported speech."""

    PERSON = "person"
    TENSE = "tense"
    POINTING = "pointing"


class AlignmentToken(Struct, frozen=True):
    """A word as the alignment sees it: `anchor` is what must agree for two words to be the same one."""

    span: Span
    text: str
    key: str
    stem: str
    anchor: str
    weight: float

    @property
    def tells(self) -> bool:
        """Tell whether the word says something of its own: others never anchor an alignment."""
        return self.weight > STOP


_START, _END = attrgetter("span.start"), attrgetter("span.end")
# One grapheme a code point, whatever stands beside it: Latin, Greek, Cyrillic, Armenian and common punctuation.
_SIMPLE = regex.compile(r"[\x00-\u02FF\u0370-\u0482\u048A-\u058F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_HYPHEN = regex.compile(r"-\s*")
_ACUTE = "\u0301"
_SHORT = 4
"""A shorter word keeps its hyphen: "re-" is no word alone, "F-35" is a name."""
_LONGEST_UNSPACED = 4
"""A longer "word" in a script without blanks was not segmented: it is then taken sign by sign."""


def tokens_in(tokens: Sequence[AlignmentToken], place: Span) -> Sequence[AlignmentToken]:
    """Return those of a text's words that lie in a place."""
    first = bisect_left(tokens, place.start, key=_START)
    return tokens[first : bisect_right(tokens, place.end, lo=first, key=_END)]


@lru_cache(maxsize=256)
def read_tokens(text: str, language: Language) -> tuple[AlignmentToken, ...]:
    """Return the words of `text` as tokens; none begins or ends inside a grapheme."""
    spans: list[Span] = []
    for word in split_words(text, language):
        spans.extend(_signs(text, word.span))
    if not _SIMPLE.fullmatch(text):
        spans = _snapped(text, spans)
    return tuple(_token(span, span.of(text), language) for span in spans)


def _token(span: Span, text: str, language: Language) -> AlignmentToken:
    key, stemmed, anchor, heavy = _keys(text, language)
    return AlignmentToken(span, text, key, stemmed, anchor, heavy)


@lru_cache(maxsize=131072)
def _keys(text: str, language: Language) -> tuple[str, str, str, float]:
    key = _spelt(fold(text), language)
    stemmed = stem(key, language)
    shifted = shift_groups(language).get(key)
    return key, stemmed, shifted[1] if shifted else stemmed, weight(key, language)


def _spelt(key: str, language: Language) -> str:
    """Return a folded word without what its spellings differ in: hyphens, stress marks, "ё", "œ", scripts."""
    if key.isascii() and "-" not in key:
        return key
    spelt = _HYPHEN.sub("", key) if len(key) > _SHORT else key
    for letter, other in spellings(language):
        spelt = spelt.replace(letter, other)
    spelt = (
        unicodedata.normalize("NFC", unicodedata.normalize("NFD", spelt).replace(_ACUTE, ""))
        if _is_stressed(spelt)
        else spelt
    )
    cyrillic = load_cldr(language).two_scripts and any("а" <= letter <= "џ" for letter in spelt)
    return anyascii(spelt).casefold() if cyrillic else spelt


def _is_stressed(word: str) -> bool:
    """Tell whether a Cyrillic word is printed with its stress, as dictionaries do."""
    return _ACUTE in word and any("а" <= letter <= "ё" for letter in word)


@lru_cache(maxsize=64)
def spellings(language: Language) -> tuple[tuple[str, str], ...]:
    """Return (letter, what may be written for it) of a language."""
    parted = (entry.split() for entry in language.lexicon.texts("words", "spellings"))
    script = ((entry[0], entry[1:]) for entry in language.lexicon.texts("language", "scripts"))
    return (*((letter, other) for letter, other in parted), *script)


def _signs(text: str, span: Span) -> list[Span]:
    """Return `span`, or its graphemes where it is a stretch of a script without blanks that nobody segmented."""
    word = span.of(text)
    if len(word) <= _LONGEST_UNSPACED or word.isascii() or not _UNSPACED.search(word):
        return [span]
    return [Span(span.start + m.start(), span.start + m.end()) for m in regex.finditer(r"\X", word)]


def _snapped(text: str, spans: list[Span]) -> list[Span]:
    """Return `spans` widened to whole graphemes; those that meet in one grapheme are joined."""
    found: list[Span] = []
    edges = [0, *(m.end() for m in regex.finditer(r"\X", text))]
    at = 0
    for span in spans:
        while edges[at] > span.start:
            at -= 1
        while at + 1 < len(edges) and edges[at + 1] <= span.start:
            at += 1
        start = edges[at]
        while edges[at] < span.end:
            at += 1
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, edges[at]))
        else:
            found.append(Span(start, edges[at]))
    return found


@lru_cache(maxsize=64)
def shift_groups(language: Language) -> Mapping[str, tuple[Shift, str]]:
    """Return word → (how it is shifted, the name of its group): words of one group stand for one another."""
    lexicon = language.lexicon
    groups = chain.from_iterable(
        ((shift, name, words) for name, words in lexicon.lists("shifts", shift).items()) for shift in Shift
    )
    return MappingProxyType(
        {fold(word): (shift, f"{shift}:{name}") for shift, name, words in groups for word in reversed(words)}
    )


def find_shift(base: str, text: str, language: Language) -> Shift | None:
    """Return how the word `base` is shifted into the word `text`, None where it is not (or they are the same)."""
    first, second = fold(base), fold(text)
    groups = shift_groups(language)
    if first == second or first not in groups or second not in groups or groups[first] != groups[second]:
        return None
    return groups[first][0]
