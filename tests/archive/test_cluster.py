"""Writing shards on a Dask cluster: the same archive as in one process, whatever happens to its workers."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
import pytest

from archived import add, article, contents, write_articles
from crossquote.archive.add import add_folders
from crossquote.archive.folder import claim, shard_of, shard_paths
from crossquote.archive.piece import FileOfPiece, KeptPiece, ShardPiece, digests_of, write_piece
from crossquote.archive.shard import open_to_write
from crossquote.archive.taking import WayOfReading
from crossquote.errors import ErrorCode, UserError
from crossquote.progress import finish


def test_without_dask_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    press = write_articles(tmp_path / "press", [("one.txt", article(1))])
    with pytest.raises(UserError) as caught:
        finish(add_folders([press], tmp_path / "archive", WayOfReading(), 1, "tcp://127.0.0.1:1"))
    assert caught.value.message.code == "error.no-dask"


@contextmanager
def workers_at(number: int, folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Give the address of a scheduler with so many workers, and the numbers of their processes."""
    distributed = pytest.importorskip("distributed", reason="the extra `archive` is not installed")
    config = pytest.importorskip("dask.config")
    told = {"n_workers": number, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with config.set(temporary_directory=str(folder)), distributed.LocalCluster(**told) as cluster:
        with distributed.Client(cluster, set_as_default=False) as client:
            numbers = list(client.run(os.getpid).values())
        yield cluster.scheduler_address, numbers


@pytest.mark.loopback
@pytest.mark.filterwarnings("ignore")  # of the library's own
def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path) -> None:
    press = write_articles(tmp_path / "press", [(f"outlet-{n % 5}-{n}.txt", article(n) * 20) for n in range(60)])
    write_articles(press, [("twice/outlet-0-0.txt", article(0) * 20), ("empty.txt", "")])
    with workers_at(2, tmp_path) as (address, numbers):
        work = add_folders([press], tmp_path / "archive", WayOfReading(), 1, address)
        steps = [next(work)]
        while not steps[-1].done:
            steps.append(next(work))
        os.kill(numbers[0], signal.SIGKILL)
        added = finish(work)
        again = finish(add_folders([press], tmp_path / "archive", WayOfReading(), 1, address))
        write_articles(press, [("outlet-1-1.txt", article(999)), ("outlet-2-2.txt", article(998))])
        other = finish(add_folders([press], tmp_path / "archive", WayOfReading(), 2, address))
    assert (added.taken, added.again, len(added.problems)) == (61, 1, 1)
    assert (again.taken, other.taken, other.articles) == (1, 3, 2)  # what is empty is tried each time
    add(tmp_path / "fresh", press)
    assert contents(tmp_path / "archive") == contents(tmp_path / "fresh")


def in_pieces(press: Path, archive: Path) -> list[ShardPiece]:
    """Return the pieces that the files of a folder are, of an archive that is there."""
    files: dict[int, list[FileOfPiece]] = {}
    for path, digest in zip(sorted(press.iterdir()), digests_of(sorted(map(str, press.iterdir()))), strict=True):
        files.setdefault(shard_of(digest, str(path)), []).append(FileOfPiece(str(path), str(path), path.name, digest))
    return [ShardPiece(str(shard_paths(archive)[number]), tuple(few), WayOfReading()) for number, few in files.items()]


def written(piece: ShardPiece) -> KeptPiece:
    return msgspec.msgpack.decode(write_piece(msgspec.msgpack.encode(piece)), type=KeptPiece)


def test_a_piece_that_is_written_twice_is_told_alike_and_is_there_once(tmp_path: Path) -> None:
    press = write_articles(tmp_path / "press", [(f"outlet-{n}.txt", article(n)) for n in range(8)])
    with claim(tmp_path / "archive"):
        told = [[written(piece) for piece in in_pieces(press, tmp_path / "archive")] for _ in range(2)]
    assert told[0] == told[1]
    assert sum(file.articles for kept in told[0] for file in kept.files) == 8
    add(tmp_path / "fresh", press)
    assert contents(tmp_path / "archive") == contents(tmp_path / "fresh")


def test_a_file_that_is_another_by_now_is_left_and_a_held_shard_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = write_articles(tmp_path / "press", [("outlet.txt", article(1))])
    with claim(tmp_path / "archive"):
        (piece,) = in_pieces(press, tmp_path / "archive")
        write_articles(press, [("outlet.txt", article(2))])
        kept = written(piece)
        assert (kept.files, [one.file for one in kept.left]) == ((), list(piece.files))
        with closing(open_to_write(Path(piece.shard))) as held:
            held.execute("BEGIN IMMEDIATE")
            monkeypatch.setattr("crossquote.project.file._PATIENCE", 0.05)  # nobody lets go of it here
            trouble = written(piece).trouble
    assert trouble is not None
    assert trouble.code is ErrorCode.IN_USE
