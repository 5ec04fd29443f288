"""What is refused is as it was: closed, with nothing beside it, and not brought up to date either."""

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from costs import cost, needs_costs
from crossquote.errors import UserError
from crossquote.message import verbatim
from crossquote.project import migrate, records, room
from crossquote.project.room import Held, Taken, check_records
from crossquote.project.store import Project
from crossquote.work import projects

OLD = Path(__file__).with_name("files")
MEGABYTE = 1024 * 1024


@pytest.fixture(params=[1, 2])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD / f"version-{request.param}.crossquote", tmp_path / "dam.crossquote"))


def alter(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def read(path: Path) -> None:
    with projects.read_project(path):
        pass


@pytest.mark.parametrize("way", [projects.open_project, projects.open_copy, read])
def test_a_project_that_cannot_be_read_is_closed_again(path: Path, way: Callable[[Path], object]) -> None:
    alter(path, "INSERT INTO derived VALUES ('quotes', '\"a\"', '{')")
    with pytest.raises(UserError):
        way(path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert list(projects.untitled_folder().glob("*")) + list(projects.untitled_folder().glob(".*")) == []
    with closing(Project(path)) as project:
        assert project.left_by is None


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT INTO records VALUES ('corrections', '\"a\"', '{')",
        "UPDATE records SET kind = 'uttgrances' WHERE kind = 'utterances'",
        "INSERT INTO records VALUES ('setting', 'reading_langwage', '\"uk\"')",
        "UPDATE records SET id = 'articler' WHERE kind = 'order'",
        "UPDATE records SET value = replace(value, '\"language\":', '\"langwage\":') WHERE kind = 'articles'",
    ],
    ids=["a value", "the name of a kind", "the name of a setting", "the name of an order", "the name of a field"],
)
def test_an_old_file_that_cannot_be_read_stays_as_it_was(damage: str, old: Path) -> None:
    alter(old, damage)
    was = old.read_bytes()
    with pytest.raises(UserError):
        Project(old)
    assert old.read_bytes() == was
    assert [one.name for one in old.parent.iterdir()] == [old.name]


def test_a_migration_that_fails_leaves_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM records")
        raise KeyboardInterrupt

    was = old.read_bytes()
    monkeypatch.setitem(migrate._AFTERWARDS, migrate.VERSION, fail)
    with pytest.raises(KeyboardInterrupt):
        Project(old)
    assert old.read_bytes() == was
    assert [one.name for one in old.parent.iterdir()] == [old.name]


def test_of_a_copy_of_an_old_file_nothing_is_left(old: Path) -> None:
    projects.discard(projects.open_copy(old))
    assert list(projects.untitled_folder().iterdir()) == []


@needs_costs
def test_an_old_file_is_counted_before_anything_is_written(tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD / "version-1.crossquote", tmp_path / "dam.crossquote"))
    alter(path, "INSERT INTO records VALUES ('utterances', '\"a\"', ?)", "[" + "{},      " * (2 * MEGABYTE) + "{}]")
    was = path.read_bytes()
    asked = cost(path)
    assert asked.said in ("error.project-record", "error.project-too-big")
    assert asked.megabytes < 150
    assert path.read_bytes() == was
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@needs_costs
@pytest.mark.parametrize(
    "row", [["pins", '"a"', "WIDE", None], pytest.param(["pins", "WIDE", None, None], marks=pytest.mark.slow)]
)
def test_of_the_steps_of_an_old_file_only_what_they_changed_is_read(tmp_path: Path, row: list[str | None]) -> None:
    path = Path(shutil.copy(OLD / "version-1.crossquote", tmp_path / "dam.crossquote"))
    wide = json.dumps([row]).encode().replace(b"WIDE", b"a" * (50 * MEGABYTE) + "\U0001f600".encode())
    alter(path, "INSERT INTO steps VALUES (90, 'a', 'b', 'c', ?, 0)", zlib.compress(wide, 1))
    alter(path, "INSERT INTO steps VALUES (91, 'a', 'b', 'c', randomblob(4000000), 0)")
    asked = cost(path)
    assert asked.said == "opened"
    assert asked.megabytes < 150


def test_a_step_after_which_there_were_more_than_there_can_be_is_not_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_FREE_ROWS", 25)
    rows = [["pins", f'"{number}"', '""', None] for number in range(20)]
    alter(path, "UPDATE parts SET changes = ?", zlib.compress(json.dumps(rows).encode()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM records WHERE kind IN ('articles', 'order')")
        connection.execute("DELETE FROM derived")
        connection.executemany("INSERT INTO records VALUES ('pins', ?, '\"\"')", ((f'"x{n}"',) for n in range(20)))
        connection.commit()
    with closing(Project(path)) as project:
        before = project.state()
        with pytest.raises(UserError) as caught:
            project.undo()
        assert (caught.value.message.code, caught.value.path) == ("error.project-too-big", str(path))
        assert project.state() == before
        assert project.next_steps[0] is not None


def pin_many(project: Project, way: str) -> None:
    state = project.state()
    for number in range(30):
        after = replace(state, pins=MappingProxyType({**state.pins, f"{number}": ""}))
        if way == "record":
            project.record(verbatim("Pin"), state, after)
        else:
            getattr(project, way)(state, after)
        state = after


@pytest.mark.parametrize("way", ["record", "join", "keep"])
def test_what_would_make_a_project_too_big_to_open_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """However much was written before."""
    monkeypatch.setattr(room, "_FREE_ROWS", 25)
    monkeypatch.setattr(room, "_ROWS_A_NAME", 0)
    with closing(Project(path)) as project:
        with pytest.raises(UserError) as caught:
            pin_many(project, way)
        assert caught.value.message.code == "error.project-too-big"
        assert len(project.state().pins) == 25


def test_a_project_holds_no_article_that_none_can_be(path: Path) -> None:
    """The window would stand still over it."""
    alter(path, "UPDATE records SET value = json_set(value, '$.text', ?) WHERE kind = 'articles'", "a" * 400_001)
    with closing(Project(path)) as project, pytest.raises(UserError) as caught:
        project.state()
    assert caught.value.message.code == "error.text-too-long"


def test_what_is_counted_once_is_not_counted_after_an_edit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, taken back or not: where there are many articles, to count takes longer than they do."""
    counted = []

    def count(held: Iterable[Held]) -> Taken:
        counted.append(1)
        return check_records(held)

    monkeypatch.setattr(records, "check_records", count)
    with closing(Project(path)) as project:
        state = project.state()
        for number in range(60):
            after = replace(state, references=MappingProxyType({f"{number}": "a" * 9000}))
            project.record(verbatim("Give"), state, after)
            state = after
        while project.undo():
            pass
    assert counted == [1]


@pytest.mark.parametrize("number", [2**63 - 1, 2**62 + 1, -1])
def test_a_file_behind_whose_last_step_no_number_is_left_is_damaged(path: Path, number: int) -> None:
    """SQLite would give the next step one below it, and taking back would take back a stranger's."""
    with closing(sqlite3.connect(path)) as connection:
        (last,) = connection.execute("SELECT max(number) FROM steps").fetchone()
    alter(path, "UPDATE parts SET step = ? WHERE step = ?", number, last)
    alter(path, "UPDATE steps SET number = ? WHERE number = ?", number, last)
    with pytest.raises(UserError) as caught:
        Project(path)
    assert caught.value.message.code == "error.project-damaged"
