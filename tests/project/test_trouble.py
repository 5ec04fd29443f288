"""What can happen to a file while it is open, and to one that may not be written: a clear word, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.progress import finish
from crossquote.project.file import APPLICATION
from crossquote.project.store import Project, is_open, is_project, was_left_open
from crossquote.wording.telling import tell
from crossquote.work import projects
from crossquote.work.edits import review
from crossquote.work.packages import holds_packages
from crossquote.work.save_report import save_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from saying import says

FIRST = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'
SECOND = 'Two\n\n"We will open the new bridge on Tuesday," Mayor Ada Lindqvist said.\n'
NOBODY = 65534


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Return a session on a project in a folder of its own, with one article in it."""
    (tmp_path / "drive").mkdir()
    session = Session(project=Project(tmp_path / "drive" / "bridge.crossquote", new=True))
    finish(add_text(session, FIRST, "first"))
    yield session
    if session.project is not None:
        session.project.close()


def note(session: Session, text: str) -> None:
    review.write_note(session, "article:a", text)


def test_a_drive_that_is_gone_is_named_and_the_work_is_saved_elsewhere(session: Session, tmp_path: Path) -> None:
    (tmp_path / "drive").rename(tmp_path / "away")
    before = session.state
    with pytest.raises(UserError, check=says("no longer where it was")) as caught:
        note(session, "lost")
    assert caught.value.code is ErrorCode.GONE
    assert session.state is before
    projects.save_as(session, tmp_path / "kept.crossquote")
    note(session, "kept")
    assert session.project is not None
    assert [tell(step.name) for step in session.project.steps()] == ["Article added", "Note written"]
    session.undo()
    assert session.project.state() == before


def test_a_drive_that_comes_back_is_gone_on_with(session: Session, tmp_path: Path) -> None:
    (tmp_path / "drive").rename(tmp_path / "away")
    with pytest.raises(UserError):
        note(session, "now")
    (tmp_path / "away").rename(tmp_path / "drive")
    note(session, "later")
    assert [found.text for found in session.state.notes.values()] == ["later"]


