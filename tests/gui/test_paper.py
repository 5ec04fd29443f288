"""Pages: what belongs together is on one."""

import re
import time
from bisect import bisect_right

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter

from counting import counted, longest_share
from crossquote.export.formats.pdf.body import paged_text
from crossquote.export.formats.pdf.pages import FOOT, PagedText
from crossquote.gui.paper.layout import Strip, draw, headings_of, lay_out, laying_out
from crossquote.message import verbatim
from crossquote.model.step import StepName
from crossquote.work.report import gather_report
from gui.hand_made import sample_state

TABLE = (
    "<table width='100%'><thead><tr><th>Outlet</th><th>Quotes</th></tr></thead>"
    "<tr><td>Coast</td><td>4</td></tr></table>"
)


def page_of(strip: Strip, text: str) -> int:
    """Return the number of the page on which a paragraph stands."""
    block = strip.document.begin()
    while block.isValid() and block.text() != text:
        block = block.next()
    top = strip.document.documentLayout().blockBoundingRect(block).top()
    return bisect_right([part.shown.top for part in strip.pages], top + 1)


@pytest.mark.usefixtures("qapp")
def test_the_head_of_a_table_is_on_the_page_of_its_first_row() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setResolution(72)
    seen = set()
    for above in range(30, 75):
        text = f"<p style='margin:0'>{'<br>'.join(['line'] * above)}</p><h2>Articles</h2>{TABLE}"
        strip = lay_out(PagedText("Title", text, ""), device)
        pages = [page_of(strip, name) for name in ("Articles", "Outlet", "Quotes", "Coast")]
        assert len(set(pages)) == 1, above
        seen.add(pages[0])
    assert seen == {1, 2}
    device.deleteLater()


def device_of(paper: QPageSize.PageSizeId, buffer: QBuffer) -> QPdfWriter:
    """Return what draws pages into a buffer, a point for a pixel."""
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setPageSize(QPageSize(paper))
    device.setResolution(72)
    return device


def texts_of(buffer: QBuffer) -> list[str]:
    """Return the texts of pages, without blanks and their feet."""
    document = pypdfium2.PdfDocument(bytes(buffer.data().data()))
    pages = (document[number].get_textpage() for number in range(len(document)))
    return ["".join(page.get_text_bounded(bottom=FOOT).split()) for page in pages]


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
@pytest.mark.usefixtures("qapp")
def test_the_head_of_a_table_is_told_again_on_every_page_that_it_goes_on_to(paper: QPageSize.PageSizeId) -> None:
    buffer = QBuffer()
    device = device_of(paper, buffer)
    rows = "".join(f"<tr><td>row{number}</td><td>·<br>·</td></tr>" for number in range(90))
    head = "<thead><tr><th>Outlet</th><th>Quotes</th></tr></thead>"
    text = f"<p>before</p><table width='100%' cellpadding=3>{head}{rows}</table><p>behind</p>"
    draw(lay_out(PagedText("Title", text, ""), device), device)
    pages = texts_of(buffer)
    assert len(pages) > 3
    assert [page.count("Outlet") for page in pages] == [1] * len(pages)
    assert re.findall(r"row\d+", "".join(pages)) == [f"row{number}" for number in range(90)], "none lost, none twice"
    assert "behind" in pages[-1]
    device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_row_that_is_higher_than_a_page_goes_on_line_by_line() -> None:
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    lines = "<br>".join(f"line{number}." for number in range(200))
    text = f"<table><thead><tr><th>Outlet</th></tr></thead><tr><td>{lines}</td></tr></table>"
    draw(lay_out(PagedText("Title", text, ""), device), device)
    pages = texts_of(buffer)
    assert re.findall(r"line\d+", "".join(pages)) == [f"line{number}" for number in range(200)], "none lost, none twice"
    device.deleteLater()


@pytest.mark.parametrize("high", [70, 90, 94, 100, 120])
@pytest.mark.parametrize("before", ["<table><tr><td>", "<p>before</p>"])
@pytest.mark.usefixtures("qapp")
def test_no_line_is_lost_nor_told_twice_however_high_its_face_is(high: int, before: str) -> None:
    """Lines of a face may be higher than they stand apart; then all of them were one, of which a page was drawn."""
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    lines = "<br>".join(f"line{number}." for number in range(200))
    text = f"{before}<div style='line-height:{high}%'>{lines}</div>"
    draw(lay_out(PagedText("Title", text, ""), device), device)
    pages = texts_of(buffer)
    assert re.findall(r"line\d+", "".join(pages)) == [f"line{number}" for number in range(200)]
    assert len(pages) in range(3, 7)
    device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_lines_of_cells_side_by_side_are_all_there_in_a_row_that_is_higher_than_a_page() -> None:
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    cells = "".join(
        f"<td><span style='font-size:{size}pt'>{'<br>'.join(f'{name}{number}.' for number in range(150))}</span></td>"
        for name, size in (("left", 9), ("middle", 7), ("right", 8))
    )
    text = f"<table><tr>{cells}</tr></table><p>behind</p>"
    draw(lay_out(PagedText("Title", text, ""), device), device)
    told = "".join(texts_of(buffer))
    for name in ("left", "middle", "right"):
        assert re.findall(rf"{name}\d+", told) == [f"{name}{number}" for number in range(150)]
    assert "behind" in told
    device.deleteLater()


