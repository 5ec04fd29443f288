"""Adding folders to an archive: what is there already is skipped, what is another by now is replaced.

What is done is kept every twenty seconds, so a run that is stopped, or killed, loses no more than that, and the next
goes on where it was.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from crossquote.archive.cluster import take_on_cluster
from crossquote.archive.crew import take_all
from crossquote.archive.folder import open_to_add, size_of_logs, write_through
from crossquote.archive.put import Shards16, is_there, put_file
from crossquote.archive.records import FileTrouble, TakenFile
from crossquote.archive.shard import naming_shard
from crossquote.archive.taking import WayOfReading, digest_of
from crossquote.articles.arrival import files_in
from crossquote.articles.clean import with_whole_characters
from crossquote.errors import UserError
from crossquote.files import leads_to_folder
from crossquote.message import message
from crossquote.progress import Step, Work

_KEPT_AFTER = 20.0
"""Seconds after which what is done is kept: what finds quotes is written all over the shards each time."""
_LONG_LOGS = 256 * 1024 * 1024
"""Bytes: what lies in longer logs is written into the shards before more is added."""
_LOOKED_AT = 500
"""Files that are only looked at between two steps."""
_COUNTING = message("step.counting-files")


class AddedToArchive(Struct):
    """What became of the files: how many were taken, and were there; their articles and quotes; what went wrong."""

    taken: int = 0
    again: int = 0
    articles: int = 0
    quotes: int = 0
    problems: list[UserError] = field(default_factory=list)


def add_folders(
    folders: Sequence[Path], archive: Path, way: WayOfReading, workers: int, scheduler: str = ""
) -> Work[AddedToArchive]:
    """Take the files of `folders` into `archive`; what can't be read is a problem, no more.

    So many processes do it, or the cluster of a Dask `scheduler`.
    """
    with open_to_add(archive) as shards, naming_shard(archive):
        adding = _Adding(shards, (yield from _count_files(folders)), AddedToArchive())
        with _kept_in_steps(shards, archive) as keep:
            unknown = adding.unknown(folders)
            take = partial(take_on_cluster, scheduler=scheduler) if scheduler else partial(take_all, workers=workers)
            for came in take(unknown, way):
                if came is not None:
                    adding.put(*came)
                keep()
                yield adding.step
        return adding.added


def _count_files(folders: Sequence[Path]) -> Work[int]:
    """Return how many files there are, so that it can be told how far it is."""
    count = 0
    for count, _ in enumerate(_files(folders, []), start=1):
        if count % _LOOKED_AT == 0:
            yield Step(0, 0, _COUNTING)
    return count


def _files(folders: Sequence[Path], problems: list[UserError]) -> Iterator[Path]:
    for folder in folders:
        try:
            yield from files_in(folder) if leads_to_folder(folder) else (folder,)
        except UserError as problem:
            problems.append(problem)


class _Adding(Struct, frozen=True):
    """Files on their way into an archive."""

    shards: Shards16
    total: int
    added: AddedToArchive

    @property
    def step(self) -> Step:
        """How far it is."""
        done = self.added.taken + self.added.again
        return Step(done, max(done, self.total), message("step.archiving", count=self.added.articles))

    def unknown(self, folders: Sequence[Path]) -> Iterator[Path | None]:
        """Yield the files that the archive does not have as they are; None now and then while there are none."""
        for number, path in enumerate(_files(folders, self.added.problems)):
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
        added.taken += 1
        added.articles += len(taken.articles)
        added.quotes += sum(len(article.quotes) for article in taken.articles)
        added.problems += [problem_of(place, trouble) for trouble in taken.troubles]


def place_of(path: Path) -> str:
    """Return by what an archive knows a file: its whole path, whichever folder one is in."""
    return with_whole_characters(str(path.absolute()))


def problem_of(path: str, trouble: FileTrouble) -> UserError:
    """Return what is wrong with a file as an error is told."""
    return UserError(trouble.code, trouble.message, path=str(Path(path, trouble.inner)) if trouble.inner else path)


@contextmanager
def _kept_in_steps(shards: Shards16, archive: Path) -> Iterator[Callable[[], None]]:
    """Give what keeps, now and then, what was done; at the end, or where it is stopped, the rest is kept.

    Where anything fails, or is interrupted in the middle of a file, what was done since is taken back.
    """
    last = time.monotonic()

    def keep() -> None:
        nonlocal last
        if time.monotonic() - last >= _KEPT_AFTER:
            _commit(shards)
            if size_of_logs(archive) > _LONG_LOGS:
                write_through(archive, shards)
            _begin(shards)
            last = time.monotonic()

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
