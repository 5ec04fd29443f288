"""A translator's walk: eight articles in three languages, from the drop to a Word report that bears her name."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.quote import QuoteDialog
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.views.card import Card
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.model.finding import Severity
from crossquote.model.review import Ruling, Verdict
from e2e.bundle import AS_THEY_CAME, put_down
from e2e.person import Person
from e2e.user import CONTROL, KEY

NAME = "Olena Kovalenko"
HERS = "We found thirteen cracks in the second pillar, and no one was hurt"


@pytest.mark.usefixtures("kept_processes")
def test_eight_articles_become_a_signed_word_report(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert person.shell.stack.currentWidget() is person.shell.start_page
    person.look("translator-1-start")
    person.drop(put_down(tmp_path))
    person.settle()
    take_stock(person)
    correct_an_outlet(person)
    name_whom_the_reader_knows(person)
    review(person)
    translate_herself(person)
    report = tmp_path / "velmar.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), ""))
    write_the_report(person)
    with zipfile.ZipFile(report) as archive:
        words = archive.read("word/document.xml").decode()
    assert NAME in words
    assert ">thirteen<" in words
    person.press(KEY.Key_S, CONTROL)


def take_stock(person: Person) -> None:
    """See what came, and what is missing to read it all."""
    state = person.desk.bridge.state
    assert len(state.articles) == len(AS_THEY_CAME)
    assert {article.language for article in state.articles.values()} == {"en", "uk", "de"}
    assert {article.source.reader for article in state.articles.values()} == {"html", "docx", "eml", "plain"}
    assert len(state.utterances) == 3
    assert "no language package" in person.desk.banner.lines[0]
    person.look("translator-2-dropped")
    person.click_at(next(iter(person.desk.banner.offers.values())))
    assert isinstance(person.dialog(), LanguagesDialog)
    person.look("translator-3-languages")
    person.press(KEY.Key_Escape)


def correct_an_outlet(person: Person) -> None:
    """Give a file's outlet the name that it prints."""
    articles = person.desk.articles
    row = next(row for row in range(8) if articles.model.index(row).data().startswith("Bay herald"))
    person.click_row(articles.list, row)
    person.press(KEY.Key_F2)
    assert isinstance(person.dialog(), ArticleDialog)
    person.press(KEY.Key_Tab)
    person.press(KEY.Key_A, CONTROL)
    person.type_in("The Bay Herald")
    person.look("translator-4-outlet")
    person.press(KEY.Key_Return)
    assert "The Bay Herald" in {article.outlet for article in person.desk.bridge.state.articles.values()}


def name_whom_the_reader_knows(person: Person) -> None:
    """Correct a speaker in the reader: the names that its article has are offered first."""
    articles = person.desk.articles
    row = next(row for row in range(8) if articles.model.index(row).data().startswith("Bereh"))
    person.click_row(articles.list, row, twice=True)
    reader = person.front()
    assert isinstance(reader, ReaderWindow)
    person.click_row(reader.list, 0)
    person.look("translator-5-reader")
    person.press(KEY.Key_C)
    dialog = person.dialog()
    assert isinstance(dialog, QuoteDialog)
    offered = [dialog.speaker.itemText(row) for row in range(3)]
    assert offered == ["", "Ада Ліндквіст", "Томас Берг"]
    person.press(KEY.Key_A, CONTROL)
    person.type_in("Ада Ліндквіст-Берг")
    person.look("translator-6-speaker")
    person.press(KEY.Key_Return)
    person.press(KEY.Key_Escape)
    spoken = {quote.speaker.name for quote in person.desk.bridge.state.quotes.values() if quote.speaker}
    assert "Ада Ліндквіст-Берг" in spoken


def review(person: Person) -> None:
    """Accept what is found first; before the first decision a name is asked for."""
    person.click_row(person.desk.utterances.table, 0)
    person.press(KEY.Key_J)
    found = person.desk.comparison.current_finding
    assert found is not None
    assert found.finding.severity is Severity.CRITICAL
    person.look("translator-7-finding")
    person.press(KEY.Key_A)
    person.sign(NAME, "translator-8-name")
    assert [one.ruling for one in person.desk.bridge.state.rulings.values()] == [Ruling.ACCEPTED]
    person.click_at(person.card_button("Faithful"))
    assert [one.verdict for one in person.desk.bridge.state.verdicts.values()] == [Verdict.FAITHFUL]


def translate_herself(person: Person) -> None:
    """Translate what no package does: then it is compared, the thirteen stand out, and the card stays in view."""
    card = card_of(person, "Bereh")
    assert "T lets you translate it yourself" in card.data.note
    person.click_at(card, card.rect().topLeft() + card.rect().center() * 0.1)
    person.press(KEY.Key_T)
    assert isinstance(person.dialog(), VersionsDialog)
    person.type_in(HERS)
    person.look("translator-9-translation")
    person.press(KEY.Key_Return, CONTROL)
    seen = next(one for one in person.desk.comparison.board.cards if one.data.outlet == "Bereh")
    compared, words = seen.data, seen.visibleRegion().boundingRect()
    assert compared.text == HERS
    assert compared.reviewed[0].finding.severity is Severity.CRITICAL
    assert words.height() > seen.height() // 2
    person.look("translator-10-compared")


def card_of(person: Person, outlet: str) -> Card:
    """Return the card of an outlet, scrolled to."""
    board = person.desk.comparison.board
    card = next(one for one in board.cards if one.data.outlet == outlet)
    board.ensureWidgetVisible(card)
    return card


def write_the_report(person: Person) -> None:
    """Ask for a Word document by its first letter, and save it."""
    person.press(KEY.Key_E, CONTROL)
    dialog = person.dialog()
    assert isinstance(dialog, ReportDialog)
    assert dialog.reviewer.text() == NAME
    person.press(KEY.Key_W, times=2)
    assert ".docx" in dialog.format.currentText()
    person.look("translator-11-report")
    person.click_at(dialog.give)
    saved = person.dialog()
    assert isinstance(saved, QMessageBox)
    person.look("translator-12-saved")
    person.press(KEY.Key_Escape)
