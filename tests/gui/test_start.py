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
from crossquote.errors import UserError
from crossquote.gui.screen import check_screen
from crossquote.project.store import Project
from saying import says

LOADED = "import sys, crossquote.gui.start; print(*sys.modules)"


def test_the_first_paint_needs_neither_icons_nor_use_cases() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.split())
    assert not {"qtawesome", "langdetect", "ctranslate2", "crossquote.work", "crossquote.model.state"} & loaded
    assert "platformdirs" not in loaded
    assert "crossquote.gui.actions" not in loaded, "the frame shows a few of them"


def test_the_first_paint_asks_the_catalogue_and_nothing_else_for_its_words() -> None:
    painted = "import sys; from crossquote.gui.start import first_paint; first_paint(); print(*sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", painted]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env=environment)
    loaded = set(done.stdout.split())
    assert "crossquote.wording.catalogue" in loaded
    assert not {"babel", "decimal", "crossquote.message", "crossquote.wording.telling", "crossquote.language"} & loaded


def test_the_first_paint_does_not_name_the_namespace_of_enumerations() -> None:
    gui = Path(crossquote.gui.start.__file__).parent
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, timeout=60, check=True)
    for name in done.stdout.split():
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
    with pytest.raises(UserError, check=says("no screen")):
        check_screen()
