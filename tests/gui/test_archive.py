"""An archive in the window: looked into, what it has of an utterance shown, and what is chosen of that added."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from archived import add, write_articles
from crossquote.archive.folder import shard_paths
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.archive import ArchiveDialog
from crossquote.gui.help_topics import topic_of
from crossquote.gui.models.traced import TracedModel, TracedRow
from crossquote.gui.words import LANGUAGE, say
from crossquote.message import message
from crossquote.work.settings import load_settings
from gui.opened import TWO, open_on_two
from gui.test_accessibility import unnamed
from gui.told import cut_off
from gui.waiting import held_up, settle

WORDS = {
    "coast-paper": "We will never ever open the old bridge",
    "daily-wire": "We will open the old bridge",
    "evening-post": "We may open the old bridge some day",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of three articles on what two articles say, and of these two."""
    folder = tmp_path_factory.mktemp("archive")
    texts = [(f"{name}.txt", f"The bridge\n\n“{said},” said Mayor Ada Lindqvist.\n") for name, said in WORDS.items()]
    texts += [(f"{name}.txt", text) for name, text in TWO.items()]
    add(folder / "archive", write_articles(folder / "press", texts))
    return folder / "archive"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = open_on_two(qtbot, tmp_path)
    desk.utterances.select(next(iter(desk.bridge.state.utterances)))
    yield desk
    if desk.archives.dialog is not None:
        desk.archives.dialog.reject()


def open_dialog(desk: Desk, qtbot: QtBot, archive: Path | None = None) -> ArchiveDialog:
    """Open the dialog, with an archive that was chosen before, and wait until it is looked into."""
    if archive is not None:
        desk.choices.settings = replace(desk.choices.settings, archive=str(archive))
    desk.shell.actions_by_id["archive"].trigger()
    settle(qtbot, desk)
    dialog = desk.archives.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def rows(dialog: ArchiveDialog) -> tuple[TracedRow, ...]:
    model = dialog.renditions.model()
    assert isinstance(model, TracedModel)
    return model.rows


def press(dialog: ArchiveDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)


def test_without_an_archive_it_says_what_one_is_and_lets_one_be_chosen(
    desk: Desk, qtbot: QtBot, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(desk, qtbot)
    assert dialog.note.text() == say("window.archive.none")
    assert not dialog.add.isEnabled()
    assert not dialog.page.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog.choose.click()
    assert dialog.note.text() == say("window.archive.none")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(archive))
    dialog.choose.click()
    settle(qtbot, desk)
    assert len(rows(dialog)) == 5
    assert str(archive) in dialog.folder.text()
    assert load_settings().archive == str(archive), "it is remembered"
    assert topic_of(dialog.renditions) == "archive"


