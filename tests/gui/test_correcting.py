"""Correcting a quote: the dialog has who is shown to speak, and what the user leaves or writes there is theirs."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.quote import QuoteDialog
from crossquote.gui.wishes.quotes import CorrectQuote
from crossquote.model.quote import QuoteKind
from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from gui.waiting import settle

_WORDS = "We will not sell a single acre of the northern forest to anybody, this year or the next"
_NAMED = f"Forest talks\n\n“{_WORDS},” Minister Ada Lindqvist said.\n"
_POINTED = f"Forest talks\n\nAda Lindqvist came late. Karl Brandt spoke first.\n\n“{_WORDS},” he said.\n"


@pytest.fixture
def asked(empty_desk: Desk) -> str:
    """Return the quote of the article that only points at its speaker, whose dialog is open."""
    session = Session()
    finish(add_text(session, _NAMED, "Coast"))
    finish(add_text(session, _POINTED, "Island"))
    empty_desk.bridge.session.state = session.state
    empty_desk.bridge.catch_up()
    (quote,) = (one for one in session.state.quotes.values() if one.speaker and one.speaker.name == "Karl Brandt")
    empty_desk.wishes.grant(CorrectQuote(quote.id))
    return quote.id


def _dialog() -> QuoteDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuoteDialog)
    return dialog


@pytest.mark.parametrize("name", ["Ada Lindqvist", "Karl Brandt", ""])
def test_whom_the_user_confirms_is_kept(empty_desk: Desk, asked: str, name: str, qtbot: QtBot) -> None:
    dialog = _dialog()
    assert dialog.speaker.currentText() == "Ada Lindqvist"
    dialog.speaker.setCurrentText(name)
    dialog.keep.click()
    settle(qtbot, empty_desk)
    speaker = empty_desk.bridge.state.quotes[asked].speaker
    assert asked in empty_desk.bridge.state.corrections
    assert (speaker.name if speaker else "") == name


def test_who_is_as_the_article_says_stays_its_own(empty_desk: Desk, asked: str, qtbot: QtBot) -> None:
    _dialog().reject()
    named = next(key for key in empty_desk.bridge.state.quotes if key != asked)
    empty_desk.wishes.grant(CorrectQuote(named))
    dialog = _dialog()
    dialog.kind.setCurrentIndex(list(QuoteKind).index(QuoteKind.MIXED))
    dialog.keep.click()
    settle(qtbot, empty_desk)
    speaker = empty_desk.bridge.state.quotes[named].speaker
    assert speaker is not None
    assert speaker.mention is not None
