"""What is known of an article can be corrected in the window; what was set aside is read after a click."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.models.articles import ID_ROLE
from crossquote.gui.speaking import speak
from crossquote.gui.wishes.articles import AskOfArticles, ReadArticle
from crossquote.gui.words import say
from gui.opened import seen_windows
from gui.sample_story import take_sample
from gui.spoken import SPOKEN
from gui.waiting import settle
from web_pages import page

pytestmark = pytest.mark.usefixtures("kept_processes")


def asked(desk: Desk, *articles: str) -> ArticleDialog:
    desk.wishes.grant(AskOfArticles(articles))
    (dialog,) = seen_windows(ArticleDialog)
    return dialog


def test_what_is_known_of_an_article_is_corrected(desk: Desk, qtbot: QtBot) -> None:
    key, article = next(iter(desk.bridge.state.articles.items()))
    dialog = asked(desk, key)
    assert not dialog.keep.isEnabled()
    dialog.fields["date"].setText("tomorrow")
    assert not dialog.keep.isEnabled()
    dialog.fields["date"].setText("2025-03-15")
    dialog.fields["outlet"].setText("The Norrvik Post")
    with qtbot.waitSignal(desk.bridge.changed):
        QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    told = desk.bridge.state.articles[key]
    assert (told.outlet, told.date, told.title) == ("The Norrvik Post", "2025-03-15", article.title)


@pytest.mark.parametrize("written", ["15.3.2025", "15 mars 2025", "15 марта 2025", "Mar 15, 2025", "2025/3/15"])
def test_a_day_may_be_written_as_its_writer_does(desk: Desk, qtbot: QtBot, written: str) -> None:
    key = next(iter(desk.bridge.state.articles))
    dialog = asked(desk, key)
    dialog.fields["date"].setText("3/4/2025")
    assert not dialog.keep.isEnabled()
    dialog.fields["date"].setText(written)
    with qtbot.waitSignal(desk.bridge.changed):
        QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert desk.bridge.state.articles[key].date == "2025-03-15"


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    ("field", "wrong", "right"), [("date", "yesterday", ""), ("address", "my desk", "https://a.example/b")]
)
def test_what_is_no_date_or_address_is_told_how_it_is_written(
    qapp: QApplication, desk: Desk, language: str, field: str, wrong: str, right: str
) -> None:
    speak(qapp, language)
    dialog = asked(desk, next(iter(desk.bridge.state.articles)))
    assert dialog.wrong.isHidden()
    dialog.fields[field].setText(wrong)
    assert dialog.wrong.isVisible()
    assert say(f"window.article.{field}-hint") in dialog.wrong.text()
    assert dialog.fields[field].accessibleDescription() == dialog.wrong.text()
    dialog.fields[field].setText(right)
    assert dialog.wrong.isHidden()
    assert dialog.fields[field].accessibleDescription() == ""


def test_of_several_chosen_articles_the_one_that_was_clicked_last_is_read(desk: Desk) -> None:
    pane = desk.articles
    pane.list.selectAll()
    last = pane.model.index(pane.model.rowCount() - 1)
    pane.list.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.Select)
    key = str(last.data(ID_ROLE))
    assert pane.selected()[0] != key
    pane.context_menu(last).actions()[0].trigger()
    assert desk.readers.read == (key,)


def test_without_a_chosen_article_that_of_the_base_is_shown(empty_desk: Desk, qtbot: QtBot) -> None:
    take_sample(empty_desk, qtbot)
    assert empty_desk.articles.selected() == []
    assert empty_desk.comparison.current_article is None
    empty_desk.shell.actions_by_id["describe"].trigger()
    (dialog,) = seen_windows(ArticleDialog)
    utterance = empty_desk.bridge.state.utterances[empty_desk.comparison.utterance_id or ""]
    base = empty_desk.bridge.state.articles[utterance.renditions[utterance.base].article]
    assert dialog.fields["outlet"].text() == base.outlet


def test_a_click_on_what_was_set_aside_reads_it(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "post.html"
    path.write_text(page(), encoding="utf-8")
    with qtbot.waitSignal(empty_desk.bridge.came_to_rest, timeout=60_000):
        empty_desk.intake.add([path])
    assert empty_desk.intake.unread == {}
    ((key, article),) = empty_desk.bridge.state.articles.items()
    empty_desk.wishes.grant(ReadArticle(key))
    reader = empty_desk.readers.windows[0]
    part = next(span for span in article.layout.skipped if "They will close it" in span.of(article.text))
    cursor = QTextCursor(reader.text.document())
    cursor.setPosition(part.start + 5)
    reader.text.setTextCursor(cursor)
    reader.text.ensureCursorVisible()
    assert reader.actions_by_id["reader-take-back"].isEnabled()
    with qtbot.waitSignal(empty_desk.bridge.came_to_rest, timeout=60_000):
        at = reader.text.cursorRect().center()
        QTest.mouseClick(reader.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert part not in empty_desk.bridge.state.articles[key].layout.skipped
    assert not reader.actions_by_id["reader-take-back"].isEnabled()


def test_all_that_was_set_aside_is_read_at_once_but_for_who_wrote_it_and_when(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "post.txt"
    path.write_text(
        "The port\nBy Ada Berg\n14 March 2025\n\nIt stays.\n\nRead also: “We wait,” said Ada Lind.\n", "utf-8"
    )
    empty_desk.intake.add([path])
    settle(qtbot, empty_desk)
    ((key, article),) = empty_desk.bridge.state.articles.items()
    assert len(article.layout.skipped) == 3
    empty_desk.wishes.grant(ReadArticle(key))
    action = empty_desk.readers.windows[0].actions_by_id["reader-take-back-all"]
    action.trigger()
    settle(qtbot, empty_desk)
    layout = empty_desk.bridge.state.articles[key].layout
    assert layout.skipped == (layout.byline, layout.dateline)
    assert [quote.text(article.text) for quote in empty_desk.bridge.state.quotes.values()] == ["We wait"]
    assert not action.isEnabled()


def test_a_quote_that_was_left_out_is_told_when_its_article_comes_and_in_its_reader(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tide.en.txt"
    path.write_text(f'Saw\n\n"{"We saw it all. " * 5_000}," she said.\n', encoding="utf-8")
    with qtbot.waitSignal(empty_desk.bridge.came_to_rest, timeout=60_000):
        empty_desk.intake.add([path])
    assert "1 quote of more than 60,000 letters was left out" in " ".join(empty_desk.banner.lines)
    (key,) = empty_desk.bridge.state.articles
    empty_desk.wishes.grant(ReadArticle(key))
    (reader,) = empty_desk.readers.windows
    assert reader.warned.isVisible()
    assert "We saw it all." in reader.warned.text()
