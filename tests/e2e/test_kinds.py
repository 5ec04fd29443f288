"""A translator's walk with files as they lie on her disk: pages with their folders, mail, a recording, an archive.

Nothing but the articles becomes one; what can't be read is told with why; the recording is the original, her work is
kept and gone on with, and the Word report bears her name.
"""

import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMessageBox, QPushButton

from crossquote.gui.dialogs.article import ArticleDialog
from crossquote.gui.dialogs.encoding import EncodingDialog
from crossquote.gui.dialogs.listing import ListDialog
from crossquote.gui.dialogs.report import ReportDialog
from documents import docx, packed, paragraphs
from e2e.bundle import BAY, COAST, DAY, EVENING, HARBOUR, ISLAND, MORNING, Told, as_page
from e2e.person import Person
from e2e.user import CONTROL, KEY, SHIFT
from printed_pages import pdf

NAME = "Olena Kovalenko"
RECORDING = """1
00:00:01,000 --> 00:00:04,000
BERG: We found three cracks in the second

2
00:00:04,000 --> 00:00:06,000
pillar, and no one was hurt.

3
00:00:06,500 --> 00:00:09,000
The bridge will probably not open before June.

4
00:00:30,000 --> 00:00:34,000
LINDQVIST: I have strongly requested that the ministry keep the ferry running until the bridge is safe.
"""
CAME = {
    "Coast Wire", "Island Post", "Harbour Mail", "Bay Herald", "День Вельмара", "Abendblatt Süd", "Press talk",
}  # fmt: skip
UNREAD = {"scan.pdf", "empty.txt", "Morgenpost.txt"}


