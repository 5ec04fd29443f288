"""The list of recent projects: what is away stays on it, what is gone does not, and no drive is waited for twice."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from crossquote import files
from crossquote.paths import settings_folder
from crossquote.work import recent as listing
from crossquote.work.recent import ProjectPlaces, places, recent, remember


def put(path: Path) -> Path:
    """Put a file there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


def listed(looking: ProjectPlaces | None = None) -> tuple[tuple[Path, bool], ...]:
    """Return the recent projects, and whether each is there."""
    return tuple((one.path, one.there) for one in recent(looking))


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Return what lets the drive "slow" answer, which does not until then; a moment is short."""
    answers, look = Event(), files.leads_to_file
    monkeypatch.setattr(files, "_A_MOMENT", 0.1)

    def slow(path: Path) -> bool:
        return (answers.wait(60) if "slow" in path.parts else True) and look(path)

    monkeypatch.setattr(listing, "leads_to_file", slow)
    yield answers
    answers.set()


def test_the_last_one_comes_first_and_once(tmp_path: Path) -> None:
    one, two = put(tmp_path / "one.crossquote"), put(tmp_path / "two.crossquote")
    for path in (one, two, one):
        remember(path)
    assert listed() == ((one, True), (two, True))


def test_when_a_project_was_changed_is_known_of_one_that_is_there(tmp_path: Path) -> None:
    one = put(tmp_path / "one.crossquote")
    os.utime(one, (1.0, 86_400.0))
    remember(one)
    remember(tmp_path / "stick" / "two.crossquote")
    assert [known.changed for known in recent()] == [0.0, 86_400.0]


@pytest.mark.parametrize("mounted", [False, True])
def test_what_is_on_a_drive_that_is_away_stays_listed(tmp_path: Path, *, mounted: bool) -> None:
    """It dropped off with the next project that was opened, and was to be looked for when the drive was back."""
    stick = put(tmp_path / "stick" / "one.crossquote")
    remember(stick)
    stick.unlink()
    if not mounted:  # some systems keep the folder, which is empty then
        stick.parent.rmdir()
    remember(put(tmp_path / "two.crossquote"))
    assert listed() == ((tmp_path / "two.crossquote", True), (stick, False))
    put(stick)
    assert (stick, True) in listed()


def test_what_was_removed_is_listed_no_more(tmp_path: Path) -> None:
    one, two = put(tmp_path / "one.crossquote"), put(tmp_path / "two.crossquote")
    remember(one)
    one.unlink()
    remember(two)
    assert listed() == ((two, True),)
    assert "one" not in (settings_folder() / "recent.txt").read_text(encoding="utf-8")


def test_a_drive_that_does_not_answer_is_waited_for_once_and_for_a_moment(tmp_path: Path, answers: Event) -> None:
    slow, here = put(tmp_path / "slow" / "one.crossquote"), put(tmp_path / "two.crossquote")
    remember(slow)
    remember(here)
    looking, took = places(), list[float]()
    for _ in range(3):
        began = time.monotonic()
        assert listed(looking) == ((here, True), (slow, False))
        took.append(time.monotonic() - began)
    assert 0.1 <= took[0] < 5
    assert sum(took[1:]) < took[0]
    answers.set()
    while any(thread.is_alive() for thread in looking._late.values()):
        time.sleep(0.01)
    assert listed(looking) == ((here, True), (slow, True))
