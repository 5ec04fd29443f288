"""The PDF: pages that end between lines and never with a heading; bookmarks, its faces, words that can be read."""

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import msgspec
import pypdfium2
import pytest
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter
from pypdf.generic import Destination
from PySide6.QtGui import QFontDatabase

from contracts.exporter import reports
from crossquote.child.trouble import ChildError, Trouble
from crossquote.child.worker import Worker
from crossquote.errors import UserError
from crossquote.export.document import Report, ReportFinding
from crossquote.export.exporter import known_formats
from crossquote.export.formats.pdf.actual_text import tell_letters
from crossquote.export.formats.pdf.body import paged_text
from crossquote.export.formats.pdf.letters import told_by_glyphs
from crossquote.export.formats.pdf.pages import DrawnPages
from crossquote.export.verify import verify_report
from crossquote.gui.paper.drawer import draw_pages
from crossquote.message import verbatim
from crossquote.model.review import Decision, Ruling, Stamp
from saying import says

WritingSystem = QFontDatabase.WritingSystem
PDF = known_formats()[".pdf"]
pytestmark = pytest.mark.usefixtures("kept_processes")


@pytest.fixture(scope="module")
def story() -> Report:
    """Return the report on a sample story, long enough for many pages."""
    report = reports()["harbour-strike"]
    return replace(report, utterances=(*report.shared * 4, *report.alone), at="2025-03-14T10:00:00+00:00")


@pytest.fixture(scope="module")
def drawn(story: Report) -> bytes:
    return PDF.render(story)


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def bookmarks(reader: PdfReader, outline: object = None) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for one in reader.outline if outline is None else outline:  # type: ignore[attr-defined]  # lists in lists
        if isinstance(one, Destination):
            found.append((str(one.title), reader.get_destination_page_number(one) or 0))
        else:
            found += bookmarks(reader, one)
    return found


def test_bookmarks_lead_to_the_page_of_each_heading(story: Report, drawn: bytes) -> None:
    texts = pages(drawn)
    marks = bookmarks(PdfReader(BytesIO(drawn)))
    speakers = [one.speaker for one in story.shared if one.speaker]
    assert [title for title, _ in marks if title in speakers] == speakers
    assert [title for title, page in marks if told_by_glyphs(title) not in told_by_glyphs(texts[page])] == []
    assert marks[-1][1] > 8


def test_each_page_has_its_number_and_no_line_stands_twice(drawn: bytes) -> None:
    texts = pages(drawn)
    lines = [[line for line in text.splitlines() if line.strip()] for text in texts]
    assert [one[-1] for one in lines] == [f"{number + 1} / {len(texts)}" for number in range(len(texts))]
    assert [above[-2] for above, below in pairwise(lines) if above[-2] == below[0]] == []


def test_no_page_ends_with_a_heading(story: Report, drawn: bytes) -> None:
    last = [[line for line in text.splitlines() if line.strip()][-2] for text in pages(drawn)]
    outlets = {one.article.outlet for one in story.articles}
    speakers = {one.speaker for one in story.utterances}
    assert [line for line in last if line in speakers or line.partition(" · ")[0] in outlets] == []


def test_it_says_its_title_language_and_moment_and_has_its_faces(drawn: bytes) -> None:
    reader = PdfReader(BytesIO(drawn))
    about = dict(reader.metadata or {})
    assert str(about["/Title"]) == "The harbour strike"
    assert str(about["/CreationDate"]) == "D:20250314100000Z"
    assert str(reader.root_object["/Lang"]) == "en"
    assert b"/FontFile2" in drawn
    assert b"/JavaScript" not in drawn
    assert b"/URI" not in drawn


def test_what_an_article_writes_as_markup_is_drawn_as_it_stands(story: Report) -> None:
    odd = "<img src='file:///etc/passwd'><h1>big</h1><a href='https://example.org'>x</a>"
    report = replace(story, title=odd, utterances=(), coverage=(verbatim(odd),))
    assert told_by_glyphs("".join(pages(PDF.render(report)))).count(told_by_glyphs(odd)) == len(("title", "coverage"))
    assert "<img" not in paged_text(report).text


def test_where_no_pages_can_be_drawn_it_says_what_else_to_choose(
    story: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*_: object) -> Iterator[object]:
        yield from ()
        raise ChildError(Trouble.DIED)

    monkeypatch.setattr(Worker, "ask", ask)
    with pytest.raises(UserError, check=says("can't be drawn on this machine")):
        PDF.render(story)


