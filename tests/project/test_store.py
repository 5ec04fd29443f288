"""The project file: what it holds, undo and redo, and what it refuses."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from crossquote.errors import UserError
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project, is_project
from crossquote.work.pipeline import add_text
from crossquote.work.session import Session

FIRST = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'
SECOND = 'Two\n\n"We will open the new bridge on Tuesday," Mayor Ada Lindqvist said.\n'


def states() -> tuple[State, State, State]:
    session = Session()
    empty = session.state
    finish(add_text(session, FIRST, "first"))
    one = session.state
    finish(add_text(session, SECOND, "second"))
    return empty, one, session.state


def test_a_project_gives_back_what_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    empty, one, two = states()
    project = Project(path, new=True)
    project.record("Add first", empty, one)
    project.record("Add second", one, two)
    assert project.state() == two
    project.close()
    assert [found.name for found in tmp_path.iterdir()] == ["bridge.crossquote"]
    assert is_project(path)
    project = Project(path)
    assert project.state() == two
    assert list(project.state().quotes) == list(two.quotes)
    project.close()


def test_steps_are_taken_back_and_done_again_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    empty, one, two = states()
    project = Project(path, new=True)
    project.record("Add first", empty, one)
    project.record("Add second", one, two)
    project.close()
    project = Project(path)
    step, state = project.undo()
    assert step is not None
    assert (step.name, state) == ("Add second", one)
    step, state = project.undo()
    assert state == replace(empty)
    assert project.undo()[0] is None
    step, state = project.redo()
    assert step is not None
    assert (step.name, state) == ("Add first", one)
    project.record("Read in German", one, replace(one, reading_language="de"))
    assert project.redo()[0] is None
    assert [found.name for found in project.steps()] == ["Add first", "Read in German"]
    project.close()


def test_a_joined_part_is_taken_back_with_its_step(tmp_path: Path) -> None:
    empty, one, two = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.record("Add both", empty, one)
    project.join(one, two)
    assert project.state() == two
    assert project.undo()[1] == empty
    assert project.redo()[1] == two
    project.close()


def test_a_second_opening_says_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    project = Project(path, new=True)
    with pytest.raises(UserError, match="open already: "):
        Project(path)
    project.close()
    Project(path).close()


@pytest.mark.parametrize("data", [b"", b"no database at all" * 50, b"SQLite format 3\0" + bytes(500)])
def test_what_is_no_project_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "strange.crossquote"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        Project(path)
    assert str(path) in str(caught.value)
    assert not is_project(path)


def test_a_newer_file_is_refused_with_a_clear_word(tmp_path: Path) -> None:
    path = tmp_path / "new.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(UserError, match="newer Crossquote"):
        Project(path)


def test_a_file_that_brings_a_trigger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hostile.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM steps; END")
    connection.close()
    with pytest.raises(UserError, match="not those of a project"):
        Project(path)


def test_a_value_of_another_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hostile.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("""INSERT INTO records VALUES ('articles', '"a"', '{"id": 3}')""")
    connection.close()
    project = Project(path)
    with pytest.raises(UserError, match="not right"):
        project.state()
    project.close()


def test_a_copy_is_whole(tmp_path: Path) -> None:
    empty, one, _ = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.keep_original("abc", b"bytes")
    project.record("Add first", empty, one)
    project.save_copy(tmp_path / "copy.crossquote")
    project.close()
    copy = Project(tmp_path / "copy.crossquote")
    assert copy.state() == one
    assert copy.original("abc") == b"bytes"
    copy.close()


def test_mappings_of_a_read_state_are_frozen(tmp_path: Path) -> None:
    project = Project(tmp_path / "bridge.crossquote", new=True)
    assert isinstance(project.state().articles, MappingProxyType)
    project.close()
