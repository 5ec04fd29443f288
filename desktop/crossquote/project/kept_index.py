"""The kept index: what grouping goes on from, in a project's file, as far as it is of what the file holds.

It is derived and may be missing. It is read only where its seal says that this program wrote it, for this account, of
the very records that are there now: what a stranger wrote there, or of what was there before, is as good as none.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from hashlib import blake2b
from hmac import compare_digest

from crossquote.model.state import REVIEW
from crossquote.project.seal import seal
from crossquote.project.transaction import transaction

KIND = "grouping"
"""What the rows are that hold it: no field of a state."""
_PIECE, _MOST = 768 * 1024, 64
"""Bytes of a piece, and how many pieces are read or written: a project of some thousand articles."""
_SEAL = "seal"
_PIECES = """
    SELECT CAST(value AS BLOB) FROM derived WHERE kind = ? AND id <> ? AND length(CAST(value AS BLOB)) <= ?
    ORDER BY id LIMIT ?
"""
_FOUND = "SELECT CAST(value AS BLOB) FROM derived WHERE kind = ? AND id = ?"
_PUT = "INSERT INTO derived (kind, id, value) VALUES (?, ?, CAST(? AS TEXT))"
"""A piece is kept as the bytes that it is, which take no time to read; nobody reads them as text."""
_AT_ONCE = 500
"""So many pieces of records, three of each, are heard together."""
RecordRow = tuple[str, bytes, bytes]
"""The kind, the id and the value of a record, as UTF-8; of an id that is too long no more than tells so."""


class Digest:
    """What the records of a file come to that grouping may look at, in the order in which they are read."""

    def __init__(self) -> None:
        self._made = blake2b(digest_size=32)

    def hear(self, records: Iterable[RecordRow]) -> Iterator[RecordRow]:
        """Yield records, and hear each."""
        heard: list[bytes] = []
        for record in records:
            kind, id_, value = record
            if kind not in REVIEW:
                heard += (b"%b %d %d " % (kind.encode(), len(id_), len(value)), id_, value)
                if len(heard) > _AT_ONCE:
                    self._made.update(b"".join(heard))
                    heard.clear()
            yield record
        self._made.update(b"".join(heard))

    def told(self) -> bytes:
        """Return what all that was heard comes to."""
        return self._made.digest()


def put(connection: sqlite3.Connection, key: bytes, about: bytes, digest: bytes, data: bytes) -> None:
    """Keep `data`, made of what comes to `digest` by the program that `about` tells; what is too large is left out."""
    pieces = [data[start : start + _PIECE] for start in range(0, len(data), _PIECE)]
    if len(pieces) > _MOST:
        drop(connection)
        return
    with transaction(connection):
        drop(connection)
        connection.execute(_PUT, (KIND, _SEAL, seal(key, about, digest, data).encode()))
        for number, piece in enumerate(pieces):
            connection.execute(_PUT, (KIND, f"{number:04}", piece))


def is_there(connection: sqlite3.Connection) -> bool:
    """Tell whether anything is kept, whoever wrote it."""
    return connection.execute(_FOUND, (KIND, _SEAL)).fetchone() is not None


def find(connection: sqlite3.Connection, key: bytes, about: bytes, digest: Callable[[], bytes]) -> bytes | None:
    """Return what is kept, None where nothing is that was made of what comes to `digest`, which is asked for last."""
    found = connection.execute(_FOUND, (KIND, _SEAL)).fetchone()
    if found is None:
        return None
    with closing(connection.execute(_PIECES, (KIND, _SEAL, _PIECE, _MOST))) as pieces:
        data = b"".join(piece for (piece,) in pieces)
    told = seal(key, about, digest(), data)
    return data if compare_digest(told.encode(), bytes(found[0])) else None


def drop(connection: sqlite3.Connection) -> None:
    """Keep none any more."""
    connection.execute("DELETE FROM derived WHERE kind = ?", (KIND,))
