"""The list of articles: arranged as the user likes, and several of them named and corrected at once."""

from types import MappingProxyType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.models.article_places import Heading
from crossquote.gui.models.articles import ArticleModel
from crossquote.gui.speaking import speak
from crossquote.gui.views.articles import ArticlesPane
from crossquote.gui.words import say
from crossquote.model.article import UNKNOWN_LANGUAGE
from crossquote.model.state import State
from crossquote.work.settings import ArticleGroups, ArticleOrder, load_settings
from gui.opened import seen_windows
from gui.spoken import SPOKEN
from gui.waiting import settle


def rows(model: ArticleModel) -> list[str]:
    """Return what is listed: articles by outlet, headings with a colon."""
    listed = [model.index(row) for row in range(model.rowCount())]
    return [f"{index.data()}:" if model.heading(index) else str(index.data()) for index in listed]


def listed(state: State, order: ArticleOrder, groups: ArticleGroups = ArticleGroups.NOTHING) -> list[str]:
    model = ArticleModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_state(state)
    model.arrange(order, groups)
    return rows(model)


@pytest.fixture
def dated(state: State) -> State:
    """Return the small state with days of its own, one of them unknown, and two articles of one outlet."""
    told = {"harbour": "2025-03-15", "coast": None, "bereh": "2025-03-14", "kueste": "2025-03-16"}
    articles = {
        key: replace(article, date=told.get(key, article.date), title=f"{'dcba'[at]} title")
        for at, (key, article) in enumerate(state.articles.items())
    }
    return replace(state, articles=articles)


def test_articles_are_listed_in_every_order(dated: State) -> None:
    came = [article.outlet for article in dated.articles.values()]
    assert listed(dated, ArticleOrder.COMING) == came
    assert listed(dated, ArticleOrder.TITLE) == came[::-1]
    assert listed(dated, ArticleOrder.OUTLET) == sorted(came, key=str.casefold)
    by_day = sorted(dated.articles.values(), key=lambda one: (one.date is None, one.date or ""))
    assert listed(dated, ArticleOrder.DATE) == [one.outlet for one in by_day]


def test_articles_stand_under_their_language_the_unknown_last(dated: State) -> None:
    first = next(iter(dated.articles))
    unknown = replace(dated.articles[first], detection=UNKNOWN_LANGUAGE)
    state = replace(dated, articles={**dated.articles, first: unknown})
    found = listed(state, ArticleOrder.OUTLET, ArticleGroups.LANGUAGE)
    headings = [row for row in found if row.endswith(":")]
    assert headings[-1] == "Language unknown:"
    assert headings[:-1] == sorted(headings[:-1])
    assert len(found) == len(state.articles) + len(headings)


def test_articles_stand_under_their_outlet(dated: State) -> None:
    articles = {
        key: replace(article, outlet="One" if at % 2 else "Two")
        for at, (key, article) in enumerate(dated.articles.items())
    }
    found = listed(replace(dated, articles=articles), ArticleOrder.TITLE, ArticleGroups.OUTLET)
    assert found == ["One:", "One", "One", "Two:", "Two", "Two"]


def test_what_is_looked_for_goes_first_in_its_group(dated: State) -> None:
    model = ArticleModel()
    model.show_state(dated)
    model.arrange(ArticleOrder.TITLE, ArticleGroups.LANGUAGE)
    key = next(iter(dated.articles))
    word = max(dated.articles[key].text.split(), key=len)
    model.find(word)
    for row in range(model.rowCount()):
        heading = model.heading(model.index(row))
        if heading is not None:
            marks = [key in model.found() for key in heading.ids]
            assert marks == sorted(marks, reverse=True)


@pytest.mark.parametrize("language", SPOKEN)
def test_a_heading_is_told_in_every_language(qapp: QApplication, language: str, dated: State) -> None:
    speak(qapp, language)
    model = ArticleModel()
    model.show_state(dated)
    model.arrange(ArticleOrder.TITLE, ArticleGroups.LANGUAGE)
    index = model.index(0)
    heading = model.heading(index)
    assert isinstance(heading, Heading)
    told = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert heading.name in told
    assert say("count.articles", count=len(heading.ids)) in told
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == say("window.articles.choose-all-under")


def choose(pane: ArticlesPane, code: str) -> None:
    """Choose a line of the menu that arranges the list."""
    menu = pane.head.sorting.menu()
    next(action for action in menu.actions() if action.text() == say(code)).trigger()


def test_what_is_chosen_stays_chosen_in_another_order(desk: Desk) -> None:
    pane = desk.articles
    pane.list.setCurrentIndex(pane.model.index(3))
    (key,) = pane.selected()
    choose(pane, "window.articles.order.outlet")
    choose(pane, "window.articles.groups.language")
    assert pane.selected() == [key]
    assert pane.current() == key
    assert pane.head.sorting.text() == "by outlet ▾"
    assert pane.head.sorting.accessibleName() == "Order: by outlet; grouped by language"


def test_the_arrangement_is_kept(desk: Desk) -> None:
    choose(desk.articles, "window.articles.order.date")
    choose(desk.articles, "window.articles.groups.outlet")
    desk.room.keep()
    kept = load_settings()
    assert (kept.articles_order, kept.articles_groups) == (ArticleOrder.DATE, ArticleGroups.OUTLET)


