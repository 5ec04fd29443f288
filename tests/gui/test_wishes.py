"""Wishes travel one way: each to its handler, and an answer comes back to the question that it was asked for."""

import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui import wishes
from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.wishes.articles import (
    AskOfArticles,
    DescribeArticles,
    NoteArticle,
    ReadArticle,
    ReadBase,
    RemoveArticles,
    ShowRendition,
    TakeBack,
)
from crossquote.gui.wishes.quotes import (
    BringArticle,
    BringUtterance,
    CorrectQuote,
    GiveCue,
    KeepApart,
    MarkQuote,
    MoveBounds,
    MoveQuote,
    NameSpeaker,
    PartQuote,
    UnmarkQuote,
)
from crossquote.gui.wishes.reports import CopyQuotation, CopyUtterance
from crossquote.gui.wishes.review import DismissAlike, Judge, PinBase, RuleOn
from crossquote.gui.wishes.translations import GiveSentence, GiveVersion, StopTranslating, TranslateArticle, Weigh
from crossquote.gui.wishes.wish import Wish
from crossquote.message import SILENCE
from crossquote.model.review import FindingKey
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey
from crossquote.model.utterance import Rendition
from crossquote.progress import Step, Work
from crossquote.work.edits.descriptions import Description
from crossquote.work.reading import ArticleSentence
from gui.opened import open_on_two
from gui.waiting import settle


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Desk:
    """Return the desk of a window that keeps its work, on a rendition of an utterance in two articles."""
    desk = open_on_two(qtbot, tmp_path)
    desk.comparison.next_rendition()
    return desk


def test_a_history_that_comes_late_is_of_the_rendition_that_it_was_asked_for(kept: Desk, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def busy() -> Work[None]:
        yield Step(0, 0, SILENCE)
        go_on.wait(10)

    kept.bridge.jobs.submit(SILENCE, busy())
    kept.shell.actions_by_id["trail"].trigger()
    kept.shell.actions_by_id["note"].trigger()
    go_on.set()
    settle(qtbot, kept)
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not kept.shell]
    (note,) = (one for one in windows if isinstance(one, AskDialog))
    (history,) = (one for one in windows if isinstance(one, ListDialog))
    rendition = kept.comparison.current_rendition
    assert rendition is not None
    assert rendition.shown in history.about.text()
    assert history.about.text().endswith("Nothing has been done yet.")
    history.close()
    assert note.words is not None
    note.words.setPlainText("Late, and right.")
    note.give.click()
    settle(qtbot, kept)
    assert [said.text for said in kept.bridge.state.notes.values()] == ["Late, and right."]


def all_wishes() -> set[type[Wish]]:
    """Return every kind of wish, those that are made without one more fact included."""
    rooms = [import_module(f"{wishes.__name__}.{room.name}") for room in iter_modules(wishes.__path__)]
    known = (kind for room in rooms for kind in vars(room).values())
    return {kind for kind in known if isinstance(kind, type) and issubclass(kind, Wish)} - {Wish}


def test_every_wish_is_granted_by_somebody(empty_desk: Desk) -> None:
    assert empty_desk.wishes.kinds() == all_wishes()


def test_a_wish_is_a_frozen_value() -> None:
    assert ReadArticle("a") == ReadArticle("a", "")
    with pytest.raises(AttributeError, match="immutable"):
        ReadArticle("a").article = "b"  # type: ignore[misc]  # that is the point
    assert hash(PinBase("u", "a")) == hash(PinBase("u", "a"))


class Toy(Wish, frozen=True):
    """A wish that nobody knows yet."""


class ToyController:
    """Grants it."""

    def __init__(self) -> None:
        self.granted: list[Wish] = []

    @grants(Toy)
    def _grant(self, wish: Toy) -> None:
        self.granted.append(wish)


def test_a_new_wish_costs_a_class_and_a_method(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    travelling, controller = Wishes(home), ToyController()
    with pytest.raises(KeyError):
        travelling.grant(Toy())
    travelling.serve(controller)
    travelling.grant(Toy())
    assert [type(wish) for wish in controller.granted] == [Toy]
    with pytest.raises(ValueError, match="Toy"):
        travelling.serve(controller)


def test_work_that_moves_on_meanwhile_changes_nothing_under_a_wish(kept: Desk, qtbot: QtBot) -> None:
    """The window goes by what it shows until it is told of what is new: work has a thread of its own."""
    shown, now = kept.bridge.state, State()
    article = next(iter(shown.articles))
    kept.bridge.session.state = now
    kept.wishes.grant(ReadArticle(article))
    kept.wishes.grant(NoteArticle(article))
    assert kept.bridge.state is shown
    kept.bridge.catch_up()
    assert kept.bridge.state is now
    settle(qtbot, kept)
    assert [reader for reader in kept.readers.windows if not reader.gone] == []


def wishes_about_what_is_gone() -> Iterator[Wish]:
    """Yield a wish of every kind that is about something that can be gone by the time that it is granted."""
    span, key = Span(0, 1), FindingKey("date", "gone", "", "")
    yield from (ReadArticle("gone", "gone"), ReadBase("gone"), ShowRendition("gone", "gone"), NoteArticle("gone"))
    yield from (
        RemoveArticles(("gone",)),
        AskOfArticles(("gone",)),
        DescribeArticles(("gone",), Description("A title", "An outlet")),
        TakeBack("gone", (span,)),
        MarkQuote("gone", span),
        CorrectQuote("gone", span),
        MoveBounds("gone", (span,)),
    )
    yield from (UnmarkQuote("gone"), MoveQuote("gone"), PartQuote("gone"), BringArticle("gone", "gone"))
    yield from (BringUtterance("gone", "other"), PinBase("gone", "gone"), PinBase("gone"), DismissAlike("gone", "date"))
    yield from (Judge(Rendition("gone", ("gone",), "en", ""), None), RuleOn(key, None), TranslateArticle("gone"))
    yield from (
        CopyUtterance("gone"),
        CopyQuotation("gone"),
        CopyQuotation("gone", "gone"),
        KeepApart("gone", "other"),
        NameSpeaker("gone", span),
        GiveCue("gone", span),
        StopTranslating("gone"),
        GiveVersion("gone", 7),
        Weigh(SentenceKey("Ні.", "uk", "en"), "gone"),
    )
    yield GiveSentence("gone", ArticleSentence(span, span, SentenceKey("Ні.", "uk", "en"), None))


def test_a_wish_about_what_is_gone_does_no_harm(kept: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    before = kept.bridge.state
    for wish in wishes_about_what_is_gone():
        kept.wishes.grant(wish)
        settle(qtbot, kept)
        assert [record for record in caplog.records if "a bug" in record.getMessage()] == [], wish
        assert kept.bridge.state == before, wish


def test_every_wish_names_what_it_is_about_or_is_about_nothing() -> None:
    asked = {type(wish) for wish in wishes_about_what_is_gone()}
    named = {name for kind in all_wishes() - asked for name in kind.__annotations__}
    assert named.isdisjoint(NAMING)


NAMING = {"article", "articles", "quote", "utterance", "rendition"}
