"""Files that could not be read: listed with why, and tried again."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.listing import ListDialog
from documents import packed
from gui.opened import seen_windows
from gui.waiting import settle

SAID = "The port\n\n“We will not leave the port before May,” the minister said in her office.\n"


def listed() -> ListDialog[str]:
    (dialog,) = seen_windows(ListDialog)
    return dialog


def lines(dialog: ListDialog[str]) -> list[list[str]]:
    items = (dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount()))
    return [[item.text(0), item.text(1)] for item in items if item is not None]


@pytest.mark.parametrize("button", ["act", "other"])
def test_what_was_not_read_is_listed_and_tried_again(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path, button: str
) -> None:
    (tmp_path / "good.txt").write_text(SAID, encoding="utf-8")
    archive = tmp_path / "press.zip"
    archive.write_bytes(packed({"inner.png": b"\x89PNG\r\n\x1a\n\0", "two.txt": SAID + "Again.\n"}))
    assert not empty_desk.shell.actions_by_id["unread"].isEnabled()
    empty_desk.take_in((str(tmp_path),))
    settle(qtbot, empty_desk)
    assert len(empty_desk.bridge.state.articles) == 2
    empty_desk.shell.actions_by_id["unread"].trigger()
    dialog = listed()
    ((name, why),) = lines(dialog)
    assert name == "inner.png"
    assert "PNG" in why
    assert str(tmp_path) not in why
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    assert item.toolTip(0).startswith(str(archive))
    assert item.toolTip(1) == why
    archive.write_bytes(packed({"inner.png": SAID + "Mended.\n"}))
    getattr(dialog, button).click()
    settle(qtbot, empty_desk)
    assert len(empty_desk.bridge.state.articles) == 3
    assert not empty_desk.shell.actions_by_id["unread"].isEnabled()


def test_what_to_do_of_an_encoding_is_said_in_words(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "port.txt"
    path.write_bytes("Порт\n\n«Мы не покинем порт до мая», — сказала министр в понедельник.\n".encode("cp1251"))
    empty_desk.take_in((str(path),))
    settle(qtbot, empty_desk)
    assert "--" not in empty_desk.banner.lines[0]
    assert "save it as UTF-8" in empty_desk.banner.lines[0]
