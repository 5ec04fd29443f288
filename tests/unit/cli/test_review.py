"""`crossquote review`: what a project holds, for a person and for scripts, whoever has it open."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.cli.main import run
from crossquote.model.review import Verdict
from crossquote.progress import finish
from crossquote.project.store import Project, was_left_open
from crossquote.work import projects
from crossquote.work.edits import review
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

TEXTS = tuple(
    f'{name}\n\n"We will {word} the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n'
    for name, word in (("One", "open"), ("Two", "not open"))
)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Session]:
    """Return a session that has a project open, with a verdict in it."""
    session = Session(project=Project(tmp_path / "bridge.crossquote", new=True))
    for text in TEXTS:
        finish(add_text(session, text, text[:3]))
    shared = next(one for one in session.state.utterances.values() if len(one.renditions) == 2)
    review.judge(session, shared.renditions[1 - shared.base], Verdict.DISTORTED)
    yield session
    if session.project is not None:
        session.project.close()


def test_a_script_reads_state_and_log(held: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert held.project is not None
    held.project.close()
    held.project = None
    assert run(["review", str(tmp_path / "bridge.crossquote"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["progress"]["reviewed"] == 1
    assert [step["name"] for step in told["log"]] == ["Article added", "Article added", "One marked as distorted"]
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.crossquote"]


def test_a_project_that_is_open_in_the_window_is_read_all_the_same(
    held: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", str(tmp_path / "bridge.crossquote"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["progress"]["reviewed"] == 1
    assert not list(projects.untitled_folder().glob("*.crossquote"))
    assert held.project is not None
    review.write_note(held, "article:a", "still mine")


def test_work_without_a_name_is_read_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    session = projects.new_untitled()
    finish(add_text(session, TEXTS[0], "first"))
    assert session.project is not None
    session.project.close()
    assert run(["review", str(session.project.path), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["articles"]) == 1
    assert session.project.path.is_file()


def test_reading_a_crashed_project_from_another_process_recovers_it(tmp_path: Path) -> None:
    path = tmp_path / "bridge.crossquote"
    dying = (
        "import os, sys; from pathlib import Path; from crossquote.progress import finish\n"
        "from crossquote.project.store import Project; from crossquote.work.session import Session\n"
        "from crossquote.work.stages.pipeline import add_text\n"
        "finish(add_text(Session(project=Project(Path(sys.argv[1]), new=True)), sys.argv[2], 'first')); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", dying, str(path), TEXTS[0]], check=False)
    assert was_left_open(path)
    done = subprocess.run(
        [sys.executable, "-m", "crossquote", "review", str(path), "--json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["articles"]) == 1
