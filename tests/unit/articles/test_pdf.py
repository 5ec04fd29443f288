"""PDF: paragraphs are whole again over lines, columns and pages; heads are aside; a scan is told."""

from contextlib import suppress

import pytest
from msgspec.structs import replace

from contracts.reader import HINTS, ReaderContract, only
from crossquote.articles.blocks import Block, Kind
from crossquote.articles.paper.line import PrintedLine
from crossquote.articles.paper.lines import as_written
from crossquote.articles.paper.paragraphs import paragraphs_of
from crossquote.articles.paper.printed_page import printed_page
from crossquote.articles.paper.right_to_left import Letter, read_line
from crossquote.articles.reader import Reader
from crossquote.articles.readers import pdf
from crossquote.errors import UserError
from printed_pages import Drawn, Placed
from printed_pages import pdf as printed
from saying import says

LEFT = [
    "“We will not leave", "the port before the", "first of May,” the", "minister said.", "Nobody will make us",
    "go, she added, and",
]  # fmt: skip
RIGHT = ["nobody has tried to", "so far, as every-", "body here knows.", "It was the last day", "of the month."]
NEXT = ["The harbour master", "did not answer."]


def column(left: float, lines: list[str], top: float = 700.0) -> list[Placed]:
    """Return lines of a column; the one after a sentence that ends early begins a paragraph, indented."""
    indents = [8 if at and lines[at - 1].endswith(".") else 0 for at, _ in enumerate(lines)]
    return [(left + indents[at], top - 14 * at, 10.0, line) for at, line in enumerate(lines)]


def heads(number: int) -> list[Placed]:
    return [(50.0, 800.0, 8.0, f"The Herald, 14 March {2020 + number}"), (290.0, 30.0, 8.0, str(number))]


PAGES = [
    [*heads(1), (50.0, 750.0, 20.0, "The port stays open"), *column(50, LEFT), *column(300, RIGHT)],
    [*column(50, NEXT), *heads(2)],
]
TEXT = [
    "The port stays open",
    "“We will not leave the port before the first of May,” the minister said.",
    "Nobody will make us go, she added, and nobody has tried to so far, as everybody here knows.",
    "It was the last day of the month.",
    "The harbour master did not answer.",
]


class TestPdfReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return pdf.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.pdf", printed(PAGES)), ("b", b"HTTP/1.1 200 OK\r\n\r\n" + printed(PAGES))]


def test_columns_are_read_one_after_the_other_without_heads() -> None:
    draft = only(pdf.READER.read(printed(PAGES), HINTS))
    assert draft.text.split("\n\n") == [*TEXT, *draft.set_aside]
    assert draft.title == TEXT[0]
    assert draft.set_aside == ("The Herald, 14 March 2021", "1", "The Herald, 14 March 2022", "2")


def test_a_scan_is_told_and_not_read_by_halves() -> None:
    with pytest.raises(UserError, check=says("its pages are pictures")):
        only(pdf.READER.read(printed([[], []], pictures=True), HINTS))
    (warning,) = only(pdf.READER.read(printed([PAGES[0], []], pictures=True), HINTS)).warnings
    assert (warning.code, dict(warning.facts)) == ("reading.scanned-pages", {"count": 1})


def test_what_a_browser_prints_around_a_picture_is_no_text_of_it() -> None:
    around = [(50, 820, 8, "11/29/26, 2:21 PM"), (50, 20, 8, "https://post.example/harbour 1/1")]
    local = [(50, 820, 8, "29.11.26, 14:21"), (50, 20, 8, "file:///home/ada/scan.html 2/2")]
    for pages in ([around], [around, local]):
        with pytest.raises(UserError, check=says("its pages are pictures")):
            only(pdf.READER.read(printed(pages, pictures=True), HINTS))


