"""Texts as they come from other programs: letters garbled by a wrong encoding, lines wrapped at a width."""

import re
from collections import Counter
from dataclasses import dataclass

from crossquote.message import Message, message

_GARBLED = re.compile(r"[\u00c2-\u00df][^\x00-\x7f]|[\u00e0-\u00ef][^\x00-\x7f]{2}|[\u00f0-\u00f4][^\x00-\x7f]{3}")
"""What a letter of two, three or four bytes looks like, each byte read as a letter."""
_SURE = re.compile(r"â€|Ã[\u0080-\u00bf€-™]|Ð[\u0080-\u00bf°-¿]|Ñ[\u0080-\u008f€‚]")
_FEW = 3
_SHORTEST, _LONGEST = 45, 85
_LINES = 4
_MOSTLY = 0.8
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(r"([^\W\d_]{2,})(-|\u00ad|\u2010)\n[ \t]*([^\W\d_]+)")
_NO_PROSE = re.compile(r"\s|[-*•–—>|#\d]")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text as it was meant, and what is to be said of what was done."""

    text: str
    warnings: tuple[Message, ...] = ()


def repair(text: str) -> Repaired:
    """Return a text without garbled letters, and with the lines of its paragraphs joined where they were wrapped."""
    whole = _ungarbled(text)
    warnings = (message("warning.garbled"),) if whole != text else ()
    return Repaired(_unwrapped(whole), warnings)


def _ungarbled(text: str) -> str:
    """Return a text in which UTF-8 was read as Windows-1252, as it was before that."""
    if text.isascii() or len(_SURE.findall(text)) < _FEW:
        return text
    return _GARBLED.sub(_as_meant, text)


def _as_meant(match: re.Match[str]) -> str:
    """Return the letter that a garbled run stands for; the run itself where it stands for none."""
    try:
        return b"".join(map(_byte, match[0])).decode()
    except UnicodeDecodeError:
        return match[0]


def _byte(char: str) -> bytes:
    """Return the byte that was read as `char`; those that Windows-1252 has nothing for were read as they are."""
    try:
        return char.encode("windows-1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")


def _unwrapped(text: str) -> str:
    """Return a text with one line a paragraph, where it was wrapped: most lines are about as long as one another."""
    if not _is_wrapped(text):
        return text
    words = Counter(word.casefold() for word in _WORD.findall(text))
    whole = _CUT.sub(lambda match: _joined(match, words), text)
    return _BLOCK.sub(lambda match: _one_line(match[0]), whole)


def _is_wrapped(text: str) -> bool:
    inner = [len(line) for block in _BLOCK.finditer(text) for line in block[0].rstrip("\n").split("\n")[:-1]]
    wide = sum(_SHORTEST <= length <= _LONGEST for length in inner)
    longest = max((len(line) for line in text.split("\n")), default=0)
    return len(inner) >= _LINES and wide >= _MOSTLY * len(inner) and longest <= _LONGEST


def _joined(match: re.Match[str], words: Counter[str]) -> str:
    """Return a word that was cut at a line's end: with its hyphen where the text has it so elsewhere, or a capital."""
    first, second = match[1], match[3]
    hyphened = words[f"{first}-{second}".casefold()] or second[:1].isupper()
    return f"{first}-{second}" if hyphened and match[2] != "\u00ad" else first + second


def _one_line(block: str) -> str:
    lines = block.rstrip("\n").split("\n")
    end = block[len(block.rstrip("\n")) :]
    if any(_NO_PROSE.match(line) for line in lines[1:]) or any(len(line) < _SHORTEST for line in lines[:-1]):
        return block
    return " ".join(line.strip() for line in lines) + end