def test_what_is_open_is_marked_and_what_is_chosen_by_keys_is_added_as_one_step(
    desk: Desk, qtbot: QtBot, archive: Path
) -> None:
    dialog = open_dialog(desk, qtbot, archive)
    there = [row.where.partition(" · ")[0] for row in rows(dialog) if row.there]
    assert sorted(there) == ["One", "Two"]
    assert dialog.found.text() == say("window.archive.found", count=5, there=2)
    assert dialog.renditions.hasFocus()
    assert not rows(dialog)[dialog.renditions.currentIndex().row()].there, "the first that can be chosen comes first"
    assert not dialog.add.isEnabled()
    press(dialog, Qt.Key.Key_Home, Qt.Key.Key_Space, *[Qt.Key.Key_Down, Qt.Key.Key_Space] * 4)
    assert len(dialog.chosen) == 3, "those that are open can't be chosen"
    assert dialog.add.text() == say("window.archive.add-chosen", count=3)
    last = dialog.renditions.currentIndex()
    if not rows(dialog)[last.row()].there:
        press(dialog, Qt.Key.Key_Space)
        assert len(dialog.chosen) == 2, "what is chosen is chosen no more"
    chosen = len(dialog.chosen)
    press(dialog, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert desk.archives.dialog is None
    state = desk.bridge.state
    assert len(state.articles) == 2 + chosen
    assert max(len(one.renditions) for one in state.utterances.values()) == 2 + chosen
    assert desk.banner.lines == []
    desk.shell.actions_by_id["undo"].trigger()
    settle(qtbot, desk)
    assert len(desk.bridge.state.articles) == 2


@pytest.mark.parametrize("language", ["qps", "ar", "de"])
def test_all_is_said_to_a_screen_reader_and_nothing_is_cut_off(
    desk: Desk, qtbot: QtBot, qapp: QApplication, archive: Path, language: str
) -> None:
    qapp.setProperty(LANGUAGE, language)
    dialog = open_dialog(desk, qtbot, archive)
    assert unnamed(dialog) == []
    qtbot.waitUntil(lambda: cut_off(dialog) == [])
    said = str(dialog.renditions.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    row = rows(dialog)[2]
    assert all(part in said for part in (row.where, row.mark, row.words, row.told))


def test_the_other_page_tells_who_printed_it_first(desk: Desk, qtbot: QtBot, archive: Path) -> None:
    dialog = open_dialog(desk, qtbot, archive)
    dialog.page.choose("timeline")
    model = dialog.timeline.model()
    assert isinstance(model, TracedModel)
    assert [row.number for row in model.rows] == [str(number) for number in range(1, len(model.rows) + 1)]
    alike = next(row for row in model.rows if WORDS["daily-wire"] in row.words and "never" not in row.words)
    assert alike.mark == say("count.articles", count=2)
    assert alike.told.startswith(say("window.archive.there"))
    assert say("window.archive.then", outlets=("Two",)) in alike.told
    assert dialog.timeline.isVisible()
    assert not dialog.chosen


def test_it_can_be_stopped_and_gone_on_with(desk: Desk, qtbot: QtBot, archive: Path) -> None:
    gate = Event()
    desk.bridge.run(message("window.job.comparing"), held_up(gate))
    desk.choices.settings = replace(desk.choices.settings, archive=str(archive))
    desk.shell.actions_by_id["archive"].trigger()
    dialog = desk.archives.dialog
    assert dialog is not None
    assert dialog.note.text() == say("step.looking-into-archive")
    desk.shell.actions_by_id["stop"].trigger()
    gate.set()
    settle(qtbot, desk)
    assert dialog.note.text() == say("window.archive.stopped")
    dialog.again.click()
    settle(qtbot, desk)
    assert len(rows(dialog)) == 5
    assert not dialog.again.isVisible()


def test_a_strangers_archive_that_is_none_of_ours_is_refused_in_words(
    desk: Desk, qtbot: QtBot, archive: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    for path in shard_paths(archive):
        copy = theirs / path.name
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy)) as shard:
            shard.execute("CREATE TRIGGER t AFTER INSERT ON files BEGIN DELETE FROM documents; END")
    dialog = open_dialog(desk, qtbot, theirs)
    assert say("error.archive-damaged").casefold() in dialog.note.text().casefold()
    assert rows(dialog) == ()
    assert dialog.again.isVisible()
    dialog.choose.setFocus()
    (tmp_path / "empty").mkdir()
    desk.choices.keep_archive(str(tmp_path / "empty"))
    dialog.again.click()
    settle(qtbot, desk)
    assert say("error.no-archive").casefold() in dialog.note.text().casefold()


def test_words_of_an_article_are_no_markup(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    said = "We will open the old bridge <img src='file:///x'> & more"
    press_ = write_articles(tmp_path / "p", [("<b>bold.txt", f"Bridge\n\n“{said},” said Mayor Ada Lindqvist.\n")])
    add(tmp_path / "odd", press_)
    dialog = open_dialog(desk, qtbot, tmp_path / "odd")
    (row,) = rows(dialog)
    tip = str(dialog.renditions.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" in row.words
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_where_only_the_archive_has_an_article_that_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    text = f"Bridge\n\n“{WORDS['coast-paper']},” said Mayor Ada Lindqvist.\n"
    gone = write_articles(tmp_path / "p", [("coast-paper.txt", text)])
    add(tmp_path / "kept", gone)
    (gone / "coast-paper.txt").unlink()
    dialog = open_dialog(desk, qtbot, tmp_path / "kept")
    dialog.renditions.selectAll()
    dialog.add.click()
    settle(qtbot, desk)
    assert desk.banner.lines == [say("window.archive.as-kept", outlets=("Coast paper",))]
    came = next(one for one in desk.bridge.state.articles.values() if one.outlet == "Coast paper")
    desk.articles.select([came.id])
    desk.shell.actions_by_id["read"].trigger()
    assert "an archive kept it" in desk.readers.windows[0].warned.text()