def lines(*texts: str) -> list[PrintedLine]:
    """Return full lines of a column, one below the other."""
    return [PrintedLine(0, text, 50, 250, 700 - 12 * at, 10, 30) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("an every\ufffe", "day thing", "everyday"),
        ("the KI\ufffe", "System of", "KI-System"),
        ("the year 20-", "jährige who", "20-jährige"),
        ("well-known, and well-", "known to all", "well-known to"),
        ("she said of FE-", "MAIL that", "FEMAIL"),
        ("demanda-t-", "il aussi", "t-il"),
        ("the last –", "or first", "last – or"),
        ("他在卡内基梅隆大学开发了这个", "系统并且在那里工作", "这个系统"),
    ],
)
def test_words_that_a_line_parts_are_whole_again(before: str, after: str, text: str) -> None:
    (block,) = paragraphs_of(lines("some-", "where a word goes on, some-", "times twice", before, after))
    assert text in block.text


@pytest.mark.parametrize(
    ("before", "after", "ends", "parts"),
    [
        ("“Thirty years I work here”", "– says Mari. “Never", 250, 1),
        ("He asked: “Look at me!”", "– he shouted, and left", 250, 1),
        ("The gate opens on the", "12. of May, he said", 250, 1),
        ("“Who pays for that?”", "asked the writer. She", 215, 1),
        ("He sat down.", "– Nobody knows, she said", 250, 2),
        ("They want three things:", "– a bridge that holds", 250, 2),
        ("– a bridge", "– a harbour that is open", 110, 2),
        ("all of it is told here", "• a bridge that holds", 250, 2),
    ],
)
def test_a_dash_or_a_day_begins_a_paragraph_only_where_one_may_begin(
    before: str, after: str, ends: int, parts: int
) -> None:
    full, last = lines("where they stand", "and many have come,", before, after), "to the end of it."
    column = [*full[:2], replace(full[2], right=ends), full[3], PrintedLine(0, last, 50, 250, 652, 10, 30)]
    assert len(list(paragraphs_of(column))) == parts


def test_a_title_goes_over_two_lines() -> None:
    title = [
        PrintedLine(0, "The port stays open", 50, 250, 760, 26, 60),
        PrintedLine(0, "until May", 50, 140, 732, 26, 60),
    ]
    text = [replace(line, base=line.base - 20) for line in lines(*["and so it goes on and on"] * 9)]
    first = next(paragraphs_of([*title, *text]))
    assert (first.text, first.kind) == ("The port stays open until May", Kind.TITLE)


def test_a_text_that_parts_no_words_keeps_its_hyphens() -> None:
    many = [f"line {number} of a text that goes on and on" for number in range(60)]
    (block,) = paragraphs_of(lines(*many, "an all-", "nighter it was"))
    assert "all-nighter" in block.text


def letters(text: str) -> list[Letter]:
    """Return the letters of a line as they stand from the right: each 6 points wide, blanks as gaps."""
    return [Letter(sign, 500 - 6 * at, 506 - 6 * at, 700, 12, 10) for at, sign in enumerate(text) if sign != " "]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("שלום עולם", "שלום עולם"),
        ("בשנת 8102 היה", "בשנת 2018 היה"),
        ("ב-03:91 היום", "ב-19:30 היום"),
        ("חברת elgooG tfosorciM בסין", "חברת Microsoft Google בסין"),
        ("סוף „ציטוט”.", "סוף „ציטוט“."),
        ("رقم 958-292-0863", "رقم 859-292-3680"),
        ("قال »ننتظر« ثم (عاد).", "قال «ننتظر» ثم (عاد)."),
        ("قال )ثلاثة( ثم ]أربعة[، و«ستة».", "قال (ثلاثة) ثم [أربعة]، و«ستة»."),
        (")عاد اليوم( و»قال»", "(عاد اليوم) و«قال»"),
        ("انتظروا!« ثم عاد.", "انتظروا!» ثم عاد."),
        ("מנהל)ת( בית", "מנהל(ת) בית"),
        ("(CBB) «ימוי», »()«", "(BBC) «ימוי», «()»"),
    ],
)
def test_a_line_from_the_right_is_read_in_order(seen: str, read: str) -> None:
    assert read_line(letters(seen)) == read