def test_a_heading_chooses_what_stands_under_it_by_key_and_by_click(desk: Desk) -> None:
    pane = desk.articles
    choose(pane, "window.articles.groups.language")
    headings = [index for row in range(pane.model.rowCount()) if pane.model.heading(index := pane.model.index(row))]
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.model.index(1))
    QTest.keyClick(pane.list, Qt.Key.Key_Up)
    assert pane.list.currentIndex() == headings[0]
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    under = pane.model.heading(headings[0])
    assert under is not None
    assert pane.selected() == list(under.ids)
    assert desk.readers.read == ()
    at = pane.list.visualRect(headings[1]).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    under = pane.model.heading(headings[1])
    assert under is not None
    assert pane.selected() == list(under.ids)


def test_what_is_to_be_done_with_chosen_articles_is_offered_where_some_are_chosen(desk: Desk) -> None:
    remove = desk.shell.actions_by_id["remove"]
    desk.articles.select([])
    assert not remove.isEnabled()
    desk.articles.select(["coast"])
    assert remove.isEnabled()


def test_several_articles_are_corrected_at_once_and_undo_is_one_step(desk: Desk, qtbot: QtBot) -> None:
    pane, before = desk.articles, desk.bridge.state.articles
    flags = QItemSelectionModel.SelectionFlag
    for row in (0, 2):
        pane.list.selectionModel().setCurrentIndex(pane.model.index(row), flags.Select)
    chosen = pane.selected()
    desk.shell.actions_by_id["describe"].trigger()
    (dialog,) = seen_windows(ArticleDialog)
    assert set(dialog.fields) == {"outlet", "author", "date"}
    assert dialog.fields["outlet"].text() == ""
    assert dialog.fields["outlet"].placeholderText() == say("window.article.differs")
    assert not dialog.keep.isEnabled()
    dialog.fields["outlet"].setText("The Agency")
    with qtbot.waitSignal(desk.bridge.changed):
        QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    now = desk.bridge.state.articles
    assert {key for key, article in now.items() if article.outlet == "The Agency"} == set(chosen)
    assert {key: article.date for key, article in now.items()} == {key: one.date for key, one in before.items()}


def test_the_language_of_several_is_corrected_by_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    desk.articles.list.selectAll()
    desk.shell.actions_by_id["describe"].trigger()
    (dialog,) = seen_windows(ArticleDialog)
    assert dialog.language.currentText() == say("window.article.differs")
    dialog.language.setCurrentIndex(dialog.language.findData("uk"))
    with qtbot.waitSignal(desk.bridge.changed):
        QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    assert {article.language for article in desk.bridge.state.articles.values()} == {"uk"}


def action_of(pane: ArticlesPane, row: int, text: str) -> QAction:
    menu = pane.context_menu(pane.model.index(row))
    return next(action for action in menu.actions() if action.text() == text)


def test_an_original_is_marked_by_an_action_of_the_card_that_is_current_too(desk: Desk, qtbot: QtBot) -> None:
    action, bridge = desk.shell.actions_by_id["original"], desk.bridge
    desk.comparison.next_rendition()
    card = desk.comparison.current_card
    assert card is not None
    for marked in (True, False):
        action.trigger()
        settle(qtbot, desk)  # the mark is seen before what follows of it is worked out
        assert (card.article in bridge.state.pins) is marked
        assert desk.comparison.current_article == card.article
    for _ in range(2):
        action.trigger()
    settle(qtbot, desk)
    assert card.article not in bridge.state.pins
    first, second = list(bridge.state.articles)[:2]
    desk.articles.select([first, second])
    with qtbot.waitSignal(bridge.changed):
        action.trigger()
    assert {first, second} <= bridge.state.pins.keys()


def test_an_original_is_marked_by_the_menu_and_unmarked(desk: Desk, qtbot: QtBot) -> None:
    pane = desk.articles
    for marked in (True, False):
        action_of(pane, 1, "This is the original").trigger()
        settle(qtbot, desk)
        key = list(desk.bridge.state.articles)[1]
        assert (desk.bridge.state.pins.get(key) == key) is marked
        told = str(pane.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
        assert ("original" in told.split(", ")) is marked
        bases = {
            utterance.renditions[utterance.base].article
            for utterance in desk.bridge.state.utterances.values()
            if any(rendition.article == key for rendition in utterance.renditions)
        }
        assert (bases == {key}) or not marked


@pytest.mark.parametrize("language", SPOKEN)
def test_the_dialog_of_several_is_whole_in_every_language(qapp: QApplication, desk: Desk, language: str) -> None:
    speak(qapp, language)
    desk.articles.list.selectAll()
    desk.shell.actions_by_id["describe"].trigger()
    (dialog,) = seen_windows(ArticleDialog)
    assert dialog.windowTitle() == say("window.article.about-several")
    assert dialog.original.text() == say("window.articles.original-told", count=4)
    assert dialog.language.accessibleName()


def test_what_counts_as_a_source_is_told_where_they_are_fewer_than_articles(desk: Desk) -> None:
    articles = desk.bridge.state.articles
    same = {key: replace(one, text=articles["harbour"].text) for key, one in articles.items()}
    desk.articles.show_state(replace(desk.bridge.state, articles=MappingProxyType(same)))
    title = desk.articles.head.title
    assert "1 source" in title.text()
    assert say("window.articles.about-sources") in title.toolTip()
