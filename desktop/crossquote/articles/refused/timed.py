"""Subtitles: text with the times at which it is seen."""

import re

from crossquote.articles.reader import Head, Sureness
from crossquote.articles.refusal import Refusal
from crossquote.articles.signs import matches

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{1,3}"
_CUE = rf"(?m)^{_TIME}[ \t]*-->[ \t]*{_TIME}"
_NUMBERED = rf"(?:\d+[ \t]*\r?\n)?{_TIME}[ \t]*-->[ \t]*{_TIME}"
_DIGITS = tuple("0123456789")


def _is_webvtt(head: Head, _name: str) -> Sureness:
    """Tell WebVTT by its first line and a cue: a text may begin with the word too."""
    found = re.match(r"WEBVTT(?=\s|$)", head.text) and (re.search(_CUE, head.text) or head.text.strip() == "WEBVTT")
    return Sureness.CERTAIN if found else Sureness.NO


REFUSED = (
    Refusal("srt", "application/x-subrip", matches(_DIGITS, _NUMBERED), "program"),
    Refusal("vtt", "text/vtt", _is_webvtt, "program"),
    Refusal("sbv", "text/x-sbv", matches(_DIGITS, rf"{_TIME},{_TIME}\r?\n"), "program"),
    Refusal("ass", "text/x-ssa", matches("[", r"\[Script Info\]\s"), "program"),
    Refusal("sub", "text/x-microdvd", matches("{", r"\{\d+\}\{\d+\}[^\n]*+\n\{\d+\}\{\d+\}"), "program"),
)
