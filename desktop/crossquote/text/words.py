"""Words: where they stand in a text, and the key by which two words count as the same."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.language.language import UNKNOWN, Language
from crossquote.model.span import Span
from crossquote.text.segments import DENSE, segment

_APOSTROPHES = "'’ʼ‘`´＇"
# What joins or hides between the letters of a word: soft hyphens, joiners, no-width blanks; Armenian's marks of stress,
# exclamation and question, which stand on a vowel (ինչո՞ւ).
_INSIDE = "\u00ad\u200b\u200c\u200d\u2060\u055b\u055c\u055e"
# Vowel signs of Arabic and its line of length: a text has them or not, as it pleases.
_VOWEL_SIGNS = "\u0640" + "".join(map(chr, range(0x064B, 0x0653)))
# What is left over of a capital İ that is made small; a letter that has a dot of its own keeps it.
_LONE_DOT = "\u0307"
# What parts the thousands of a number besides full stop and comma; a blank must not end a verbose pattern.
_GAPS = "\\x20\u00a0\u2007\u2009\u202f'’"
_GLUED = r"(?<=\p{L}\p{Ll}{2})\.\p{Lu}\p{Ll}"
"""A full stop behind which the blank was left out: "It is late.Nobody came", but ndr.de, U.S and St.Gallen."""
ABBREVIATED = r"(?<=\p{Hebrew})[\"”״](?=\p{Hebrew}(?![\p{L}\p{M}]))"
"""The mark before the last letter of an abbreviation of Hebrew: צה"ל."""
_AND = r"(?<=\p{Lu})&(?=\p{Lu})"
"""The sign between the initials of a body: S&P, AT&T."""
_JOINT = rf"(?=\S)(?:[{_APOSTROPHES}{_INSIDE}\-‐‑·]|(?!{_GLUED})\.|{ABBREVIATED}|{_AND})"
_THOUSANDS = rf"(?<![\p{{Nd}}.,])\p{{Nd}}{{1,3}}(?:[{_GAPS}]\p{{Nd}}{{3}})+(?!\p{{Nd}})(?:[.,]\p{{Nd}}+)?%?"
"""A number whose thousands are parted: 1 250 000, 1’250’000."""
_HUNG = r"(?<![\p{L}\p{M}\p{N}])(?:(?=[\p{Arabic}\p{Hebrew}\u0640])\p{L}){1,4}(?=[-‐‑־]?\p{Nd})"
"""What hangs on the front of a number in digits: ב-1990, بـ15, و20."""
_SIGNED = r"(?<![\p{L}\p{M}\p{N}])\p{Lu}(?:\p{L}(?=\p{Nd}{1,3}[.,]\p{Nd})|\p{Ll}(?=\p{Nd}{1,3}[\x20\u00a0]\p{Ll}{2}))"
"""The letters of a currency right before its sum: Rp3,5, RM2.50, Rp500 juta."""
_WORD = regex.compile(
    rf"""
    (?=[^\p{{Ll}}\s])(?:                  # most words begin with a small letter, and are none of these
        {_THOUSANDS}
        | {_HUNG}
        | {_SIGNED}
        | \[\p{{L}}{{1,3}}\][\p{{L}}\p{{M}}]+          # a letter that an editor put right: [W]e
        | \p{{N}}+(?:[.,·\u066B\u066C\u00A0\u202F:/]\p{{N}}+)*\p{{M}}*%?    # a number: 1,200  13.5  18:30  40%
    )
    | [\p{{L}}\p{{M}}\p{{N}}]+(?:{_JOINT}[\p{{L}}\p{{M}}\p{{N}}]+)*    # a word: м'яч  30-day  U.S  צה"ל
    """,
    regex.VERBOSE,
)
_SHORT = 2000
"""Up to so many letters a text is a quote, whose words are asked for again and again."""
_CUT = regex.compile(r"\p{Ll}[-‐\u00ad](?:[ ]?\r?\n|[ ])\p{Ll}")
"""A hyphen at the end of a line, or what was one before the lines were joined."""
_GROUPED = regex.compile(
    rf"[0-9]{{1,3}}(?:[{_GAPS}][0-9]{{3}})+(?![0-9])|[0-9]{{1,3}}(?:(?:,[0-9]{{3}}){{2,}}|(?:[.][0-9]{{3}}){{2,}})(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
)
_DENSE = regex.compile(rf"[{DENSE}]")
_SIGN, _TIMES = r"[[\p{nt=Numeric}&&\p{Han}]两]", "[十百千万萬億亿兆]"
# A number in signs, as Unicode gives them a value, in digits and signs, or in digits behind a letter: 三百五十万  300万
# 1億2000万  有3,000人. One sign alone, or one that multiplies at the start, may be part of any word. What multiplies
# stands near: in a long run of signs or digits it is not looked for from each of them to the end.
_IN_SIGNS = regex.compile(
    rf"(?:(?<![0-9０-９])[0-9０-９]++(?:[.,][0-9]++)*+(?={_TIMES})"
    rf"|(?![千万萬億亿兆])(?={_SIGN}{{2}}){_SIGN}(?={_SIGN}{{0,40}}{_TIMES}))"
    rf"(?:{_SIGN}|[0-9０-９](?=[0-9]{{0,40}}{_TIMES}))*|(?<=[{DENSE}])[0-9０-９]+(?:[.,:/][0-9]+)*%?",
    regex.VERSION1,
)
# Arabic's letters of one sound that copies and old systems exchange: alef with hamza or without, Persian's yeh, kaf
# and heh for Arabic's; Devanagari's dot below and its two signs of a nasal (हज़ार हजार, पाँच पांच). And Romanian's with a
# comma below, which old systems write with a cedilla.
_ALIKE = {
    "أ": "ا",
    "إ": "ا",
    "ٱ": "ا",
    "ی": "ي",
    "ک": "ك",
    "ہ": "ه",
    "ۀ": "ه",
    "\u093c": None,
    "ँ": "ं",
    "ș": "ş",
    "ț": "ţ",
}
_FOLD_MARKS = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'")
    | _ALIKE
    | {"״": '"'}
    | dict.fromkeys("‐‑", "-")
    | dict.fromkeys(_INSIDE + _VOWEL_SIGNS + _LONE_DOT + "[]")
)


