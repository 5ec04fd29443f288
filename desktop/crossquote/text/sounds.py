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
from msgspec import Struct

from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.text.words import fold

_NOT_HEARD = regex.compile("[^a-zSJCHPG~]")
_WRITTEN_BEFORE = regex.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
"""Vowels of Thai stand before the consonant that they follow."""
_SOFT = regex.compile("g(?=[ei])")
_CODA = regex.compile("r(?![aeiouywh])")
_VOWELS, _GLIDES = "aeiou", "hwyGR"
_VOWEL, _GLIDE, _LIQUID, _WHOLE = 0.15, 0.3, 0.6, 1.0
_FIRST = 1.5
"""A name keeps its first sound more surely than the others."""
_OTHER = 1.1
"""What it costs that a phone stands for one that is nothing like it."""
_HUNG, _TAIL, _FAR = 0.12, 0.5, 99.0
"""All that is behind a name in a word costs no more."""

_Spellings = tuple[tuple[str, str], ...]


class _SoundRules(Struct, frozen=True, eq=False):
    """How names are spelt and heard: spellings with what stands for each, in their order.

    `scripts` are of other scripts than the Latin, `hangul` of its vowels, `latin` of all in Latin letters; `instead`
    tells what it costs that one phone stands for another.
    """

    scripts: _Spellings
    hangul: _Spellings
    latin: _Spellings
    instead: Mapping[tuple[str, str], float]


@lru_cache(maxsize=1)
def _sounds() -> _SoundRules:
    """Return what `resources/sounds.toml` tells; of two costs of the same two phones the first counts."""
    told = read_toml(resource("sounds.toml"))
    scripts, hangul, latin = (tuple(told[name].items()) for name in ("scripts", "hangul", "spelt"))
    pairs = ((cost, pair) for cost, alike in reversed(told["alike"]["costs"]) for pair in product(alike, alike))
    return _SoundRules(scripts, hangul, latin, {pair: cost for cost, pair in pairs if pair[0] != pair[1]})


@lru_cache(maxsize=65536)
def phones(word: str) -> str:
    """Return a word, in whatever script, in phones: small Latin letters, capitals for those of several letters."""
    spelt = fold(unicodedata.normalize("NFC", word))
    spelt = _WRITTEN_BEFORE.sub(r"\2\1", spelt)
    for several, one in _sounds().scripts:
        spelt = spelt.replace(several, one)
    latin = "".join(map(_romanized, spelt)).casefold()
    for several, one in _sounds().latin:
        latin = latin.replace(several, one)
    heard = "".join(sound for sound, _ in groupby(_NOT_HEARD.sub("", latin)))
    return _CODA.sub("R", _SOFT.sub("D", heard)).removeprefix("~")


@lru_cache(maxsize=16384)
def _romanized(letter: str) -> str:
    """Return a letter in Latin ones, parted from the next where it is of another script: "סה" is no "sh"."""
    latin = anyascii(letter)
    if "가" <= letter <= "힣":
        for several, one in _sounds().hangul:
            latin = latin.replace(several, one)
    return latin if letter.isascii() or unicodedata.name(letter, "").startswith("LATIN") else f"{latin}'"


def weight(sounds: str) -> float:
    """Return how much a name in phones says."""
    return sum(map(_alone, sounds))


def _alone(sound: str) -> float:
    """Return what it costs that a sound has nothing to face."""
    if sound in _VOWELS or sound == "~":
        return _VOWEL
    return _GLIDE if sound in _GLIDES else _LIQUID if sound == "r" else _WHOLE


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
    row, costs = front, _sounds().instead
    for place, sound in enumerate(name):
        first = 1.0 if place else _FIRST
        alone = _alone(sound) * first
        line = [row[0] + alone]
        for at, against in enumerate(other):
            instead = 0.0 if sound == against else costs.get((sound, against), _OTHER)
            line.append(min(row[at] + instead * first, row[at + 1] + alone, line[at] + _alone(against)))
        row = line
    return row
