"""The dialogs for files: they offer what the readers read, and wait for no drive that is gone."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from types import MappingProxyType

import pytest
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crossquote.articles.sniff import offered_suffixes
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.files import ask_articles, suggested_path
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.project.store import Project
from crossquote.work.session import Session


def test_the_dialog_offers_what_can_be_read(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return ["a.txt"], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask_articles(parent) == ("a.txt",)
    first, every = asked[0].split(";;")
    assert first.rpartition("(")[2].rstrip(")").split() == [f"*{suffix}" for suffix in offered_suffixes()]
    assert every.endswith("(*)")


@pytest.fixture
def gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder of a drive that vanished: looks at what is in it come to no end."""
    drive, over, look = tmp_path / "drive", Event(), Path.stat
    drive.mkdir()

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.is_relative_to(drive):
            over.wait(20)
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    yield drive
    over.set()


def test_no_place_is_suggested_on_a_drive_that_does_not_answer(gone: Path) -> None:
    article = Article("a", "The bridge", "The bridge", "Post", path=str(gone / "a.txt"))
    begun = time.monotonic()
    suggested = suggested_path(Session(State(articles=MappingProxyType({"a": article}))), "report")
    assert time.monotonic() - begun < 5
    assert suggested.name == "report"
    assert not suggested.is_relative_to(gone)


def test_a_place_is_suggested_beside_what_is_open(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge", encoding="utf-8")
    article = Article("a", "The bridge", "The bridge", "Post", path=str(tmp_path / "a.txt"))
    assert suggested_path(Session(State(articles=MappingProxyType({"a": article}))), "report") == tmp_path / "report"
    with closing(Project(tmp_path / "bridge.crossquote", new=True)) as project:
        assert suggested_path(Session(project=project), "report") == tmp_path / "bridge"


def test_a_place_is_suggested_in_the_folder_that_was_dropped_not_in_one_below_it(tmp_path: Path) -> None:
    articles = {}
    for name in ("pages/b/2.txt", "pages/a/1.txt", "pages/3.txt"):
        path = tmp_path / "case" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The bridge", encoding="utf-8")
        articles[name] = Article(name, "The bridge", "The bridge", "Post", path=str(path))
    told = Session(State(articles=MappingProxyType(articles)))
    assert suggested_path(told, "report") == tmp_path / "case" / "pages" / "report"
    elsewhere = Article("e", "The bridge", "The bridge", "Post", path=str(Path(tmp_path.anchor, "elsewhere", "4.txt")))
    told = Session(State(articles=MappingProxyType({**articles, "e": elsewhere})))
    assert suggested_path(told, "report") == tmp_path / "case" / "pages" / "b" / "report"


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_the_signs_of_qts_own_dialog_for_files_are_seen_in_the_dark(desk: Desk, theme: str) -> None:
    desk.shell.appearance.choose(theme)
    dialog = QFileDialog(desk.shell)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    button = dialog.findChild(QToolButton, "toParentButton")
    assert isinstance(button, QToolButton)
    assert button.isEnabled()
    seen = button.grab().toImage()
    lights = [seen.pixelColor(x, y).lightness() for x in range(seen.width()) for y in range(seen.height())]
    ground = seen.pixelColor(5, seen.height() // 2).lightness()
    assert max(abs(light - ground) for light in lights) > 100
    dialog.reject()