def test_a_file_that_another_program_replaced_takes_nothing_more(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "drive" / "bridge.crossquote"
    other = tmp_path / "synchronised.crossquote"
    other.write_bytes(path.read_bytes())
    if sys.platform == "win32":  # there nobody can replace what is open
        with pytest.raises(PermissionError):
            other.replace(path)
        note(session, "kept")
        return
    other.replace(path)
    with pytest.raises(UserError, check=says("replaced")):
        note(session, "lost")


def test_what_a_broken_disk_no_longer_gives_is_saved_from_memory(session: Session, tmp_path: Path) -> None:
    (tmp_path / "drive").rename(tmp_path / "away")
    for left in (tmp_path / "away").iterdir():
        os.truncate(left, 0)
    before = session.state
    projects.save_as(session, tmp_path / "kept.crossquote")
    assert session.project is not None
    assert session.project.state() == before
    assert [tell(step.name) for step in session.project.steps()] == ["What was open saved"]


IO_ERROR = """
import resource, sys
from pathlib import Path
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work import projects
from crossquote.work.edits import review
from crossquote.work.packages import holds_packages
from crossquote.work.save_report import save_report
from crossquote.work.stages.pipeline import add_text
from crossquote.work.session import Session
folder = Path(sys.argv[1])
session = Session(project=Project(folder / "bridge.crossquote", new=True))
finish(add_text(session, sys.argv[2], "first"))
before = session.state
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))
try:
    for number in range(1000):
        review.write_note(session, f"article:{number}", "word " * 2000)
except Exception as error:
    print(type(error).__name__, error.code, error)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
kept = session.state
projects.save_as(session, folder / "kept.crossquote")
print(session.project.state() == kept, len(kept.notes))
session.project.close()
again = Project(folder / "bridge.crossquote")
print(again.state() == kept)
again.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_fails_while_writing_loses_no_acknowledged_step(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IO_ERROR, str(tmp_path), FIRST], capture_output=True, text=True, check=False
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert lines[0].startswith("UserError")
    assert "disk" in lines[0]
    assert lines[1].startswith("True")
    assert lines[2] == "True"


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """Be a user whom rights bind, root or not, and give a folder of theirs."""
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        if root:
            os.chown(name, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_folder_that_may_not_be_written_is_named_and_a_copy_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    with ordinary_user() as folder:
        monkeypatch.setenv("CROSSQUOTE_HOME", str(folder / "home"))
        path = folder / "shared" / "bridge.crossquote"
        path.parent.mkdir()
        session = Session(project=Project(path, new=True))
        finish(add_text(session, FIRST, "first"))
        assert session.project is not None
        session.project.close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        with pytest.raises(UserError, check=says("may not be written")) as caught:
            projects.open_project(path)
        assert caught.value.code is ErrorCode.READ_ONLY
        copy = projects.open_copy(path)
        assert copy.state == session.state
        assert projects.is_untitled(copy)
        finish(add_text(copy, SECOND, "second"))
        projects.discard(copy)
        path.parent.chmod(0o755)


def test_a_project_that_is_open_is_read_as_a_copy_with_all_its_steps(session: Session) -> None:
    assert session.project is not None
    note(session, "in the log only")
    copy = projects.open_copy(session.project.path)
    assert copy.state == session.state
    assert copy.project is not None
    assert [tell(step.name) for step in copy.project.steps()] == ["Article added", "Note written"]
    finish(add_text(copy, SECOND, "second"))
    assert len(session.state.articles) == 1
    projects.discard(copy)


def test_what_is_no_project_is_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "strange.crossquote"
    path.write_bytes(b"no database at all" * 50)
    with pytest.raises(UserError, check=says("not a Crossquote project")):
        projects.open_copy(path)
    assert not list(projects.untitled_folder().glob("*"))


def _of_another_shape(path: Path) -> None:
    with closing(sqlite3.connect(path)) as made:
        made.execute(f"PRAGMA application_id = {APPLICATION}")
        made.execute("CREATE TABLE strange (a)")


def _with_an_endless_tail(path: Path) -> None:
    Project(path, new=True).close()
    with path.open("rb+") as file:
        file.truncate(300 * 1024 * 1024)


def _with_a_log(path: Path) -> None:
    _of_another_shape(path)
    path.with_name(f"{path.name}-wal").write_bytes(b"log")
    with path.open("rb+") as file:
        file.truncate(300 * 1024 * 1024)


@pytest.mark.parametrize("make", [_of_another_shape, _with_an_endless_tail, _with_a_log])
def test_what_only_begins_as_a_project_is_refused_before_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "strange.crossquote"
    make(path)
    copied: list[Path] = []
    monkeypatch.setattr(shutil, "copyfile", lambda one, _: copied.append(one))
    with pytest.raises(UserError):
        projects.open_copy(path)
    assert not copied
    assert not list(projects.untitled_folder().glob("*"))


DYING = """
import os, sys
from pathlib import Path
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.stages.pipeline import add_text
from crossquote.work.session import Session
session = Session(project=Project(Path(sys.argv[1]), new=True))
finish(add_text(session, sys.argv[2], "first"))
os._exit(9)
"""


def test_after_a_crash_it_is_said_who_had_it_open_once(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    subprocess.run([sys.executable, "-c", DYING, str(path), FIRST], check=False)
    assert was_left_open(path)
    assert not is_open(path)
    assert was_left_open(path)
    project = Project(path)
    assert project.left_by is not None
    assert project.left_by.since
    assert len(project.state().articles) == 1
    assert not was_left_open(path)
    project.close()
    again = Project(path)
    assert again.left_by is None
    again.close()


def test_what_comes_next_is_known_while_something_is_written(session: Session) -> None:
    project = session.project
    assert project is not None
    seen = []
    project._write(lambda _: seen.append(project.next_steps))
    assert seen[0][0] is not None
    assert tell(seen[0][0].name) == "Article added"


def test_compacting_keeps_everything_and_forgetting_keeps_the_log(session: Session) -> None:
    project = session.project
    assert project is not None
    for number in range(30):
        review.write_note(session, "article:a", f"{number} " * 4000)
    for _ in range(3):
        session.undo()
    state, steps, before = session.state, project.steps(), project.size()
    project.compact()
    assert (project.state(), project.steps()) == (state, steps)
    project.compact(forget_steps=True)
    after = project.size()
    assert (project.state(), after.steps) == (state, 0)
    assert after.whole < before.whole
    assert [tell(step.name) for step in project.steps()] == [tell(step.name) for step in steps if not step.undone]
    assert not any(step.kept for step in project.steps())
    assert project.next_steps == (None, None)
    note(session, "new")
    session.go_to(0)
    assert session.state == state
    assert project.state() == state


def test_a_file_of_many_pages_shrinks_on_the_disk(session: Session) -> None:
    project = session.project
    assert project is not None
    project.keep_original("abc", os.urandom(400_000))
    project._write(lambda connection: connection.execute("DELETE FROM originals").close())
    before = project.size().whole
    project.compact()
    assert project.path.stat().st_size == project.size().whole < before - 300_000


def named(folder: Path, letter: str, length: int) -> Path:
    """Return a project's place whose name takes so many bytes, or one less."""
    return folder / f"{letter * ((length - len(projects.SUFFIX)) // len(letter.encode()))}{projects.SUFFIX}"


def left_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts letters, and those of the folders too")
@pytest.mark.parametrize("length", [100, 190, 230, 238, 247])
@pytest.mark.parametrize("letter", ["x", "ї"])
def test_a_project_may_have_a_long_name(session: Session, tmp_path: Path, letter: str, length: int) -> None:
    path = named(tmp_path, letter, length)
    projects.save_as(session, path)
    assert session.project is not None
    session.project.close()
    session.project = projects.open_project(path).project
    assert session.project is not None
    session.project.close()
    assert left_in(tmp_path) == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts letters, and those of the folders too")
@pytest.mark.parametrize("length", [248, 249, 250, 255, 256, 300, 5000])
def test_a_name_that_is_too_long_is_so_by_itself(session: Session, tmp_path: Path, length: int) -> None:
    path = named(tmp_path, "x", length)
    with pytest.raises(UserError, check=says("its name is too long")) as caught:
        projects.save_as(session, path)
    assert caught.value.path == str(path)
    assert left_in(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts letters, and those of the folders too")
def test_a_report_may_have_any_name_that_the_system_knows(session: Session, tmp_path: Path) -> None:
    finish(save_report(session.state, tmp_path / f"{'x' * 250}.html", language="en"))
    with pytest.raises(UserError, check=says("its name is too long")):
        finish(save_report(session.state, tmp_path / f"{'x' * 251}.html", language="en"))
    assert len(left_in(tmp_path)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts letters, and those of the folders too")
def test_what_has_no_possible_name_is_looked_at_without_harm(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 300}{projects.SUFFIX}"
    assert not holds_packages(path.with_suffix(""))
    assert not is_project(path)
    for look in (projects.open_project, projects.open_copy):
        with pytest.raises(UserError, check=says("its name is too long")):
            look(path)
