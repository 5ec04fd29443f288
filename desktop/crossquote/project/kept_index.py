"""The kept index: what grouping goes on from, in a project's file, as far as it is of what the file holds.

It is derived and may be missing. It is read only where its seal says that this program wrote it, for this account, of
the very records that are there now: what a stranger wrote there, or of what was there before, is as good as none.
"""

import binascii
import sqlite3
from base64 import b64decode, b64encode
from hashlib import blake2b
from hmac import compare_digest

from crossquote.model.state import REVIEW
from crossquote.project.seal import seal
from crossquote.project.transaction import transaction

KIND = "grouping"
"""What the rows are that hold it: no field of a state."""
_PIECE, _MOST = 768 * 1024, 64
"""Bytes of a piece, and how many pieces are read or written: a project of some thousand articles."""
_WRITTEN = _PIECE // 3 * 4
"""Letters of a piece as it is written; a longer one is none of ours."""
_SEAL = "seal"
_LEFT_OUT = (KIND, *sorted(REVIEW))
_ROWS = (
    "SELECT CAST(kind AS BLOB), CAST(id AS BLOB), CAST(value AS BLOB) FROM {} WHERE kind NOT IN ({}) ORDER BY kind, id"
)
_PIECES = "SELECT value FROM derived WHERE kind = ? AND id <> ? AND length(value) <= ? ORDER BY id LIMIT ?"
_FOUND = "SELECT value FROM derived WHERE kind = ? AND id = ?"
_PUT = "INSERT INTO derived (kind, id, value) VALUES (?, ?, ?)"


def put(connection: sqlite3.Connection, key: bytes, about: bytes, data: bytes) -> None:
    """Keep `data`, made of what the file holds by the program that `about` tells; what is too large is left out."""
    pieces = [data[start : start + _PIECE] for start in range(0, len(data), _PIECE)]
    if len(pieces) > _MOST:
        drop(connection)
        return
    with transaction(connection):
        drop(connection)
        connection.execute(_PUT, (KIND, _SEAL, seal(key, about, _digest(connection), data)))
        for number, piece in enumerate(pieces):
            connection.execute(_PUT, (KIND, f"{number:04}", b64encode(piece).decode("ascii")))


def find(connection: sqlite3.Connection, key: bytes, about: bytes) -> bytes | None:
    """Return what is kept, None where nothing is that was made of what the file holds now."""
    found = connection.execute(_FOUND, (KIND, _SEAL)).fetchone()
    if found is None:
        return None
    try:
        data = b"".join(
            b64decode(value, validate=True) for (value,) in connection.execute(_PIECES, (KIND, _SEAL, _WRITTEN, _MOST))
        )
    except (binascii.Error, ValueError):
        return None
    told = seal(key, about, _digest(connection), data)
    return data if compare_digest(told.encode(), str(found[0]).encode("utf-8", "replace")) else None


def drop(connection: sqlite3.Connection) -> None:
    """Keep none any more."""
    connection.execute("DELETE FROM derived WHERE kind = ?", (KIND,))


def _digest(connection: sqlite3.Connection) -> bytes:
    """Return what the records come to that grouping may look at."""
    made = blake2b(digest_size=32)
    marks = ", ".join("?" * len(_LEFT_OUT))
    for table in ("records", "derived"):
        for kind, id_, value in connection.execute(_ROWS.format(table, marks), _LEFT_OUT):
            made.update(b"%d %d %d %b%b%b" % (len(kind), len(id_), len(value), kind, id_, value))
    return made.digest()
