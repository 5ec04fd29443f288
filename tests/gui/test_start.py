"""The start loads little, and a polite kill leaves a whole project behind."""

import ast
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import crossquote.gui.start
from crossquote.gui.screen import screen_trouble
from crossquote.project.store import Project
from saying import says

PAINTED = """
import sys
import PySide6.QtCore
from crossquote.gui import app, start

class Watched(start.Shell):
    painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted = True

def tell(application, shell, paths):
    print(*sys.modules, "painted" * shell.painted, "Qt" * ("Qt" in vars(PySide6.QtCore)))
    shell.may_close = True
    shell.close()

start.Shell, app.fill = Watched, tell
from crossquote.__main__ import main
main([])
"""
"""The whole program up to its first paint, after which it fills its window; here it says what is loaded."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "CROSSQUOTE_HOME": str(tmp_path_factory.mktemp("home")),
    }
    command = [sys.executable, "-c", PAINTED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env=environment)
    return frozenset(done.stdout.split())


def test_a_window_is_filled_once_it_is_painted(loaded: frozenset[str]) -> None:
    assert "painted" in loaded


def test_the_first_paint_needs_neither_icons_nor_use_cases(loaded: frozenset[str]) -> None:
    assert "crossquote.gui.windows.shell" in loaded
    assert not {"qtawesome", "langdetect", "ctranslate2", "msgspec", "crossquote.work.settings"} & loaded
    assert not {"platformdirs", "crossquote.model", "crossquote.cli.main", "crossquote.cli.options"} & loaded
    assert "crossquote.gui.actions" not in loaded, "the frame shows a few of them"


def test_the_first_paint_asks_the_catalogue_and_nothing_else_for_its_words(loaded: frozenset[str]) -> None:
    assert "crossquote.wording.catalogue" in loaded
    assert not {"babel", "decimal", "crossquote.message", "crossquote.wording.telling", "crossquote.language"} & loaded


def test_the_first_paint_does_not_name_the_namespace_of_enumerations(loaded: frozenset[str]) -> None:
    assert "Qt" not in loaded, "a value that is one of them makes them all"
    gui = Path(crossquote.gui.start.__file__).parent
    for name in loaded:
        if name.startswith("crossquote.gui"):
            path = gui.parent.parent / Path(*name.split("."))
            source = path.with_suffix(".py") if path.with_suffix(".py").is_file() else path / "__init__.py"
            assert "Qt" not in imported_names(source), f"{name}: making Qt's enumerations takes longer"


def imported_names(source: Path) -> set[str]:
    """Return the names that a module imports from others."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {alias.name for node in found for alias in node.names}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_terminated_window_leaves_its_work_whole(tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text("The bridge\n\n“We will open the bridge,” said Mayor Ada Lindqvist.\n", encoding="utf-8")
    environment = {**os.environ, "CROSSQUOTE_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen([sys.executable, "-m", "crossquote", str(article)], env=environment)
    folder = tmp_path / "home" / "data" / "untitled"
    until = time.monotonic() + 30
    while not list(folder.glob("*-wal")) and time.monotonic() < until:
        time.sleep(0.05)
    window.send_signal(signal.SIGTERM)
    assert window.wait(30) in (0, -signal.SIGTERM)
    (path,) = folder.glob("*.crossquote")
    project = Project(path)
    project.state()
    project.close()


def test_a_machine_without_a_screen_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    problem = screen_trouble()
    assert problem is not None
    assert says("no screen")(problem)
