"""Names that a system can't have, and files that another program holds."""

import ctypes
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest

from crossquote import files
from crossquote.errors import UserError
from crossquote.export.write import write_text
from crossquote.files import (
    NOTHING,
    agreed_at,
    check_name,
    is_abroad,
    leads_somewhere,
    leads_to_file,
    leads_to_folder,
    put_in_place,
    read_file,
    real_path,
)
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.notation import open_ordinary, read_ordinary
from crossquote.progress import finish
from crossquote.project.side_files import first_bytes
from crossquote.project.store import Project
from crossquote.translation.package_files import members_of
from crossquote.translation.tmx import read_tmx
from crossquote.work.projects import save_as
from crossquote.work.session import Session
from crossquote.work.verify_report import verify_report_file
from saying import says

IMPOSSIBLE = [
    "CON.html", "con.html", "Nul", "aux .txt", "COM1.crossquote", "LPT³.html", "a:b.html", "what?.html", "end.",
    "end ", "tab\t.html", 'a"b.html',
]  # fmt: skip


@pytest.mark.parametrize(
    "path", [r"\\host\share", "//host/share", r"\\?\UNC\host\share", r"\??\UNC\host\share", "/??/UNC/host"]
)
def test_whatever_windows_takes_for_another_machine_is_abroad(path: str) -> None:
    assert is_abroad(path)
    assert not is_abroad(path[1:])


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_windows_keeps_for_itself_is_refused_there_and_there_alone(name: str) -> None:
    with pytest.raises(UserError, check=says("can have no file of that name")):
        check_name(PurePosixPath("folder") / name, "win32")
    check_name(PurePosixPath("folder") / name, "linux")


@pytest.mark.parametrize("name", ["CONTENTS.html", "console.txt", "Промова.html", ".hidden", "COM10.html", "a.b.c"])
def test_other_names_are_fine(name: str) -> None:
    check_name(Path(name), "win32")


def held(_: Path, __: Path) -> None:
    """Refuse to replace a file, as Windows does while another program has it open."""
    error = PermissionError(13, "Access is denied")
    error.winerror = 5  # type: ignore[attr-defined, unused-ignore]
    raise error


def test_a_report_that_another_program_holds_is_told_so_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.html"
    report.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(UserError, check=says("another program has it open. Close it there")):
        write_text(report, "new")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_a_project_that_another_program_holds_is_told_so_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "there.crossquote"
    Project(target, new=True).close()
    session = Session(State(), project=Project(tmp_path / "here.crossquote", new=True))
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda new, path: (held if path == target else replace)(new, path))
    with pytest.raises(UserError, check=says("another program has it open")):
        save_as(session, target)
    assert session.project is not None
    session.project.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here.crossquote", "there.crossquote"]


def test_a_path_of_which_windows_does_not_say_where_it_leads_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> str:
        raise OSError(234, "More data is available")

    monkeypatch.setattr("os.path.realpath", refuse)
    assert real_path(Path("long")) == Path("long").absolute()


def look_into(path: Path) -> None:
    """Look for a language package in what was named."""
    with members_of(path):
        return


READ: dict[str, Callable[[Path], object]] = {
    "an article": lambda path: read_file(path, 100, "error.article-too-large"),
    "a translation memory": lambda path: read_tmx(path, "en"),
    "a package": look_into,
    "a report": lambda path: finish(verify_report_file(path, path)),
}
no_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes in folders")


@no_pipes
@pytest.mark.parametrize("name", READ)
def test_a_pipe_that_nobody_writes_to_is_told_and_not_waited_for(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0)
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    with pytest.raises(UserError) as caught:
        READ[name](pipe)
    assert caught.value.path == str(pipe)


@no_pipes
@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("device", ["/dev/random", "/dev/null"])
def test_no_device_is_read(tmp_path: Path, name: str, device: str) -> None:
    named = tmp_path / "device.html"
    named.symlink_to(device)
    with pytest.raises(UserError, check=says("it is not an ordinary file")):
        READ[name](named)


@no_pipes
def test_what_a_program_writes_to_a_pipe_is_read() -> None:
    """As a shell gives it for `<(pdftotext a.pdf -)`: piece by piece, when it comes."""
    out, into = os.pipe()
    pause = threading.Event()

    def write() -> None:
        with os.fdopen(into, "wb", buffering=0) as writing:
            writing.write(b"one, ")
            pause.wait(0.2)
            writing.write(b"two")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert read_file(Path(f"/dev/fd/{out}"), 100, "error.article-too-large") == b"one, two"
    finally:
        writer.join()
        os.close(out)
    with pytest.raises(UserError, check=says("no such file")):
        read_file(Path(f"/dev/fd/{out}"), 100, "error.article-too-large")


@no_pipes
def test_a_pipe_that_only_drips_is_left_once_it_has_had_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_WHOLE", 0.2)
    out, into = os.pipe()
    stop = threading.Event()

    def drip() -> None:
        for _ in range(60):
            os.write(into, b"a")
            if stop.wait(0.05):
                break

    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        with pytest.raises(UserError, check=says("no answer came in time")):
            read_file(Path(f"/dev/fd/{out}"), 50, "error.article-too-large")
    finally:
        stop.set()
        dripping.join()
        os.close(out)
        os.close(into)


