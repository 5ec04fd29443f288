"""How much the records of a project may hold: a file of more values than any project has is refused unread.

In memory a value takes some sixty bytes, and a file can say one in two; ours say names and places with each, and take
some twenty. What a project may hold goes by its size, so that what it costs does too.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_MOST_IDS = 250_000
"""Of one list of ids: articles, or quotes that others were parted from."""
_MOST_IN_ONE = 500_000
"""Values of one record; an utterance, of as many renditions as there are articles, is held to its size alone."""
_FREE, _LETTERS = 1_000_000, 8
"""So many values all records may have together, or one in so many bytes of them."""
_FREE_ROWS, _ROWS_A_NAME = 300_000, 8
"""So many short records there may be, or so many for each article and quote that they can be about."""
_IDS = frozenset({"order", "parted"})
_NAMING = frozenset({"articles", "quotes"})
_SHORT = frozenset({"pins", "references", "joined", "parted", "corrections", "same_speakers", "translations"})
"""The fields whose records can be a few bytes each, and are about a quote or its speaker."""
_TEXT_OR_COMMA = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|(,)', re.DOTALL)
Held = tuple[str, str, bytes]
"""The kind, the id and the value of a record, as JSON."""


def check_records(records: Iterable[Held]) -> None:
    """Raise a `UserError` where `records`, all of a project or of a step, hold more than one can; none is decoded."""
    values, size = 0, 0
    rows: Counter[str] = Counter()
    for kind, id_, value in records:
        rows[kind] += 1
        most = _most(kind, value)
        held = _count_at_most(value, most)
        if held > most:
            raise _too_big()
        values += held
        size += len(id_) + len(value)
    if values > max(_FREE, size // _LETTERS):
        raise _too_big()
    named = sum(rows[kind] for kind in _NAMING)
    if sum(rows[kind] for kind in _SHORT) > max(_FREE_ROWS, _ROWS_A_NAME * named):
        raise _too_big()


def count_values(value: bytes, most: int) -> int:
    """Return how many values a record has, by the commas between them, not in its texts; no more than `most` + 1."""
    commas = (found for found in _TEXT_OR_COMMA.finditer(value) if found.lastindex)
    return 1 + sum(1 for _ in islice(commas, most))


def _count_at_most(value: bytes, most: int) -> int:
    """Return how many values a record can have: they are told from what its texts say where it has a lot of commas."""
    commas = value.count(b",")
    return 1 + commas if commas < most and commas * _LETTERS <= len(value) else count_values(value, most)


def _most(kind: str, value: bytes) -> int:
    """Return how many values a record of a field may have."""
    if kind == "utterances":
        return max(_FREE, len(value) // _LETTERS)
    return _MOST_IDS if kind in _IDS else _MOST_IN_ONE


def _too_big() -> UserError:
    return UserError(ErrorCode.PROJECT, message("error.project-too-big"))
