"""Which script the letters of a text belong to."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

import regex
from msgspec import Struct

from crossquote.notation import read_toml
from crossquote.resources import resource


class Script(StrEnum):
    """A script, as Unicode names it; hiragana and katakana are one here."""

    LATIN = "Latin"
    CYRILLIC = "Cyrillic"
    GREEK = "Greek"
    ARMENIAN = "Armenian"
    GEORGIAN = "Georgian"
    HEBREW = "Hebrew"
    ARABIC = "Arabic"
    DEVANAGARI = "Devanagari"
    BENGALI = "Bengali"
    GURMUKHI = "Gurmukhi"
    GUJARATI = "Gujarati"
    TAMIL = "Tamil"
    TELUGU = "Telugu"
    KANNADA = "Kannada"
    MALAYALAM = "Malayalam"
    SINHALA = "Sinhala"
    THAI = "Thai"
    LAO = "Lao"
    BURMESE = "Myanmar"
    KHMER = "Khmer"
    ETHIOPIC = "Ethiopic"
    HANGUL = "Hangul"
    KANA = "Kana"
    HAN = "Han"


FIRST_SIGN = "\u2e80"
"""From here on a letter is a sign: a word, a syllable or a number by itself."""
_RIGHT_TO_LEFT = frozenset({Script.ARABIC, Script.HEBREW})
_LEFTWARD = regex.compile("[" + "".join(rf"\p{{{script}}}" for script in _RIGHT_TO_LEFT) + "]")
_SCRIPTS = tuple(Script)
_CLASSES = {script: rf"\p{{{script}}}" for script in _SCRIPTS} | {Script.KANA: r"\p{Hiragana}\p{Katakana}"}
_OF_ONE = "|".join(rf"([\p{{L}}&&[{_CLASSES[script]}]]+)" for script in _SCRIPTS)
_RUN = regex.compile(rf"(?=\p{{L}})(?:{_OF_ONE})", regex.VERSION1)


def count_scripts(text: str) -> Mapping[Script, int]:
    """Return how many letters of each script `text` has; no entry for a script without any."""
    counts: dict[Script, int] = {}
    for run in _RUN.finditer(text):
        script = _SCRIPTS[(run.lastindex or 1) - 1]
        counts[script] = counts.get(script, 0) + run.end() - run.start()
    return counts


def is_latin(text: str) -> bool:
    """Tell whether most letters of `text` are Latin."""
    counts = count_scripts(text)
    return bool(counts) and main_script(counts) is Script.LATIN


def reads_right_to_left(text: str) -> bool:
    """Tell whether most letters of `text` are read from right to left."""
    if _LEFTWARD.search(text) is None:
        return False  # most texts, at a tenth of the cost
    scripts = count_scripts(text)
    return bool(scripts) and main_script(scripts) in _RIGHT_TO_LEFT


class Drawing(Struct, frozen=True):
    """What there is to say of a script that can't be drawn: its code in ISO 15924, and a free face that has it."""

    iso: str
    face: str


def drawing(script: Script) -> Drawing:
    """Return how `script` is named, and what draws it."""
    table = read_toml(resource("scripts.toml"))["drawing"][script]
    return Drawing(table["iso"], table["face"])


@lru_cache(maxsize=1)
def only_languages() -> Mapping[Script, str]:
    """Return script → the language that alone is written in it, of all that are told."""
    return _told("only")


@lru_cache(maxsize=1)
def segmenters() -> Mapping[Script, str]:
    """Return script → the model of BudouX that parts its words."""
    return _told("segmenters")


@lru_cache(maxsize=1)
def written_with() -> Mapping[str, Script]:
    """Return language → the script that its texts have beside Chinese characters."""
    table = read_toml(resource("scripts.toml"))["with"]
    return MappingProxyType({str(code): Script(script) for code, script in table.items()})


@lru_cache(maxsize=1)
def rarer() -> Mapping[str, float]:
    """Return profile of a language → how much less is written in it than in those that look like it, in log odds."""
    return MappingProxyType(dict(read_toml(resource("scripts.toml"))["rarer"]))


def commonest_signs() -> str:
    """Return the signs that every text has many of, of all scripts that have thousands."""
    return "".join(_told("commonest").values())


def _told(name: str) -> Mapping[Script, str]:
    table = read_toml(resource("scripts.toml"))[name]
    return MappingProxyType({Script(script): str(said) for script, said in table.items()})


# Latin names stand in texts of every script, seldom the other way round; a Chinese character is half a word.
_WEIGHTS = {Script.LATIN: 0.5, Script.HAN: 1.5, Script.KANA: 1.5, Script.HANGUL: 1.5}


def weight_of(counts: Mapping[Script, int]) -> float:
    """Return how much text letters of these scripts are."""
    return sum(count * _WEIGHTS.get(script, 1.0) for script, count in counts.items())


def main_script(counts: Mapping[Script, int]) -> Script:
    """Return the script that a text with these letters is written in (at least one letter)."""
    main = max(counts, key=lambda script: counts[script] * _WEIGHTS.get(script, 1.0))
    if main in {Script.HAN, Script.KANA}:
        if 5 * counts.get(Script.HANGUL, 0) > counts[main]:
            return Script.HANGUL
        if 10 * counts.get(Script.KANA, 0) > counts.get(Script.HAN, 0):
            return Script.KANA
        return Script.HAN
    return main
