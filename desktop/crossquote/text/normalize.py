"""The working text: one dress for apostrophes, blanks and accents, with a map back to what was written.

The original text of an article is never altered. What is searched and compared may be its working text, whose
spans lead back to the original's, code point by code point.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex
from msgspec import Struct

from crossquote.model.span import Span

# Zero-width blanks, soft hyphens, directional marks: they change no word.
_HIDDEN = r"\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF"
_APOSTROPHES = r"\u2018\u2019\u02B9\u02BB\u02BD\u02C8\u0060\u00B4\uFF07\uA78C"
_MARKS = r"\p{M}\u1160-\u11FF"
_CLUSTER = rf"(?P<cluster>[^\p{{M}}\s{_HIDDEN}](?:[{_HIDDEN}]*+[{_MARKS}])++)|"
_ALONE = (
    r"(?P<line>\r\n|[\r\v\f\x85\u2028\u2029])"
    r"|(?P<blank>[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])"
    rf"|(?P<hidden>[{_HIDDEN}]++|(?<=[\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}\p{{P}}\s])[\u200C\u200D]++)"
    rf"|(?P<apostrophe>\u02BC|[{_APOSTROPHES}](?<=[\p{{L}}\p{{M}}].)(?=\p{{L}}))"
    r"|(?P<single>[\u0340-\u0341\u0958-\u095F\u2126\u212A\u212B\uF900-\uFAFF\U0002F800-\U0002FA1F])"  # NFC alters
)
# Texts without a combining mark, most of them, are searched ten times faster.
_ANY_MARK = regex.compile(rf"[{_MARKS}]")
_ANY_ALONE = regex.compile(
    rf"[{_HIDDEN}{_APOSTROPHES}\r\v\f\t\x85\u00A0\u02BC\u0340\u0341\u0958-\u095F\u1680\u2000-\u200D\u2028\u2029\u202F"
    r"\u205F\u2126\u212A\u212B\u3000\uF900-\uFAFF\U0002F800-\U0002FA1F]"
)
_WITH_MARKS = regex.compile(_CLUSTER + _ALONE)
_WITHOUT_MARKS = regex.compile(_ALONE)
_INSTEAD = {"line": "\n", "blank": " ", "gap": " ", "hidden": "", "tag": "", "apostrophe": "'"}
_ANY_HIDDEN = regex.compile(rf"[{_HIDDEN}]++")
_ENTITY = r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});)"
_ATTRIBUTE = r"""\s+[A-Za-z-]{1,20}=(?:"[^"<>\n]{0,300}"|'[^'<>\n]{0,300}'|[^\s<>"']{1,100})"""
_IN_CODE = r"(?<=`)<[^<>`\n]{1,200}>`"
"""A tag that a text writes of; without it the signs around it would be one mark."""
_TAG = rf"(?P<tag>(?<!<)(?!{_IN_CODE})</?[A-Za-z][A-Za-z0-9]{{0,9}}(?:{_ATTRIBUTE}){{0,12}}+\s?/?>(?!>))"
_LOOKALIKES, _MEANT = "AaBCcEeHIiJjKMOoPpTXxy", "АаВСсЕеНІіЈјКМОоРрТХху"  # Latin, and Cyrillic of one look
_MEANT_BY = str.maketrans(_LOOKALIKES, _MEANT)
_MIXED = regex.compile(r"\p{Cyrillic}(?=[A-Za-z])|(?<=[A-Za-z])\p{Cyrillic}")
_TWO_SCRIPTS = regex.compile(
    rf"{_ENTITY}|{_TAG}|(?P<mixed>(?<!\p{{L}})(?=\p{{L}}*\p{{Cyrillic}})[\p{{Cyrillic}}{_LOOKALIKES}]++(?!\p{{L}})"
    r"|(?<=\p{Cyrillic},?[ ])[aceijopxy]++(?!\p{L}))"
)
_WRITTEN = regex.compile(rf"{_ENTITY}|{_TAG}")
_NOT_PLAIN = regex.compile(
    rf"[{_MARKS}{_HIDDEN}\r\n\v\f\t\x85\u00A0\u1680\u2000-\u200D\u2028\u2029\u202F\u205F\u3000]|  "
)
_PLAIN = regex.compile(
    rf"{_CLUSTER}(?P<gap>[{_HIDDEN}\u200C\u200D]*+\s[\s{_HIDDEN}]*+)"
    rf"|(?P<hidden>[{_HIDDEN}]++|(?<=[\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}\p{{P}}\s])[\u200C\u200D]++)"
)