class Word(Struct, frozen=True):
    """A word: its span in the text, and its key, the same for the same word in another dress.

    The key folds case, compatibility forms, apostrophes, hyphens and the signs between thousands; it keeps letters and
    accents.
    """

    span: Span
    key: str


_BOTH_SCRIPTS = regex.compile(r"\p{L}*(?:[a-z]\p{Cyrillic}|\p{Cyrillic}[a-z])\p{L}*")
_SCRIPTS_MEET = regex.compile(r"(?<=[a-z])\p{Cyrillic}|\p{Cyrillic}(?=[a-z])")
"""Where such a word is, looked for by the letters that are rare: most texts have no Cyrillic ones."""
_LOOK_ALIKE = str.maketrans("aeopcxyjkmtbhis", "аеорсхујкмтвніѕ")
"""Latin letters that look like Cyrillic ones, small or capital: what is typed or converted badly mixes them."""


def _in_one_script(word: regex.Match[str]) -> str:
    """Return a word that mixes both scripts in Cyrillic letters, where all its Latin ones look like some of those."""
    spelt = word[0].translate(_LOOK_ALIKE)
    return word[0] if _BOTH_SCRIPTS.search(spelt) or any("a" <= letter <= "z" for letter in spelt) else spelt


def opens_small(text: str) -> bool:
    """Tell whether a text begins with a small letter of a script that has capitals.

    Georgian letters are small ones by Unicode, and no sentence or name begins with another.
    """
    return text[:1].islower() and text[:1].title() != text[:1]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the key of a word or phrase, which is kept: as the very same text where it is its own key."""
    key = fold_text(text)
    return text if key == text else key


def fold_text(text: str) -> str:
    """Return the key of a text: case, compatibility forms, apostrophes, hyphens and thousands folded."""
    if text.isascii() and text.isalnum():
        return text.lower()  # most words: there is nothing else to fold
    key = unicodedata.normalize("NFKC", text).casefold().translate(_FOLD_MARKS)
    key = _BOTH_SCRIPTS.sub(_in_one_script, key) if _SCRIPTS_MEET.search(key) else key
    grouped = _GROUPED.match(key) if key[:1].isdigit() else None
    return key if grouped is None else "".join(c for c in grouped[0] if c.isdigit()) + key[grouped.end() :]


def _places(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text that has letters of a script without blanks; each number in signs is one."""
    at = 0
    for number in _IN_SIGNS.finditer(text, concurrent=True):
        yield from _places_between(text, at, number.start(), language)
        yield number.span()
        at = number.end()
    yield from _places_between(text, at, len(text), language)


def _places_between(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text, start, end, concurrent=True):
        if _DENSE.search(text, match.start(), match.end()):
            yield from segment(text, match.start(), match.end(), language)
        else:
            yield match.span()


def written_words(text: str, language: Language = UNKNOWN) -> Sequence[str]:
    """Return the words of `text` in order as they are written, for who does not ask where they stand."""
    if _DENSE.search(text):
        return [text[start:end] for start, end in _places(text, language)]
    found: list[str] = _WORD.findall(text, concurrent=True)
    return found


def split_words(text: str, language: Language = UNKNOWN) -> tuple[Word, ...]:
    """Return the words of `text` in order; punctuation and blanks lie between them. Those of short texts are kept."""
    return _split_again(text, language) if len(text) <= _SHORT else tuple(each_word(text, language))


@lru_cache(maxsize=256)
def _split_again(text: str, language: Language) -> tuple[Word, ...]:
    return tuple(each_word(text, language))


def each_word(text: str, language: Language = UNKNOWN) -> Iterator[Word]:
    """Yield the words of `text` as `split_words` does, for who stops between them."""
    if _DENSE.search(text):
        return (Word(Span(start, end), fold(text[start:end])) for start, end in _places(text, language))
    words = (Word(Span(match.start(), match.end()), fold(match[0])) for match in _WORD.finditer(text, concurrent=True))
    return _rejoined(text, words, language) if _CUT.search(text, concurrent=True) else words


def _rejoined(text: str, words: Iterable[Word], language: Language) -> Iterator[Word]:
    """Yield the words, those joined that the end of a line cut with a hyphen ("assess-", "ments")."""
    joining = frozenset(map(fold, (*language.lexicon.texts("cues", "additive"), *_coordinators(language))))
    before: Word | None = None
    for word in words:
        cut = before is not None and _CUT.fullmatch(text, before.span.end - 1, word.span.start + 1)
        if before is not None and cut and word.key not in joining:
            before = Word(Span(before.span.start, word.span.end), before.key + word.key)
            continue
        if before is not None:
            yield before
        before = word
    if before is not None:
        yield before


def _coordinators(language: Language) -> tuple[str, ...]:
    return language.lexicon.texts("cues", "coordinators")
