"""How much may be written to an open project before all that it holds has to be counted again.

To count takes a fifth of a second where there are five thousand articles, and an edit writes some hundred bytes.
"""

import sqlite3
from itertools import chain

from crossquote.errors import UserError
from crossquote.project.records import check_room
from crossquote.project.room import Held

_SPARE, _A_RECORD = 128 * 1024, 128
"""Bytes that may be written where there is room for as many more, and what a record takes besides its own."""
_ROWS = 8 * _SPARE // _A_RECORD
"""So many more short records there may be, as where one that eight are allowed for is gone."""
_MORE: tuple[Held, ...] = (
    *[("utterances", "", b"," * _SPARE)] * 2,
    *[("utterances", "", b"a" * (_SPARE - 4) + "\U0001f600".encode())] * 5,
)
"""What may come at worst, of values and of text, where besides as many bytes go that others were allowed for."""


class Spare:
    """What is left to be written to a project of which it is known that it holds no more than it can then, either."""

    def __init__(self) -> None:
        self._left = 0

    def take(self, size: int) -> None:
        """Note that a record was written which had, or has, `size` bytes."""
        self._left -= size + _A_RECORD

    def check(self, connection: sqlite3.Connection) -> None:
        """Raise a `UserError` where the project, as it is now, holds more than one can."""
        if self._left < 0:
            self.count(connection)

    def count(self, connection: sqlite3.Connection) -> None:
        """Do that by counting all that there is; what is left is known then."""
        self.forget()
        try:
            check_room(connection, chain(_MORE, (("pins", "", b"") for _ in range(_ROWS))))
            self._left = _SPARE
        except UserError:
            check_room(connection)

    def forget(self) -> None:
        """Have all counted again after what is written next: it is not known what there is."""
        self._left = 0