def test_a_reason_beside_a_name_from_the_right_is_read_back_though_lines_turn_it(story: Report) -> None:
    """Lines of such a paragraph are cut and turned by the reader of pages; it was said that a text was lost."""
    by = Stamp("\u0639\u0644\u064a", "2025-03-14T10:00:00+00:00")
    reason = " ".join(f"the {word} of the old harbour bridge" for word in ("winter", "council", "ministry", "water"))
    utterance = next(one for one in story.shared if any(told.findings for told in one.renditions))
    renditions = tuple(
        replace(one, findings=tuple(_ruled(said, Decision(Ruling.DISMISSED, reason, by)) for said in one.findings))
        for one in utterance.renditions
    )
    report = replace(story, utterances=(replace(utterance, renditions=renditions),))
    verify_report(report, PDF, PDF.render(report))


def _ruled(said: ReportFinding, decision: Decision) -> ReportFinding:
    found = verbatim("\u0639\u0644\u064a \u0639\u0646 \u0627\u0644\u0645\u064a\u0646\u0627\u0621")
    return replace(said, decision=decision, finding=replace(said.finding, message=found))


SHAPED = {
    WritingSystem.Devanagari: "मंत्री ने कहा कि “हमने सरकार से दृढ़ता से अनुरोध किया है”, 25 प्रतिशत किसानों को लाभ मिलेगा।",
    WritingSystem.Bengali: "মন্ত্রী বলেছেন, “আমরা সরকারের কাছে দৃঢ়ভাবে অনুরোধ করেছি”।",
    WritingSystem.Thai: "รัฐมนตรีกล่าวว่า “เราได้ขอร้องรัฐบาลอย่างหนักแน่น” ตามที่ น้ำ",
    WritingSystem.Tamil: "அமைச்சர் கூறினார்: “நாங்கள் அரசாங்கத்திடம் கேட்டுக்கொண்டோம்”.",
    WritingSystem.Arabic: "طلبنا من الحكومة بشدة إنقاذ 25 شخصا ولا إله",
}


def want_face(system: WritingSystem) -> None:
    """Skip a test where no face has the letters of a script."""
    if not QFontDatabase.families(system):
        pytest.skip("no face has them; Windows, shown nowhere, has the program's own alone")


def signs(text: str) -> str:
    """Return what a text says, as it is read or searched for: without blanks, and in one way of writing."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("system", list(SHAPED))
def test_words_of_shaped_letters_are_read_whole(story: Report, system: WritingSystem) -> None:
    want_face(system)
    report = replace(story, utterances=(), coverage=(verbatim(SHAPED[system]), verbatim("The harbour is open.")))
    drawn = PDF.render(report)
    read = signs("".join(pages(drawn)))
    assert signs(SHAPED[system]) in read
    assert signs("The harbour is open.") in read
    assert PDF.render(replace(report)) == drawn


@pytest.mark.parametrize("system", list(SHAPED))
def test_letters_that_no_face_may_have_are_drawn_somehow(story: Report, system: WritingSystem) -> None:
    """Qt dies when a box is asked for its face."""
    report = replace(story, utterances=(), coverage=(verbatim(f"{SHAPED[system]} \U00011111 \U00016880"),))
    verify_report(report, PDF, PDF.render(report))


@pytest.mark.usefixtures("qapp")
def test_letters_of_arabic_are_told_as_letters(story: Report) -> None:
    """Faces name glyphs for the forms that letters have in a word, which nobody searches for."""
    want_face(WritingSystem.Arabic)
    drawn = PDF.render(replace(story, utterances=(), coverage=(verbatim(SHAPED[WritingSystem.Arabic]),)))
    told = tables(PdfReader(BytesIO(drawn)))
    assert "<0642>" in told
    assert "<FED7>" not in told


@pytest.mark.usefixtures("qapp")
def test_of_a_page_that_is_not_as_it_was_drawn_nothing_is_told(story: Report) -> None:
    want_face(WritingSystem.Arabic)
    text = paged_text(replace(story, utterances=(), coverage=(verbatim(SHAPED[WritingSystem.Arabic]),)))
    drawn = msgspec.msgpack.decode(draw_pages(msgspec.msgpack.encode(text)), type=DrawnPages)
    writer, other = (PdfWriter(clone_from=PdfReader(BytesIO(drawn.pdf))) for _ in range(2))
    tell_letters(writer, drawn.lines)
    assert "<0642>" in tables(writer)
    lines = [line for line in drawn.lines[0] if len(line) > 1]
    tell_letters(other, [[lines[-1], *lines[:-1]]])
    assert "<0642>" not in tables(other)
    tell_letters(other, [[*drawn.lines[0] * 2]])
    assert "<0642>" not in tables(other)


def tables(reader: PdfReader | PdfWriter) -> str:
    """Return what the first page tells of its glyphs."""
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]  # a page has them
    return "".join(font.get_object()["/ToUnicode"].get_data().decode() for font in fonts)
