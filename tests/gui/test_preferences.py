"""Preferences: kept, applied at once, the language of the windows too; and windows side by side."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.application import Application
from crossquote.gui.controllers import intake
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.checks import ChecksDialog
from crossquote.gui.dialogs.preferences import PreferencesDialog
from crossquote.gui.frames import Frames
from crossquote.gui.speaking import speak
from crossquote.gui.start import open_shell
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.gui.wishes.checks import ChooseChecks
from crossquote.resources import resource
from crossquote.wording import catalogue
from crossquote.wording.catalogue import SOURCE
from crossquote.work.settings import Settings, ThemeChoice, load_settings
from crossquote.work.stories import list_stories
from gui.opened import close_work, seen_windows
from gui.waiting import PATIENCE, settle

ARTICLE = "The bridge\n\n“We will open the bridge,” said Mayor Ada Lindqvist. “Nobody {} hurt,” she added.\n"


@pytest.fixture(autouse=True)
def _afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, SOURCE)


@pytest.fixture
def frames(qtbot: QtBot, qapp: Application) -> Iterator[Frames]:
    """Return the windows of the program: one, on an article."""
    frames = Frames(qapp)
    shell = open_shell("light")
    shell.show()
    qtbot.waitExposed(shell)
    frames.fill(shell)
    yield frames
    for desk in frames.desks:
        close_work(desk)
        desk.shell.close()
        desk.shell.deleteLater()
    frames.deleteLater()


@pytest.fixture
def _toy_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the program a language more, of few words: what it lacks is told in English."""
    shutil.copytree(resource("catalogues"), tmp_path / "catalogues")
    words = {"window.action.add": "أضف مقالات", "window.menu.file": "ملف"}
    entries = "\n\n".join(
        f'msgid "{code}"\nmsgstr {json.dumps(told, ensure_ascii=False)}' for code, told in words.items()
    )
    (tmp_path / "catalogues" / "ar.po").write_text(
        f'msgid ""\nmsgstr "Language: ar\\n"\n\n{entries}\n', encoding="utf-8"
    )
    monkeypatch.setattr(catalogue, "resource", tmp_path.joinpath)
    catalogue.load_catalogue.cache_clear()
    yield
    catalogue.load_catalogue.cache_clear()


def add(desk: Desk, qtbot: QtBot, folder: Path, word: str) -> None:
    path = folder / f"{word}.txt"
    path.write_text(ARTICLE.format(word), encoding="utf-8")
    desk.take_in((str(path),))
    settle(qtbot, desk)


def preferences(desk: Desk) -> PreferencesDialog:
    desk.shell.actions_by_id["preferences"].trigger()
    (dialog,) = seen_windows(PreferencesDialog)
    return dialog


def choose(dialog: PreferencesDialog, **values: str) -> None:
    for name, value in values.items():
        box = getattr(dialog, name)
        box.setCurrentIndex(box.findData(value))


def test_what_is_preferred_is_kept_and_applied(frames: Frames, qtbot: QtBot) -> None:
    (desk,) = frames.desks
    dialog = preferences(desk)
    choose(dialog, theme="dark", text_size="8", reading="de")
    dialog.name.setText("Ada\u202e Lindqvist ")
    dialog.keep.click()
    settle(qtbot, desk)
    kept = load_settings()
    assert (kept.theme, kept.text_size, kept.reading_language) == (ThemeChoice.DARK, 8, "de")
    assert kept.reviewer == "Ada Lindqvist"
    assert desk.shell.appearance.theme.id == "dark"
    assert desk.bridge.state.reading_language == "de"


def test_what_is_left_alone_changes_nothing(frames: Frames, qtbot: QtBot) -> None:
    (desk,) = frames.desks
    before = desk.choices.settings
    preferences(desk).keep.click()
    settle(qtbot, desk)
    assert desk.choices.settings == before
    assert frames.desks == [desk]


def test_a_setting_that_the_dialog_does_not_know_stays() -> None:
    settings = Settings(interface_language="qps", reading_language="tlh", text_size=3)
    assert PreferencesDialog(settings).settings() == settings


def test_the_checks_are_chosen_from_there(frames: Frames) -> None:
    dialog = preferences(frames.desks[0])
    dialog.wished.emit(ChooseChecks())
    (checks,) = seen_windows(ChecksDialog)
    for row in (0, 5):
        item = checks.tree.topLevelItem(row)
        assert item is not None
        checks.tree.setCurrentItem(item)
        assert checks.told.text() == f"{item.text(1)} ({item.text(2)})"


