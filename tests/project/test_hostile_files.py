"""Projects that a stranger made: refused at once, without what they bring along being run, and nothing is lost."""

import json
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project import journal
from crossquote.project.store import Project, look_into
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

ARTICLE = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    session = Session()
    finish(add_text(session, ARTICLE, "first"))
    path = tmp_path / "bridge.crossquote"
    project = Project(path, new=True)
    project.record(verbatim("Add"), State(), session.state)
    project.close()
    return path


def alter(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    for statement in statements:
        connection.execute(statement, values)
    connection.commit()
    connection.close()


def peak() -> int:
    """Return the most memory that this process has had, in KB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not there on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)


CHECK = "CREATE TABLE t (a INTEGER CHECK (length(zeroblob(250000000 + a)) > 0))"
SCHEMAS = {
    "a condition": lambda path: alter(path, CHECK, "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)"),
    "many tables": lambda path: alter(path, "BEGIN", *(f"CREATE TABLE t{number} (a)" for number in range(3000))),
    "a long table": lambda path: alter(path, f"CREATE TABLE t ({','.join(f'a{n} TEXT' for n in range(1900))})"),
    "a view": lambda path: alter(
        path,
        "ALTER TABLE steps RENAME TO hidden",
        "CREATE VIEW steps AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    ),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_tables_of_a_strangers_are_refused_before_anything_of_them_runs(path: Path, name: str) -> None:
    SCHEMAS[name](path)
    before, began = peak(), time.process_time()
    with pytest.raises(UserError) as caught:
        Project(path)
    assert caught.value.code is ErrorCode.PROJECT
    assert look_into(path) is None
    assert time.process_time() - began < 2
    assert peak() - before < 64 * 1024


def bomb() -> bytes:
    """Return a step of a few kilobytes that unpacks to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    many = b"[]," * 1_000_000
    return b"".join(packer.compress(part) for part in (b"[", *[many] * 100, b"[]]")) + packer.flush()


def rows(count: int) -> bytes:
    return zlib.compress(json.dumps([["a", "b", None, None]] * count).encode())


@pytest.mark.parametrize("make", [bomb, lambda: rows(800_000), lambda: b"", lambda: zlib.compress(b'["a"]')])
def test_a_step_that_unpacks_to_more_than_it_may_is_refused(path: Path, make: Callable[[], bytes]) -> None:
    alter(path, "UPDATE parts SET changes = ?", values=(make(),))
    project = Project(path)
    before, began = peak(), time.process_time()
    with pytest.raises(UserError):
        project.undo()
    assert time.process_time() - began < 5
    assert peak() - before < 200 * 1024
    project.close()


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("quotes", '"a"', "{}"),
        ("articles", '"a"', "[" * 10_000),
        ("articles", "no key", "{}"),
        ("order", "articles", "5"),
        ("setting", "reading_language", "5"),
    ],
)
def test_a_step_that_cannot_be_taken_back_leaves_the_project_as_it_is(
    path: Path, kind: str, key: str, value: str
) -> None:
    packed = zlib.compress(json.dumps([[kind, key, value, None]]).encode())
    alter(path, "UPDATE parts SET changes = ?", values=(packed,))
    project = Project(path)
    state = project.state()
    with pytest.raises(UserError):
        project.undo()
    project.close()
    project = Project(path)
    assert project.state() == state
    project.close()


def test_a_large_step_is_written_so_that_it_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_ROWS", 3)
    session = Session()
    finish(add_text(session, ARTICLE, "first"))
    project = Project(tmp_path / "one.crossquote", new=True)
    project.record(verbatim("Add"), State(), session.state)
    project.undo()
    assert project.state() == State()
    project.redo()
    assert project.state() == session.state
    project.close()


def test_a_flipped_bit_is_one_clear_error(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(100, 4096, 97):
        for mask in (0x80, 0x20):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ mask]) + whole[place + 1 :])
            try:
                project = Project(path)
                try:
                    project.state()
                finally:
                    project.close()
            except UserError:
                continue
