"""Reading beside a translation, translating oneself, and memories of other programs, as a user meets them."""

from collections.abc import Sequence
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.message import SILENCE, message
from crossquote.model.translation import Route, Translation
from crossquote.progress import Step, Work
from crossquote.translation.estimate import timed
from crossquote.translation.fake import FakeTranslator
from crossquote.work.edits.own_versions import give_versions
from gui.waiting import settle

UKRAINIAN = "Новини\n\n«Ми відкриємо міст у понеділок», — сказала мерка Ада Ліндквіст.\n\nПотім вона поїхала.\n"
ENGLISH = "News\n\n“We will open the bridge on Monday,” Mayor Ada Lindqvist said.\n"
SAID = "Ми відкриємо міст у понеділок"
TURNED = "иМ омєиркдів тсім у коліденоп"


@pytest.fixture
def story(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> Desk:
    """Return a window with an article in Ukrainian and one in English, and a package between them."""
    files = [tmp_path / "ранок.txt", tmp_path / "morning.txt"]
    for path, text in zip(files, (UKRAINIAN, ENGLISH), strict=True):
        path.write_text(text, encoding="utf-8")
    empty_desk.bridge.session.translator = FakeTranslator([("uk", "en")])
    empty_desk.intake.add(files)
    settle(qtbot, empty_desk)
    return empty_desk


def open_reader(desk: Desk) -> ReaderWindow:
    article = next(article.id for article in desk.bridge.state.articles.values() if article.language == "uk")
    desk.wishes.grant(ReadArticle(article))
    return desk.readers.windows[0]


def open_translated(qtbot: QtBot, desk: Desk) -> ReaderWindow:
    reader = open_reader(desk)
    reader.translate()
    settle(qtbot, desk)
    return reader


def choose_ukrainian(desk: Desk) -> None:
    """Choose the Ukrainian card of the utterance that has one."""
    for utterance in desk.bridge.state.utterances.values():
        for index, rendition in enumerate(utterance.renditions):
            if rendition.language == "uk":
                desk.workspace.utterances.select(utterance.id)
                desk.comparison._choose(index)


def test_what_no_package_translates_the_user_can(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [tmp_path / "ранок.txt", tmp_path / "morning.txt"]
    for path, text in zip(paths, (UKRAINIAN, ENGLISH), strict=True):
        path.write_text(text, encoding="utf-8")
    empty_desk.bridge.session.translator = FakeTranslator([])
    empty_desk.intake.add(paths)
    settle(qtbot, empty_desk)
    choose_ukrainian(empty_desk)
    actions = empty_desk.shell.actions_by_id
    assert actions["version"].isEnabled()
    assert not actions["others"].isEnabled()
    actions["version"].trigger()
    dialog = empty_desk.translations.dialog
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.rows[0].others.isHidden()
    assert dialog.rows[0].edit.placeholderText() == "Your translation"
    QTest.keyClicks(dialog.rows[0].edit, "We will open the bridge on Monday")
    QTest.keyClick(dialog.rows[0].edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, empty_desk)
    assert ukrainian_text(empty_desk) == "We will open the bridge on Monday"
    assert actions["others"].isEnabled()


def ukrainian_text(desk: Desk) -> str:
    return next(made for made in desk.bridge.state.translations.values())


def test_an_article_is_translated_when_asked_and_says_how(story: Desk, qtbot: QtBot) -> None:
    reader = open_reader(story)
    assert reader.translation.isHidden(), "it would say what the original says"
    assert reader.strip.line.text() == "Not translated yet"
    reader.strip.translate.click()
    assert not reader.strip.stop.isHidden()
    assert not reader.translation.isHidden()
    assert SAID in reader.translation.toPlainText()
    settle(qtbot, story)
    assert reader.strip.line.text() == "uk → en, translate-uk_en 1.0"
    assert "мітоП" in reader.translation.toPlainText()
    assert reader.translation.toPlainText().count("\n") == UKRAINIAN.count("\n")


def test_a_long_article_is_to_be_seen_before_its_sentences_are_looked_for(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "довга.txt"
    path.write_text(UKRAINIAN + "\n" + "Міст відкриють у понеділок. " * 2000, encoding="utf-8")
    empty_desk.bridge.session.translator = FakeTranslator([])
    empty_desk.intake.add([path])
    settle(qtbot, empty_desk)
    reader = open_reader(empty_desk)
    assert reader.text.toPlainText().startswith(UKRAINIAN.split("\n", maxsplit=1)[0])
    assert reader.reading is None
    qtbot.waitUntil(lambda: reader.reading is not None)
    assert not reader.strip.isHidden()
    assert "translated" in reader.strip.line.text()
    assert reader.translation.toPlainText() == "", "what is hidden is not laid out"


class Patient(FakeTranslator):
    """Never gets done, so that it has to be stopped."""

    def translate(self, sentences: Sequence[str], route: Route) -> Work[tuple[Translation, ...]]:
        while True:
            yield Step(0, len(sentences), timed(message("step.translating", route=str(route)), 1, 40, 1.0))
            sleep(0.005)


def test_a_translation_shows_its_progress_and_can_be_stopped(story: Desk, qtbot: QtBot) -> None:
    story.bridge.session.translator = Patient([("uk", "en")])
    reader = open_reader(story)
    reader.strip.translate.click()
    qtbot.waitUntil(lambda: reader.strip.line.text() == "Translating uk → en · 0 of 3 sentences")
    assert reader.strip.translate.isHidden()
    assert not reader.translation.isHidden()
    reader.strip.stop.click()
    assert reader.strip.line.text() == "Stopping…"
    settle(qtbot, story)
    assert reader.strip.line.text() == "Not translated yet"
    assert reader.strip.stop.isHidden()
    assert not reader.strip.translate.isHidden()
    assert reader.translation.isHidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("by_key", [False, True])
def test_an_original_without_a_translation_offers_to_give_ones_own(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path, theme: str, *, by_key: bool
) -> None:
    path = tmp_path / "ранок.txt"
    path.write_text(UKRAINIAN, encoding="utf-8")
    empty_desk.shell.appearance.choose(theme)
    empty_desk.bridge.session.translator = FakeTranslator([])
    empty_desk.intake.add([path])
    settle(qtbot, empty_desk)
    reader = open_reader(empty_desk)
    assert reader.translation.isHidden()
    cursor = reader.text.textCursor()
    cursor.setPosition(reader.text.toPlainText().index("Потім") + 2)
    reader.text.setTextCursor(cursor)
    if by_key:
        reader.text.setFocus()
        qtbot.waitUntil(reader.text.hasFocus)
        QTest.keyClick(reader.text, Qt.Key.Key_T)
    else:
        reader.text.customContextMenuRequested.emit(reader.text.cursorRect().center())
        (menu,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
        next(one for one in menu.actions() if one.text().endswith("\tT")).trigger()
        menu.close()
    dialog = empty_desk.translations.dialog
    assert dialog is not None
    dialog.rows[0].edit.setPlainText("Then she left.")
    dialog.keep.click()
    settle(qtbot, empty_desk)
    assert not reader.translation.isHidden()
    assert "Then she left." in reader.translation.toPlainText()


def test_a_doubtful_sentence_is_marked(story: Desk, qtbot: QtBot) -> None:
    translator = FakeTranslator([("uk", "en")], {"Потім вона поїхала.": "and then and then and then and then"})
    story.bridge.session.translator = translator
    reader = open_translated(qtbot, story)
    assert reader.strip.line.text().endswith("repetition in 1")
    cursor = reader.translation.textCursor()
    cursor.setPosition(reader.translation.toPlainText().index("and then") + 2)
    assert cursor.charFormat().underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert "again and again" in cursor.charFormat().toolTip()


def test_what_belongs_together_is_lit_in_both(story: Desk, qtbot: QtBot) -> None:
    reader = open_translated(qtbot, story)
    at = reader.text.toPlainText().index("міст")
    reader.text.pointed.emit(at)
    assert reader.beside.lit()[0][-1] == "міст"
    assert reader.beside.lit()[1][-1] == "тсім"
    reader.translation.pointed.emit(reader.translation.toPlainText().index("тсім"))
    assert reader.beside.lit()[0][-1] == "міст"
    reader.text.pointed.emit(-1)
    assert reader.beside.lit() == ([], [])


def test_a_click_in_the_translation_chooses_the_quote(story: Desk, qtbot: QtBot) -> None:
    reader = open_translated(qtbot, story)
    reader.list.setCurrentIndex(QModelIndex())
    reader.translation.clicked.emit(reader.translation.toPlainText().index("тсім"))
    assert SAID in reader.list.currentIndex().data()


def test_both_texts_scroll_in_step(story: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "довга.txt"
    path.write_text("\n\n".join(f"Речення номер {number} стоїть тут." for number in range(90)), encoding="utf-8")
    story.intake.add([path])
    settle(qtbot, story)
    opened = next(a.id for a in story.bridge.state.articles.values() if a.path == str(path))
    story.wishes.grant(ReadArticle(opened))
    reader = story.readers.windows[-1]
    qtbot.waitExposed(reader)
    reader.translate()
    settle(qtbot, story)
    left, right = reader.text.verticalScrollBar(), reader.translation.verticalScrollBar()
    qtbot.waitUntil(lambda: left.maximum() > 0 and right.maximum() > 0)
    left.setValue(left.maximum())
    qtbot.waitUntil(lambda: right.value() == right.maximum())
    right.setValue(0)
    assert left.value() == 0


def test_paragraphs_begin_at_one_height(story: Desk, qtbot: QtBot) -> None:
    reader = open_reader(story)
    qtbot.waitExposed(reader)
    own = "A very long translation indeed. " * 30
    key = reader.reading.sentences[0].key if reader.reading else None
    assert key is not None
    work = give_versions(story.bridge.session, {key: own}, reader.article_id)
    story.bridge.run(SILENCE, work)
    settle(qtbot, story)

    def last_tops() -> list[int]:
        documents = (reader.text.document(), reader.translation.document())
        return [round(d.documentLayout().blockBoundingRect(d.lastBlock().previous()).top()) for d in documents]

    qtbot.waitUntil(lambda: len(set(last_tops())) == 1)
    before = last_tops()
    reader.resize(1500, 700)
    qtbot.waitUntil(lambda: len(set(last_tops())) == 1 and last_tops() != before)


def test_an_article_in_the_reading_language_stands_alone(desk: Desk) -> None:
    desk.wishes.grant(ReadArticle("harbour"))
    assert desk.readers.windows[0].translation.isHidden()
    assert desk.readers.windows[0].strip.isHidden()


def test_a_missing_package_is_named_with_the_way_to_get_it(story: Desk, qtbot: QtBot) -> None:
    story.bridge.session.translator = FakeTranslator([])
    story.bridge.refresh()
    settle(qtbot, story)
    story.bridge.session.state = story.bridge.session.state.__class__(articles=story.bridge.state.articles)
    story.bridge.catch_up()
    reader = open_reader(story)
    line = reader.strip.line.text()
    assert "No package from Ukrainian to English: get translate-uk_en" in line
    assert "argos-net.com" in line
    assert reader.strip.translate.isHidden()
    assert not reader.strip.packages.isHidden()


def test_the_users_own_words_go_before_and_can_be_taken_back(story: Desk, qtbot: QtBot) -> None:
    choose_ukrainian(story)
    story.shell.actions_by_id["version"].trigger()
    dialog = story.translations.dialog
    assert dialog is not None
    assert dialog.rows[0].edit.toPlainText() == TURNED
    dialog.rows[0].edit.setPlainText("We shall open the bridge on Monday")
    dialog.keep.click()
    settle(qtbot, story)
    assert ukrainian_text(story) == "We shall open the bridge on Monday"
    card = next(card for card in story.comparison.board.cards if card.data.language == "uk")
    assert card.data.spoken.count("Your translation") == 1
    choose_ukrainian(story)
    story.shell.actions_by_id["version"].trigger()
    assert story.translations.dialog is not None
    story.translations.dialog.rows[0].back.click()
    story.translations.dialog.keep.click()
    settle(qtbot, story)
    assert ukrainian_text(story) == TURNED


def test_another_of_the_engines_translations_can_be_taken(story: Desk, qtbot: QtBot) -> None:
    choose_ukrainian(story)
    story.shell.actions_by_id["others"].trigger()
    dialog = story.translations.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.rows[0].list.count() > 1)
    second = dialog.rows[0].list.item(1)
    dialog.rows[0].list.itemActivated.emit(second)
    dialog.keep.click()
    settle(qtbot, story)
    assert ukrainian_text(story) == TURNED.replace("иМ", "ИМ")


def test_who_asks_for_other_translations_goes_on_writing(story: Desk, qtbot: QtBot) -> None:
    choose_ukrainian(story)
    story.shell.actions_by_id["version"].trigger()
    dialog = story.translations.dialog
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    row = dialog.rows[0]
    row.others.setFocus()
    QTest.keyClick(row.others, Qt.Key.Key_Space)
    assert row.edit.hasFocus()
    settle(qtbot, story)
    assert row.edit.hasFocus()
    dialog.reject()


def test_a_dropped_memory_is_taken_in_and_what_is_open_can_be_saved_as_one(
    story: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = tmp_path / "own.TMX"
    memory.write_text(
        f'<tmx version="1.4"><body><tu><tuv xml:lang="uk"><seg>{SAID}</seg></tuv>'
        '<tuv xml:lang="en"><seg>On Monday the bridge opens</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    story.take_in((str(memory),))
    settle(qtbot, story)
    assert ukrainian_text(story) == "On Monday the bridge opens"
    assert story.shell.counts.text() == "own.TMX: 1 translation, 1 of them used here"
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    story.translations.ask_export()
    settle(qtbot, story)
    assert "On Monday the bridge opens" in out.with_name("out.tmx").read_text(encoding="utf-8")


def test_a_sentence_in_the_reader_is_offered_with_the_quote_in_it(story: Desk, qtbot: QtBot) -> None:
    reader = open_translated(qtbot, story)
    at = reader.translation.toPlainText().index("тсім")
    cursor = reader.translation.textCursor()
    cursor.setPosition(at)
    reader.translation.setTextCursor(cursor)
    reader.translation.setFocus()
    qtbot.waitUntil(reader.translation.hasFocus)
    QTest.keyClick(reader.translation, Qt.Key.Key_T)
    dialog = story.translations.dialog
    assert dialog is not None
    assert [row.offered.key.text == SAID for row in dialog.rows] == [False, True]
    dialog.rows[0].edit.setPlainText("The mayor spoke of the bridge.")
    dialog.keep.click()
    settle(qtbot, story)
    assert "The mayor spoke of the bridge." in reader.translation.toPlainText()
    assert reader.strip.line.text().endswith("1 sentence in your translation")
    assert ukrainian_text(story) == TURNED
