"""The window: what is shown, and what keys and clicks do."""

from operator import attrgetter
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from counting import counted
from crossquote.gui.actions import real_actions
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.messages import language_name
from crossquote.gui.models.articles import ID_ROLE
from crossquote.gui.models.findings import FindingPlace
from crossquote.gui.models.judgement import is_dismissed
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.gui.words import say
from crossquote.language.together import readable_languages
from crossquote.model.changes import Changes
from crossquote.model.review import Verdict
from crossquote.work.filters import SHARED, UNREVIEWED, Facet, Filter, Filters
from gui.opened import seen_windows
from gui.waiting import settle


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.shell, key, modifier)


def article_file(folder: Path, name: str, said: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(f"The {name} story\n\n“{said},” the mayor said.\n", encoding="utf-8")
    return path


def test_the_first_page_says_what_to_do(empty_desk: Desk) -> None:
    shell = empty_desk.shell
    assert shell.stack.currentWidget() is shell.start_page
    texts = {button.text() for button in shell.start_page.findChildren(QAbstractButton)}
    assert texts == {"Open the sample story", "Add articles…", "Getting started"}


def test_every_action_runs_something(desk: Desk) -> None:
    for entry in real_actions():
        assert callable(attrgetter(entry.runs)(desk))
        assert desk.shell.actions_by_id[entry.id].text()


def test_articles_utterances_and_cards_are_shown(desk: Desk) -> None:
    work = desk.workspace
    assert work.articles.model.rowCount() == 4
    assert work.utterances.model.rowCount() == 3
    assert [card.data.outlet for card in work.comparison.board.cards] == [
        "Harbour Daily", "Coast Wire", "Прибережна", "Küstenblatt",
    ]  # fmt: skip
    assert desk.shell.counts.text() == "4 articles · 7 quotes · 3 utterances · 0 of 4 reviewed · 5 findings open"


def test_the_base_stands_first_and_what_differs_is_marked(desk: Desk) -> None:
    base, coast, *_ = desk.workspace.comparison.board.cards
    assert base.data.base
    assert "really asked" in coast.words.toPlainText()
    assert coast.words.toPlainText().endswith("⟨…⟩”")
    assert [row.finding.check for row in coast.findings] == ["number", "strength", "truncation"]


def test_an_uncompared_rendition_says_why(desk: Desk) -> None:
    german = desk.workspace.comparison.board.cards[3]
    assert german.data.note.startswith("Not compared: no language package turns German into English.")


def test_down_moves_to_the_next_utterance(desk: Desk) -> None:
    desk.workspace.utterances.table.setFocus()
    press(desk, Qt.Key.Key_Down)
    assert desk.workspace.comparison.utterance_id == "u2"
    assert len(desk.workspace.comparison.board.cards) == 2


def test_j_and_k_walk_through_the_findings(desk: Desk) -> None:
    desk.workspace.utterances.table.setFocus()
    seen: list[FindingPlace] = []
    desk.workspace.comparison.finding_chosen.connect(seen.append)
    for _ in range(5):
        press(desk, Qt.Key.Key_J)
    press(desk, Qt.Key.Key_K)
    assert [(place.utterance, place.rendition, place.number) for place in seen] == [
        ("u1", 1, 1), ("u1", 1, 0), ("u1", 1, 2), ("u1", 2, 0), ("u2", 1, 0), ("u1", 2, 0),
    ]  # fmt: skip
    assert desk.workspace.comparison.utterance_id == "u1"


def test_a_double_click_opens_the_article_with_the_quote_in_view(desk: Desk) -> None:
    table = desk.utterances.table
    box = table.visualRect(desk.utterances.model.index(1, 2))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    (reader,) = desk.readers.windows
    assert reader.isVisible()
    assert reader.list.currentIndex().data() == "Tomas Berg · direct: There is no danger to the bridge."
    assert reader.text.accessibleDescription() == "Speaker: Tomas Berg\nCue: said\nKind: direct"


def test_a_reader_leads_back_to_the_comparison(desk: Desk) -> None:
    desk.wishes.grant(ReadArticle("coast", "u2-coast"))
    desk.readers.windows[0].show_in_comparison()
    assert desk.comparison.utterance_id == "u2"


def test_the_language_of_an_article_can_be_corrected(desk: Desk, qtbot: QtBot) -> None:
    menu = desk.articles.context_menu(desk.articles.model.index(3))
    languages = menu.actions()[1].menu()
    assert isinstance(languages, QMenu)
    assert languages.title() == "Language: German, 55% sure"
    next(action for action in languages.actions() if action.text() == "Dutch (nl)").trigger()
    settle(qtbot, desk)
    assert desk.bridge.state.articles["kueste"].detection.told
    assert desk.articles.model.index(3).data(257) == "kueste"
    menu.deleteLater()


def test_the_language_to_read_in_is_chosen_from_all(desk: Desk, qtbot: QtBot) -> None:
    menu = desk.shell.reading.menu()
    for _ in range(2):
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions()] == sorted(map(language_name, readable_languages()))
        assert [action.text() for action in menu.actions() if action.isChecked()] == ["English"]
    next(action for action in menu.actions() if action.text() == "German").trigger()
    settle(qtbot, desk)
    assert desk.bridge.state.reading_language == "de"
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["German"]


