"""Subtitles of rarer kinds: text with the times at which it is seen."""

from crossquote.articles.format_signs import matches
from crossquote.articles.refusal import Refusal

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{1,3}"
_DIGITS = tuple("0123456789")


REFUSED = (
    Refusal("sbv", "text/x-sbv", matches(_DIGITS, rf"{_TIME},{_TIME}\r?\n"), "program"),
    Refusal("ass", "text/x-ssa", matches("[", r"\[Script Info\]\s"), "program"),
    Refusal("sub", "text/x-microdvd", matches("{", r"\{\d+\}\{\d+\}[^\n]*+\n\{\d+\}\{\d+\}"), "program"),
)
