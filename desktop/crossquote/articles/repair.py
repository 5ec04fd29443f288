"""Texts as they come from other programs: letters garbled by a wrong encoding, lines wrapped at a width."""

import re
from collections import Counter
from itertools import groupby

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.clean import clean, with_whole_characters
from crossquote.articles.columns import facts_of
from crossquote.articles.markdown import GOES_ON, is_markdown, parted, without_marks
from crossquote.articles.reader import Draft
from crossquote.articles.unshown import without_scripts
from crossquote.message import Message, message
from crossquote.text.endings import ends_sentence
from crossquote.text.excess import MAX_LETTERS

_GARBLED = re.compile(r"[\u00c2-\u00df][^\x00-\x7f]|[\u00e0-\u00ef][^\x00-\x7f]{2}|[\u00f0-\u00f4][^\x00-\x7f]{3}")
"""What a letter of two, three or four bytes looks like, each byte read as a letter."""
_SURE = re.compile(r"â€|Ã[\u0080-\u00bf€-™]|Ð[\u0080-\u00bf°-¿]|Ñ[\u0080-\u008f€‚]")
_FEW = 3
_SHORTEST, _LONGEST = 45, 85
_LINES = 4
_MOSTLY = 0.8
_SENTENCES = 0.5
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(rf"([^\W\d_]{{2,}})(-|\u00ad|\u2010)[\n{GOES_ON}][ \t]*([^\W\d_]+)")
_SIGN, _SIGNS = ">", re.compile(r"(?m)^(?:>[ \t]?)+")
"""What stands before each line of what is quoted as a block."""
_QUOTED = re.compile(r"(?m)(?:^>[^\n]*(?:\n|\Z))+")
_NO_PROSE = re.compile(r"\s|[-*•–—>|#\d]")
_TURN = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,4}(?: \([^()\n]{1,30}\))?[ \u00a0]?[:：] +\S")
"""The label over what one says, as transcripts have it."""


class Repaired(Struct, frozen=True):
    """A text as it was meant, and what is to be said of what was done."""

    text: str
    warnings: tuple[Message, ...] = ()


def draft_of_text(text: str, name: str = "") -> Draft:
    """Return the draft of a plain text, from a file of this name or pasted: repaired, its head and leftovers found.

    One that is too long to be an article is left as it is: it is refused anyway.
    """
    whole = with_whole_characters(text)
    if len(whole) > MAX_LETTERS:
        return clean(whole)
    facts, rest = parted(without_scripts(whole))
    repaired = repair(without_marks(rest) if facts or is_markdown(rest, name) else rest)
    draft = replace(clean(repaired.text), warnings=repaired.warnings)
    return _with_facts(draft, facts_of(facts)) if facts else draft


def _with_facts(draft: Draft, facts: Draft) -> Draft:
    """Return a draft with what its text says of itself before it begins: that holds before what its head looks like."""
    titled = draft.title if facts.title is None else facts.title
    same = draft.title == titled
    return replace(
        draft,
        title=titled,
        layout=draft.layout if same else replace(draft.layout, title=None),
        authors=facts.authors or draft.authors,
        date=facts.date or draft.date,
        outlet=facts.outlet or draft.outlet,
        address=facts.address or draft.address,
        published=facts.published,
    )


def repair(text: str) -> Repaired:
    """Return a text without garbled letters, and with the lines of its paragraphs joined where they were wrapped."""
    whole = _ungarbled(text)
    warnings = (message("warning.garbled"),) if whole != text else ()
    return Repaired(_unwrapped(whole).replace(GOES_ON, " "), warnings)


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
    """Return a text with one line a paragraph, where it was wrapped: all of it, or what it quotes as blocks."""
    if _is_wrapped(text):
        return _with_whole_lines(text)
    if _is_wrapped("\n".join(line for line in text.split("\n") if line.startswith(_SIGN))):
        return _QUOTED.sub(lambda match: _with_whole_lines(match[0]), text)
    return text


def _with_whole_lines(text: str) -> str:
    """Return a wrapped text with one line a paragraph; what is quoted as a block, and how deep, stays apart."""
    words = Counter(word.casefold() for word in _WORD.findall(text))
    parts = ((signs, "".join(lines)) for signs, lines in groupby(_LINE.findall(text), key=_depth))
    return "".join(_part_with_whole_lines(part, words, _SIGN * depth) for depth, part in parts)


def _depth(line: str) -> int:
    """Return in how many block quotes, one in another, a line stands."""
    signs = _SIGNS.match(line)
    return signs[0].count(_SIGN) if signs else 0


def _part_with_whole_lines(part: str, words: Counter[str], signs: str) -> str:
    whole = _CUT.sub(lambda match: _joined(match, words), _SIGNS.sub("", part) if signs else part)
    whole = _BLOCK.sub(lambda match: _one_line(match[0]), whole)
    if not signs:
        return whole
    return _LINE.sub(lambda line: f"{signs} {line[0]}" if line[0].strip() else f"{signs}{line[0]}", whole)


def _is_wrapped(marked: str) -> bool:
    """Tell whether most lines are about as long as one another, and go on in the next: none is a sentence by itself."""
    text = _SIGNS.sub("", marked).replace(GOES_ON, "\n")
    if any(len(line) > _LONGEST for line in text.split("\n")):
        return False
    inner = [line for block in _BLOCK.finditer(text) for line in block[0].rstrip("\n").split("\n")[:-1]]
    wide = sum(len(line) >= _SHORTEST for line in inner)
    ended = sum(map(ends_sentence, inner))
    return len(inner) >= _LINES and wide >= _MOSTLY * len(inner) and ended <= _SENTENCES * len(inner)


def _joined(match: re.Match[str], words: Counter[str]) -> str:
    """Return a word that was cut at a line's end: with its hyphen where the text has it so elsewhere, or a capital."""
    first, second = match[1], match[3]
    hyphened = words[f"{first}-{second}".casefold()] or second[:1].isupper()
    return f"{first}-{second}" if hyphened and match[2] != "\u00ad" else first + second


def _one_line(block: str) -> str:
    """Return a block with one line for what was a paragraph, or a turn of a transcript; no prose stays as it is."""
    lines = block.rstrip("\n").split("\n")
    end = block[len(block.rstrip("\n")) :]
    starts = [at for at in range(1, len(lines)) if _TURN.match(lines[at]) and ends_sentence(lines[at - 1])]
    turns = (lines[start:stop] for start, stop in zip([0, *starts], [*starts, len(lines)], strict=True))
    return "\n".join(map(_turn, turns)) + end


def _turn(lines: list[str]) -> str:
    if any(_NO_PROSE.match(line) for line in lines[1:]) or any(len(line) < _SHORTEST for line in lines[:-1]):
        return "\n".join(lines)
    return " ".join(line.strip() for line in lines)
