"""Files of older versions: each that there ever was is kept here, and opens with everything in it."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.model.review import Ruling, Verdict
from crossquote.project import migrate
from crossquote.project.migrate import VERSION
from crossquote.project.store import Project
from crossquote.wording.sentences import tell_all
from crossquote.wording.telling import tell
from crossquote.work.session import Session
from saying import says

FILES = Path(__file__).with_name("files")
STEPS = [
    "Add 3 articles", "Mark as distorted", "Accept: measurement", "Dismiss: truncation", "Make a rule: name",
    "Write a note", "Compare with Capital desk", "Give what was really said", "This is no quote",
]  # fmt: skip


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(FILES / "version-1.crossquote", tmp_path / "dam.crossquote"))


def version_of(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return version


def test_there_is_a_file_of_each_older_version() -> None:
    assert {path.name for path in FILES.iterdir()} == {f"version-{old}.crossquote" for old in range(1, VERSION)}
    assert all(version_of(FILES / f"version-{old}.crossquote") == old for old in range(1, VERSION))


def test_an_old_file_opens_with_everything_in_it(old: Path) -> None:
    project = Project(old)
    state = project.state()
    assert (len(state.articles), len(state.quotes), len(state.translations)) == (3, 19, 6)
    assert [judged.verdict for judged in state.verdicts.values()] == [Verdict.DISTORTED]
    assert {decision.ruling for decision in state.rulings.values()} == set(Ruling)
    assert [rule.reason for rule in state.rules.values()] == ["House style"]
    assert [note.text for note in state.notes.values()] == ["Ask for the recording."]
    assert set(state.references.values()) == {"The dam will hold."}
    assert [tell(step.name) for step in project.steps()] == STEPS
    assert [step.undone for step in project.steps()] == [False] * 8 + [True]
    assert all(project.original(article.sha256) for article in state.articles.values())
    (judged,) = state.verdicts
    assert "Mark as distorted" in [tell(step.name) for step in project.steps_about(("verdicts",), (judged,))]
    project.close()
    assert version_of(old) == VERSION


def test_its_sentences_are_told_as_they_stand(old: Path) -> None:
    project = Project(old)
    state = project.state()
    project.close()
    with closing(sqlite3.connect(old)) as connection:
        held = [json.loads(one) for (one,) in connection.execute("SELECT value FROM records WHERE kind = 'utterances'")]
    compared = [one for told in held for one in told["comparisons"] if one]
    found = [(one["message"], one["evidence"]) for each in compared for one in each["findings"]]
    reasons = [one["reason"] for told in held for one in told["renditions"]]
    utterances = list(state.utterances.values())
    now = [one for told in utterances for one in told.comparisons if one]
    said = [(tell(one.message), tell_all(one.evidence)) for each in now for one in each.findings]
    assert any(found)
    assert any(reasons)
    assert sorted(said) == sorted(found)
    assert sorted(tell(one.reason) for told in utterances for one in told.renditions) == sorted(reasons)


def test_its_steps_are_taken_back_and_done_again(old: Path) -> None:
    session = Session(project=Project(old))
    before = session.state
    session.redo()
    assert len(session.state.quotes) == len(before.quotes) - 1
    for _ in STEPS:
        session.undo()
    assert not session.state.articles
    session.go_to(len(STEPS) - 1)
    assert session.state == before
    assert session.project is not None
    assert session.project.state() == before
    session.project.close()


def test_what_the_file_was_is_kept_beside_it(old: Path) -> None:
    was = old.read_bytes()
    for name in ("dam.crossquote.version-1", "dam.crossquote.version-1-1"):
        project = Project(old)
        assert project.upgrade is not None
        assert project.upgrade.copy.name == name
        assert version_of(project.upgrade.copy) == 1
        project.close()
        old.write_bytes(was)
    assert {path.name for path in old.parent.iterdir()} == {
        "dam.crossquote", "dam.crossquote.version-1", "dam.crossquote.version-1-1"
    }  # fmt: skip


def test_a_file_that_is_up_to_date_is_left_as_it_is(old: Path) -> None:
    Project(old).close()
    project = Project(old)
    assert project.upgrade is None
    project.close()


def test_a_step_that_cannot_be_read_keeps_no_file_from_opening(old: Path) -> None:
    with sqlite3.connect(old) as connection:
        connection.execute("UPDATE steps SET changes = x'00' WHERE number = 2")
    connection.close()
    project = Project(old)
    assert len(project.state().articles) == 3
    assert len(project.steps()) == len(STEPS)
    project.close()


def test_an_upgrade_that_is_stopped_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(connection: sqlite3.Connection) -> None:
        assert connection.in_transaction
        raise KeyboardInterrupt

    monkeypatch.setitem(migrate._AFTERWARDS, 2, stop)
    with pytest.raises(KeyboardInterrupt):
        Project(old)
    assert version_of(old) == 1
    monkeypatch.undo()
    project = Project(old)
    assert [tell(step.name) for step in project.steps()] == STEPS
    project.close()


@pytest.mark.parametrize("version", [0, 1])
def test_a_false_version_is_refused(tmp_path: Path, version: int) -> None:
    path = tmp_path / "false.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(UserError, check=says("not those of a project")):
        Project(path)