@pytest.mark.usefixtures("_toy_language")
def test_another_language_is_spoken_without_a_new_start(frames: Frames, qtbot: QtBot, tmp_path: Path) -> None:
    (before,) = frames.desks
    add(before, qtbot, tmp_path, "is")
    before.take_in((str(tmp_path / "gone.txt"),))
    settle(qtbot, before)
    ids = before.utterances.model.ids()
    before.utterances.select(ids[-1])
    before.wishes.grant(ReadArticle(next(iter(before.bridge.state.articles))))
    session, state = before.bridge.session, before.bridge.state
    choose(dialog := preferences(before), spoken="ar")
    dialog.keep.click()
    qtbot.waitUntil(lambda: frames.desks != [before], timeout=PATIENCE)
    (desk,) = frames.desks
    settle(qtbot, desk)
    assert desk.shell.actions_by_id["add"].text() == "أضف مقالات"
    assert desk.shell.menus["file"].title() == "ملف"
    assert desk.shell.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "ألغِ"
    assert desk.bridge.session is session
    assert desk.bridge.state == state
    assert desk.utterances.current_id() == ids[-1]
    assert desk.readers.read == tuple(state.articles)
    assert list(desk.intake.unread) == [str(tmp_path / "gone.txt")]
    assert session.project is not None
    desk.shell.actions_by_id["undo"].trigger()
    settle(qtbot, desk)
    assert not desk.bridge.state.articles
    qtbot.waitUntil(lambda: [shell for shell in seen_windows(Shell) if shell is not desk.shell] == [], timeout=PATIENCE)


def test_two_windows_have_a_project_each_and_one_look(frames: Frames, qtbot: QtBot, tmp_path: Path) -> None:
    (first,) = frames.desks
    add(first, qtbot, tmp_path, "is")
    first.shell.actions_by_id["new-window"].trigger()
    second = frames.desks[-1]
    assert second is not first
    assert not second.bridge.state.articles
    add(second, qtbot, tmp_path, "was")
    assert len(first.bridge.state.articles) == len(second.bridge.state.articles) == 1
    assert first.bridge.session.project is not second.bridge.session.project
    second.choices.choose_theme("dark")
    assert first.shell.appearance.theme.id == "dark"
    preferences(first).keep.click()
    assert second.shell.appearance.theme.id == "dark"
    first.choices.larger()
    assert load_settings().theme is ThemeChoice.DARK
    assert second.shell.appearance.text_step == 2
    second.leave()
    qtbot.waitUntil(lambda: frames.desks == [first], timeout=PATIENCE)
    assert first.shell.isVisible()


def test_a_new_project_leaves_what_was_open_where_it_is_found(frames: Frames, qtbot: QtBot, tmp_path: Path) -> None:
    (desk,) = frames.desks
    add(desk, qtbot, tmp_path, "is")
    kept = desk.bridge.session.project
    assert kept is not None
    desk.shell.actions_by_id["new"].trigger()
    settle(qtbot, desk)
    assert not desk.bridge.state.articles
    assert kept.path.is_file()
    assert [left.path for left in desk.projects.recent._left()] == [kept.path]


def test_the_sample_is_a_project_of_its_own(
    frames: Frames, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk,) = frames.desks
    add(desk, qtbot, tmp_path, "is")
    sample = tmp_path / "sample.txt"
    sample.write_text(ARTICLE.format("was"), encoding="utf-8")
    (story, *_) = list_stories()
    monkeypatch.setattr(intake, "list_stories", lambda: (replace(story, files=(sample,)),))
    desk.shell.actions_by_id["sample"].trigger()
    settle(qtbot, desk)
    assert [article.path for article in desk.bridge.state.articles.values()] == [str(sample)]


def test_what_keeps_nothing_begins_nothing(empty_desk: Desk) -> None:
    begun: list[int] = []
    empty_desk.projects.begin(lambda: begun.append(1))
    assert begun == [1]
    assert empty_desk.bridge.session.project is None


def test_recent_projects_can_be_forgotten(frames: Frames, qtbot: QtBot, tmp_path: Path) -> None:
    (desk,) = frames.desks
    add(desk, qtbot, tmp_path, "is")
    desk.projects._save_to(tmp_path / "bridge.crossquote", lambda _: None)
    settle(qtbot, desk)
    menu = desk.projects.recent._menu
    menu.aboutToShow.emit()
    assert any("bridge" in action.text() for action in menu.actions())
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert not any("bridge" in action.text() for action in menu.actions())
    assert (tmp_path / "bridge.crossquote").is_file()


def test_text_is_made_larger_before_any_article_is_open(empty_desk: Desk, qtbot: QtBot) -> None:
    """Whoever needs large text needs it on the first page; and Ctrl++ without Shift is Ctrl+= on many keyboards."""
    before = empty_desk.choices.settings.text_size
    QTest.keyClick(empty_desk.shell, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, empty_desk)
    assert empty_desk.choices.settings.text_size > before
    QTest.keyClick(empty_desk.shell, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, empty_desk)
    assert empty_desk.choices.settings.text_size == 0