def test_a_ligature_and_the_mark_over_it_are_in_order() -> None:
    lam, alef = Letter("ل", 480, 490, 700, 12, 10), Letter("ا", 480, 490, 700, 12, 10)
    before = Letter("ي", 490, 496, 700, 12, 10)
    mark = Letter("\u064b", 484, 486, 700, 12, 10)
    assert read_line([before, alef, lam, mark]) == "يلا\u064b"


def test_letters_that_only_printing_tells_apart_are_those_that_they_are() -> None:
    assert as_written("ﬁnal oﬃce ﻻ №") == "final office لا №"


LOOP = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj "


@pytest.mark.parametrize(
    "data",
    [
        LOOP + b"trailer<</Root 1 0 R/Prev 0>>",
        b"%PDF-1.4\n" + b"<<" * 100_000,
        b"%PDF-1.4\n1 0 obj" + b"[" * 200_000,
        printed(PAGES).replace(b"/Parent 2 0 R", b"/Parent 9 0 R"),
        printed(PAGES)[:700],
    ],
)
def test_what_is_hostile_is_read_or_refused(data: bytes) -> None:
    with suppress(UserError):
        assert only(pdf.READER.read(data, HINTS)).text


def test_a_page_that_is_there_twice_is_no_head() -> None:
    page = column(50, LEFT)
    assert only(pdf.READER.read(printed([page, page]), HINTS)).set_aside == ()


PRINTED = [Block("Home World"), Block("The port stays open", Kind.TITLE), Block("By Ida Berg"), Block("“We stay.”")]
FOOT = "https://www.post.example/port/1 1/2"


@pytest.mark.parametrize(
    ("called", "foot", "title", "outlet", "address"),
    [
        (
            "The port stays open | Harbour Post",
            FOOT,
            "The port stays open",
            "Harbour Post",
            "https://www.post.example/port/1",
        ),
        ("The port stays open", FOOT, "The port stays open", "post.example", "https://www.post.example/port/1"),
        ("The port stays open – Post", "https://post.example/po… 1/2", "The port stays open", "Post", None),
        ("The port stays open | Post", "12", "The port stays open", "Post", None),
        ("Report 12.docx", "https://post.example/", "Report 12.docx", "post.example", None),
        ("The port stays opened", "", "The port stays opened", None, None),
        ("The port stays open", "12", "The port stays open", None, None),
    ],
)
def test_a_page_that_a_browser_printed_has_its_title_site_and_address(
    called: str, foot: str, title: str, outlet: str | None, address: str | None
) -> None:
    told, about = printed_page(PRINTED, called, ["3/14/25, 10:00 AM", foot])
    assert (about.title, about.outlet, about.address) == (title, outlet, address)
    begins = title == "The port stays open" and outlet is not None
    assert [block.kind for block in told][-1] is (Kind.ASIDE if begins else Kind.TEXT)
    assert told[0].text == ("The port stays open" if begins else "Home World")


@pytest.mark.parametrize(
    "when", ["3/14/25, 10:00 AM", "14.03.25, 10:00", "14/03/2025 10:00", "2025. 3. 14. 10:00", "14/3/25, 10:00 a.m."]
)
def test_what_a_browser_prints_over_a_page_is_set_aside_though_there_is_one_page_alone(when: str) -> None:
    over = Block(f"{when}  The port stays open | Post")
    told, _ = printed_page([*PRINTED, over], "The port stays open | Post", [])
    assert told[-2:] == [Block(over.text, Kind.ASIDE), Block("Home World", Kind.ASIDE)]
    said = Block("10:00 The port stays open | Post")
    assert said in printed_page([*PRINTED, said], "The port stays open | Post", [])[0]


def test_paragraphs_of_one_line_stay_apart_where_most_are_so_short() -> None:
    """Most lines then stand as far apart as paragraphs do: those of one paragraph tell how far lines do."""
    texts = [
        "Read also: the boats wait",
        "The harbour is to stay open to all until",
        "the end of May, it was said.",
        "It is time",
    ]
    placed, top = list[Placed](), 700.0
    for number in range(12):
        text = texts[number % 4]
        top -= 14 if number % 4 == 2 else 24
        placed.append((50.0, top, 10.0, text))
    parts = only(pdf.READER.read(printed([placed]), HINTS)).text.split("\n\n")
    assert parts == [texts[0], f"{texts[1]} {texts[2]}", texts[3]] * 3


