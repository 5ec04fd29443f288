"""Adding folders to an archive: what is there already is skipped, what is another by now is replaced.

What is done is kept after a second, then after longer and longer, at most after twenty: so a run that is killed loses
no more than that, one that is stopped nothing, and the next goes on where it was.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from crossquote.archive.added import AddedToArchive, files_of, place_of
from crossquote.archive.cluster import AskedOfCluster, add_on_cluster
from crossquote.archive.crew import take_all
from crossquote.archive.folder import open_to_add, size_of_logs, write_through
from crossquote.archive.put import Shards16, is_there, put_file
from crossquote.archive.records import TakenFile
from crossquote.archive.shard import naming_shard
from crossquote.archive.taking import WayOfReading, digest_of
from crossquote.articles.clean import with_whole_characters
from crossquote.message import message
from crossquote.progress import Step, Work

_FIRST_KEPT_AFTER, _KEPT_AFTER = 1.0, 20.0
"""Seconds after which what is done is kept at first, and at most: what finds quotes is written all over the shards."""
_LONG_LOGS = 256 * 1024 * 1024
"""Bytes: what lies in longer logs is written into the shards before more is added."""
_LOOKED_AT = 500
"""Files that are only looked at between two steps."""
_COUNTING = message("step.counting-files")


def add_folders(
    folders: Sequence[Path], archive: Path, way: WayOfReading, workers: int, scheduler: str = ""
) -> Work[AddedToArchive]:
    """Take the files of `folders` into `archive`; what can't be read is a problem, no more.

    So many processes do it: of this machine, or each worker of the cluster of a Dask `scheduler` so many.
    """
    added = AddedToArchive()
    if scheduler:
        total = yield from _count_files(folders)
        asked = AskedOfCluster(archive, way, workers, scheduler)
        yield from add_on_cluster(files_of(folders, added.problems), total, added, asked)
        return added
    with open_to_add(archive) as shards, naming_shard(archive):
        total, adding = (yield from _count_files(folders)), _Adding(shards, added)
        with _kept_in_steps(shards, archive) as keep:
            for came in take_all(adding.unknown(folders), way, workers):
                if came is not None:
                    adding.put(*came)
                keep()
                yield added.step(total)
    return added


def _count_files(folders: Sequence[Path]) -> Work[int]:
    """Return how many files there are, so that it can be told how far it is."""
    count = 0
    for count, _ in enumerate(files_of(folders, []), start=1):
        if count % _LOOKED_AT == 0:
            yield Step(0, 0, _COUNTING)
    return count


class _Adding(Struct, frozen=True):
    """Files on their way into an archive."""

    shards: Shards16
    added: AddedToArchive

    def unknown(self, folders: Sequence[Path]) -> Iterator[Path | None]:
        """Yield the files that the archive does not have as they are; None now and then while there are none."""
        for number, path in enumerate(files_of(folders, self.added.problems)):
            if is_there(self.shards, place_of(path), with_whole_characters(path.name), digest_of(path)):
                self.added.again += 1
                if number % _LOOKED_AT == 0:
                    yield None
            else:
                yield path

    def put(self, path: Path, taken: TakenFile) -> None:
        """Keep what was found in a file."""
        place, added = place_of(path), self.added
        if not put_file(self.shards, place, with_whole_characters(path.name), taken):
            added.again += 1
            return
        quotes = sum(len(article.quotes) for article in taken.articles)
        added.take(place, len(taken.articles), quotes, taken.troubles)


@contextmanager
def _kept_in_steps(shards: Shards16, archive: Path) -> Iterator[Callable[[], None]]:
    """Give what keeps, now and then, what was done; at the end, or where it is stopped, the rest is kept.

    Where anything fails, or is interrupted in the middle of a file, what was done since is taken back.
    """
    last, after = time.monotonic(), _FIRST_KEPT_AFTER

    def keep() -> None:
        nonlocal last, after
        if time.monotonic() - last >= min(after, _KEPT_AFTER):
            _commit(shards)
            if size_of_logs(archive) > _LONG_LOGS:
                write_through(archive, shards)
            _begin(shards)
            last, after = time.monotonic(), 2 * after

    _begin(shards)
    try:
        yield keep
        _commit(shards)
    except GeneratorExit:
        _commit(shards)
        raise
    finally:
        for shard in shards:
            if shard.in_transaction:
                shard.execute("ROLLBACK")


def _begin(shards: Shards16) -> None:
    for shard in shards:
        shard.execute("BEGIN IMMEDIATE")


def _commit(shards: Shards16) -> None:
    for shard in shards:
        shard.execute("COMMIT")
