"""A walk by the keyboard alone, in Arabic: opened, findings gone through, a speaker and a bound corrected, reported."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from crossquote.gui.dialogs.quote import QuoteDialog
from crossquote.gui.dialogs.report import ReportDialog
from crossquote.gui.speaking import speak
from crossquote.gui.views.quote_ends import EndHandle
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.words import say
from crossquote.model.review import Ruling
from crossquote.model.state import State
from crossquote.work.edits.bounds import End
from e2e.person import Hands, Person
from e2e.user import CONTROL, KEY

NAME, SPEAKER, SPOKEN = "ليلى", "توماس بيرغ", "وجدنا أربعة تشققات في الدعامة الثانية، ولم يصب أحد بأذى"
COAST = f"""تشققات تغلق جسر فيلمار

أُغلق الجسر في فيلمار منذ يوم الثلاثاء، وتنقل العبّارة من يريد العبور.

قال كبير المهندسين توماس بيرغ: «{SPOKEN.replace("أربعة", "ثلاثة")}». وأضاف بيرغ: «لن يُفتح الجسر قبل يونيو على الأرجح».

هذه المقالة مختلقة.
"""
ISLAND = f"""فيلمار تنتظر جسرها

وقف الناس في الجزر في طابور القارب الأول يوم الأربعاء.

قال كبير المهندسين توماس بيرغ: «{SPOKEN}». وقال بيرغ: «لن يُفتح الجسر قبل يونيو».

هذه المقالة مختلقة.
"""
"""Two articles about one event; the event, the people and the outlets are invented, as the articles say."""


@pytest.fixture
def _in_arabic(qapp: QApplication) -> Iterator[None]:
    """Let the system speak Arabic."""
    speak(qapp, "ar")
    yield
    speak(qapp, "en")


@pytest.mark.usefixtures("_in_arabic")
def test_a_story_is_reviewed_in_arabic_without_a_mouse(
    person: Person, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands()
    qapp.installEventFilter(hands)
    open_two(person, tmp_path, monkeypatch)
    go_through_findings(person)
    correct_the_speaker(person)
    correct_the_end(person)
    saved, report = tmp_path / "جسر.crossquote", tmp_path / "جسر.docx"
    answers, suggested = [str(saved), str(report)], []

    def answer(_parent: object, _title: str, offered: str, *_: str) -> tuple[str, str]:
        suggested.append(Path(offered).name)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    person.press(KEY.Key_S, CONTROL)
    report_in_word(person)
    qapp.removeEventFilter(hands)
    assert hands.presses == 0
    assert suggested == ["قصة.crossquote", "جسر.docx"]
    assert saved.exists()
    with zipfile.ZipFile(report) as archive:
        words = archive.read("word/document.xml").decode()
    assert NAME in words
    assert "<w:bidi/>" in words


def open_two(person: Person, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open two files by the second button of the first page."""
    names = []
    for name, text in (("الساحل", COAST), ("الجزيرة", ISLAND)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    assert person.shell.layoutDirection() is Qt.LayoutDirection.RightToLeft
    person.look("arabic-1-start")
    person.press(KEY.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == say("window.action.add").replace("&", "")
    person.press(KEY.Key_Space)
    assert {article.language for article in state_of(person).articles.values()} == {"ar"}
    assert len(state_of(person).utterances) == 2
    assert QApplication.focusWidget() is person.desk.utterances.table
    assert all(
        card.words.cursorRect(QTextCursor(card.words.document())).x() > card.words.width() - 20
        for card in person.desk.comparison.board.cards
    )
    person.look("arabic-2-opened")


def state_of(person: Person) -> State:
    return person.desk.bridge.state


def go_through_findings(person: Person) -> None:
    """Accept the worst, after the name that is asked for, and dismiss the next."""
    person.press(KEY.Key_J)
    found = person.desk.comparison.current_finding
    assert found is not None
    assert found.finding.check == "number"
    person.press(KEY.Key_A)
    person.sign(NAME, "arabic-3-name")
    person.press(KEY.Key_J)
    person.press(KEY.Key_D)
    rulings = [decision.ruling for decision in state_of(person).rulings.values()]
    assert sorted(rulings) == sorted((Ruling.ACCEPTED, Ruling.DISMISSED))
    person.look("arabic-4-decided")


def correct_the_speaker(person: Person) -> None:
    """Take the role out of a speaker's name."""
    row = next(row for row, card in enumerate(person.desk.comparison.board.cards) if not card.data.base)
    assert row == 1
    person.press(KEY.Key_L)
    person.press(KEY.Key_C)
    assert isinstance(person.dialog(), QuoteDialog)
    person.press(KEY.Key_A, CONTROL)
    person.type_in(SPEAKER)
    person.look("arabic-5-speaker")
    person.press(KEY.Key_Return)
    assert SPEAKER in {quote.speaker.name for quote in state_of(person).quotes.values() if quote.speaker}


def correct_the_end(person: Person) -> None:
    """Take two words off a quote's end in the reader, where the right arrow leads back, and undo one of them."""
    person.press(KEY.Key_Return, CONTROL)
    reader = person.front()
    assert isinstance(reader, ReaderWindow)
    before = chosen_words(person)
    person.press(KEY.Key_Tab, times=2)
    handle = QApplication.focusWidget()
    assert isinstance(handle, EndHandle)
    assert handle.end is End.END
    person.press(KEY.Key_Right, times=2)
    person.look("arabic-6-end")
    assert chosen_words(person) == " ".join(before.split()[:-2])
    person.press(KEY.Key_Z, CONTROL)
    assert chosen_words(person) == " ".join(before.split()[:-1])
    person.press(KEY.Key_Escape)
    assert person.front() is person.shell
    person.press(KEY.Key_Z, CONTROL)
    assert chosen_words(person) == before


def chosen_words(person: Person) -> str:
    """Return the words of the current card."""
    card = person.desk.comparison.current_card
    assert card is not None
    return card.text


def report_in_word(person: Person) -> None:
    """Choose Word in the list of formats by the arrows, save, and leave what says so."""
    person.press(KEY.Key_E, CONTROL)
    dialog = person.dialog()
    assert isinstance(dialog, ReportDialog)
    assert dialog.reviewer.text() == NAME
    while ".docx" not in dialog.format.currentText():
        person.press(KEY.Key_Down)
    person.look("arabic-7-report")
    person.press(KEY.Key_Return)
    assert isinstance(person.dialog(), QMessageBox)
    person.look("arabic-8-saved")
    person.press(KEY.Key_Return)
