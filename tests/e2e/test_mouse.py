"""Dragging with a real mouse: the program on an X server of its own, moved by xdotool, read from the saved project."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from x_server import x_server

T = TypeVar("T")
HERE = Path(__file__).parent
NEEDED = ("Xvfb", "xdotool")
FIRST = 'Ferries\n\n"We will run the ferry in winter," said Mayor Ada Lindqvist. "It never rains here," she said.\n'
SECOND = 'News\n\n"We will not run the ferry in winter," said Mayor Ada Lindqvist.\n'
THIRD = 'More\n\n"The bridge is closed for repairs until spring," said Mayor Ada Lindqvist.\n'
RAIN, FERRY = "It never rains here", "We will run the ferry in winter"
PATIENCE = 30

pytestmark = [
    pytest.mark.mouse,
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {' and '.join(NEEDED)}"),
]


def wait_for(look: Callable[[], T], what: str) -> T:
    """Return what `look` finds, as soon as it finds anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError(what)


@dataclass
class Screen:
    """An X server with nothing on it, and a hand on its mouse and keyboard."""

    environment: dict[str, str]

    def do(self, *words: object) -> str:
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout

    def find(self, title: str) -> list[str]:
        """Return the windows that have this in their title."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        return subprocess.run(command, env=self.environment, check=False, capture_output=True, text=True).stdout.split()

    def drag(self, start: list[int], end: list[int], *, let_go: bool = True) -> None:
        """Press at `start`, carry to `end` as a hand does, and let go."""
        self.do("mousemove", *start, "sleep", 0.1, "mousedown", 1, "sleep", 0.1)
        for share in (0.02, 0.06, 0.2, 0.5, 0.8, 0.95, 1.0, 1.0):
            self.do("mousemove", *(round(a + (b - a) * share) for a, b in zip(start, end, strict=True)), "sleep", 0.06)
        if let_go:
            self.do("mouseup", 1)


@pytest.fixture
def screen(home: Path) -> Iterator[Screen]:
    with x_server(1700, 960) as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "CROSSQUOTE_HOME": str(home)}
        environment.pop("WAYLAND_DISPLAY", None)
        yield Screen(environment)


class Program:
    """The program with a project open."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen = screen
        self.project = folder / "mouse.crossquote"
        self._places = folder / "places.json"
        names = []
        for name, text in (("harbour", FIRST), ("island", SECOND), ("bridge", THIRD)):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            names.append(str(folder / f"{name}.txt"))
        self._run("compare", *names, "--save", str(self.project))
        command = [sys.executable, str(HERE / "watched_program.py"), str(self._places), str(self.project)]
        self._process = subprocess.Popen(command, env=screen.environment)

    def wait(self) -> None:
        """Wait until the window shows what is open, and give it the keyboard."""
        wait_for(lambda: self._places.exists() and len(self.places("rows")) == 3, "the window shows the utterances")
        self._window = self.screen.find("Crossquote")[-1]
        self.screen.do("windowfocus", "--sync", self._window)

    def _run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "crossquote", *arguments]
        done = subprocess.run(command, env=self.screen.environment, check=True, capture_output=True, text=True)
        return done.stdout

    def places(self, kind: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = json.loads(self._places.read_text(encoding="utf-8"))[kind]
        return found

    def choose(self, words: str) -> None:
        """Click a row."""
        self.screen.do("mousemove", *self.places("rows")[words], "sleep", 0.1, "click", 1)

    def quit(self) -> None:
        """Close the window by its keys, once it has done what it does."""
        self.screen.do("sleep", 1)
        self.screen.do("windowfocus", "--sync", self._window)
        self.screen.do("key", "ctrl+q")
        assert self._process.wait(PATIENCE) == 0

    def end(self) -> None:
        """Leave nothing running, whatever happened."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def kept(self) -> list[dict[str, Any]]:
        """Close the window and return the utterances that the project holds."""
        self.quit()
        utterances: list[dict[str, Any]] = json.loads(self._run("review", str(self.project), "--json"))["utterances"]
        return utterances

    def reviewed(self) -> set[frozenset[str]]:
        """Close the window and return the words of each utterance that the project holds."""
        return {
            frozenset(quote["text"] for rendition in one["renditions"] for quote in rendition["quotes"])
            for one in self.kept()
        }


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    running = Program(screen, tmp_path)
    try:
        running.wait()
        yield running
    finally:
        running.end()


NOT_IN_WINTER, CLOSED = "We will not run the ferry in winter", "The bridge is closed for repairs until spring"


@pytest.mark.parametrize("hold", ["cards", "heads"])
def test_a_rendition_is_dragged_to_another_utterance(program: Program, hold: str) -> None:
    program.choose(next(words for words in program.places("rows") if "ferry" in words))
    wait_for(lambda: {"Harbour", "Island"} <= program.places("cards").keys(), "both cards are shown")
    program.screen.drag(program.places(hold)["Island"], program.places("rows")[RAIN])
    wait_for(lambda: FERRY in program.places("rows"), "what is left has a row of its own")
    assert program.reviewed() == {
        frozenset({FERRY}),
        frozenset({RAIN, NOT_IN_WINTER}),
        frozenset({CLOSED}),
    }


def test_an_utterance_is_dragged_onto_another(program: Program) -> None:
    rows = program.places("rows")
    program.screen.drag(rows[CLOSED], rows[RAIN])
    wait_for(lambda: len(program.places("rows")) == 2, "the two are one")
    assert program.reviewed() == {frozenset({FERRY, NOT_IN_WINTER}), frozenset({RAIN, CLOSED})}


def test_escape_carries_nothing_anywhere(program: Program) -> None:
    rows = program.places("rows")
    program.screen.drag(rows[CLOSED], rows[RAIN], let_go=False)
    program.screen.do("key", "Escape", "sleep", 0.2, "mouseup", 1, "sleep", 0.5)
    assert program.reviewed() == {frozenset({FERRY, NOT_IN_WINTER}), frozenset({RAIN}), frozenset({CLOSED})}


@pytest.mark.parametrize("onto", ["rows", "cards"])
def test_a_file_is_dropped_from_another_program(program: Program, tmp_path: Path, onto: str) -> None:
    (tmp_path / "late.txt").write_text(SECOND.replace("will not", "may"), encoding="utf-8")
    command = [sys.executable, str(HERE / "file_source.py"), str(tmp_path / "late.txt"), "1500", "100"]
    source = subprocess.Popen(command, env=program.screen.environment)
    try:
        wait_for(lambda: program.screen.find("late.txt"), "the other program shows")
        program.screen.drag([1580, 130], next(iter(program.places(onto).values())))
        wait_for(lambda: "Late" in program.places("cards"), "the article is there")
    finally:
        source.terminate()
        source.wait()
    assert any("We may run the ferry in winter" in words for words in program.reviewed())


def test_keys_review_as_soon_as_a_project_is_open(program: Program) -> None:
    for key in ("j", "a", "l", "3"):
        program.screen.do("key", key, "sleep", 0.4)
    shared = max(program.kept(), key=lambda one: len(one["renditions"]))
    judged = [one["verdict"]["verdict"] for one in shared["renditions"] if one["verdict"]]
    ruled = [finding["ruling"] for one in shared["renditions"] for finding in one["findings"] if finding["ruling"]]
    assert judged == ["distorted"]
    assert [one["ruling"] for one in ruled] == ["accepted"]