@pytest.mark.parametrize("above", range(30, 54))
@pytest.mark.usefixtures("qapp")
def test_a_row_that_has_no_room_below_its_head_is_not_drawn_over_the_end_of_a_page(above: int) -> None:
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    head = "<br>".join(f"head{number}." for number in range(8))
    cells = "<br>".join(f"line{number}." for number in range(above))
    text = f"<table><thead><tr><th>{head}</th></tr></thead><tr><td>first</td></tr><tr><td>{cells}</td></tr></table>"
    draw(lay_out(PagedText("Title", text, ""), device), device)
    told = re.findall(r"(?:head|first|line)\d*", "".join(texts_of(buffer)))
    assert [line for line in told if line.startswith("line")] == [f"line{number}" for number in range(above)]
    assert told[-1].startswith("line"), "no page is empty, or has nothing but the head of a table"
    device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_row_that_says_more_of_the_one_above_is_on_its_page() -> None:
    for above in range(20, 50):
        buffer = QBuffer()
        device = device_of(QPageSize.PageSizeId.A4, buffer)
        rows = "".join(
            f"<tr><td>outlet{number}.</td><td>4</td></tr><tr><td colspan=2>source{number}.</td></tr>"
            for number in range(12)
        )
        text = f"<p style='margin:0'>{'<br>'.join(['line'] * above)}</p><table width='100%'>{rows}</table>"
        draw(lay_out(PagedText("Title", text, ""), device), device)
        for page in texts_of(buffer):
            assert re.findall(r"outlet(\d+)", page) == re.findall(r"source(\d+)", page), above
        device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_beside_a_word_without_end_words_stay_whole() -> None:
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    said = "We have always asked for three ferries. " * 20
    strip = lay_out(PagedText("Title", f"<p>{said}</p><p>{said} {'x' * 20_000}</p>", ""), device)
    block, cut = strip.document.begin(), []
    while block.isValid():
        ends = (line.textStart() for line in map(block.layout().lineAt, range(1, block.layout().lineCount())))
        cut += [
            at for at in ends if block.text()[at - 1 : at + 1].isalpha() and "x" not in block.text()[at - 1 : at + 1]
        ]
        block = block.next()
    assert cut == []
    draw(strip, device)
    pages = texts_of(buffer)
    assert "".join(pages).count("x") == 20_000
    assert set("".join(pages)) == set(said) - {" "} | {"x"}, "nothing else can be copied"
    device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_paragraph_over_many_pages_is_laid_out_in_proportion_to_its_length() -> None:
    took = []
    for times in (2_000, 2_000, 8_000):  # once to load the face
        buffer = QBuffer()
        device = device_of(QPageSize.PageSizeId.A4, buffer)
        text = f"<p>{'some words of a paragraph that goes on ' * times}</p>"
        began = time.process_time()
        strip = lay_out(PagedText("Title", text, ""), device)
        took.append(time.process_time() - began)
        assert len(strip.pages) > times // 200  # by whatever face there is
        device.deleteLater()
    assert took[2] < 9 * took[1], "four times the letters took the square of that"


@pytest.mark.usefixtures("qapp")
def test_no_step_of_laying_out_does_much_of_it() -> None:
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    rows = "".join(f"<tr><td>row{number}</td><td>·</td></tr>" for number in range(2_000))
    text = PagedText("Title", f"{'<h2>words</h2><p>said</p>' * 2_000}<table>{rows}</table>", "")
    assert longest_share(laying_out(text, device)) < 0.25
    device.deleteLater()


def logged(steps: int) -> PagedText:
    """Return a report of so many steps, a row of its log each."""
    report = gather_report(sample_state(), title="Title")
    log = tuple(StepName(n, verbatim(f"step{n}"), "2026-11-28T10:00:00+00:00", "Ada") for n in range(steps))
    return paged_text(replace(report, log=log))


@pytest.mark.usefixtures("qapp")
def test_a_long_table_is_laid_out_in_runs_of_rows_and_looks_as_one() -> None:
    """One of 10,000 rows held the window for two seconds: Qt lays out a whole table at once."""
    drawn, text = list[list[str]](), logged(500)
    runs = text.text.count("</table><table")
    assert runs > 2
    for one in (text, replace(text, text=re.sub("</table><table[^>]*>", "", text.text))):
        buffer = QBuffer()
        device = device_of(QPageSize.PageSizeId.A4, buffer)
        draw(lay_out(one, device), device)
        drawn.append(texts_of(buffer))
    assert drawn[0] == drawn[1]
    assert re.findall(r"step\d+", "".join(drawn[0])) == [f"step{number}" for number in range(500)]
    assert all("When" in page for page in drawn[0][-5:])


@pytest.mark.usefixtures("qapp")
def test_no_step_lays_out_much_of_a_long_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossquote.gui.paper.layout._PART", 10_000)
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    assert longest_share(laying_out(logged(2_000), device)) < 0.15
    device.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_a_text_that_is_written_in_parts_comes_on_the_same_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Written in one go, the report of 20,000 renditions held the window for two seconds."""
    buffer = QBuffer()
    device = device_of(QPageSize.PageSizeId.A4, buffer)
    state = sample_state()
    many = {
        f"{key}-{number}": replace(one, id=f"{key}-{number}")
        for number in range(8)
        for key, one in state.utterances.items()
    }
    text = paged_text(gather_report(replace(state, utterances=many), title="Title"))
    laid_out = []
    for letters in (10**9, 1):
        monkeypatch.setattr("crossquote.gui.paper.layout._PART", letters)
        with counted("setHtml") as times:
            strip = lay_out(text, device)
        laid_out.append((strip.pages, strip.document.toHtml(), list(headings_of(strip))))
        assert times[0] == (1 if letters > 1 else len(re.findall("<h[1-6]", text.text)) + 1)
    assert len(laid_out[0][0]) > 5
    assert laid_out[0] == laid_out[1]
    device.deleteLater()
