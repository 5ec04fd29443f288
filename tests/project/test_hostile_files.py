"""Projects that a stranger made: refused at once, without what they bring along being run, and nothing is lost."""

import json
import os
import sqlite3
import struct
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from crossquote.errors import ErrorCode, UserError
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.project import parts
from crossquote.project.file import APPLICATION, copy
from crossquote.project.migrate import _statements
from crossquote.project.store import Project, is_project, look_into
from crossquote.wording.telling import tell
from crossquote.work.stages.original_files import keep_originals
from saying import says


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


VALUES = {
    "its bytes": "UPDATE {table} SET {column} = CAST({column} AS BLOB)",
    "no letters": "UPDATE {table} SET {column} = x'ff'",
    "nothing": "UPDATE {table} SET {column} = NULL",
    "a number": "UPDATE {table} SET {column} = 7",
    "a fraction": "UPDATE {table} SET {column} = 0.5",
}
"""What a stranger can put where a text or a number belongs."""


def reads(path: Path) -> bool:
    """Open a project, and read all that is read of it; False where that is refused in one line."""
    try:
        project = Project(path)
        try:
            project.state()
            project.steps()
            project.steps_about(["pins"], ["a"])
            project.undo()
        finally:
            project.close()
    except UserError as error:
        return error.code is not ErrorCode.PROJECT
    return True


@pytest.mark.parametrize("column", ["type", "name", "tbl_name", "rootpage", "sql"])
@pytest.mark.parametrize("value", VALUES)
def test_what_a_stranger_put_in_the_list_of_tables_is_one_clear_error(path: Path, column: str, value: str) -> None:
    """The list is read before anything of the file is known, and SQLite lets any value stand there."""
    put = VALUES[value].format(table="sqlite_master", column=column)
    alter(path, "PRAGMA writable_schema = ON", f"{put} WHERE name = 'parts'")
    if reads(path):
        assert column not in ("type", "sql")


@pytest.mark.parametrize(
    "column",
    ["records.kind", "derived.id", "derived.value", "steps.name", "steps.at", "steps.undone", "parts.changes"],
)
@pytest.mark.parametrize("value", VALUES)
def test_a_value_of_another_kind_than_ours_is_one_clear_error(path: Path, column: str, value: str) -> None:
    """Tables are strict while their statement says so: a stranger writes while it says something else."""
    table, _, name = column.partition(".")
    connection = sqlite3.connect(path)
    ((statement,),) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    connection.close()
    set_statement(
        path, table, statement.replace(" STRICT, WITHOUT", " WITHOUT").replace(" STRICT", "").replace(" NOT NULL", "")
    )
    alter(path, VALUES[value].format(table=f"OR IGNORE {table}", column=name))
    set_statement(path, table, statement)
    reads(path)


def set_statement(path: Path, table: str, statement: str) -> None:
    """Have a file say of a table that it was made by another statement."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (statement, table))
    connection.commit()
    connection.close()


def bomb() -> bytes:
    """Return a step of some kilobytes that unpacks to hundreds of megabytes: one piece, packed once, many times."""
    packer = zlib.compressobj(9, wbits=-15)
    pieces = (b"[", b"[]," * 1_000_000, b"[]]")
    first, many, last = (packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for piece in pieces)
    total = zlib.adler32(pieces[0])
    for piece in (*pieces[1:2] * 100, pieces[2]):
        total = zlib.adler32(piece, total)
    return b"\x78\xda" + first + many * 100 + last + packer.flush() + struct.pack(">I", total)


def rows(count: int) -> bytes:
    return zlib.compress(json.dumps([["a", "b", None, None]] * count).encode())


def refuse_undo(path: Path) -> None:
    """See that the last step of a project is not taken back, and that this costs little."""
    project = Project(path)
    before, began = peak(), time.process_time()
    with pytest.raises(UserError):
        project.undo()
    assert time.process_time() - began < 5
    assert peak() - before < 200 * 1024
    project.close()


@pytest.mark.parametrize("make", [bomb, lambda: rows(800_000), lambda: b"", lambda: zlib.compress(b'["a"]')])
def test_a_step_that_unpacks_to_more_than_it_may_is_refused(path: Path, make: Callable[[], bytes]) -> None:
    alter(path, "UPDATE parts SET changes = ?", values=(make(),))
    refuse_undo(path)


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


def test_a_large_step_is_written_so_that_it_can_be_read(
    tmp_path: Path, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_ROWS", 3)
    project = Project(tmp_path / "one.crossquote", new=True)
    project.record(verbatim("Add"), State(), state)
    project.undo()
    assert project.state() == State()
    project.redo()
    assert project.state() == state
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


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def in_the_log(path: Path, *statements: str) -> None:
    """Carry out statements that only the log beside the project knows of, as after a crash."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("BEGIN")
    for statement in statements:
        connection.execute(statement)
    connection.execute("COMMIT")
    kept = {ending: beside(path, ending).read_bytes() for ending in ("", "-wal")}
    connection.close()
    for ending, data in kept.items():
        beside(path, ending).write_bytes(data)


