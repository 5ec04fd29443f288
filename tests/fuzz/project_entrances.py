"""The entrances of a project: its file, what is in that, and what lies beside it."""

import json
import os
import sqlite3
import struct
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from given import FIRST, GERMAN, Case
from mutation import flip_one, mutate, mutate_value

from crossquote.cli.main import run
from crossquote.cli.status import complain
from crossquote.errors import UserError
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.build import build
from crossquote.work.edits.quotes import correct_quote
from crossquote.work.session import Session
from crossquote.work.stages.kept_basis import keep_basis
from crossquote.work.stages.stored import read_ahead

OLDER = Path(__file__).parents[1] / "project" / "files"
JOURNAL = bytes.fromhex("d9d505f920a163d7")
ONE_OF_OURS = b'{"user": "a", "machine": "b", "since": "2026-01-01T00:00:00+00:00", "process": 1}'


def project_bytes(case: Case) -> int:
    """Put a project there, its bytes changed."""
    path = case.project()
    data = path.read_bytes()
    path.write_bytes(flip_one(case.chance, data) if case.chance.random() < 0.6 else mutate(case.chance, data))
    return _open(case, path)


def project_records(case: Case) -> int:
    """Change values in a project's records."""
    path = case.project()
    connection = sqlite3.connect(path)
    for _ in range(case.chance.randint(1, 4)):
        table = case.chance.choice(("records", "derived"))
        rows = connection.execute(f"SELECT kind, id, value FROM {table}").fetchall()  # noqa: S608 - ours
        kind, id_, value = case.chance.choice(rows)
        changed = json.dumps(mutate_value(case.chance, json.loads(value)))
        connection.execute(f"UPDATE {table} SET value = ? WHERE kind = ? AND id = ?", (changed, kind, id_))  # noqa: S608
    connection.commit()
    connection.close()
    return _open(case, path)


def project_basis(case: Case) -> int:
    """Change what a project keeps of its grouping, as a stranger can, who has not the key; then correct a quote."""
    path = case.project()
    with closing(Project(path)) as project:
        session = Session(project=project)
        finish(read_ahead(session))
        finish(keep_basis(session))
        kept = project.kept_index(build())
        assert kept is not None
        if case.chance.random() < 0.3:  # bytes that the program would have written itself, and can't read
            project.keep_index(build(), mutate(case.chance, kept))
    connection = sqlite3.connect(path)
    for _ in range(case.chance.randint(0, 3)):
        rows = connection.execute("SELECT id, CAST(value AS BLOB) FROM derived WHERE kind = 'grouping'").fetchall()
        id_, value = case.chance.choice(rows)
        hurt = mutate(case.chance, value)
        again = case.chance.choice(("0000", "0001", "seal", "x" * case.chance.choice((1, 100_000)), id_))
        connection.execute("INSERT OR REPLACE INTO derived VALUES ('grouping', ?, CAST(? AS TEXT))", (again, hurt))
    connection.commit()
    connection.close()
    return _correct(path)


def _correct(path: Path) -> int:
    """Correct a quote of a project."""
    with closing(Project(path)) as project:
        session = Session(project=project)
        finish(correct_quote(session, next(iter(session.state.quotes)), speaker="Mayor Holm"))
        finish(keep_basis(session))
    return 0


def project_of_an_older_version(case: Case) -> int:
    """Change the steps of a project of an older version."""
    version = case.chance.choice(("version-1", "version-2"))
    path = Path(case.put("a.crossquote", (OLDER / f"{version}.crossquote").read_bytes()))
    connection = sqlite3.connect(path)
    for number, packed in connection.execute("SELECT number, changes FROM steps").fetchall():
        rows = mutate_value(case.chance, json.loads(zlib.decompress(packed)))
        made = zlib.compress(json.dumps(rows).encode())
        if case.chance.random() < 0.3:
            made = mutate(case.chance, made)
        connection.execute("UPDATE steps SET changes = ? WHERE number = ?", (made, number))
    connection.commit()
    connection.close()
    return _open(case, path)


def project_steps(case: Case) -> int:
    """Change a project's steps, and take one back."""
    path = case.project()
    connection = sqlite3.connect(path)
    packed = connection.execute("SELECT changes FROM parts").fetchone()[0]
    rows = mutate_value(case.chance, json.loads(zlib.decompress(packed)))
    made = zlib.compress(json.dumps(rows).encode())
    connection.execute(
        "UPDATE parts SET changes = ?", (made if case.chance.random() < 0.7 else mutate(case.chance, made),)
    )
    name = json.dumps(mutate_value(case.chance, {"code": "did.add", "facts": [["count", 2]]}))
    connection.execute("UPDATE steps SET name = ?", (name,))
    connection.commit()
    connection.close()
    status = _open(case, path)
    return _undo(path) or status


def _undo(path: Path) -> int:
    try:
        project = Project(path)
    except UserError as error:
        complain(error)
        return 3
    try:
        project.undo()
        project.state()
    except UserError as error:
        complain(error)
        return 3
    finally:
        project.close()
    return 0


