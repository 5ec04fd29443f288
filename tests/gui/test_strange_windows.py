"""Text of a stranger's is text: in no window is it taken for markup, for a key to press, or for a file to open."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import crossquote.gui
from gui.letters import ODD, taken_as_markup
from gui.strange_windows import shown, window_on, windows_with
from watched import CAN_WATCH, watch_opening


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """Return a picture that nobody is to open."""
    path = tmp_path / "bait.png"
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    assert picture.save(str(path))
    return path


def markup(bait: Path) -> str:
    return f'<img src="{bait.as_uri()}"><b>{ODD[0]}'


@pytest.mark.skipif(not CAN_WATCH, reason="Windows does not tell who opens a file")
def test_the_watch_sees_what_a_label_opens(qtbot: QtBot, bait: Path) -> None:
    with watch_opening(bait) as was_opened:
        label = QLabel(markup(bait))
        qtbot.addWidget(label)
        assert list(shown([label])) == [label]
        assert was_opened()


@pytest.mark.skipif(not CAN_WATCH, reason="Windows does not tell who opens a file")
def test_no_window_opens_what_a_text_names(qtbot: QtBot, bait: Path) -> None:
    text = markup(bait)
    openers: list[str] = []
    with watch_opening(bait) as was_opened:
        for window in every_window_is_letters(qtbot, text):
            openers += [type(window).__name__] if was_opened() else []
    assert openers == []


@pytest.mark.parametrize("text", [pytest.param(text, marks=[pytest.mark.slow] if CAN_WATCH else []) for text in ODD])
def test_every_window_shows_letters_and_every_class_of_widgets_is_walked(qtbot: QtBot, text: str) -> None:
    assert sum(1 for _ in every_window_is_letters(qtbot, text))


def every_window_is_letters(qtbot: QtBot, text: str) -> Iterator[QWidget]:
    """Yield every window while it is open; see that each shows `text` as it is, and that they have all our widgets."""
    found: list[str] = []
    seen: set[type] = set()
    for desk in window_on(qtbot, text):
        for window in windows_with(qtbot, desk, text):
            yield window
            found += taken_as_markup(window, text)
            seen |= {type(part) for part in (window, *window.findChildren(QWidget))}
    assert found == []
    for module in pkgutil.walk_packages(crossquote.gui.__path__, "crossquote.gui."):
        import_module(module.name)
    assert {one.__name__ for one in kinds_of(QWidget) - seen if not one.__subclasses__()} == set()


def kinds_of(kind: type) -> set[type]:
    """Return the classes of ours that are of a kind, however far below."""
    below: set[type] = set()
    sub: type
    for sub in kind.__subclasses__():
        below |= {sub, *kinds_of(sub)}
    return {one for one in below if one.__module__.startswith("crossquote.")}