@no_pipes
def test_what_the_system_calls_a_file_and_gives_nothing_yet_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux has such in /proc: reading them gives not even an empty end, and was a traceback."""
    path = tmp_path / "kmsg"
    os.mkfifo(path)
    holder = os.open(path, os.O_RDWR)
    monkeypatch.setattr(stat, "S_ISREG", bool)
    monkeypatch.setattr(files, "open_given", open_ordinary)
    assert files.read_file(path, 10, "error.too-large") == b""
    assert read_ordinary(path) == b""
    assert first_bytes(path) == b""
    os.close(holder)


@no_pipes
def test_a_pipe_without_an_end_is_refused() -> None:
    out, into = os.pipe()
    os.write(into, b"a" * 200)
    with pytest.raises(UserError, check=says("it has no end")):
        read_file(Path(f"/dev/fd/{out}"), 100, "error.article-too-large")
    os.close(out)
    os.close(into)


def test_where_nobody_may_look_and_what_no_system_names_there_is_neither_file_nor_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert leads_to_file(tmp_path / "a")
    assert leads_to_folder(tmp_path)
    for path in (tmp_path / "none", tmp_path / ("x" * 300), tmp_path / "a\0b", tmp_path / "a" / "b"):
        assert not leads_to_file(path)
        assert not leads_to_folder(path)


@no_pipes
def test_a_pipe_is_something_and_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert leads_somewhere(tmp_path / "pipe")
    assert not leads_to_file(tmp_path / "pipe")
    assert not leads_somewhere(tmp_path / ("x" * 300))


@no_pipes
def test_no_project_takes_the_place_of_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError) as caught:
        save_as(Session(State()), tmp_path / "pipe")
    assert caught.value.message.code == "error.name-taken-by-other"
    assert (tmp_path / "pipe").is_fifo()


def test_what_came_since_a_name_was_free_is_not_written_over(tmp_path: Path) -> None:
    free, taken = tmp_path / "free.tmx", tmp_path / "taken.tmx"
    taken.write_text("the user agreed to lose this", encoding="utf-8")
    agreed = [agreed_at(path) for path in (free, taken)]
    free.write_text("another's", encoding="utf-8")
    write_text(taken, "ours", agreed[1])
    with pytest.raises(UserError, match="not-written-over"):
        write_text(free, "ours", agreed[0])
    assert [path.read_text(encoding="utf-8") for path in (free, taken)] == ["another's", "ours"]
    assert sorted(tmp_path.iterdir()) == [free, taken]


def write_again(path: Path) -> None:
    path.write_text("more than there was", encoding="utf-8")


def put_another(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


@pytest.mark.parametrize("change", [write_again, put_another])
def test_only_the_very_file_that_was_agreed_on_is_written_over(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = tmp_path / "report.html"
    path.write_text("what the user was asked about", encoding="utf-8")
    agreed = agreed_at(path)
    change(path)
    there = path.read_bytes()
    with pytest.raises(UserError, match="not-written-over"):
        write_text(path, "ours", agreed)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(path.name, there)]


def test_where_what_was_agreed_on_is_gone_its_name_is_free(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("what the user was asked about", encoding="utf-8")
    agreed = agreed_at(path)
    path.unlink()
    write_text(path, "ours", agreed)
    assert [one.read_text(encoding="utf-8") for one in tmp_path.iterdir()] == ["ours"]


@pytest.mark.parametrize("links", [True, False])
def test_what_comes_at_the_last_moment_is_refused_by_the_system_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    new, path, free = (tmp_path / name for name in ("new", "there", "free"))
    new.write_text("ours", encoding="utf-8")
    path.write_text("another's", encoding="utf-8")
    if not links:
        monkeypatch.setattr(os, "link", held)
    with pytest.raises(UserError, match="not-written-over"):
        put_in_place(new, path, NOTHING)
    put_in_place(new, free, NOTHING)
    assert {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()} == {
        "there": "another's",
        "free": "ours",
    }
    assert free.stat().st_nlink == 1


@pytest.mark.parametrize("there", [False, True])
def test_a_project_that_came_since_its_name_was_chosen_is_not_written_over(tmp_path: Path, *, there: bool) -> None:
    path = tmp_path / "bridge.crossquote"
    session = Session(State(), project=Project(tmp_path / "here.crossquote", new=True))
    if there:
        Project(path, new=True).close()
    agreed = agreed_at(path)
    path.unlink(missing_ok=True)
    other = Project(path, new=True)
    other.record(verbatim("Read"), State(), State(reading_language="de"))
    other.close()
    with pytest.raises(UserError, match="not-written-over"):
        save_as(session, path, agreed)
    other = Project(path)
    assert other.state().reading_language == "de"
    other.close()
    save_as(session, path, agreed_at(path))
    assert session.project is not None
    session.project.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bridge.crossquote", "here.crossquote"]


@pytest.mark.skipif(sys.platform != "win32", reason="Windows alone keeps others from reading a file that is open")
def test_a_file_that_another_program_holds_is_told_to_be_held_perhaps(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"We stay.")
    with _held(path), pytest.raises(UserError, check=says("or another program has it open")):
        read_file(path, 100, "error.too-large")


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold a file open so that nobody else may read it, as Excel does."""
    if sys.platform == "win32":
        system = ctypes.WinDLL("kernel32")
        handle = system.CreateFileW(str(path), 0x80000000, 0, None, 3, 0, None)
        yield
        system.CloseHandle(handle)
    else:
        yield
