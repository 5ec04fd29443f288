"""A cluster of Dask: its workers read files and write them into the shards, on as many machines as it has.

Each shard is one worker's at a time, so sixteen of them write side by side; each may read with several processes. All
have to see the files and the archive under the same paths. A worker that dies has its piece given to another, and the
archive is the same. While workers write, nobody reads the archive: its turn is odd.
"""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from crossquote.archive.added import AddedToArchive, place_of
from crossquote.archive.folder import claim, open_claimed, shard_of, shard_paths
from crossquote.archive.piece import FileOfPiece, KeptPiece, LeftFile, ShardPiece, digests_of, take_piece, write_piece
from crossquote.archive.put import Shards16, is_there, keep_in_one, put_file
from crossquote.archive.shard import naming_shard
from crossquote.archive.taking import WayOfReading
from crossquote.archive.turn import next_turn
from crossquote.articles.clean import with_whole_characters
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
_ROUND = 16_000
"""So many files are handed out before what was written is settled, and can be read."""
_PIECE = 250
"""So many files a worker writes, for each of its processes, before it tells of them."""
_MOMENT = 0.05
_PATIENCE = 10
"""Seconds that a scheduler has to answer at first."""
_TRIES = 3
"""So many workers may be lost with a piece before it is taken to be its fault."""


class AskedOfCluster(Struct, frozen=True):
    """What is asked of a cluster: for which archive files are read, how, by how many processes of each worker."""

    archive: Path
    way: WayOfReading
    processes: int
    scheduler: str


def add_on_cluster(paths: Iterator[Path], total: int, added: AddedToArchive, asked: AskedOfCluster) -> Work[None]:
    """Take files into an archive, round by round; what became of them is counted in `added`."""
    with _connected(asked.scheduler) as client, claim(asked.archive), naming_shard(asked.archive):
        while few := [*islice(paths, _ROUND)]:
            files = yield from _look_at(client, few, added.step(total))
            with open_claimed(asked.archive) as shards:
                handed = _hand_out(shards, files, added)
            left: list[LeftFile] = []
            with _written_elsewhere(asked.archive):
                for kept in _write(client, handed, asked):
                    left += kept.left
                    for file in kept.files:
                        added.take(file.place, file.articles, file.quotes, file.troubles)
                    yield added.step(total)
            with open_claimed(asked.archive) as shards:
                _settle(shards, handed, left, added)
            yield added.step(total)


def _connected(scheduler: str) -> "Client":
    """Return a connection to a scheduler; a `UserError` where there is none, or nothing to ask it with."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, for who asks for it
    except ImportError as error:
        raise UserError(ErrorCode.PROGRAM, message("error.no-dask")) from error
    try:
        return Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(ErrorCode.NETWORK, message("error.no-scheduler", address=scheduler)) from error


def _look_at(client: "Client", paths: Sequence[Path], step: Step) -> Work[list[FileOfPiece]]:
    """Return files with their digests, which the workers look for."""
    told = [str(path.absolute()) for path in paths]
    waiting = {
        client.submit(digests_of, told[at : at + _PIECE], pure=False, retries=_TRIES): at
        for at in range(0, len(told), _PIECE)
    }
    digests = {at: [""] * len(told[at : at + _PIECE]) for at in waiting.values()}
    while waiting:
        for future, at in _come(client, waiting):
            if future.status == "finished":
                digests[at] = future.result()
        yield step
    each = (digest for at in sorted(digests) for digest in digests[at])
    return [
        FileOfPiece(str(path.absolute()), place_of(path), with_whole_characters(path.name), digest)
        for path, digest in zip(paths, each, strict=True)
    ]


class _HandedOut(Struct, frozen=True):
    """The files that go into each shard, and those that are the same as one of these."""

    by_shard: tuple[list[FileOfPiece], ...]
    twice: list[FileOfPiece]


def _hand_out(shards: Shards16, files: Sequence[FileOfPiece], added: AddedToArchive) -> _HandedOut:
    """Return the files that the archive does not have as they are."""
    handed = _HandedOut(tuple([] for _ in shards), [])
    seen: set[tuple[str, str]] = set()
    for file in files:
        if is_there(shards, file.place, file.name, file.sha256):
            added.again += 1
        elif (file.sha256, file.name) in seen:
            handed.twice.append(file)
        else:
            seen |= {(file.sha256, file.name)} if file.sha256 else set()
            handed.by_shard[shard_of(file.sha256, file.place)].append(file)
    return handed


@contextmanager
def _written_elsewhere(archive: Path) -> Iterator[None]:
    """Have others write the shards of an archive; where that is broken off, they are made whole as far as may be."""
    next_turn(archive, writing=True)
    try:
        yield
    except BaseException:
        with suppress(UserError), open_claimed(archive):
            pass
        raise


def _write(client: "Client", handed: _HandedOut, asked: AskedOfCluster) -> Iterator[KeptPiece]:
    """Yield what has become of each piece, and nothing new now and then; of each shard one is written at a time."""
    size = _PIECE * asked.processes
    queues = [
        deque(
            ShardPiece(str(path), tuple(files[at : at + size]), asked.way, asked.processes)
            for at in range(0, len(files), size)
        )
        for path, files in zip(shard_paths(asked.archive), handed.by_shard, strict=True)
    ]
    waiting = {_ask(client, queue[0]): queue for queue in queues if queue}
    while waiting:
        come = [*_come(client, waiting)]
        for future, queue in come:
            piece = queue.popleft()
            yield _told(future, piece)
            if queue:
                waiting[_ask(client, queue[0])] = queue
        if not come:
            yield KeptPiece()


def _ask(client: "Client", piece: ShardPiece) -> "Future":
    return client.submit(write_piece, msgspec.msgpack.encode(piece), pure=False, retries=_TRIES)


def _told(future: "Future", piece: ShardPiece) -> KeptPiece:
    """Return what a worker says of a piece; whose worker is lost again and again, is read here."""
    try:
        kept = msgspec.msgpack.decode(future.result(), type=KeptPiece) if future.status == "finished" else None
    except ValueError:
        kept = None
    if kept is None:
        return KeptPiece(left=tuple(take_piece(piece)))
    if kept.trouble is not None:
        raise UserError(kept.trouble.code, kept.trouble.message, path=piece.shard)
    return kept


def _settle(shards: Shards16, handed: _HandedOut, left: Sequence[LeftFile], added: AddedToArchive) -> None:
    """Have each file lie in one shard alone, and those that were left or come twice in theirs."""
    for one in left:
        put_file(shards, one.file.place, one.file.name, one.taken)
        quotes = sum(len(article.quotes) for article in one.taken.articles)
        added.take(one.file.place, len(one.taken.articles), quotes, one.taken.troubles)
    for shard, files in zip(shards, handed.by_shard, strict=True):
        for file in files:
            keep_in_one(shards, file.place, shard)
    for file in handed.twice:
        if is_there(shards, file.place, file.name, file.sha256):
            added.again += 1


def _come(client: "Client", waiting: "dict[Future, T]") -> "Iterator[tuple[Future, T]]":
    """Yield those futures that have come, and wait no more; where none has, a moment later."""
    if client.status != "running":
        raise UserError(ErrorCode.NETWORK, message("error.scheduler-gone"))
    come = [future for future in waiting if future.done()]
    for future in come:
        yield future, waiting.pop(future)
    if not come:
        time.sleep(_MOMENT)