def test_another_base_can_be_picked(desk: Desk, qtbot: QtBot) -> None:
    QTest.mouseClick(desk.comparison.board.cards[1], Qt.MouseButton.LeftButton)
    press(desk, Qt.Key.Key_B)
    settle(qtbot, desk)
    assert desk.comparison.board.cards[0].data.outlet == "Coast Wire"
    assert desk.comparison.head.base.text() == "base: Coast Wire ▾"


def test_a_filter_shows_only_its_own(desk: Desk) -> None:
    desk.utterances.narrow(Filters((Filter(Facet.REACH, SHARED),)))
    assert desk.workspace.utterances.model.ids() == ["u1", "u2"]


def test_searching_shows_what_holds_the_words(desk: Desk, qtbot: QtBot) -> None:
    press(desk, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(desk.workspace.utterances.listed, timeout=5000):
        QTest.keyClicks(desk.shell.search, "bridge")
    assert desk.workspace.utterances.model.ids() == ["u2"]


def test_typing_j_into_the_search_field_is_typing(desk: Desk) -> None:
    press(desk, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(desk.shell.search, "jk")
    assert desk.shell.search.text() == "jk"


def test_every_way_of_showing_shows_every_card(desk: Desk) -> None:
    for action in ("rows", "columns", "letters", "words", "only"):
        desk.shell.actions_by_id[action].trigger()
        assert len(desk.workspace.comparison.board.cards) == 4
        assert desk.shell.actions_by_id[action].isChecked()


def test_quoted_words_can_be_made_larger(desk: Desk, home: Path) -> None:
    before = desk.comparison.board.cards[0].words.height()
    for _ in range(3):
        desk.shell.actions_by_id["larger"].trigger()
    assert desk.comparison.board.cards[0].words.height() > before
    assert "text_size = 6" in (home / "settings" / "settings.toml").read_text(encoding="utf-8")


def test_the_focus_goes_on_to_the_next_open_finding_when_one_is_ruled_on(desk: Desk, qtbot: QtBot) -> None:
    row = desk.comparison.board.cards[1].findings[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    press(desk, Qt.Key.Key_A)
    settle(qtbot, desk)
    rows = desk.comparison.board.cards[1].findings
    assert rows[2].hasFocus()
    assert [row.accessibleDescription() == say("window.finding.chosen") for row in rows] == [False, False, True]
    assert desk.comparison.current_finding == rows[2].reviewed


def test_choosing_a_card_shows_its_differences_in_the_base(desk: Desk) -> None:
    base, coast, *_ = desk.workspace.comparison.board.cards
    before = base.words.toPlainText()
    QTest.mouseClick(coast, Qt.MouseButton.LeftButton)
    assert [piece.text for piece in base.words.marked()] == ["have strongly requested", "three", "before winter."]
    assert base.words.toPlainText() == before


def test_dropped_files_become_articles(empty_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    files = [article_file(tmp_path, "first", "We will open the bridge on Monday"), tmp_path / "gone.txt"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    empty_desk.take_in(tuple(url.toLocalFile() for url in data.urls()))
    settle(qtbot, empty_desk)
    assert len(empty_desk.bridge.state.articles) == 1
    assert empty_desk.shell.stack.currentWidget() is empty_desk.workspace
    assert empty_desk.banner.isVisible()
    assert "gone.txt" in empty_desk.banner.lines[0]


def test_files_that_could_not_be_read_are_dropped_again_without_each_being_held_against_each(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    names = [str(tmp_path / f"gone{number}.txt") for number in range(200)]
    empty_desk.take_in(tuple(names))
    settle(qtbot, empty_desk)
    assert set(empty_desk.intake.unread) == set(names)
    with counted() as calls:
        empty_desk.intake.add([Path(name) for name in names])
    assert calls[0] < 200 * 250
    assert not empty_desk.intake.unread
    settle(qtbot, empty_desk)
    assert set(empty_desk.intake.unread) == set(names)


def test_pasting_makes_an_article(empty_desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Bridge opens\n\n“We will open the bridge on Monday,” the mayor said.")
    press(empty_desk, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, empty_desk)
    assert len(empty_desk.bridge.state.articles) == 1


def test_who_printed_what_is_pasted_is_asked_where_it_does_not_say_so(empty_desk: Desk, qtbot: QtBot) -> None:
    def paste(number: int) -> ArticleDialog:
        words = f"Bridge {number} opens\n\n“We will open the bridge on Monday,” the mayor said.\n\nIt is {number}."
        QGuiApplication.clipboard().setText(words)
        empty_desk.shell.activateWindow()
        qtbot.waitUntil(empty_desk.shell.isActiveWindow)
        press(empty_desk, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, empty_desk)
        QGuiApplication.clipboard().clear()
        (dialog,) = seen_windows(ArticleDialog)
        return dialog

    QTest.keyClick(paste(0), Qt.Key.Key_Escape)
    asked = paste(1).fields["outlet"]
    assert asked.selectedText() == "Pasted 2"
    QTest.keyClicks(asked, "Harbour Post")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    settle(qtbot, empty_desk)
    articles = empty_desk.bridge.state.articles
    assert [one.outlet for one in articles.values()] == ["Pasted 1", "Harbour Post"]
    assert empty_desk.articles.selected() == [list(articles)[1]]


@pytest.mark.usefixtures("kept_processes")
def test_pasting_from_a_browser_keeps_paragraphs_and_the_page(empty_desk: Desk, qtbot: QtBot) -> None:
    said = "“We will open the bridge on Monday, and nobody will have to pay for it,” the mayor said."
    data = QMimeData()
    data.setText(f"The bridge opens {said}")
    data.setHtml(f'<h1>The bridge opens</h1><p>{said}</p><img src="https://tracker.example/1.png">')
    data.setData("chromium/x-source-url", b"https://www.post.example/bridge")
    QGuiApplication.clipboard().setMimeData(data)
    press(empty_desk, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, empty_desk)
    (article,) = empty_desk.bridge.state.articles.values()
    assert article.text == f"The bridge opens\n\n{said}"
    assert (article.title, article.outlet) == ("The bridge opens", "post.example")
    assert article.source.address == "https://www.post.example/bridge"
    assert not seen_windows(ArticleDialog)
    QGuiApplication.clipboard().clear()


def test_pasting_nothing_does_nothing(empty_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    QGuiApplication.clipboard().clear()
    press(empty_desk, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    press(empty_desk, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, empty_desk)
    assert len(empty_desk.bridge.state.articles) == 0


def test_a_theme_is_used_and_kept(desk: Desk, home: Path) -> None:
    desk.shell.actions_by_id["theme-dark"].trigger()
    assert desk.shell.appearance.theme.dark
    assert 'theme = "dark"' in (home / "settings" / "settings.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("answer", "closes"), [("Stop and close", True), ("Cancel", False)])
def test_closing_in_the_middle_is_asked_about(
    empty_desk: Desk, qtbot: QtBot, tmp_path: Path, answer: str, *, closes: bool
) -> None:
    files = [article_file(tmp_path, f"story{n}", f"We will open bridge {n} on Monday") for n in range(30)]
    empty_desk.intake.add(files)
    empty_desk.shell.close()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text().startswith("Crossquote is still at work: ")
    next(button for button in box.buttons() if button.text().replace("&", "") == answer).click()
    qtbot.waitUntil(lambda: empty_desk.bridge.jobs.current is None, timeout=20_000)
    qtbot.waitUntil(lambda: empty_desk.shell.isVisible() is not closes)
    assert closes or len(empty_desk.bridge.state.articles) == len(files)


def test_verdicts_and_rulings_by_key_show_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.workspace.utterances.table.setFocus()
    press(desk, Qt.Key.Key_J)
    press(desk, Qt.Key.Key_3)
    settle(qtbot, desk)
    coast = desk.comparison.board.cards[1]
    assert coast.data.verdict is Verdict.DISTORTED
    assert desk.shell.counts.text().endswith("1 of 4 reviewed · 5 findings open")
    press(desk, Qt.Key.Key_D)
    settle(qtbot, desk)
    coast = desk.comparison.board.cards[1]
    assert [(row.finding.check, is_dismissed(row.reviewed)) for row in coast.findings] == [
        ("strength", False), ("truncation", False), ("number", True),
    ]  # fmt: skip
    assert desk.utterances.model.index(0, 4).data() == "strength ×2, truncation, not compared"


def test_a_verdict_is_given_and_taken_back_by_click(desk: Desk, qtbot: QtBot) -> None:
    for expected in (Verdict.FAITHFUL, None):
        verdicts = desk.comparison.board.cards[1].verdicts
        assert verdicts is not None
        QTest.mouseClick(verdicts.buttons[Verdict.FAITHFUL], Qt.MouseButton.LeftButton)
        settle(qtbot, desk)
        assert desk.comparison.board.cards[1].data.verdict is expected


def test_what_is_judged_is_no_longer_unreviewed(desk: Desk, qtbot: QtBot) -> None:
    desk.utterances.narrow(Filters((Filter(Facet.VERDICT, UNREVIEWED),)))
    assert desk.utterances.model.ids() == ["u1", "u2"]
    desk.utterances.select("u2")
    desk.comparison.board.cards[1].setFocus()
    press(desk, Qt.Key.Key_1)
    settle(qtbot, desk)
    assert desk.utterances.model.ids() == ["u1", "u2"], "nothing moves under the hands"
    desk.utterances.narrow(Filters((Filter(Facet.VERDICT, UNREVIEWED),)))
    assert desk.utterances.model.ids() == ["u1"]


def test_articles_that_print_the_same_text_are_said_to_be_one_witness(empty_desk: Desk, qtbot: QtBot) -> None:
    wire = " ".join(
        f"The council met on day {number} and spoke of the harbour and of its boats." for number in range(9)
    )
    for outlet in ("Harbour Daily", "Coast Wire"):
        empty_desk.intake.add_text(f"{outlet} reports\n\n{wire} “We stay,” said Ada Berg.", outlet)
        settle(qtbot, empty_desk)
    index = empty_desk.articles.model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The same text as Coast Wire: together they are one witness" in spoken
    assert "one witness" in index.data(Qt.ItemDataRole.ToolTipRole)
    titles = [label.text() for label in empty_desk.articles.findChildren(QLabel)]
    assert "Articles (2) · 1 source" in titles
    empty_desk.intake.add_text(empty_desk.bridge.state.articles[index.data(ID_ROLE)].text, "Island Post")
    settle(qtbot, empty_desk)
    assert empty_desk.banner.lines == ["1 article is open already, and was not added again"]


def test_who_prints_the_same_text_is_said_once_all_is_read_whatever_was_shown_on_the_way(
    empty_desk: Desk, qtbot: QtBot
) -> None:
    for outlet in ("Harbour Daily", "Coast Wire"):
        lines = (f"{outlet} asked on day {number} what {outlet} had asked {outlet} before." for number in range(9))
        empty_desk.intake.add_text(f"{outlet} reports\n\n{' '.join(lines)} “We stay,” said Ada Berg.", outlet)
        settle(qtbot, empty_desk)
    done = empty_desk.bridge.state
    first, second = done.articles
    alike = {key: replace(done.articles[first], id=key) for key in (first, second)}
    done = replace(done, articles=alike)
    empty_desk.workspace.show_state(replace(done, unfinished=True), Changes(articles=frozenset(alike)))
    assert empty_desk.articles.model.sources() == 2
    empty_desk.workspace.show_state(done, Changes(utterances=frozenset(done.utterances)))
    assert empty_desk.articles.model.sources() == 1


def test_where_work_was_stopped_before_the_quotes_were_compared_the_list_says_so(
    empty_desk: Desk, qtbot: QtBot
) -> None:
    empty_desk.intake.add_text("“We stay,” said Ada Berg.", "Coast Wire")
    settle(qtbot, empty_desk)
    done, shown = empty_desk.bridge.state, empty_desk.utterances.empty
    stopped = replace(done, utterances={}, unfinished=True)
    empty_desk.workspace.show_state(stopped, Changes(utterances=frozenset(done.utterances)))
    assert shown.isVisible()
    assert shown.text() == "Quotes that are not compared yet: 1. F5 goes on with them."
    empty_desk.workspace.show_state(done, Changes(utterances=frozenset(done.utterances)))
    assert not shown.isVisible()
