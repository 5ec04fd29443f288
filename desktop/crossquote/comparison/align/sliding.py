"""Sliding: which of several equal places a stretch that only one side has is shown at.

Of "We are tired. | We are cold." beside "We are cold." as well "We are tired." may be missing as "tired. We are": it
is the one that is a sentence, or a clause, of its own.
"""

from collections.abc import Collection, Sequence

from crossquote.comparison.align.alignment import Link
from crossquote.comparison.align.keys import AlignmentToken
from crossquote.text.endings import COLONS, COMMAS, DASHES, ENDS

_BothSides = tuple[Sequence[AlignmentToken], Sequence[AlignmentToken]]
_CLAUSE = COMMAS | COLONS | DASHES
"""What parts sentences, and what parts clauses: a stretch slides to the first, and else to the second."""


def slide(links: Sequence[Link], sides: _BothSides, texts: tuple[str, str]) -> tuple[Link, ...]:
    """Return `links` with each stretch of one side alone where it begins and ends with a sentence, or else a clause.

    The pairs are as many as before, and the words of each are as equal as they were.
    """
    found = list(links)
    edges = [(-1, -1), *links, (len(sides[0]), len(sides[1]))]
    for number in range(len(edges) - 1):
        for side in (0, 1):
            _slide_one(found, number, side, sides, texts[side])
    return tuple(found)


def _slide_one(links: list[Link], number: int, side: int, sides: _BothSides, text: str) -> None:
    """Slide what only `side` has between pair `number` - 1 and pair `number`, in place."""
    words = sides[side]
    before = links[number - 1] if number else (-1, -1)
    after = links[number] if number < len(links) else (len(sides[0]), len(sides[1]))
    start, end = before[side] + 1, after[side]
    if start >= end or before[1 - side] + 1 != after[1 - side] or _fits(words, text, start, end, ENDS):
        return
    steps = _steps(links, number, words, (start, end))
    for marks in (ENDS, _CLAUSE):
        if _fits(words, text, start, end, marks):
            return
        fitting = [step for step in steps if _fits(words, text, start + step, end + step, marks)]
        if fitting:
            _move(links, number, side, min(fitting, key=abs), end - start)
            return


def _steps(links: Sequence[Link], number: int, words: Sequence[AlignmentToken], gap: tuple[int, int]) -> list[int]:
    """Return by how many words a gap may slide, back (negative) and ahead: past pairs that follow without a hole."""
    start, end = gap
    found: list[int] = []
    step = 1
    while (
        number - step >= 0
        and links[number - step] == (links[number - 1][0] - step + 1, links[number - 1][1] - step + 1)
        and words[start - step].anchor == words[end - step].anchor
    ):
        found.append(-step)
        step += 1
    step = 0
    while (
        number + step < len(links)
        and links[number + step] == (links[number][0] + step, links[number][1] + step)
        and words[start + step].anchor == words[end + step].anchor
    ):
        step += 1
        found.append(step)
    return found


def _move(links: list[Link], number: int, side: int, step: int, length: int) -> None:
    """Move a gap of so many words by `step`: the pairs that it passes stand on its other side then."""
    passed = range(number + step, number) if step < 0 else range(number, number + step)
    by = length if step < 0 else -length
    for one in passed:
        pair = list(links[one])
        pair[side] += by
        links[one] = (pair[0], pair[1])


def _fits(words: Sequence[AlignmentToken], text: str, start: int, end: int, marks: Collection[str]) -> bool:
    """Tell whether words `start` to `end` begin and end with a sentence, or a clause, of their text."""
    return _parts(words, text, start, marks) and _parts(words, text, end, marks)


def _parts(words: Sequence[AlignmentToken], text: str, number: int, marks: Collection[str]) -> bool:
    if number in (0, len(words)):
        return True
    return any(letter in marks for letter in text[words[number - 1].span.end : words[number].span.start])
