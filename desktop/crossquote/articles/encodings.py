"""Which encoding a text is in that does not say: each likely one is tried, and its letters and words are looked at.

A wrong one gives words with letters that their language has not, with signs or capitals in their middle, or of two
scripts. Two that give the same text are one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from crossquote.language.lexicon import load_lexicon
from crossquote.text.detection import clarity, detect_language
from crossquote.text.scripts import commonest_signs

_TRIED = (
    "utf-8", "windows-1252", "windows-1251", "windows-1250", "iso-8859-2", "windows-1253", "windows-1254",
    "windows-1257", "windows-1255", "windows-1256", "windows-1258", "koi8-u", "koi8-r", "iso-8859-5", "cp866",
    "iso-8859-15", "iso-8859-7", "mac-roman", "mac-cyrillic", "gb18030", "big5", "cp932", "euc-jp", "cp949", "cp874",
    "utf-16-le", "utf-16-be",
)  # fmt: skip
"""The likelier before the less likely: of those that read alike, the first is named."""
_WIDE = frozenset({"gb18030", "big5", "cp932", "euc-jp", "cp949", "utf-16-le", "utf-16-be"})
_LOOKED_AT = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_TORN = re.compile(r"[^\W\d_][^\w\s.,;:!?'’ʼ\-–—\"“”«»()/&·…\u0300-\u036f\u0590-\u06ff\u0e00-\u0e7f]+[^\W\d_]")
_ROW = re.compile(r"[\u00c0-\u024f]{3,}")
"""No language that is written in Latin letters has three beyond ASCII in a row."""
_SMALL = "[a-zà-öø-ÿа-яёіїєґΐά-ώ]"
_CAPITAL_INSIDE = re.compile(rf"(?:(?<!{_SMALL})|(?!{_SMALL}))[^\W\d_]{_SMALL}++[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΆΈ-ΏΑ-Ϋ]")
"""It is looked for from the first small letter of a row or from what is before it: a row is gone through twice."""
_NEVER = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_ODD = re.compile(r"[¤¦¨¯²³¹¼-¾ƒˆ˜†‡‰Œ\u2500-\u259f°±¶·¬§×÷]")
_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_TORN_COSTS, _NEVER_COSTS, _ODD_COSTS, _FOREIGN_COSTS = 6.0, 10.0, 0.6, 1.0
_KNOWN_EARNS, _CLARITY_EARNS = 2.0, 1.0


class Guess(Struct, frozen=True):
    """An encoding that a text could be in, with the beginning of what it would be."""

    name: str
    text: str
    score: float


def guess_encodings(data: bytes, most: int = 5) -> tuple[Guess, ...]:
    """Return the encodings that `data` could be in, the likeliest first; none where it is no text in any."""
    sample = data[:_LOOKED_AT]
    guesses: dict[str, Guess] = {}
    for name in _TRIED:
        text = _decoded(sample, name)
        if text is not None and text not in guesses:
            guesses[text] = Guess(name, text, _score(text, name))
    ranked = sorted(guesses.values(), key=lambda guess: -guess.score)
    return tuple(guess for guess in ranked[:most] if guess.score > 0)


def _decoded(sample: bytes, name: str) -> str | None:
    """Return the sample in an encoding, None where it can't be in it; a letter that was cut in two is left out."""
    if name.startswith("utf-16"):
        if b"\0" not in sample:  # every line end and blank has one
            return None
        sample = sample[: len(sample) // 2 * 2]
    for end in (len(sample), *range(len(sample) - 1, max(0, len(sample) - 4), -1)):
        try:
            return sample[:end].decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 4 or name not in _WIDE | {"utf-8"}:
                return None
    return None


def _score(text: str, name: str) -> float:
    """Return how much a text looks like one: of its letters beyond ASCII, the share that may stand where they do."""
    beyond = sum(char > "\x7f" for char in text)
    if not beyond:
        return 0.0 if name in _WIDE else 1.0 - _NEVER_COSTS * _count(_NEVER, text) / max(1, len(text))
    if name in _WIDE:
        return _wide_score(text, beyond)
    wrong = _NEVER_COSTS * _count(_NEVER, text) + _TORN_COSTS * _count(_TORN, text) + _ODD_COSTS * _count(_ODD, text)
    wrong += _TORN_COSTS * (_count(_CAPITAL_INSIDE, text) + _count(_ROW, text))
    letters, words = _written(detect_language(text).language)
    found = Counter(word.casefold() for word in _WORD.findall(text) if not word.isascii())
    known = sum(count * len(word) for word, count in found.items() if word in words and len(word) > 1)
    foreign = (
        sum(count * sum(char > "\x7f" and char not in letters for char in word) for word, count in found.items())
        if letters
        else 0
    )
    mixed = sum(count for word, count in found.items() if _is_mixed(word))
    return (
        clarity(text) * _CLARITY_EARNS
        + 1.0
        + (_KNOWN_EARNS * known - wrong - _FOREIGN_COSTS * foreign - _TORN_COSTS * mixed) / beyond
    )


def _wide_score(text: str, beyond: int) -> float:
    """Return the same for scripts of thousands of letters: some are in every text, most in next to none."""
    asian, common = _count(_ASIAN, text), _count(_common_asian(), text)
    never = _NEVER_COSTS * _count(_NEVER, text)
    if asian >= beyond / 2:
        return 0.7 + 2.5 * common / asian - never / beyond
    spaced = asian == 0 and any(map(str.isspace, text))
    return 1.0 + _CLARITY_EARNS * clarity(text) - never / len(text) if spaced else 0.0


@lru_cache(maxsize=1)
def _common_asian() -> re.Pattern[str]:
    return re.compile(rf"[\u3040-\u30ff。、，{commonest_signs()}]")


def _is_mixed(word: str) -> bool:
    """Tell whether a word has letters of ASCII and of another alphabet than the Latin one."""
    return any(char.isascii() for char in word) and any(char >= "\u0370" for char in word)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


@lru_cache(maxsize=32)
def _written(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters beyond ASCII that the lexicon of a language has, and its words with such letters."""
    found = set(_words_of(language))
    return frozenset(char for word in found for char in word if char > "\x7f"), frozenset(found)


def _words_of(language: str | None) -> Iterator[str]:
    lexicon = load_lexicon(language)
    sources = (lexicon.source, load_lexicon(lexicon.text("language", "like") or None).source)
    for source in sources:
        yield from (word.casefold() for word in _WORD.findall(source.decode(errors="replace")) if not word.isascii())
