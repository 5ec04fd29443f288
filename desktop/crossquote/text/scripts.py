"""Which script the letters of a text belong to."""

from collections.abc import Mapping
from enum import StrEnum

import regex


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


_SCRIPTS = tuple(Script)
_CLASSES = {script: rf"\p{{{script}}}" for script in _SCRIPTS} | {Script.KANA: r"\p{Hiragana}\p{Katakana}"}
_RUN = regex.compile("|".join(rf"([\p{{L}}&&[{_CLASSES[script]}]]+)" for script in _SCRIPTS), regex.VERSION1)


def count_scripts(text: str) -> Mapping[Script, int]:
    """Return how many letters of each script `text` has; no entry for a script without any."""
    counts: dict[Script, int] = {}
    for run in _RUN.finditer(text):
        script = _SCRIPTS[(run.lastindex or 1) - 1]
        counts[script] = counts.get(script, 0) + run.end() - run.start()
    return counts
