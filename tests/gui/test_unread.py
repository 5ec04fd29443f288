"""Files that could not be read: listed with why, and tried again."""

import os
import re
import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from crossquote.errors import ErrorCode, UserError
from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.columns import ColumnsDialog
from crossquote.gui.dialogs.encoding import EncodingDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.plain import PlainLabel
from crossquote.gui.wishes.articles import ReadIn, RemoveArticles, TellColumns
from crossquote.paths import settings_folder
from crossquote.work.encodings import Unsure
from documents import packed
from gui.opened import seen_windows
from gui.waiting import settle

pytestmark = pytest.mark.usefixtures("kept_processes")
PNG = b"\x89PNG\r\n\x1a\n\0"
SAID = "The port\n\n“We will not leave the port before May,” the minister said in her office.\n"


def listed() -> ListDialog[str]:
    (dialog,) = seen_windows(ListDialog)
    return dialog


def lines(dialog: ListDialog[str]) -> list[list[str]]:
    items = (dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount()))
    return [[item.text(0), item.text(1)] for item in items if item is not None]


def told_of_files(desk: Desk) -> str:
    """Return what stands at the top of the window."""
    return desk.banner.findChildren(PlainLabel)[0].text()


def test_files_of_one_name_are_listed_with_where_they_lie(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("coast", "island"):
        (tmp_path / f"{name}.zip").write_bytes(packed({"photo.png": PNG + name.encode()}))
    (tmp_path / "map.png").write_bytes(PNG)
    empty_desk.take_in((str(tmp_path),))
    settle(qtbot, empty_desk)
    assert told_of_files(empty_desk) == "3 files were not read: photo.png, map.png"
    (tmp_path / "coast.zip").write_bytes(packed({"photo.txt": SAID}))
    empty_desk.take_in((str(tmp_path / "coast.zip"),))
    settle(qtbot, empty_desk)
    assert told_of_files(empty_desk).startswith("photo.png: this is a picture (PNG)")
    (tmp_path / "coast.zip").write_bytes(packed({"photo.png": PNG}))
    empty_desk.take_in((str(tmp_path / "coast.zip"),))
    settle(qtbot, empty_desk)
    empty_desk.shell.actions_by_id["unread"].trigger()
    named = {name for name, _ in lines(listed())}
    assert named == {"map.png", str(Path("coast.zip", "photo.png")), str(Path("island.zip", "photo.png"))}
    listed().reject()


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


PORT = 'Порт\n\n"Мы не покинем порт до мая", - сказала министр в понедельник.\n'


def test_what_to_do_of_an_encoding_is_said_in_words(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "port.txt"
    path.write_bytes(PORT.encode("cp1251"))
    empty_desk.take_in((str(path), str(tmp_path / "gone")))
    settle(qtbot, empty_desk)
    assert not any("--" in line for line in empty_desk.banner.lines)
    assert any("Choose its encoding" in line for line in empty_desk.banner.lines)
    offers = [button.text() for button in empty_desk.banner.offers.values() if button.isVisible()]
    assert offers == ["Choose an encoding", "Files that were not read"]


def test_what_came_last_is_told_first(empty_desk: Desk) -> None:
    banner = empty_desk.banner
    banner.show_lines(["first", "again"])
    banner.show_lines(["last"], empty_desk.shell.actions_by_id["languages"])
    assert banner.lines == ["last", "first", "again"]
    banner.show_lines(["again"])
    assert banner.lines == ["again", "last", "first"]


def test_an_encoding_is_picked_by_what_the_file_would_say(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for name, encoding in (("port", "cp1251"), ("again", "koi8-r")):
        (tmp_path / f"{name}.txt").write_bytes(f"{name}\n{PORT}".encode(encoding))
    empty_desk.take_in((str(tmp_path),))
    settle(qtbot, empty_desk)
    empty_desk.shell.actions_by_id["encodings"].trigger()
    settle(qtbot, empty_desk)
    (dialog,) = seen_windows(EncodingDialog)
    assert [dialog.files.item(row).text() for row in range(2)] == ["again.txt · koi8-u", "port.txt · windows-1251"]
    assert dialog.encodings.item(0).text().startswith('koi8-u: Порт "Мы не покинем')
    assert "Мы не покинем порт" in dialog.text.toPlainText()
    dialog.files.setCurrentRow(1)
    QTest.keyClick(dialog.encodings, Qt.Key.Key_Down)
    assert dialog.files.item(1).text() != "port.txt · windows-1251"
    assert "Мы не покинем порт" not in dialog.text.toPlainText()
    QTest.keyClick(dialog.encodings, Qt.Key.Key_Up)
    dialog.read.click()
    settle(qtbot, empty_desk)
    texts = [article.text for article in empty_desk.bridge.state.articles.values()]
    assert all("Мы не покинем порт до мая" in text for text in texts)
    assert len(texts) == 2
    assert not empty_desk.shell.actions_by_id["encodings"].isEnabled()
    assert not empty_desk.shell.actions_by_id["unread"].isEnabled()


def read_as_offered(desk: Desk, qtbot: QtBot) -> None:
    """Read again what was refused for its encoding, in the one that the dialog offers."""
    desk.shell.actions_by_id["encodings"].trigger()
    settle(qtbot, desk)
    (dialog,) = seen_windows(EncodingDialog)
    dialog.read.click()
    settle(qtbot, desk)


def test_an_encoding_is_known_again_and_chosen_within_an_archive(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    said, path = PORT.encode("cp1251"), tmp_path / "port.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("box/port.txt", said)
        archive.writestr("mayor.txt", SAID)
    empty_desk.take_in((str(path),))
    settle(qtbot, empty_desk)
    read_as_offered(empty_desk, qtbot)
    open_now = empty_desk.bridge.state.articles
    assert sum("Мы не покинем порт до мая" in article.text for article in open_now.values()) == 1
    assert len(open_now) == 2
    assert not empty_desk.shell.actions_by_id["encodings"].isEnabled()

    (tmp_path / "other.txt").write_bytes(said)
    empty_desk.wishes.grant(RemoveArticles(tuple(one for one in open_now if "Мы" not in open_now[one].text)))
    settle(qtbot, empty_desk)
    empty_desk.take_in((str(tmp_path / "other.txt"),))
    settle(qtbot, empty_desk)
    assert empty_desk.intake.unread == {}

    empty_desk.wishes.grant(RemoveArticles(tuple(empty_desk.bridge.state.articles)))
    settle(qtbot, empty_desk)
    empty_desk.take_in((str(tmp_path / "other.txt"),))
    settle(qtbot, empty_desk)
    assert empty_desk.shell.actions_by_id["encodings"].isEnabled()  # it may have been the wrong one


def test_no_disk_is_looked_at_by_the_window_itself(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drive of a network that hangs holds up who looks at it."""
    names = ["port.txt", "gone.txt"]
    (tmp_path / names[0]).write_bytes(PORT.encode("cp1251"))
    look, lookers = Path.stat, set[threading.Thread]()

    def noting(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name in names:
            lookers.add(threading.current_thread())
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", noting)
    empty_desk.take_in(tuple(str(tmp_path / name) for name in names))
    settle(qtbot, empty_desk)
    empty_desk.shell.actions_by_id["unread"].trigger()
    listed().other.click()
    settle(qtbot, empty_desk)
    read_as_offered(empty_desk, qtbot)
    assert len(empty_desk.bridge.state.articles) == 1
    assert lookers
    assert threading.main_thread() not in lookers


TABLE = "Kanal;Wortlaut;Wer\nPost;“We stay,” said Ada Berg.;Ida\nKurier;“We go,” said Ada Berg.;Jon\n"


def test_the_columns_of_a_table_are_told_once_and_remembered(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "two.csv").write_text(TABLE.replace("stay", "wait").replace("go", "sail"), encoding="utf-8")
    empty_desk.take_in((str(tmp_path / "one.csv"),))
    settle(qtbot, empty_desk)
    assert empty_desk.banner.lines == [
        "one.csv: it is not known what its columns hold (Kanal, Wortlaut and Wer). Choose its columns."
    ]
    empty_desk.shell.actions_by_id["columns-of-table"].trigger()
    (dialog,) = seen_windows(ColumnsDialog)
    assert [box.currentText() for box in dialog.boxes] == ["—", "Text", "—"]
    dialog.boxes[0].setCurrentText("Outlet")
    dialog.boxes[2].setCurrentText("Outlet")
    assert not dialog.read.isEnabled()
    dialog.boxes[2].setCurrentText("Author")
    dialog.read.click()
    settle(qtbot, empty_desk)
    assert [(one.outlet, one.author) for one in empty_desk.bridge.state.articles.values()] == [
        ("Post", "Ida"),
        ("Kurier", "Jon"),
    ]
    assert not empty_desk.shell.actions_by_id["columns-of-table"].isEnabled()
    empty_desk.take_in((str(tmp_path / "two.csv"),))
    settle(qtbot, empty_desk)
    assert len(empty_desk.bridge.state.articles) == 4


def test_a_reason_that_is_cut_off_in_the_list_stands_whole_below_it(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000))
    desk.take_in((str(tmp_path / "empty.txt"), str(tmp_path / "old.doc")))
    settle(qtbot, desk)
    desk.shell.actions_by_id["unread"].trigger()
    dialog = listed()
    qtbot.waitUntil(lambda: dialog.tree.columnWidth(1) > 400)
    shown = {}
    for row in range(2):
        item = dialog.tree.topLevelItem(row)
        assert item is not None
        dialog.tree.setCurrentItem(item)
        shown[item.text(0)] = dialog.whole.text() if dialog.whole.isVisible() else ""
    assert shown["empty.txt"] == ""
    assert shown["old.doc"].endswith(("window.", "again."))
    dialog.close()


def test_what_was_told_of_a_file_that_is_read_now_leaves_the_banner(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("empty.txt", "other.txt"):
        (tmp_path / name).write_bytes(b"")
    desk.take_in((str(tmp_path / "empty.txt"), str(tmp_path / "other.txt")))
    settle(qtbot, desk)
    assert len(desk.banner.lines) == 2
    (tmp_path / "empty.txt").write_text(SAID, encoding="utf-8")
    desk.take_in((str(tmp_path / "empty.txt"),))
    settle(qtbot, desk)
    assert [line.partition(":")[0] for line in desk.banner.lines] == ["other.txt"]
    (tmp_path / "other.txt").write_text(SAID.replace("May", "June"), encoding="utf-8")
    desk.take_in((str(tmp_path / "other.txt"),))
    settle(qtbot, desk)
    assert desk.banner.lines == []
    assert not desk.banner.isVisible()


def test_the_buttons_of_the_banner_stand_below_its_lines_in_a_narrow_window(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "koi.txt").write_bytes('Порт\n\n"Мы не уйдём из порта", - сказал министр.\n'.encode("koi8-r"))
    (tmp_path / "table.csv").write_text("qa;qb\nmayor;spoke\non;Monday\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    desk.take_in(tuple(str(tmp_path / name) for name in ("koi.txt", "table.csv", "empty.txt")))
    settle(qtbot, desk)
    buttons = [button for button in desk.banner.offers.values() if button.isVisible()]
    assert len(buttons) == 3
    lines = desk.banner._text
    for width, below in ((1600, False), (900, True)):
        desk.shell.resize(width, 800)
        qtbot.waitUntil(lambda below=below: (buttons[0].y() >= lines.geometry().bottom()) is below)  # type: ignore[misc]  # a default
        assert lines.width() > 480


def test_what_cannot_be_remembered_of_files_is_said(empty_desk: Desk, qtbot: QtBot) -> None:
    """The folder of the settings is gone, and a file has its name: that was a crash report."""
    settings_folder().parent.mkdir(parents=True, exist_ok=True)
    settings_folder().write_text("no folder", encoding="utf-8")
    told: list[tuple[UserError, ...]] = []
    empty_desk.bridge.problems_found.connect(told.append)
    for wish in (TellColumns((("text", "words"),)), ReadIn(((Unsure(Path("a.txt"), "0" * 64, ()), "cp1251"),))):
        empty_desk.wishes.grant(wish)
    settle(qtbot, empty_desk)
    assert [[problem.code for problem in problems] for problems in told] == [[ErrorCode.WRITE]] * 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_the_name_of_a_file_is_read_as_it_is(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """A mark that turns what follows it let a name be read as another's; controls were boxes, or nothing."""
    for name in ("badb\u202etxt.pdf", "a\x1b[31m\x07.pdf"):
        (tmp_path / name).write_bytes(PNG)
    empty_desk.take_in((str(tmp_path),))
    settle(qtbot, empty_desk)
    assert {"badbtxt.pdf", "a␛[31m␇.pdf"} <= set(re.split(r"[\s:,]+", told_of_files(empty_desk)))
    empty_desk.shell.actions_by_id["unread"].trigger()
    tree = listed().tree
    items = [item for at in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(at)) is not None]
    drawn = [QStyleOptionViewItem() for _ in items]
    for option, item in zip(drawn, items, strict=True):
        ListedDelegate(tree).initStyleOption(option, tree.indexFromItem(item, 0))
    assert {option.text for option in drawn} == {"badbtxt.pdf", "a␛[31m␇.pdf"}
    assert not any(re.search("[\u202e\x1b\x07]", item.toolTip(0)) for item in items)
