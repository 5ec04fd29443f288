"""What lies beside a project is a stranger's until it is looked at: nothing of it may reach another file."""

import json
import os
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.project.store import Project, is_project, look_into, was_left_open
from crossquote.work.projects import open_copy, open_project, read_project
from links import needs_links
from saying import says

PRECIOUS = "what the user can't do without\n"
SECTOR, PAGE = 512, 4096
MAGIC = bytes.fromhex("d9d505f920a163d7")


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    victim = tmp_path / "elsewhere" / "thesis.txt"
    victim.parent.mkdir()
    victim.write_text(PRECIOUS, encoding="utf-8")
    return victim


def header(pages: int, records: int = 0) -> bytes:
    """Return the head of a rollback journal (https://www.sqlite.org/fileformat.html, "The Rollback Journal")."""
    head = MAGIC + struct.pack(">5I", records, 7, pages, SECTOR, PAGE)
    return head.ljust(SECTOR, b"\0")


def super_journal(named: Path) -> bytes:
    """Return a hot journal that names `named` as the super-journal which goes when everything is rolled back."""
    name = os.fsencode(named)
    tail = struct.pack(">I", 0x40000000 // PAGE + 1) + name
    return header(0xFFFFFFFF) + tail + struct.pack(">II", len(name), sum(name)) + MAGIC


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def read_and_leave(path: Path) -> None:
    with read_project(path):
        pass


def open_and_close(path: Path) -> State:
    project = Project(path)
    try:
        return project.state()
    finally:
        project.close()


@pytest.mark.skipif(
    sys.platform == "win32", reason="SQLite does so with Linux's paths; under wine it reads no such journal"
)
def test_sqlite_itself_would_delete_the_file_that_a_journal_names(path: Path, victim: Path) -> None:
    beside(path, "-journal").write_bytes(super_journal(victim))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.close()
    assert not victim.exists()


def test_a_journal_that_names_another_file_is_set_aside(path: Path, victim: Path, state: State) -> None:
    beside(path, "-journal").write_bytes(super_journal(victim))
    project = Project(path)
    assert project.set_aside == (beside(path, "-journal.set-aside"),)
    assert project.state() == state
    project.close()
    assert victim.read_text(encoding="utf-8") == PRECIOUS
    assert beside(path, "-journal.set-aside").read_bytes() == super_journal(victim)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_that_is_an_address_to_sqlite_leads_to_no_other_file(
    path: Path, victim: Path, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`review *.crossquote` names what a stranger's folder holds as the shell finds it, without the folders above."""
    monkeypatch.chdir(path.parent)
    inner = Path("inner", "project.crossquote")
    inner.parent.mkdir()
    inner.write_bytes(path.read_bytes())
    beside(inner, "-journal").write_bytes(super_journal(victim))
    named = path.rename("file:inner%2Fproject.crossquote")
    assert open_and_close(named) == state
    assert victim.read_text(encoding="utf-8") == PRECIOUS
    assert beside(inner, "-journal").read_bytes() == super_journal(victim)


@pytest.mark.parametrize("name", [":memory:", "file:other?mode=rwc", "file:%2Eother"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_work_is_kept_under_the_very_name_it_was_given(
    tmp_path: Path, state: State, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(Path(name), new=True)
    project.record(verbatim("Add"), State(), state)
    project.save_copy(Path(f"{name}-2"))
    project.close()
    assert open_and_close(Path(name)) == open_and_close(Path(f"{name}-2")) == state
    assert {found.name for found in tmp_path.iterdir()} == {name, f"{name}-2"}


@pytest.mark.parametrize("length", [8, 20_000, 196_608, 400_000])
@pytest.mark.parametrize(
    "begins", [b"\0", b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\7", b"\0" + MAGIC], ids=["zeros", "head", "torn"]
)
def test_a_journal_that_is_over_is_set_aside_where_its_end_names_another_file(
    path: Path, victim: Path, state: State, length: int, begins: bytes
) -> None:
    """SQLite writes its own journal over it without cutting it, and reads its end where that fails: a full disk."""
    left = begins.ljust(length, b"\0") + super_journal(victim)[SECTOR:]
    beside(path, "-journal").write_bytes(left)
    assert open_and_close(path) == state
    assert beside(path, "-journal.set-aside").read_bytes() == left


def test_a_journal_that_ends_with_half_of_what_names_another_file_is_set_aside(path: Path, state: State) -> None:
    """What SQLite writes before it is a page of the project, which may end with the other half."""
    beside(path, "-journal").write_bytes(b"\0" * (SECTOR + 4 + PAGE) + MAGIC[4:])
    assert open_and_close(path) == state
    assert beside(path, "-journal.set-aside").exists()


@pytest.mark.parametrize("left", [b"", b"\0" * 512, b"\0" * 12 + header(5)[12:]], ids=["empty", "zeros", "begun"])
def test_a_journal_that_was_only_begun_stays(path: Path, state: State, left: bytes) -> None:
    beside(path, "-journal").write_bytes(left)
    assert open_and_close(path) == state
    assert not beside(path, "-journal.set-aside").exists()


def test_a_journal_that_would_cut_the_project_short_is_set_aside(path: Path, state: State) -> None:
    beside(path, "-journal").write_bytes(header(1))
    assert open_and_close(path) == state


def test_a_log_beside_a_project_that_was_closed_is_set_aside(path: Path, tmp_path: Path, state: State) -> None:
    other = tmp_path / "other.crossquote"
    project = Project(other, new=True)
    project.record(verbatim("Add"), State(), state)
    foreign = beside(other, "-wal").read_bytes()
    project.close()
    beside(path, "-wal").write_bytes(foreign)
    assert open_and_close(path) == state
    assert beside(path, "-wal.set-aside").read_bytes() == foreign


def crash(folder: Path, state: State) -> Path:
    """Return a project whose last steps are in its log alone, as a crash leaves one."""
    living = folder / "living.crossquote"
    other = Project(living, new=True)
    other.record(verbatim("Add"), State(), state)
    crashed = folder / "crashed.crossquote"
    for ending in ("", "-wal"):
        beside(crashed, ending).write_bytes(beside(living, ending).read_bytes())
    other.close()
    return crashed


def test_what_a_crash_left_is_believed(tmp_path: Path, state: State) -> None:
    crashed = crash(tmp_path, state)
    assert beside(crashed, "-wal").stat().st_size
    assert open_and_close(crashed) == state
    assert [found.name for found in tmp_path.glob("*crashed*")] == ["crashed.crossquote"]


@needs_links
def test_what_was_not_closed_by_one_name_is_opened_by_no_other(tmp_path: Path, state: State) -> None:
    """Its last steps lie in the log beside the name that it had: by another they were gone, without a word."""
    crashed, other = crash(tmp_path, state), tmp_path / "other.crossquote"
    other.hardlink_to(crashed)
    before = crashed.read_bytes()
    for deed in (open_and_close, read_and_leave):
        with pytest.raises(UserError, check=says("by another name")):
            deed(other)
    assert (other.read_bytes(), sorted(tmp_path.glob("*other*"))) == (before, [other])
    assert open_and_close(crashed) == state
    assert open_and_close(other) == state


@needs_links
@pytest.mark.parametrize("ending", ["-wal", "-journal", "-shm"])
@pytest.mark.parametrize("make", [Path.symlink_to, Path.hardlink_to], ids=["link", "second name"])
def test_no_log_leads_to_another_file(
    path: Path, victim: Path, state: State, ending: str, make: Callable[[Path, Path], None]
) -> None:
    make(beside(path, ending), victim)
    assert open_and_close(path) == state
    assert victim.read_text(encoding="utf-8") == PRECIOUS


@needs_links
@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing"])
@pytest.mark.parametrize("ending", ["open", "lock"])
def test_the_note_and_the_lock_lead_nowhere(path: Path, victim: Path, state: State, ending: str, there: bool) -> None:
    if not there:
        victim.unlink()
    path.with_name(f".{path.name}.{ending}").symlink_to(victim)
    assert open_and_close(path) == state
    assert victim.exists() is there
    assert not there or victim.read_text(encoding="utf-8") == PRECIOUS


@pytest.mark.parametrize("ending", ["open", "lock"])
@pytest.mark.parametrize("deed", [Project, look_into, open_and_close, read_and_leave, was_left_open])
def test_a_file_that_has_the_name_of_a_note_or_a_lock_is_kept(
    path: Path, ending: str, deed: Callable[[Path], object]
) -> None:
    """A project called emacs.desktop has a lock of the name that another program's has; who sends it chooses that."""
    theirs = path.with_name(f".{path.name}.{ending}")
    theirs.write_text(PRECIOUS, encoding="utf-8")
    found = deed(path)
    if isinstance(found, Project):
        assert [side.read_text(encoding="utf-8") for side in found.set_aside] == [PRECIOUS]
        found.close()
    kept = [one for one in path.parent.iterdir() if one.name.startswith(theirs.name)]
    assert [one.read_text(encoding="utf-8") for one in kept if one.stat().st_size] == [PRECIOUS]


@pytest.mark.parametrize("name", ["{}-journal", "{}-wal", ".{}.lock", ".{}.open"])
def test_a_folder_beside_a_project_keeps_its_name(path: Path, name: str) -> None:
    """A stranger's project called paper lies beside somebody's paper-journal, with a year's notes."""
    folder = path.with_name(name.format(path.name))
    folder.mkdir()
    (folder / "notes.txt").write_text(PRECIOUS, encoding="utf-8")
    with suppress(UserError):
        open_and_close(path)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == PRECIOUS


def test_two_that_set_aside_at_once_put_nothing_over_another(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the name is free for both, the second one moves the lock that the first has made meanwhile."""
    lock = path.with_name(f".{path.name}.lock")
    lock.write_text(PRECIOUS, encoding="utf-8")
    replace = Path.replace

    def after_another(self: Path, target: Path) -> Path:
        if self == lock:
            monkeypatch.setattr(Path, "replace", replace)
            Project(path).close()
            self.touch()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", after_another)
    with closing(Project(path)):
        kept = [one.read_text(encoding="utf-8") for one in path.parent.glob(f"{lock.name}.*")]
    assert PRECIOUS in kept


@pytest.mark.parametrize("ending", ["-wal", "-journal", "-shm"])
def test_saving_beside_a_file_of_another_keeps_it(path: Path, state: State, ending: str) -> None:
    target = path.with_name("my")
    beside(target, ending).write_text(PRECIOUS, encoding="utf-8")
    with closing(Project(path)) as project:
        project.save_copy(target)
    assert beside(target, f"{ending}.set-aside").read_text(encoding="utf-8") == PRECIOUS
    assert open_and_close(target) == state


def test_a_project_that_nothing_takes_the_place_of_keeps_its_log(
    path: Path, tmp_path: Path, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows replaces no file that another program holds; what a crash left in the log was gone by then."""
    crashed = crash(tmp_path, state)

    def refuse(self: Path, _: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    with closing(Project(path)) as project, monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(UserError):
            project.save_copy(crashed)
    assert open_and_close(crashed) == state


def test_a_project_keeps_its_log_where_something_else_beside_it_cannot_be_moved(
    path: Path, tmp_path: Path, state: State
) -> None:
    crashed = crash(tmp_path, state)
    beside(crashed, "-shm").mkdir()
    with closing(Project(path)) as project, pytest.raises(UserError):
        project.save_copy(crashed)
    beside(crashed, "-shm").rmdir()
    assert open_and_close(crashed) == state


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes in folders")
@pytest.mark.parametrize("ending", [".open", ".lock"])
def test_a_pipe_in_place_of_the_note_holds_nobody_up(path: Path, state: State, ending: str) -> None:
    os.mkfifo(path.with_name(f".{path.name}{ending}"))
    assert open_and_close(path) == state


@pytest.mark.parametrize(
    "note", ["[" * 100_000, json.dumps({"user": "x" * 10_000_000}), "5" * 6000, '{"since": 1e999}']
)
def test_a_note_that_is_none_is_nobody(path: Path, state: State, note: str) -> None:
    path.with_name(f".{path.name}.open").write_text(note, encoding="utf-8")
    project = Project(path)
    assert project.left_by is None
    assert project.state() == state
    project.close()


@needs_links
def test_reading_a_project_that_is_open_elsewhere_follows_no_link(path: Path, victim: Path, state: State) -> None:
    beside(path, "-wal").symlink_to(victim)
    with read_project(path) as session:
        assert session.state.articles == state.articles
    session = open_project(path)
    assert session.project is not None
    session.project.close()
    assert victim.read_text(encoding="utf-8") == PRECIOUS


OTHER = """
import os, sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("PRAGMA cache_size = 5")
other.execute("CREATE TABLE visit (place)")
other.executemany("INSERT INTO visit VALUES (?)", [("here" * 500,)] * 100)
other.execute("BEGIN")
other.execute("UPDATE visit SET place = 'there'")
os._exit(0)
"""
"""Another program, stopped half-way: what its database was is in the journal alone."""


@pytest.mark.parametrize("deed", [Project, look_into, is_project, read_and_leave, open_copy])
def test_what_lies_beside_another_programs_database_stays_there(tmp_path: Path, deed: Callable[[Path], object]) -> None:
    path = tmp_path / "other.crossquote"
    subprocess.run([sys.executable, "-c", OTHER, path], check=True)
    before = {found.name: found.read_bytes() for found in tmp_path.glob("other*")}
    assert len(before) == 2
    with suppress(UserError):
        deed(path)
    assert {found.name: found.read_bytes() for found in tmp_path.glob("*other*")} == before
    with closing(sqlite3.connect(path)) as again:
        assert again.execute("SELECT count(*) FROM visit WHERE place = 'there'").fetchone() == (0,)


def test_a_project_stays_shut_where_nothing_can_be_set_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, _: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    beside(path, "-journal").write_bytes(super_journal(path.with_name("any.txt")))
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, check=says("bridge.crossquote-journal")):
        Project(path)
