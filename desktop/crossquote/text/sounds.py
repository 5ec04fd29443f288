"""How two names sound: the same name in two scripts, spellings or cases, told by the least that has to be changed.

A name is spelt anew in plain Latin letters, then in phones. What scripts, ears and grammars leave out or exchange costs
little (vowels, voice, hisses, "l" and "r"), what they keep costs all. Where a letter may stand for several sounds the
nearest counts.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby, product

import regex
from anyascii import anyascii

from crossquote.text.words import fold

_SPELT = (
    *(
        ("d'zh'", "J"),
        ("t's'", "s"),
        ("t'sh'", "S"),
        ("schtsch", "S"),
        ("shch", "S"),
        ("tsch", "S"),
        ("tch", "S"),
        ("tsh", "S"),
        ("dzh", "J"),
        ("sch", "S"),
    ),
    *(("sh", "S"), ("ch", "C"), ("cz", "S"), ("sz", "S"), ("zh", "J"), ("dj", "J"), ("gj", "J"), ("tz", "s")),
    *(("ts", "s"), ("ph", "P"), ("th", "t"), ("kh", "H"), ("gh", "G"), ("ck", "k"), ("qu", "kw"), ("wh", "w")),
    *(("q", "k"), ("x", "ks"), ("j", "J"), ("c", "C")),
)
_OWN = (
    *(("μπ", "~b"), ("ντ", "~d"), ("γκ", "~g"), ("γγ", "ng"), ("τζ", "dzh")),
    *(("ου", "u"), ("χ", "kh")),
    *(
        ("ג׳", "dzh"),
        ("ג'", "dzh"),
        ("צ׳", "ch"),
        ("צ'", "ch"),
        ("ז׳", "zh"),
        ("ו", "w"),
        ("א", "a"),
        ("ا", "a"),
        ("آ", "a"),
    ),
)
"""What some scripts write otherwise than their letters tell; a nasal that may be silent is "~"."""
_NOT_HEARD = regex.compile("[^a-zSJCHPG~]")
_WRITTEN_BEFORE = regex.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
"""Vowels of Thai stand before the consonant that they follow."""
_SOFT = regex.compile("g(?=[ei])")
_CODA = regex.compile("r(?![aeiouywh])")
_VOWELS, _GLIDES = "aeiou", "hwyGR"
_VOWEL, _GLIDE, _LIQUID, _WHOLE = 0.15, 0.3, 0.6, 1.0
_FIRST = 1.5
"""A name keeps its first sound more surely than the others."""
_ALIKE = (
    *((0.1, "aeiou"), (0.2, "pb"), (0.2, "fv"), (0.2, "bv"), (0.3, "pf"), (0.4, "bf"), (0.2, "td"), (0.3, "mn")),
    *(
        (0.2, "kg"),
        (0.2, "kH"),
        (0.2, "gH"),
        (0.2, "sz"),
        (0.2, "sSC"),
        (0.3, "sJ"),
        (0.3, "zSJC"),
        (0.25, "lr"),
        (0.1, "kC"),
    ),
    *((0.5, "ts"), (0.5, "tS"), (0.4, "tC"), (0.4, "dz"), (0.4, "dJ"), (0.4, "gJ"), (0.3, "HJ"), (0.1, "Hh")),
    *((0.2, "wv"), (0.25, "wb"), (0.3, "gh"), (0.35, "wg"), (0.3, "fh"), (0.2, "yJ"), (0.3, "wh"), (0.3, "yh")),
    *((0.15, "wu"), (0.15, "wo"), (0.15, "yi"), (0.15, "ye"), (0.3, "vu"), (0.3, "vo"), (0.25, "Ji"), (0.5, "lw")),
    *((0.25, "yu"), (0.25, "wa"), (0.25, "ya"), (0.25, "ha"), (0.25, "he"), (0.25, "CHk")),
    *(
        (0.0, "Dg"),
        (0.0, "DJ"),
        (0.2, "DH"),
        (0.3, "Dz"),
        (0.2, "DG"),
        (0.2, "Dk"),
        (0.3, "Dy"),
        (0.4, "DS"),
        (0.4, "Dd"),
    ),
    *((0.0, "Rr"), (0.25, "Rl"), (0.0, "Gg"), (0.1, "GH"), (0.2, "Gk"), (0.2, "Gh"), (0.3, "Gf"), (0.2, "Rh")),
    *((0.2, "R" + vowel) for vowel in "aeiou"),
    *((0.1, "n~"), (0.1, "m~"), (0.0, "Pf"), (0.1, "Pp"), (0.2, "Pv"), (0.2, "Pb"), (0.3, "Ph")),
)
_OTHER = 1.1
_HUNG, _TAIL, _FAR = 0.12, 0.5, 99.0
"""All that is behind a name in a word costs no more."""


def _table() -> Mapping[tuple[str, str], float]:
    pairs = ((cost, pair) for cost, letters in reversed(_ALIKE) for pair in product(letters, letters))
    return {pair: cost for cost, pair in pairs if pair[0] != pair[1]}


_INSTEAD = _table()


@lru_cache(maxsize=65536)
def phones(word: str) -> str:
    """Return a word, in whatever script, in phones: small Latin letters, capitals for those of several letters."""
    spelt = fold(unicodedata.normalize("NFC", word))
    spelt = _WRITTEN_BEFORE.sub(r"\2\1", spelt)
    for several, one in _OWN:
        spelt = spelt.replace(several, one)
    latin = "".join(map(_romanized, spelt)).casefold()
    for several, one in _SPELT:
        latin = latin.replace(several, one)
    heard = "".join(sound for sound, _ in groupby(_NOT_HEARD.sub("", latin)))
    return _CODA.sub("R", _SOFT.sub("D", heard)).removeprefix("~")


@lru_cache(maxsize=16384)
def _romanized(letter: str) -> str:
    """Return a letter in Latin ones, parted from the next where it is of another script: "סה" is no "sh"."""
    latin = anyascii(letter)
    if "가" <= letter <= "힣":
        latin = latin.replace("eo", "o").replace("eu", "u").replace("ae", "e")
    return latin if letter.isascii() or unicodedata.name(letter, "").startswith("LATIN") else f"{latin}'"


def weight(sounds: str) -> float:
    """Return how much a name in phones says."""
    return sum(map(_alone, sounds))


def _alone(sound: str) -> float:
    """Return what it costs that a sound has nothing to face."""
    if sound in _VOWELS or sound == "~":
        return _VOWEL
    return _GLIDE if sound in _GLIDES else _LIQUID if sound == "r" else _WHOLE


def _instead(one: str, other: str) -> float:
    return 0.0 if one == other else _INSTEAD.get((one, other), _OTHER)


@lru_cache(maxsize=262144)
def distance(name: str, other: str, *, hung: int = 0) -> float:
    """Return what it costs at least to make of a name in phones the beginning of another, by what it says.

    So many phones of the other as `hung` may stand before it, and a few behind it, each for little.
    """
    front = [_HUNG * at if at <= hung else _FAR for at in range(len(other) + 1)]
    ends = _cheapest(name, other, front)
    return min(cost + min(_HUNG * (len(other) - at), _TAIL) for at, cost in enumerate(ends)) / max(weight(name), 1.0)


@lru_cache(maxsize=65536)
def distance_in(name: str, run: str) -> float:
    """Return what it costs at least to make of a name in phones any part of a run, by what it says."""
    return min(_cheapest(name, run, [0.0] * (len(run) + 1))) / max(weight(name), 1.0)


def _cheapest(name: str, other: str, front: Sequence[float]) -> Sequence[float]:
    """Return, for each place in `other`, what a name that ends there costs; to begin at a place costs `front`."""
    row = front
    for place, sound in enumerate(name):
        first = 1.0 if place else _FIRST
        alone = _alone(sound) * first
        line = [row[0] + alone]
        for at, against in enumerate(other):
            instead = row[at] + _instead(sound, against) * first
            line.append(min(instead, row[at + 1] + alone, line[at] + _alone(against)))
        row = line
    return row
