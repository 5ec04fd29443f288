"""A monkey at the window finds no exception, no warning of Qt's, nothing over a second, no widget left behind.

Every day a short life; `uv run pytest -m monkey` for twenty minutes of them, each by a seed of its own
(CROSSQUOTE_MONKEY_SEED says the first, CROSSQUOTE_MONKEY_MINUTES how long). A seed that went wrong stands in what the
test says, with what was done last.
"""

import gc
import os
import random
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.logging import _QtMessageCapture

from crossquote.gui.desk import Desk
from crossquote.translation.packaged import PackageTranslator
from crossquote.work.session import Session
from crossquote.work.stories import list_stories
from gui.monkey import Monkey

STEPS, LIVES = 60, 4
HOSTILE = (
    "",
    "\x00\x1b[2J\ud83d half",
    '<img src="file:///tmp/x.png"><b>A && B [*]</b>\n\n“<i>We will & shall</i>,” said <u>Ada</u> Lindqvist.',
    "press“h\n„\"'",
    "\u202e“nees”\u202c said Ada. " * 50,
    "“" * 3000,
    "“We will open the bridge on Monday,” said Ada Lindqvist. " * 400,
    "x" * 20_000,
    "One\n\n“Yes, 😀😀 we — will…” said Mayor Ada Lindqvist.\n" * 40,
    "标题\n\n市长说：“我们星期一开桥。”\n",
    "خبر\n\nقالت العمدة: «سنفتح الجسر يوم الاثنين».\n",
)
ORDINARY = (
    "The bridge\n\n“We will never open the old bridge before winter,” said Mayor Ada Lindqvist.\n",
    "Bridge opens\n\n“We will open the old bridge before winter,” said Mayor Ada Lindqvist.\n",
    "Die Brücke\n\n„Wir öffnen die alte Brücke vor dem Winter“, sagte Bürgermeisterin Ada Lindqvist.\n",
    "Міст\n\n«Ми відкриємо старий міст до зими», — сказала мерка Ада Ліндквіст.\n",
)


@pytest.fixture
def folder(qapp: QApplication, tmp_path: Path) -> Path:
    """Return a folder with articles, sound and odd."""
    qapp.setStyle("Fusion")
    (tmp_path / "desk").mkdir()
    for story in list_stories():
        for path in story.files[:2]:
            shutil.copy(path, tmp_path / "desk" / path.name)
    for number, text in enumerate((*HOSTILE, *ORDINARY)):
        (tmp_path / "desk" / f"{number}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    (tmp_path / "desk" / "broken.crossquote").write_bytes(b"SQLite format 3\0" + bytes(2000))
    (tmp_path / "desk" / "broken.tmx").write_bytes(b"<tmx><body><tu>")
    return tmp_path / "desk"


def no_network(*_: object, **__: object) -> object:
    raise OSError("there is no network")


@contextmanager
def answering_for_the_system(monkey: Monkey) -> Iterator[None]:
    """Answer for the system as long as a monkey lives: its file dialogs, drags, browsers, and no network."""

    def save(_parent: object, _title: str, suggested: str = "", *_: object, **_options: object) -> tuple[str, str]:
        return monkey.hands.some_name(Path(suggested).suffix), "*.html"

    with pytest.MonkeyPatch.context() as patch:
        for name in ("getaddrinfo", "create_connection"):
            patch.setattr(socket, name, no_network)
        patch.setattr(socket.socket, "connect", no_network)
        patch.setattr(QDesktopServices, "openUrl", lambda *_: False)
        patch.setattr(QDrag, "exec", lambda *_: None)
        patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([*map(str, monkey.hands.some_files())], ""))
        patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(monkey.hands.some_files()[0]), ""))
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(monkey.hands.some_files()[0]))
        patch.setattr(QFileDialog, "getSaveFileName", save)
        yield


def live(seed: int, folder: Path, warnings: Callable[[], int], steps: int) -> None:
    """Let a monkey live at some windows; none of them is there any more after it."""
    monkey = Monkey(seed, [*HOSTILE, *ORDINARY * 3], folder, warnings)
    with answering_for_the_system(monkey):
        try:
            for _ in range(LIVES):
                monkey.live(steps)
                monkey.go_home()
        finally:
            monkey.close()
    del monkey
    gc.collect()
    left = [one for one in gc.get_objects() if type(one) in (Desk, Session, PackageTranslator)]
    assert not left, f"seed {seed}: windows, or what was open in them, were left behind in memory"


@pytest.fixture
def warnings(qtlog: _QtMessageCapture) -> Callable[[], int]:
    """Return what counts the warnings of Qt so far, besides those of the platform that shows nothing."""
    return lambda: sum(not record.ignored and "Debug" not in str(record.type) for record in qtlog.records)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_short_life(seed: int, folder: Path, warnings: Callable[[], int]) -> None:
    live(seed, folder, warnings, STEPS // LIVES)


@pytest.mark.monkey
def test_long_lives(folder: Path, warnings: Callable[[], int]) -> None:
    first = seed = int(os.environ.get("CROSSQUOTE_MONKEY_SEED", "0")) or random.randrange(1_000_000)
    until = time.monotonic() + 60 * float(os.environ.get("CROSSQUOTE_MONKEY_MINUTES", "20"))
    while time.monotonic() < until:
        live(seed, folder, warnings, STEPS)
        seed += 1
    sys.stdout.write(f"seeds {first} to {seed - 1}, {LIVES * STEPS} things done with each\n")
