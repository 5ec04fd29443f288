"""A window is filled whatever its own folder is like; where it can't be, it says so and can be left."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from crossquote.gui.application import Application
from crossquote.gui.frames import Frames
from crossquote.gui.start import open_shell
from crossquote.paths import logs_folder
from crossquote.work.settings_file import settings_path
from gui.opened import close_work, seen_windows

BROKEN = """
import sys
import crossquote.gui.app, crossquote.gui.frames

def broken(*_):
    raise ValueError("what the minister said")

crossquote.gui.frames.fill_shell = broken
sys.exit(crossquote.gui.app.run([]))
"""

unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put back who is told of bugs."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def _log_is_a_pipe(logs: Path) -> None:
    logs.mkdir()
    os.mkfifo(logs / "crossquote.log")


LOGS: dict[str, Callable[[Path], object]] = {
    "a file": Path.touch,
    "a link that leads nowhere": lambda logs: logs.symlink_to("nowhere"),
    "a pipe": os.mkfifo if os.name != "nt" else Path.touch,
    "a folder with a pipe for a log": _log_is_a_pipe,
    "a folder with a folder for a log": lambda logs: (logs / "crossquote.log").mkdir(parents=True),
}


@unix
@pytest.mark.usefixtures("hooks")
@pytest.mark.parametrize("kind", LOGS)
def test_where_no_log_can_be_kept_the_window_says_so_and_works(qapp: Application, kind: str) -> None:
    logs_folder().parent.mkdir(parents=True, exist_ok=True)
    LOGS[kind](logs_folder())
    frames = Frames(qapp)
    frames.keep_log()
    shell = open_shell("light")
    desk = frames.fill(shell)
    assert [line for line in desk.banner.lines if f"No log can be kept in {logs_folder()}: " in line]
    assert desk.bridge.session.project is not None
    desk.crashes.report(ValueError())
    (box,) = seen_windows(QMessageBox)
    assert "you can go on working" in box.informativeText()
    box.close()
    close_work(desk)
    shell.close()
    shell.deleteLater()
    frames.deleteLater()


@pytest.mark.usefixtures("hooks")
def test_settings_that_cannot_be_read_are_told_of_and_kept(qapp: Application) -> None:
    kept = settings_path()
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text('reviewer = "ada"\n<<<<<<< mine\n', encoding="utf-8")
    frames = Frames(qapp)
    shell = open_shell("light")
    desk = frames.fill(shell)
    assert [line for line in desk.banner.lines if "settings.toml.set-aside" in line]
    assert "<<<<<<< mine" in kept.with_name("settings.toml.set-aside").read_text(encoding="utf-8")
    close_work(desk)
    shell.close()
    shell.deleteLater()
    frames.deleteLater()


@pytest.mark.usefixtures("hooks")
def test_a_window_that_cant_be_filled_says_so_and_is_closed_with_that(
    qapp: Application, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr("crossquote.gui.frames.fill_shell", broken)
    before = sys.excepthook
    frames, shell = Frames(qapp), open_shell("light")
    shell.show()
    with pytest.raises(ValueError, match="broken") as caught:
        frames.fill(shell)
    sys.excepthook(ValueError, caught.value, None)
    (box,) = seen_windows(QMessageBox)
    assert "closed with this box" in box.informativeText()
    assert list((home / "logs").glob("crash-*.txt"))
    box.button(QMessageBox.StandardButton.Ok).click()
    assert not shell.isVisible()
    assert sys.excepthook is before
    frames.deleteLater()
    shell.deleteLater()


@unix
def test_a_window_that_cant_be_filled_heeds_a_polite_kill(tmp_path: Path) -> None:
    home = tmp_path / "home"
    environment = {**os.environ, "CROSSQUOTE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen([sys.executable, "-c", BROKEN], env=environment)
    until = time.monotonic() + 30
    while not list((home / "logs").glob("crash-*.txt")) and time.monotonic() < until:
        time.sleep(0.05)
    window.send_signal(signal.SIGTERM)
    try:
        assert window.wait(30) in (0, -signal.SIGTERM)
    finally:
        window.kill()