def test_lines_of_a_manuscript_are_joined_though_they_stand_far_apart() -> None:
    lines = [
        "The harbour stays open until the end of",
        "May, said the mayor of the town, who",
        "had asked the council for a vote on it.",
    ]
    placed: list[Placed] = [(50.0, 700.0 - 28 * at, 10.0, line) for at, line in enumerate(lines * 4)]
    noted: list[Placed] = [(50.0, 340.0 - 14 * at, 10.0, line) for at, line in enumerate(lines)]
    parts = only(pdf.READER.read(printed([[*placed, *noted]]), HINTS)).text
    assert parts.count(" ".join(lines)) == 5


def drawn(left: float, shown: str, said: str = "", size: float = 10.0) -> Placed | Drawn:
    return (left, 700.0, size, shown, said) if said else (left, 700.0, size, shown)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([(50, "ส"), (55, "ร้", "ร้"), (60, "า"), (65, "ง"), (73, "ค"), (78, "น")], "สร้าง คน"),
        ([(50, "सा", "सा"), (57.5, "ल"), (66, "ह"), (71, "म")], "साल हम"),
        ([(50, "ม่", "ม่"), (57.5, "ม่", "ม่"), (65, "า")], "ม่ม่า"),
        ([(50, "we"), (70, "go")], "we go"),
    ],
)
def test_letters_that_are_drawn_together_are_told_once_and_whole(
    pieces: list[tuple[float, str, str]], text: str
) -> None:
    """As Chromium prints them: a sign that is drawn by itself has the letters of its cluster once more."""
    assert only(pdf.READER.read(printed([[drawn(*piece) for piece in pieces]]), HINTS)).text == text


def test_lines_of_a_script_without_blanks_are_joined_without() -> None:
    lines = column(50, ["รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าจะไม่", "ปิดท่าเรือก่อนเดือนพฤษภาคม"])
    assert only(pdf.READER.read(printed([lines]), HINTS)).text == "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าจะไม่ปิดท่าเรือก่อนเดือนพฤษภาคม"


KOREAN = (
    "장관은 월요일 항구를 닫지 않겠다고 말했다 그는 어부들과 함께 이 도시를 지킬 것이라고 강조하며 "
    "반대하는 사람은 없다고 덧붙였다 "
) * 4


@pytest.mark.parametrize("wide", [17, 23, 31])
def test_korean_words_that_lines_break_are_whole_again(wide: int) -> None:
    broken = [KOREAN[at : at + wide].strip() for at in range(0, len(KOREAN), wide)]
    told = only(pdf.READER.read(printed([column(50, broken)]), HINTS)).text
    words = KOREAN.split()
    assert sum(word in words for word in told.split()) >= 0.8 * len(words)


def test_korean_lines_that_end_with_words_keep_them_apart() -> None:
    words = KOREAN.split()
    lines = [" ".join(words[at : at + 4]) for at in range(0, len(words), 4)]
    assert only(pdf.READER.read(printed([column(50, lines)]), HINTS)).text.split() == words


@pytest.mark.parametrize("words", ["לא נעלה את המחיר", "המחיר"])
def test_words_that_are_read_from_the_right_stand_in_their_order_in_a_line_from_the_left(words: str) -> None:
    lines = [
        f"The mayor of the town said “{words[::-1]}” on Monday, and",
        "nobody else said a word of it to the council.",
    ]
    text = only(pdf.READER.read(printed([column(50, lines)]), HINTS)).text
    assert text.startswith(f"The mayor of the town said “{words}” on Monday, and nobody")


def test_a_document_of_more_pages_than_are_read_is_told_and_not_half_read() -> None:
    with pytest.raises(UserError) as caught:
        pdf.READER.read(printed([column(50, ["We stay."])] * 2001), HINTS)
    assert caught.value.message.code == "error.too-large-inside"