def test_tables_that_only_the_log_holds_are_refused_as_soon(path: Path) -> None:
    named = (
        "INSERT INTO sqlite_master SELECT 'table', 't' || x, 't' || x, 0, 'CREATE VIRTUAL TABLE t' || x || ' USING f'"
    )
    many = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 60000)"
    in_the_log(path, "PRAGMA writable_schema = ON", f"{many} {named} FROM n")
    before, began = peak(), time.process_time()
    with pytest.raises(UserError, check=says("its tables are not those of a project")):
        Project(path)
    assert time.process_time() - began < 2
    assert peak() - before < 64 * 1024


def checksum(data: bytes, before: tuple[int, int]) -> tuple[int, int]:
    """Return the sum that a log has of its frames (https://www.sqlite.org/fileformat.html, "Checksum Algorithm")."""
    first, second = before
    for one, other in struct.iter_unpack("<2I", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second


def claim(log: bytes, pages: int) -> bytes:
    """Return a log of one frame, that of the first page, which says that the database has `pages`."""
    made = bytearray(log)
    assert (made[:4].hex(), struct.unpack_from(">I", made, 32)) == ("377f0682", (1,))
    struct.pack_into(">I", made, 36, pages)
    struct.pack_into(">I", made, 56 + 28, pages)
    made[56 + 92 : 56 + 96] = made[56 + 24 : 56 + 28]
    sums = checksum(bytes(made[56:]), checksum(bytes(made[32:40]), struct.unpack_from(">2I", made, 24)))
    struct.pack_into(">2I", made, 48, *sums)
    return bytes(made)


def test_a_log_that_claims_terabytes_takes_no_memory(path: Path) -> None:
    in_the_log(path, "PRAGMA user_version = 3")
    log = beside(path, "-wal")
    log.write_bytes(claim(log.read_bytes(), 0xFFFFFFFA))
    before = peak()
    with pytest.raises(UserError, check=says("damaged")):
        Project(path)
    assert peak() - before < 64 * 1024


PARTS = {
    "long": json.dumps([["notes", '"a"', None, json.dumps("x" * 1_000_000)]]),
    "rows": json.dumps([["a", "b", None, None]] * 40_000),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_step_of_many_parts_has_the_room_of_one(path: Path, name: str) -> None:
    packed = zlib.compress(PARTS[name].encode(), 9)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM parts")
    connection.executemany("INSERT INTO parts VALUES (1, ?, ?)", [(number, packed) for number in range(400)])
    connection.commit()
    connection.close()
    refuse_undo(path)


@pytest.mark.parametrize(
    ("steps", "rows", "room"),
    [(40, 1_000, 3_000), pytest.param(200, 40_000, parts._ROWS_IN_ALL, marks=pytest.mark.slow)],
)
def test_steps_of_an_older_file_have_their_room_together(
    path: Path, steps: int, rows: int, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_ROWS_IN_ALL", room)
    path.unlink()
    connection = sqlite3.connect(path)
    for statement in _statements(1):
        connection.execute(statement)
    packed = zlib.compress(json.dumps([["notes", f'"{number}"', None, None] for number in range(rows)]).encode(), 9)
    connection.executemany("INSERT INTO steps VALUES (?, 'a', 'b', 'c', ?, 0)", [(one, packed) for one in range(steps)])
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    began = time.process_time()
    project = Project(path)
    assert time.process_time() - began < 10
    assert len(project.steps()) == steps
    project.close()
    connection = sqlite3.connect(path)
    ((touched,),) = connection.execute("SELECT count(*) FROM touched")
    connection.close()
    assert 0 < touched <= 4 * room


def test_a_long_name_of_a_step_is_cut(path: Path) -> None:
    alter(path, "UPDATE steps SET name = ?", values=("[" * 1_000_000,))
    project = Project(path)
    assert len(tell(project.steps()[0].name)) < 100
    project.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links without a privilege")
def test_links_in_a_circle_are_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "round.crossquote"
    path.symlink_to(path.name)
    with pytest.raises(UserError, check=says("no such project")):
        Project(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes in folders")
def test_a_pipe_is_no_project_and_nobody_waits_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert not is_project(path)


def test_nothing_of_a_project_is_looked_for_on_another_machine(
    path: Path, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def ask(asked_for: Path) -> bool:
        asked.append(asked_for)
        return False

    article = replace(next(iter(state.articles.values())), path=r"\\host\share\one.txt")
    project = Project(path)
    monkeypatch.setattr(Path, "is_file", ask)
    keep_originals(project, [article, replace(article, path="//host/share/one.txt")])
    assert asked == []
    project.close()


@pytest.mark.parametrize(
    "value", ['{"id": 5, {}: 1}', '{"id": 5', '{"id": "\\ud800"}', "[" * 5000, "5", '{"reason": 5}']
)
def test_a_record_that_is_wrong_in_two_ways_is_one_clear_error(path: Path, value: str) -> None:
    alter(path, "UPDATE derived SET value = ? WHERE kind = 'quotes'", values=(value,))
    project = Project(path)
    with pytest.raises(UserError, check=says("something that is not right")) as caught:
        project.state()
    assert caught.value.path == str(path)
    project.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links without a privilege")
def test_a_link_that_leads_nowhere_is_no_project_and_leads_nothing_to_be_made(tmp_path: Path) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "left.crossquote"
    link.symlink_to(elsewhere)
    assert look_into(link) is None
    with pytest.raises(UserError):
        Project(link)
    with pytest.raises(UserError):
        Project(link, new=True)
    with pytest.raises(UserError):
        copy(link, tmp_path / "copy.crossquote")
    assert sorted(tmp_path.iterdir()) == [link]
