"""The working text: one dress for apostrophes, blanks and accents, with a map back to what was written.

The original text of an article is never altered. What is searched and compared may be its working text, whose
spans lead back to the original's, code point by code point.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from crossquote.model.span import Span

# Zero-width blanks, soft hyphens, directional marks: they change no word.
_HIDDEN = r"\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF"
_APOSTROPHES = r"\u2018\u2019\u02B9\u02BB\u02BD\u02C8\u0060\u00B4\uFF07\uA78C"
_CHANGED = regex.compile(
    rf"""
    (?P<cluster>[^\p{{M}}\s{_HIDDEN}](?:[{_HIDDEN}]*+[\p{{M}}\u1160-\u11FF])++)  # accented
    | (?P<line>\r\n|[\r\v\f\x85\u2028\u2029])
    | (?P<blank>[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])
    | (?P<hidden>[{_HIDDEN}]++|(?<=[\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}\p{{P}}\s])[\u200C\u200D]++)
    | (?P<apostrophe>\u02BC|(?<=[\p{{L}}\p{{M}}])[{_APOSTROPHES}](?=\p{{L}}))
    | (?P<single>[\u0340-\u0341\u0958-\u095F\u2126\u212A\u212B\uF900-\uFAFF\U0002F800-\U0002FA1F])  # NFC alters these
    """,
    regex.VERBOSE,
)
_INSTEAD = {"line": "\n", "blank": " ", "hidden": "", "apostrophe": "'"}
_ANY_HIDDEN = regex.compile(rf"[{_HIDDEN}]++")


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of the original that the working text writes otherwise."""

    original: Span
    working: Span


@dataclass(frozen=True, slots=True)
class Normalized:
    """A working text, and where each of its parts stands in the original."""

    original: str
    text: str
    _edits: tuple[_Edit, ...] = ()
    _original_starts: tuple[int, ...] = ()
    _working_starts: tuple[int, ...] = ()

    def to_original(self, span: Span) -> Span:
        """Return the part of the original that `span` of the working text stands for."""
        start = self._back(span.start, end=False)
        return Span(start, max(start, self._back(span.end, end=True)) if span.end > span.start else start)

    def to_working(self, span: Span) -> Span:
        """Return the part of the working text that `span` of the original became; empty for hidden characters."""
        start = self._forth(span.start, end=False)
        return Span(start, max(start, self._forth(span.end, end=True)) if span.end > span.start else start)

    def _back(self, at: int, *, end: bool) -> int:
        find = bisect_left if end else bisect_right
        index = find(self._working_starts, at) - 1
        if index < 0:
            return at
        edit = self._edits[index]
        if at < edit.working.end or (end and at == edit.working.end and len(edit.working)):
            return edit.original.end if end else edit.original.start
        return edit.original.end + at - edit.working.end

    def _forth(self, at: int, *, end: bool) -> int:
        find = bisect_left if end else bisect_right
        index = find(self._original_starts, at) - 1
        if index < 0:
            return at
        edit = self._edits[index]
        if at < edit.original.end:
            return edit.working.end if end else edit.working.start
        return edit.working.end + at - edit.original.end


def _instead(match: regex.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind in _INSTEAD:
        return _INSTEAD[kind]
    return unicodedata.normalize("NFC", _ANY_HIDDEN.sub("", match[0]))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _CHANGED.finditer(text):
        instead = _instead(match)
        if instead != match[0]:
            yield match.start(), match.end(), instead


def normalize(text: str) -> Normalized:
    """Return the working text of `text`: NFC, plain blanks and apostrophes, nothing hidden, one kind of line break."""
    pieces: list[str] = []
    edits: list[_Edit] = []
    done = length = 0
    for start, end, instead in _changes(text):
        pieces += (text[done:start], instead)
        length += start - done
        edits.append(_Edit(Span(start, end), Span(length, length + len(instead))))
        length += len(instead)
        done = end
    pieces.append(text[done:])
    return Normalized(
        text,
        "".join(pieces),
        tuple(edits),
        tuple(edit.original.start for edit in edits),
        tuple(edit.working.start for edit in edits),
    )
