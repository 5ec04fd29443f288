"""Files of older versions: each that there ever was is kept here, and opens with everything in it."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.model.review import Ruling, Verdict
from crossquote.progress import finish
from crossquote.project import migrate
from crossquote.project.migrate import VERSION, expected_shape
from crossquote.project.store import Project
from crossquote.wording.paragraph import tell_all
from crossquote.wording.telling import tell
from crossquote.work.edits.quotes import unmark_quotes
from crossquote.work.session import Session
from saying import says

FILES = Path(__file__).with_name("files")
STEPS = {
    1: [
        "Add 3 articles", "Mark as distorted", "Accept: measurement", "Dismiss: truncation", "Make a rule: name",
        "Write a note", "Compare with Capital desk", "Give what was really said", "This is no quote",
    ],
    2: [
        "Add 3 articles", "Mark Island post as distorted", "Accept: number, Island post", "Dismiss: marks, Island post",
        "Make a rule: wording", "Write a note, Coast wire", "Compare with Island post", "Give what was really said",
        "This is no quote, Coast wire",
    ],
}  # fmt: skip
HELD = {1: (3, 19, 6), 2: (3, 23, 9)}
"""How many articles, quotes and translations there are in each."""


@dataclass(frozen=True)
class Old:
    """A copy of the file of an older version."""

    version: int
    path: Path


@pytest.fixture(params=[1, 2])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Old:
    version: int = request.param
    return Old(version, Path(shutil.copy(FILES / f"version-{version}.crossquote", tmp_path / "dam.crossquote")))


def version_of(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return version


def test_there_is_a_file_of_each_older_version() -> None:
    assert {path.name for path in FILES.iterdir()} == {f"version-{old}.crossquote" for old in range(1, VERSION)}
    assert all(version_of(FILES / f"version-{old}.crossquote") == old for old in range(1, VERSION))


def test_an_old_file_opens_with_everything_in_it(old: Old) -> None:
    project = Project(old.path)
    state = project.state()
    assert (len(state.articles), len(state.quotes), len(state.translations)) == HELD[old.version]
    assert [judged.verdict for judged in state.verdicts.values()] == [Verdict.DISTORTED]
    assert {decision.ruling for decision in state.rulings.values()} == set(Ruling)
    assert [rule.reason for rule in state.rules.values()] == ["House style"]
    assert [note.text for note in state.notes.values()] == ["Ask for the recording."]
    assert set(state.references.values()) == {"The dam will hold."}
    assert [tell(step.name) for step in project.steps()] == STEPS[old.version]
    assert [step.undone for step in project.steps()] == [False] * 8 + [True]
    assert all(project.original(article.sha256) for article in state.articles.values())
    (judged,) = state.verdicts
    assert STEPS[old.version][1] in [tell(step.name) for step in project.steps_about(("verdicts",), (judged,))]
    project.close()
    assert version_of(old.path) == VERSION


def test_its_sentences_are_told_as_they_stand(old: Old) -> None:
    project = Project(old.path)
    state = project.state()
    project.close()
    with closing(sqlite3.connect(FILES / f"version-{old.version}.crossquote")) as connection:
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


def test_its_steps_are_taken_back_and_done_again(old: Old) -> None:
    session = Session(project=Project(old.path))
    before = session.state
    session.redo()
    assert len(session.state.quotes) == len(before.quotes) - 1
    for _ in STEPS[old.version]:
        session.undo()
    assert not session.state.articles
    session.go_to(len(STEPS[old.version]) - 1)
    assert session.state == before
    assert session.project is not None
    assert session.project.state() == before
    session.project.close()


def test_what_the_file_was_is_kept_beside_it(old: Old) -> None:
    was = old.path.read_bytes()
    names = (f"dam.crossquote.version-{old.version}", f"dam.crossquote.version-{old.version}-1")
    for name in names:
        project = Project(old.path)
        assert project.upgrade is not None
        assert project.upgrade.copy.name == name
        assert version_of(project.upgrade.copy) == old.version
        project.close()
        old.path.write_bytes(was)
    assert {path.name for path in old.path.parent.iterdir()} == {"dam.crossquote", *names}


def test_a_file_that_is_up_to_date_is_left_as_it_is(old: Old) -> None:
    Project(old.path).close()
    project = Project(old.path)
    assert project.upgrade is None
    project.close()


def test_a_step_that_cannot_be_read_keeps_no_file_from_opening(old: Old) -> None:
    with sqlite3.connect(old.path) as connection:
        connection.execute("UPDATE steps SET changes = x'00' WHERE number = 2")
    connection.close()
    project = Project(old.path)
    assert len(project.state().articles) == 3
    assert len(project.steps()) == len(STEPS[old.version])
    project.close()


def test_an_upgrade_that_is_stopped_leaves_the_old_file(old: Old, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(connection: sqlite3.Connection) -> None:
        assert connection.in_transaction
        raise KeyboardInterrupt

    monkeypatch.setitem(migrate._AFTERWARDS, VERSION, stop)
    with pytest.raises(KeyboardInterrupt):
        Project(old.path)
    assert version_of(old.path) == old.version
    monkeypatch.undo()
    project = Project(old.path)
    assert [tell(step.name) for step in project.steps()] == STEPS[old.version]
    project.close()


def test_messages_are_kept_as_codes_and_facts(old: Old) -> None:
    Project(old.path).close()
    with closing(sqlite3.connect(old.path)) as connection:
        utterances = connection.execute("SELECT value FROM derived WHERE kind = 'utterances'").fetchall()
        names = [json.loads(name) for (name,) in connection.execute("SELECT name FROM steps ORDER BY number")]
    told = [json.loads(value) for (value,) in utterances]
    found = [finding for one in told for each in one["comparisons"] if each for finding in each["findings"]]
    assert found
    assert all(finding["message"]["code"] == "verbatim" for finding in found)
    assert [name["facts"] for name in names] == [[["text", name]] for name in STEPS[old.version]]


def test_what_is_done_in_an_old_file_is_taken_back_with_what_was_done_before(old: Old) -> None:
    session = Session(project=Project(old.path))
    before = session.state
    finish(unmark_quotes(session, [next(iter(session.state.quotes))]))
    session.undo()
    assert session.state == before
    session.undo()
    session.redo()
    assert session.state == before
    assert session.project is not None
    session.project.close()


@pytest.mark.parametrize("version", [0, 1, 2])
def test_a_false_version_is_refused(tmp_path: Path, version: int) -> None:
    path = tmp_path / "false.crossquote"
    Project(path, new=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(UserError, check=says("not those of a project")):
        Project(path)


def test_the_shape_of_a_version_is_worked_out_once() -> None:
    """All unsaved work is looked at where work begins, and a shape is made of all statements up to its version."""
    assert [expected_shape(number) is expected_shape(number) for number in range(1, VERSION + 1)] == [True] * VERSION
