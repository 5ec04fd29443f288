"""Adding to an archive: the same files make the same archive, however they came there."""

import errno
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archived import TEXTS, add, article, contents, write_articles
from crossquote.archive import add as adding
from crossquote.archive import crew
from crossquote.archive import folder as folder_module
from crossquote.archive.add import add_folders
from crossquote.archive.look import list_troubles
from crossquote.archive.records import ArticleHead, read_record, unpack_article
from crossquote.archive.shard import open_to_write
from crossquote.archive.taking import WayOfReading
from crossquote.child.family import Family, start_family
from crossquote.child.question import NamedFunction
from crossquote.cli.terminal import show_stoppable
from crossquote.errors import ErrorCode, UserError
from crossquote.progress import Work, finish
from documents import packed
from hostile_reader import START


@pytest.fixture
def press(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "press", TEXTS)


def heads(archive: Path) -> list[ArticleHead]:
    return [read_record(row[2], ArticleHead) for row in contents(archive)["quotes"] if isinstance(row[2], bytes)]


def test_articles_are_kept_with_their_quotes_and_added_once(press: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    added = add(archive, press)
    assert (added.taken, added.articles, added.quotes, added.problems) == (6, 6, 6, [])
    before = contents(archive)
    assert {(one.outlet, one.language) for one in heads(archive)} == {(f"Gazette {n}", "en") for n in range(6)}
    added = add(archive, press, press / "outlet-1")
    assert (added.taken, added.again) == (0, 8)
    assert contents(archive) == before


@pytest.fixture
def stoppable() -> Iterator[None]:
    """Let a signal interrupt, as it does where a program is run by hand: what a shell runs unseen ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("stoppable")
def test_what_a_user_stops_keeps_what_it_has(press: Path, tmp_path: Path) -> None:
    def work() -> Work[None]:
        for step in add_folders([press], tmp_path / "archive", WayOfReading(), 1):
            if step.done == 3:
                signal.raise_signal(signal.SIGINT)
            yield step

    with pytest.raises(KeyboardInterrupt):
        show_stoppable(work())
    assert len(heads(tmp_path / "archive")) == 3
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert (added := add(tmp_path / "archive", press)).taken == 3
    assert added.again == 3


def test_the_whole_article_is_kept(press: Path, tmp_path: Path) -> None:
    add(tmp_path / "archive", press / "outlet-0" / "gazette-0.en.txt")
    ((_, _, _, whole, *_),) = contents(tmp_path / "archive")["quotes"]
    assert isinstance(whole, bytes)
    kept = unpack_article(whole)
    assert (kept.text, kept.path) == (article(0), "")


def test_a_file_that_is_another_by_now_takes_the_place_of_what_it_was(press: Path, tmp_path: Path) -> None:
    archive, path = tmp_path / "archive", press / "outlet-1" / "gazette-1.en.txt"
    add(archive, press)
    path.write_text(article(1, "We shall never open bridge number {0}"), encoding="utf-8")
    assert add(archive, press).taken == 1
    add(tmp_path / "fresh", press)
    assert contents(archive) == contents(tmp_path / "fresh")


def test_the_same_bytes_elsewhere_are_one_article_and_under_another_outlet_two(press: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    add(archive, press)
    same = write_articles(tmp_path / "moved", [("gazette-1.en.txt", article(1)), ("harbour-news.en.txt", article(1))])
    added = add(archive, same)
    assert (added.taken, added.again, added.articles) == (1, 1, 1)
    (press / "outlet-1" / "gazette-1.en.txt").write_text(article(9), encoding="utf-8")
    add(archive, press)  # what lies elsewhere, too, stays
    assert sorted(one.outlet for one in heads(archive)) == sorted(
        ["Harbour news", *(f"Gazette {n}" for n in range(6)), "Gazette 1"]
    )


def test_what_cannot_be_read_is_one_line_and_the_others_go_on(press: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (press / "a.zip").write_bytes(packed({"one.txt": article(7), "two.bin": b"\0\1\2\3" * 90}))
    (press / "empty.txt").write_bytes(b"")
    added = add(archive, press)
    assert [(one.code, Path(one.path).name) for one in added.problems] == [
        (ErrorCode.NOT_TEXT, "two.bin"), (ErrorCode.EMPTY, "empty.txt")
    ]  # fmt: skip
    assert added.articles == 7
    told = finish(list_troubles(archive))
    assert [(one.message, one.path) for one in told] == [(one.message, one.path) for one in added.problems]
    assert add(archive, press).taken == 1  # what had no bytes is looked at again
    (press / "empty.txt").write_text(article(8), encoding="utf-8")
    (press / "a.zip").write_bytes(packed({"one.txt": article(7)}))
    add(archive, press)
    assert finish(list_troubles(archive)) == []
    add(tmp_path / "fresh", press)
    assert contents(archive) == contents(tmp_path / "fresh")


def test_several_processes_make_the_same(press: Path, tmp_path: Path) -> None:
    (press / "empty.txt").write_bytes(b"")
    one, two = add(tmp_path / "one", press), add(tmp_path / "two", press, workers=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert (one.taken, one.quotes, len(one.problems)) == (two.taken, two.quotes, len(two.problems))


@pytest.mark.parametrize(("failing", "refused"), [(3, False), (10_000, True)])
def test_a_process_that_does_not_start_is_started_again(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, *, refused: bool
) -> None:
    tries = iter(range(failing))

    def start_late(*told: Any) -> Family:
        if next(tries, None) is not None:
            raise BlockingIOError(errno.EAGAIN, "no more processes")
        return start_family(*told)

    monkeypatch.setattr("crossquote.child.worker.start_family", start_late)
    monkeypatch.setattr(crew, "_PAUSE", 0.01)
    if not refused:
        assert add(tmp_path / "archive", press, workers=2).taken == 6
        return
    with pytest.raises(UserError) as caught:
        add(tmp_path / "archive", press, workers=2)
    assert caught.value.message.code == "error.no-process"


def test_a_file_that_the_program_itself_failed_at_is_told_as_such_and_tried_again(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (press / "a.toy").write_bytes(START + b"raise")
    with monkeypatch.context() as patch:
        patch.setattr(crew, "_ANSWERED_BY", NamedFunction("hostile_reader", "take_it"))
        added = add(tmp_path / "archive", press, workers=2)
    assert (added.articles, [one.code for one in added.problems]) == (6, [ErrorCode.PROGRAM])
    assert added.problems[0].message.code == "error.own-mistake"
    (press / "a.toy").write_text(article(9), encoding="utf-8")
    assert add(tmp_path / "archive", press, workers=2).taken == 1


def test_a_stopped_run_keeps_what_it_has_done_and_goes_on_there(press: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    work = add_folders([press], archive, WayOfReading(), 1)
    assert len(list(islice(work, 3))) == 3
    work.close()
    added = add(archive, press)
    assert (added.taken, added.again) == (3, 3)
    add(tmp_path / "fresh", press)
    assert contents(archive) == contents(tmp_path / "fresh")


@settings(max_examples=5)
@given(data=st.data())
def test_neither_order_nor_way_makes_a_difference(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    home = tmp_path_factory.mktemp("ways")
    press = home / "press"
    for _ in range(data.draw(st.integers(1, 3))):
        for number in data.draw(st.lists(st.integers(0, 4), min_size=1, max_size=4)):
            text = article(data.draw(st.integers(0, 3)), data.draw(st.sampled_from(["We go", "They stay till {0}"])))
            write_articles(press, [(f"{number % 2}/outlet-{number % 3}.txt", text)])
        parts = data.draw(st.permutations([path for path in press.iterdir() if path.is_dir()]))
        work = add_folders(parts, home / "archive", WayOfReading(), 1)
        list(islice(work, data.draw(st.integers(1, 6))))
        work.close()
    add(home / "archive", *reversed(parts))
    add(home / "fresh", press)
    assert contents(home / "archive") == contents(home / "fresh")
    shutil.rmtree(home)


def test_a_full_disk_leaves_a_whole_archive(press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "archive"
    monkeypatch.setattr(adding, "_KEPT_AFTER", 0.0)
    monkeypatch.setattr(folder_module, "open_to_write", _of_few_pages)
    for number in range(6):
        (press / f"long-{number}.txt").write_text(article(number) * 60, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        add(archive, press)
    assert caught.value.message.code == "error.disk-full"
    assert contents(archive)["files"]
    monkeypatch.undo()
    add(archive, press)
    add(tmp_path / "fresh", press)
    assert contents(archive) == contents(tmp_path / "fresh")


def _of_few_pages(path: Path) -> sqlite3.Connection:
    """Return a connection to a shard that has no room for a long article."""
    connection = open_to_write(path)
    connection.execute("PRAGMA max_page_count = 20").close()
    return connection


def test_one_adds_at_a_time_and_never_to_a_folder_of_something_else(press: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        add(press, press)
    assert caught.value.message.code == "error.archive-other"
    work = add_folders([press], tmp_path / "archive", WayOfReading(), 1)
    next(work)
    with pytest.raises(UserError) as caught, closing(work):
        add(tmp_path / "archive", press)
    assert caught.value.message.code == "error.archive-held"
