"""Reports in a language that is read from right to left: what begins where, and what is read back of pages."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from contracts.exporter import reports
from crossquote.export.citing import article_source
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.formats.docx.ink import line
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.pdf.body import paged_text
from crossquote.export.formats.pdf.letters import told_in_order
from crossquote.export.telling import Teller
from crossquote.export.verify import verify_report

pytestmark = pytest.mark.usefixtures("kept_processes")


@pytest.fixture(scope="module")
def report() -> Report:
    return replace(reports()["harbour-strike"], language="ar")


def part(report: Report, ending: str, name: str) -> str:
    with ZipFile(BytesIO(known_formats()[ending].render(report))) as packed:
        return packed.read(name).decode()


def test_a_page_says_its_direction(report: Report) -> None:
    page = report_html(report)
    assert '<html lang="ar" dir="rtl">' in page
    assert "style='left:" not in page.replace("<b style='left:", "")
    assert '<html lang="en" dir="ltr">' in report_html(replace(report, language="en"))


def test_tables_begin_on_the_right(report: Report) -> None:
    assert "<w:bidiVisual" in part(report, ".docx", "word/document.xml")
    assert 'rightToLeft="1"' in part(report, ".xlsx", "xl/worksheets/sheet1.xml")
    english = replace(report, language="en")
    assert "<w:bidiVisual" not in part(english, ".docx", "word/document.xml")
    assert "rightToLeft" not in part(english, ".xlsx", "xl/worksheets/sheet1.xml")


def test_columns_of_pages_are_put_the_other_way_round(report: Report) -> None:
    drawn, english = paged_text(report).text, paged_text(replace(report, language="en")).text
    assert drawn.index("التاريخ</th>") < drawn.index("الناشر</th>")
    assert english.index("Outlet</th>") < english.index("Date</th>")


@pytest.mark.parametrize("ending", [".html", ".pdf", ".docx", ".xlsx", ".csv", ".md"])
def test_a_report_is_read_back(report: Report, ending: str) -> None:
    chosen = known_formats()[ending]
    verify_report(report, chosen, chosen.render(report))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("strongly requested", "stronglyrequested"),
        ("محذوف: come to an end", ""),
        ("أضعف: asked بدلًا من strongly requested", ""),
        ("سنفتح الجسر", ""),
    ],
)
def test_what_stands_among_letters_from_the_right_is_not_looked_for_on_pages(text: str, told: str) -> None:
    assert told_in_order(text) == told


def test_what_is_set_apart_is_a_run_of_its_own() -> None:
    runs = line("أضعف: \u2068really asked\u2069 بدلًا من \u2068strongly requested\u2069").xpath("./w:r")
    told = ["".join(run.xpath("./w:t/text()")) for run in runs]
    leftward = [bool(run.xpath("./w:rPr/w:rtl")) for run in runs]
    assert told == ["أضعف: ", "really asked", " بدلًا من ", "strongly requested"]
    assert leftward == [True, False, True, False]


def test_a_file_named_from_the_right_turns_nothing_of_where_an_article_comes_from() -> None:
    english = replace(reports()["harbour-strike"], language="en")
    told = english.articles[0]
    told = replace(told, article=replace(told.article, path="/home/ada/\u0627\u0644\u0633\u0627\u062d\u0644.ar.txt"))
    name, *_ = article_source(told, Teller("en"))
    assert name == "\u2068\u0627\u0644\u0633\u0627\u062d\u0644.ar.txt\u2069"
    assert "<div class=small dir=ltr><bdi>" in paged_text(replace(english, articles=(told,))).text
    document = part(replace(english, articles=(told,)), ".docx", "word/document.xml")
    assert '<w:gridSpan w:val="5"/>' in document, "in a row of its own"
