"""A piece: some files that go into one shard, read and written there by whoever is asked, on whatever machine.

All of a piece is kept, or nothing: who is killed with it leaves a whole shard, and the next does it again.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec import Struct

from crossquote.archive.crew import take_all
from crossquote.archive.put import find_document, put_into
from crossquote.archive.records import FileTrouble, TakenFile, read_record
from crossquote.archive.shard import naming_shard, open_to_write
from crossquote.archive.taking import WayOfReading, digest_of
from crossquote.errors import UserError

_KEPT = """
    SELECT CAST(troubles AS BLOB), (SELECT count(*) FROM articles WHERE document = documents.number),
    (SELECT count(*) FROM quotes JOIN articles ON article = articles.number WHERE document = documents.number)
    FROM files JOIN documents ON document = number WHERE path = ?
"""


class FileOfPiece(Struct, frozen=True, array_like=True):
    """A file: its path as a reader needs it, the one by which an archive knows it, its name, and its digest."""

    path: str
    place: str
    name: str
    sha256: str


class ShardPiece(Struct, frozen=True):
    """Files that go into one shard, how they are read, and by how many processes at once."""

    shard: str
    files: tuple[FileOfPiece, ...]
    way: WayOfReading
    processes: int = 1


class KeptFile(Struct, frozen=True, array_like=True):
    """What is in a shard of a file by now."""

    place: str
    articles: int
    quotes: int
    troubles: tuple[FileTrouble, ...]


class LeftFile(Struct, frozen=True, array_like=True):
    """A file that is another by now, or can't be read any more: it goes into another shard."""

    file: FileOfPiece
    taken: TakenFile


class KeptPiece(Struct, frozen=True, array_like=True):
    """What is in a shard of a piece by now, and what is left to be put elsewhere; or why nothing could be written."""

    files: tuple[KeptFile, ...] = ()
    left: tuple[LeftFile, ...] = ()
    trouble: FileTrouble | None = None


def digests_of(paths: Sequence[str]) -> list[str]:
    """Return the digests of some files. Runs wherever a worker is."""
    return [digest_of(Path(path)) for path in paths]


def write_piece(payload: bytes) -> bytes:
    """Read the files of a piece and write them into its shard. Runs wherever a worker is."""
    piece = msgspec.msgpack.decode(payload, type=ShardPiece)
    path = Path(piece.shard)
    try:
        with naming_shard(path), closing(open_to_write(path)) as shard:
            left = tuple(_write(shard, piece))
            kept = KeptPiece(tuple(_kept(shard, piece.files)), left)
    except UserError as error:
        kept = KeptPiece(trouble=FileTrouble(error.code, error.message))
    return msgspec.msgpack.encode(kept)


def take_piece(piece: ShardPiece) -> Iterator[LeftFile]:
    """Yield what is found in the files of a piece that nobody could write; each is read by a process that may end."""
    for came in take_all((Path(file.path) for file in piece.files), piece.way, max(2, piece.processes)):
        if came is not None:
            yield LeftFile(_by_path(piece)[str(came[0])], came[1])


def _write(shard: sqlite3.Connection, piece: ShardPiece) -> Iterator[LeftFile]:
    """Write a piece, but for what another has written before; yield what does not belong here."""
    files = _by_path(piece)
    shard.execute("BEGIN IMMEDIATE")
    for came in take_all(_unknown(shard, piece.files), piece.way, piece.processes):
        if came is not None:
            file, taken = files[str(came[0])], came[1]
            if taken.sha256 == file.sha256:
                put_into(shard, (shard,), (file.place, file.name), taken)
            else:
                yield LeftFile(file, taken)
    shard.execute("COMMIT")


def _by_path(piece: ShardPiece) -> dict[str, FileOfPiece]:
    return {file.path: file for file in piece.files}


def _kept(shard: sqlite3.Connection, files: Sequence[FileOfPiece]) -> Iterator[KeptFile]:
    for file in files:
        for troubles, articles, quotes in shard.execute(_KEPT, (file.place,)):
            yield KeptFile(file.place, articles, quotes, read_record(troubles, tuple[FileTrouble, ...]))


def _unknown(shard: sqlite3.Connection, files: Sequence[FileOfPiece]) -> Iterator[Path]:
    for file in files:
        if not file.sha256 or find_document(shard, file.sha256, file.name) is None:
            yield Path(file.path)
