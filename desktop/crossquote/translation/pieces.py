"""Pieces: a text cut into sentences to translate, and put together again with its breaks and marks in place."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from crossquote.language.language import Language, language_of
from crossquote.model.span import Span
from crossquote.model.translation import Flag, Translation
from crossquote.text.normalize import Normalized, flatten
from crossquote.text.sentences import split_sentences

_PARTNERS = {"«": "»", "»": "«", "“": "”", "„": "“”", "”": "”", "‘": "’", "‚": "‘’", "‹": "›", '"': '"', "「": "」"}
_OPENERS = {
    closing: {mark for mark, partners in _PARTNERS.items() if closing in partners}
    for closing in "".join(_PARTNERS.values())
}
_DASHES = "—–"
_LONGEST = 700
"""Letters: a model writes 256 tokens at most, and what comes after is lost."""
_CUTS = tuple(re.compile(pattern) for pattern in (r"[;:—–]\s", r"[,、，；]\s?", r"\s"))
_ONE_BREAK = re.compile(r"[^\S\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*")
_MARKS = 8
"""How many marks are looked at on either side of a sentence."""


class SourcePiece(Struct, frozen=True):
    """A sentence to translate: where it lies in the text, without the marks that open or close more than it.

    `line` is what is sent: the sentence on one line, without what nobody sees.
    """

    span: Span
    line: Normalized

    @property
    def text(self) -> str:
        """What is sent."""
        return self.line.text

    def place(self, span: Span) -> Span:
        """Return where the part `span` of what is sent lies in the text."""
        return self.line.to_original(span).shifted(self.span.start)


def cut(text: str, language: Language) -> tuple[SourcePiece, ...]:
    """Return the sentences of a quote or passage that hold something to translate, without marks around them.

    A line break inside a sentence is a blank.
    """
    return _pieces(text, _without_breaks(text, split_sentences(text, language)))


def cut_article(text: str, language: Language) -> tuple[SourcePiece, ...]:
    """Return the sentences of an article as `cut` does; its lines are headings and paragraphs, and stay apart."""
    return _pieces(text, split_sentences(text, language))


def _pieces(text: str, sentences: Iterable[Span]) -> tuple[SourcePiece, ...]:
    pieces = []
    for sentence in (part for whole in sentences for part in _bearable(text, whole)):
        span = sentence if _is_bare(text, sentence) else _without_marks(text, sentence)
        if any(letter.isalnum() for letter in span.of(text)):
            pieces.append(SourcePiece(span, flatten(span.of(text))))
    return tuple(pieces)


def _without_breaks(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """Yield `sentences`, those that only a line break parts as one."""
    before: Span | None = None
    for sentence in sentences:
        if before is not None and _breaks_within(text, before, sentence):
            before = Span(before.start, sentence.end)
            continue
        if before is not None:
            yield before
        before = sentence
    if before is not None:
        yield before


def _breaks_within(text: str, before: Span, after: Span) -> bool:
    """Tell whether one line break, and no end of a sentence, stands between two lines of words."""
    gap = text[before.end : after.start]
    letters = text[before.end - 1].isalnum() or text[before.end - 1] in ",-"
    return letters and text[after.start].isalnum() and _ONE_BREAK.fullmatch(gap) is not None


def _bearable(text: str, sentence: Span) -> Iterator[Span]:
    """Yield `sentence`, or its parts where it is longer than a model writes: cut at a mark, else at a blank."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        window = text[start + _LONGEST // 2 : start + _LONGEST]
        found = next((match for pattern in _CUTS if (match := pattern.search(window))), None)
        end = start + (_LONGEST // 2 + found.end() if found else _LONGEST)
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _is_bare(text: str, sentence: Span) -> bool:
    """Tell whether a sentence begins with a letter or figure and ends with nothing that closes: so do most."""
    return text[sentence.start].isalnum() and not (
        text[sentence.end - 1].isspace() or text[sentence.end - 1] in _OPENERS
    )


def _without_marks(text: str, sentence: Span) -> Span:
    """Return `sentence` without blanks, dashes of speech, and quotation marks whose partner is not inside it."""
    start, end = sentence.start, sentence.end
    for _ in range(_MARKS):
        if start < end and _opens_more(text, start, end):
            start += 1
        elif end - start > 1 and _wraps(text, start, end):
            start, end = start + 1, end - 1
        else:
            break
    return Span(start, _without_closing(text, start, end))


def _opens_more(text: str, start: int, end: int) -> bool:
    """Tell whether the letter at `start` is a blank, a dash of speech, or a mark that is not closed before `end`."""
    letter = text[start]
    if letter.isspace() or (letter in _DASHES and text[start + 1 : start + 2].isspace()):
        return True
    closing = _PARTNERS.get(letter, "")
    return bool(closing) and not any(mark in text[start + 1 : end] for mark in closing)


def _wraps(text: str, start: int, end: int) -> bool:
    """Tell whether a pair of quotation marks holds all that lies between `start` and `end`."""
    closing = _PARTNERS.get(text[start], "")
    return text[end - 1] in closing and not any(mark in text[start + 1 : end - 1] for mark in closing)


def _without_closing(text: str, start: int, end: int) -> int:
    """Return `end` before blanks and closing marks that were opened outside of the sentence."""
    for _ in range(_MARKS):
        if end <= start:
            break
        letter = text[end - 1]
        opening = _OPENERS.get(letter, ())
        opened_inside = any(mark in text[start : end - 1] for mark in opening)
        if letter.isspace() or (opening and not opened_inside):
            end -= 1
        else:
            break
    return end


def put_together(
    text: str, pieces: tuple[SourcePiece, ...], known: Mapping[str, Translation], target: str
) -> Translation:
    """Return the translation of `text` made of those of its pieces, all of which are in `known` by their text.

    Line breaks and the marks between sentences stay as they are.
    """
    made, links, at = "", [], 0
    parts = [known[piece.text] for piece in pieces]
    for piece, part in zip(pieces, parts, strict=True):
        made += gap_between(text[at : piece.span.start], target, first=at == 0)
        links += [(piece.place(s), t.shifted(len(made))) for s, t in part.links]
        made += part.text
        at = piece.span.end
    made += text[at:]
    scores = [part.score for part in parts if part.score is not None]
    return Translation(
        text,
        made,
        route=max((part.route for part in parts), key=len, default=()),
        stamps=max((part.stamps for part in parts), key=len, default=()),
        score=sum(scores) / len(scores) if scores and len(scores) == len(parts) else None,
        links=tuple(links),
        flags=tuple(flag for flag in Flag if any(flag in part.flags for part in parts)),
        own=bool(parts) and all(part.own for part in parts),
        pivot=" ".join(part.pivot for part in parts if part.pivot is not None) or None,
    )


def gap_between(between: str, target: str, *, first: bool) -> str:
    """Return what stands between two translated sentences for what stands between the original ones."""
    if first or "\n" in between:
        return between
    if language_of(target).lexicon.text("words", "blanks") == "none":
        return between.strip(" ")
    return between or " "
