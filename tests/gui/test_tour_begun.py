"""The tour in a window of its own: offered to who is new, ended by another project, told in every language."""

from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.frames import Frames
from crossquote.gui.plain import PlainLabel
from crossquote.gui.speaking import speak
from crossquote.gui.widgets.follower import seen_part
from crossquote.gui.wishes.articles import RemoveArticles
from crossquote.gui.words import say
from crossquote.model.state import State
from crossquote.online.fetching import Fetched
from crossquote.online.web_address import read_address
from crossquote.work.projects import is_untitled, save_as
from crossquote.work.settings import load_settings, save_settings
from crossquote.work.tour import STEPS, Stop, Tour
from gui.opened import close_with_test, open_on, open_window
from gui.sample_story import take_sample
from gui.spoken import SPOKEN
from gui.told import cut_off
from gui.touring import KEY, SIDES, callout_of, press, rest, stop_of


def said_softly(desk: Desk) -> list[str]:
    """Return what the first page says in a low voice."""
    labels = desk.shell.start_page.findChildren(PlainLabel, "soft")
    return [label.text() for label in labels if label.isVisible()]


def sample_button(desk: Desk) -> QPushButton:
    """Return the button of the first page that opens the sample."""
    buttons = desk.shell.start_page.findChildren(QPushButton)
    return next(one for one in buttons if one.objectName() == "primary")


@pytest.mark.parametrize("language", SIDES)
def test_who_has_no_settings_is_offered_the_tour_with_the_sample(
    qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    speak(qapp, language)
    desk = open_window(qtbot)
    told = say("window.start.tour")
    assert told in said_softly(desk)
    sample_button(desk).setFocus()
    press(desk, qtbot, KEY.Key_Return)
    assert is_untitled(desk.bridge.session)
    assert stop_of(desk) is Stop.LIST
    assert callout_of(desk).isVisible()
    assert QApplication.focusWidget() is desk.utterances.table
    press(desk, qtbot, KEY.Key_Escape)
    assert stop_of(desk) is None
    assert not load_settings().tour_due
    desk.shell.actions_by_id["new"].trigger()
    rest(desk, qtbot)
    assert told not in said_softly(desk)


def test_another_project_ends_it(qtbot: QtBot, state: State) -> None:
    desk = open_on(qtbot, state)
    desk.tours.go_on(Tour())
    assert stop_of(desk) is Stop.LIST
    desk.shell.actions_by_id["new"].trigger()
    rest(desk, qtbot)
    assert stop_of(desk) is None


def test_it_goes_on_in_another_language(qapp: QApplication, qtbot: QtBot, state: State) -> None:
    frames = Frames(qapp)  # type: ignore[arg-type]  # the tests' application is the program's
    desk = frames.adopt(open_window(qtbot))
    desk.bridge.session.keep(state)
    desk.bridge.catch_up()
    desk.tours.go_on(Tour(1))
    save_settings(replace(load_settings(), interface_language="ar"))
    frames._speak()
    (desk,) = frames.desks
    close_with_test(desk, qtbot)
    rest(desk, qtbot)
    assert desk.tours.at == Tour(1)
    assert callout_of(desk).title.text() == "جنبًا إلى جنب"
    desk.leave()
    assert not load_settings().tour_due
    frames.deleteLater()


@pytest.mark.parametrize("language", [*SPOKEN, "qps"])
def test_all_of_it_can_be_read_beside_what_it_speaks_of(
    qapp: QApplication, qtbot: QtBot, state: State, language: str
) -> None:
    speak(qapp, language)
    desk = open_on(qtbot, state)
    for size, step in (((1440, 900), 0), ((760, 600), 16)):
        desk.shell.resize(*size)
        desk.shell.appearance.choose_size(step)
        for at in range(len(STEPS)):
            desk.tours.go_on(Tour(at))
            rest(desk, qtbot)
            qtbot.waitUntil(partial(lies_well, desk))  # it is placed once all that moves has come to rest
            assert desk.tours.walk is not None
            spoken_of = seen_part(desk.tours.walk.part())
            if STEPS[at].stop is Stop.FINDING and not step:
                left = callout_of(desk).geometry().right() < spoken_of.left()
                assert left is QApplication.isRightToLeft(), "it stands on the side that is read next"
    desk.tours.leave()


def lies_well(desk: Desk) -> bool:
    """Tell whether the callout can be read whole, all of it in sight and beside what it speaks of."""
    assert desk.tours.walk is not None
    callout, spoken_of = callout_of(desk), seen_part(desk.tours.walk.part())
    inside = seen_part(desk.shell.stack).contains(callout.geometry())
    return inside and not callout.geometry().intersects(spoken_of) and cut_off(callout) == []


OWN = "The bridge\n\n“We will open the bridge on Monday,” Mayor Ada Lindqvist said.\n"
OWN_PAGE = f"<html><title>The bridge</title><body><article><p>{OWN}</p></article></body></html>"


@pytest.mark.parametrize("language", SIDES)
@pytest.mark.parametrize("by", ["file", "paste", "page"])
def test_ones_own_articles_are_no_part_of_the_sample(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: str, by: str
) -> None:
    speak(qapp, language)
    desk = open_window(qtbot)
    take_sample(desk, qtbot)
    rest(desk, qtbot)
    sample = dict(desk.bridge.state.articles)
    own = tmp_path / "coast.txt"
    own.write_text(OWN, encoding="utf-8")
    match by:
        case "paste":
            desk.intake.add_text(OWN, "Coast")
        case "page":
            desk.web_pages._take(Fetched((read_address("https://coast.example/"),), OWN_PAGE.encode(), "utf-8"))
        case _:
            desk.take_in((str(own),))
    rest(desk, qtbot)
    (article,) = desk.bridge.state.articles.values()
    assert article.id not in sample
    assert desk.articles.model.rowCount() == 1


def test_no_sample_is_opened_into_what_is_being_read(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_window(qtbot)
    own = tmp_path / "coast.txt"
    own.write_text(OWN, encoding="utf-8")
    desk.take_in((str(own),))
    assert not sample_button(desk).isEnabled()
    sample_button(desk).click()
    desk.shell.actions_by_id["sample"].trigger()
    rest(desk, qtbot)
    assert [article.path for article in desk.bridge.state.articles.values()] == [str(own)]
    assert desk.shell.actions_by_id["sample"].isEnabled()


def test_a_part_of_the_sample_joins_it_and_one_that_was_saved_takes_in_more(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_window(qtbot)
    take_sample(desk, qtbot)
    rest(desk, qtbot)
    articles = list(desk.bridge.state.articles.values())
    desk.wishes.grant(RemoveArticles((articles[0].id,)))
    rest(desk, qtbot)
    desk.take_in((articles[0].path,))
    rest(desk, qtbot)
    assert len(desk.bridge.state.articles) == len(articles)
    save_as(desk.bridge.session, tmp_path / "mine.crossquote")
    desk.intake.add_text(OWN, "Coast")
    rest(desk, qtbot)
    assert len(desk.bridge.state.articles) == len(articles) + 1