def project_tables(case: Case) -> int:
    """Change a project's tables."""
    path = case.project()
    connection = sqlite3.connect(path)
    statements = (
        "CREATE TABLE t (a CHECK (length(zeroblob(300000000 + a)) > 0))", "INSERT INTO t VALUES (1)",
        "CREATE TRIGGER r AFTER INSERT ON steps BEGIN DELETE FROM records; END", "DROP TABLE touched",
        "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "PRAGMA user_version = 1", "PRAGMA user_version = 2", "PRAGMA user_version = 99", "PRAGMA journal_mode = WAL",
        "DELETE FROM steps", "DELETE FROM records", "CREATE INDEX i ON records (value)",
        "UPDATE steps SET number = -number", "UPDATE records SET id = '\"x\"' WHERE kind = 'articles'",
        "UPDATE steps SET undone = 5", "UPDATE parts SET step = 1, number = number + 100 * step",
        "UPDATE steps SET at = char(0, 55555)", "ALTER TABLE steps ADD COLUMN z",
    )  # fmt: skip
    for statement in case.chance.sample(statements, case.chance.randint(1, 3)):
        try:
            connection.execute(statement)
            connection.commit()
        except sqlite3.Error:
            continue
    connection.close()
    return _open(case, path)


def _open(case: Case, path: Path) -> int:
    """Review a project, write a report on it where a file is already, or a pack."""
    report = case.put("r.html", b"before")
    return run(
        case.chance.choice(
            (
                ["review", str(path)],
                ["review", str(path), "--json"],
                ["review", str(path), "--html", report, "--force"],
                ["report", str(path), "-o", report, "--force"],
                ["pack", str(path), "-o", str(case.folder / "p.zip")],
            )
        )
    )


def sides_of_sqlite(case: Case) -> int:
    """Put something in the place of the files that SQLite keeps beside a project."""
    path = case.project()
    if case.chance.random() < 0.5:
        _as_after_a_crash(case, path)
    for ending in case.chance.sample(("-journal", "-wal", "-shm"), case.chance.randint(1, 2)):
        _lay(case, path.with_name(path.name + ending), _journal)
    return _open(case, path)


def sides_of_ours(case: Case) -> int:
    """Put something in the place of the files that the program keeps beside a project, and in its cache."""
    path = case.project()
    cache = Path(os.environ["CROSSQUOTE_HOME"], "cache")
    cache.mkdir()
    beside = [f".{path.name}.open", f".{path.name}.lock", f".{path.name}.new", f"{path.name}.version-1"]
    mine = ["package-digests.json", *(f"sentences.sqlite{ending}" for ending in ("", "-journal", "-wal", "-shm"))]
    sides = [path.with_name(name) for name in beside] + [cache / name for name in mine]
    for side in case.chance.sample(sides, case.chance.randint(1, 4)):
        _lay(case, side, _note)
    if case.chance.random() < 0.5:
        return _open(case, path)
    case.put(str(cache.with_name("settings") / "sample-packages.json"), b'["translate-de_en"]')
    return run(["compare", case.put("one.txt", FIRST.encode()), case.put("two.txt", GERMAN.encode())])


def _as_after_a_crash(case: Case, path: Path) -> None:
    """Let the last step stand in the log alone."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE steps SET who = who || 'x'")
    if case.chance.random() < 0.5:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = sql || ' '")
    kept = {ending: path.with_name(path.name + ending).read_bytes() for ending in ("", "-wal")}
    connection.close()
    for ending, data in kept.items():
        hurt = case.chance.random() < 0.7
        path.with_name(path.name + ending).write_bytes(mutate(case.chance, data) if hurt else data)


def _lay(case: Case, side: Path, make: Callable[[Case], bytes]) -> None:
    """Put a link, a folder, a pipe or a file in the place of a side file."""
    how = case.chance.random()
    if os.path.lexists(side):
        return
    if how < 0.3:
        case.chance.choice((side.symlink_to, side.hardlink_to))(case.victim)
    elif how < 0.35:
        side.mkdir()
    elif how < 0.4:
        os.mkfifo(side)
    else:
        side.write_bytes(make(case))


def _note(case: Case) -> bytes:
    return mutate(case.chance, ONE_OF_OURS) if case.chance.random() < 0.5 else _journal(case)


def _journal(case: Case) -> bytes:
    victim = os.fsencode(case.victim)
    head = JOURNAL + struct.pack(
        ">5I", case.chance.choice((0, 1, 0xFFFFFFFF)), 7, case.chance.choice((1, 9)), 512, 4096
    )
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + victim + struct.pack(">II", len(victim), sum(victim)) + JOURNAL
    data = head.ljust(512, b"\0") + case.chance.choice((b"", b"\0\0\0\1" + bytes(4100))) + tail
    return data if case.chance.random() < 0.5 else mutate(case.chance, data)