class _Edits(Struct, frozen=True):
    """The stretches of the original that the working text writes otherwise: where they stand in both, in order."""

    original_starts: tuple[int, ...] = ()
    original_ends: tuple[int, ...] = ()
    working_starts: tuple[int, ...] = ()
    working_ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Normalized:
    """A working text, and where each of its parts stands in the original."""

    original: str
    text: str
    _edits: _Edits = field(default_factory=_Edits, repr=False)

    def to_original(self, span: Span) -> Span:
        """Return the part of the original that `span` of the working text stands for."""
        start = self._back(span.start, end=False)
        return Span(start, max(start, self._back(span.end, end=True)) if span.end > span.start else start)

    def to_working(self, span: Span) -> Span:
        """Return the part of the working text that `span` of the original became; empty for hidden characters."""
        start = self._forth(span.start, end=False)
        return Span(start, max(start, self._forth(span.end, end=True)) if span.end > span.start else start)

    def _back(self, at: int, *, end: bool) -> int:
        edits = self._edits
        index = (bisect_left if end else bisect_right)(edits.working_starts, at) - 1
        if index < 0:
            return at
        if at < edits.working_ends[index]:
            return edits.original_ends[index] if end else edits.original_starts[index]
        return edits.original_ends[index] + at - edits.working_ends[index]

    def _forth(self, at: int, *, end: bool) -> int:
        edits = self._edits
        index = (bisect_left if end else bisect_right)(edits.original_starts, at) - 1
        if index < 0:
            return at
        if at < edits.original_ends[index]:
            return edits.working_ends[index] if end else edits.working_starts[index]
        return edits.working_ends[index] + at - edits.original_ends[index]


def _instead(match: regex.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind == "entity":
        from html import unescape  # noqa: PLC0415 - half a megabyte of names, which hardly any text needs

        return unescape(match[0])
    if kind == "mixed":
        return match[0].translate(_MEANT_BY)
    if kind in _INSTEAD:
        return _INSTEAD[kind]
    return unicodedata.normalize("NFC", _ANY_HIDDEN.sub("", match[0]))


def _matches(text: str) -> Iterator[regex.Match[str]]:
    """Yield the stretches that may have to be written otherwise."""
    if _ANY_MARK.search(text):
        yield from _WITH_MARKS.finditer(text)
        return
    at = 0
    while near := _ANY_ALONE.search(text, at):
        match = _WITHOUT_MARKS.match(text, near.start())
        at = match.end() if match else near.end()
        if match:
            yield match


def normalize(text: str) -> Normalized:
    """Return the working text of `text`: NFC, plain blanks and apostrophes, nothing hidden, one kind of line break."""
    return _rewritten(text, _matches(text))


def flatten(text: str) -> Normalized:
    """Return `text` as one line of what is seen: NFC, nothing hidden, one plain blank for blanks and line breaks."""
    return _rewritten(text, _PLAIN.finditer(text) if _NOT_PLAIN.search(text) else ())


def decode(text: str) -> Normalized:
    """Return `text` as what it stands for.

    Signs written out as in a page's source ("&laquo;") are those signs, its tags ("<b>") are nothing, and Latin letters
    in words of Cyrillic ones are the Cyrillic of the same look.
    """
    if not text.isascii() and _MIXED.search(text):
        return _rewritten(text, _TWO_SCRIPTS.finditer(text))
    return _rewritten(text, _WRITTEN.finditer(text) if "&" in text or "<" in text else ())


def _rewritten(text: str, matches: Iterable[regex.Match[str]]) -> Normalized:
    """Return `text` with each of `matches`, which are in order, written as what stands instead of it."""
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in matches:
        instead = _instead(match)
        start, end = match.span()
        if instead == match[0]:
            continue
        pieces += (text[done:start], instead)
        begun = length + start - done
        length, done = begun + len(instead), end
        edits.append((start, end, begun, length))
    pieces.append(text[done:])
    return Normalized(text, "".join(pieces), _Edits(*zip(*edits, strict=True)) if edits else _Edits())