def put_down(folder: Path) -> list[Path]:
    """Write the files into a folder; return what is dropped: each by itself, and a folder and an archive of others."""
    inner = folder / "from the islands"
    inner.mkdir()
    save_page(folder, COAST, "Dateien")
    save_page(inner, ISLAND, "files")
    (folder / "Press talk 2026-03-04.srt").write_text(RECORDING, encoding="utf-8")
    (folder / "fwd.eml").write_bytes(handed_on(HARBOUR))
    (folder / "den.zip").write_bytes(packed({"a/den.html": framed(DAY), "a/den_files/ads.html": as_page(MORNING)}))
    (inner / "Bay Herald.docx").write_bytes(docx(paragraphs(BAY.title, *BAY.body), title=BAY.title))
    (inner / "Abendblatt Süd.txt").write_text("\n\n".join((EVENING.title, *EVENING.body)), encoding="utf-8")
    (inner / "Morgenpost.txt").write_bytes("\n\n".join((MORNING.title, *MORNING.body)).encode("cp1252"))
    (inner / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    around = [(50.0, 820.0, 8.0, "3/5/26, 9:12 AM"), (50.0, 20.0, 8.0, "https://bay.example/scan 1/1")]
    (folder / "scan.pdf").write_bytes(pdf([around], pictures=True))
    (folder / "empty.txt").touch()
    return sorted(folder.iterdir())


def save_page(folder: Path, told: Told, word: str) -> None:
    """Save a page as a browser does, with what stood about it in a folder of its own."""
    sign = "-" if word.istitle() else "_"
    beside = folder / f"{told.outlet}{sign}{word}"
    beside.mkdir()
    (beside / "ads.html").write_bytes(as_page(MORNING))
    (beside / "main.js").write_text('const said = "“Buy now,” said the shop.";', encoding="utf-8")
    frame = f'<img src="./{beside.name}/a.png"></footer>'.encode()
    (folder / f"{told.outlet}.html").write_bytes(as_page(told).replace(b"</footer>", frame))


def framed(told: Told) -> bytes:
    """Return a page as it is saved with what it shows in a frame."""
    return as_page(told).replace(b"</footer>", b'<iframe src="den_files/ads.html"></iframe></footer>')


def handed_on(told: Told) -> bytes:
    """Return a mail of a colleague who hands a paper's mail on."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ben Roe <ben@desk.example>", "o@desk.example", f"Fwd: {told.title}"
    mail["Date"] = "Thu, 05 Mar 2026 08:00:00 +0000"
    head = f"From: {told.outlet} <news@harbour-mail.example>\nDate: Wed, 4 Mar 2026\nTo: Ben Roe <ben@desk.example>"
    words = "\n\n".join((f"For you?\n\n---------- Forwarded message ---------\n{head}", told.title, *told.body))
    mail.set_content(words)
    return bytes(mail)


@pytest.mark.usefixtures("kept_processes")
def test_what_lies_on_a_disk_becomes_a_signed_word_report(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer, desk = tmp_path / "drawer", tmp_path / "desk"
    for folder in (drawer, desk):
        folder.mkdir()
    person.drop(put_down(drawer))
    person.settle()
    take_stock(person)
    read_the_rest(person)
    tell_the_recording(person)
    review(person)
    save_and_go_on(person, desk / "velmar.crossquote", monkeypatch)
    write_the_report(person, desk / "velmar.docx", monkeypatch)


def outlets(person: Person) -> set[str]:
    return {article.outlet for article in person.desk.bridge.state.articles.values()}


def take_stock(person: Person) -> None:
    """See that what came are the articles, each of its outlet, and nothing that was saved beside them."""
    person.look("kinds-1-dropped")
    assert outlets(person) == CAME
    assert len(person.desk.bridge.state.articles) == len(CAME)
    assert {Path(name).name for name in person.desk.intake.unread} == UNREAD


def read_the_rest(person: Person) -> None:
    """Look why files were not read, and choose the encoding of the one that is a text."""
    offers = person.desk.banner.offers.values()
    person.click_at(next(one for one in offers if one.text() == "Files that were not read"))
    listing = person.dialog()
    assert isinstance(listing, ListDialog)
    person.look("kinds-2-unread")
    person.press(KEY.Key_Escape)
    person.click_at(next(one for one in offers if one.text() == "Choose an encoding"))
    assert isinstance(person.dialog(), EncodingDialog)
    person.look("kinds-3-encoding")
    person.press(KEY.Key_Return)
    assert outlets(person) == CAME | {"Morgenpost"}


def tell_the_recording(person: Person) -> None:
    """Give the recording its day as one writes it, and say that it is the original: it is the base of what it holds."""
    articles = person.desk.articles
    row = next(row for row in range(8) if articles.model.index(row).data() == "Press talk")
    person.click_row(articles.list, row)
    person.press(KEY.Key_F2)
    dialog = person.dialog()
    assert isinstance(dialog, ArticleDialog)
    person.press(KEY.Key_Tab, times=3)
    person.type_in("4.3.2026")
    person.press(KEY.Key_Tab, times=3)
    assert isinstance(dialog.focusWidget(), QCheckBox)
    person.press(KEY.Key_Space)
    person.look("kinds-4-original")
    person.press(KEY.Key_Return)
    state = person.desk.bridge.state
    (recording,) = (one for one in state.articles.values() if one.source.reader == "srt")
    assert recording.date == "2026-03-04"
    shared = [one for one in state.utterances.values() if len(one.renditions) > 1]
    assert {one.renditions[one.base].article for one in shared} == {recording.id}
    spoken = {quote.speaker.name for quote in state.quotes.values() if quote.speaker and quote.article == recording.id}
    assert spoken == {"BERG", "LINDQVIST"}


def review(person: Person) -> None:
    """Accept the worst finding under one's name."""
    person.click_row(person.desk.utterances.table, 0)
    person.press(KEY.Key_J)
    person.press(KEY.Key_A)
    person.sign(NAME, "kinds-5-name")
    assert len(person.desk.bridge.state.rulings) == 1


def save_and_go_on(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save the project, close it, and go on with it from the first page."""
    before = person.desk.bridge.state
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.press(KEY.Key_S, CONTROL | SHIFT)
    person.press(KEY.Key_W, CONTROL)
    assert not person.desk.bridge.state.articles
    person.look("kinds-6-closed")
    (recent,) = (one for one in person.shell.start_page.findChildren(QPushButton) if one.objectName() == "recent")
    assert recent.text().startswith("velmar · desk")
    person.click_at(recent)
    assert person.desk.bridge.state == before


def write_the_report(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a Word document that names the reviewer and every article."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.press(KEY.Key_E, CONTROL)
    dialog = person.dialog()
    assert isinstance(dialog, ReportDialog)
    person.press(KEY.Key_W, times=2)
    person.look("kinds-7-report")
    person.click_at(dialog.give)
    assert isinstance(person.dialog(), QMessageBox)
    person.press(KEY.Key_Escape)
    with zipfile.ZipFile(path) as archive:
        words = archive.read("word/document.xml").decode()
    assert NAME in words
    assert all(outlet in words for outlet in CAME)
    person.press(KEY.Key_S, CONTROL)
