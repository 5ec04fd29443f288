"""The dialog for files offers what the readers read."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from crossquote.articles.sniff import offered_suffixes
from crossquote.gui.dialogs.files import ask_articles


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
