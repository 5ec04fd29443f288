"""Tables and records: each row is an article, by the names of columns in any language, else by what they hold."""

import io
import json
from typing import Any

import pytest
import xlsxwriter

from contracts.reader import HINTS, ReaderContract
from crossquote.articles.beginning import head_of
from crossquote.articles.columns import drafts_of_rows
from crossquote.articles.reader import Hints, Reader, Sureness
from crossquote.articles.readers import delimited, records, workbook
from crossquote.errors import UserError
from crossquote.work.columns import UnknownTable, columns_path, known_columns, remember_columns, table_of
from saying import says

SAID = "“We will not leave the port before May, and nobody will make us,” the minister said on Monday in her office."
HEADER = ["Source", "Headline", "Published At", "URL", "Author", "Body"]
ROWS = [
    ["The Herald", "Port", "2025-03-14T10:00:00+02:00", "https://a.example/1", "Ada Lindqvist; Ben Arrado", SAID],
    ["", "=HYPERLINK(1)", "14.03.2025", "javascript:x", "", f"<p>One.</p><p>{SAID}</p>"],
]


def csv(delimiter: str = ",") -> str:
    """Return the table with its cells in marks."""
    lines = (delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in (HEADER, *ROWS))
    return "\r\n".join(lines)


def xlsx(*sheets: list[list[str]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    look = book.add_format({})
    for number, rows in enumerate(sheets):
        sheet = book.add_worksheet(f"Articles {number}")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell, look)
    book.close()
    return target.getvalue()


RECORDS = [dict(zip(HEADER, row, strict=True)) for row in ROWS]
NEWS = {"status": "ok", "articles": [{"source": {"id": None, "name": "The Herald"}, "title": "Port", "content": SAID}]}


class TestDelimitedReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return delimited.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.csv", csv().encode()), ("b.txt", csv("\t").encode("utf-16")), ("c", csv(";").encode("utf-8-sig"))]


class TestWorkbookReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return workbook.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.xlsx", xlsx([HEADER, *ROWS]))]


class TestRecordsReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return records.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        lines = "\n".join(json.dumps(record) for record in RECORDS)
        return [("a.json", json.dumps(RECORDS).encode()), ("b", lines.encode()), ("c", json.dumps(NEWS).encode())]


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (delimited.READER, csv().encode()),
        (delimited.READER, b"sep=,\r\n" + csv().encode()),
        (workbook.READER, xlsx([HEADER, *ROWS])),
        (records.READER, json.dumps(RECORDS).encode()),
    ],
)
def test_the_rows_of_a_table_are_articles(reader: Reader, data: bytes) -> None:
    first, second = reader.read(data, HINTS).drafts  # type: ignore[union-attr]
    assert first.text == f"Port\n\n{SAID}"
    assert (first.title, first.outlet, first.date) == ("Port", "The Herald", "2025-03-14")
    assert first.published == "2025-03-14T10:00:00+02:00"
    assert (first.authors, first.address) == (("Ada Lindqvist", "Ben Arrado"), "https://a.example/1")
    assert second.text == f"=HYPERLINK(1)\n\nOne.\n\n{SAID}"
    assert (second.date, second.outlet, second.address, second.authors) == ("2025-03-14", None, None, ())


@pytest.mark.parametrize("header", ["Титул,Текст", "Titel;Volltext", "标题\t正文"])
def test_columns_are_known_by_their_names_in_any_language(header: str) -> None:
    delimiter = next(sign for sign in ",;\t" if sign in header)
    data = f"{header}\nx{delimiter}“Go.”\ny{delimiter}“Stay.”\n".encode()
    assert delimited.READER.sniff(head_of(data), "a") is Sureness.LIKELY
    assert [draft.text.split("\n")[-1] for draft in delimited.READER.read(data, HINTS).drafts] == ["“Go.”", "“Stay.”"]


@pytest.mark.parametrize(
    "header", ["Body,Paper,Day", "Text,Zeitung,Tag", "Texto,Diario,Día", "Tekst,Gazeta,Dzień", "본문,언론사,날짜"]
)
def test_who_printed_it_and_when_stand_in_columns_that_are_called_so(header: str) -> None:
    (draft,) = delimited.READER.read(f'{header}\n"{SAID}",Post,14.03.2025\n'.encode(), HINTS).drafts
    assert (draft.outlet, draft.date) == ("Post", "2025-03-14")


def test_a_table_without_names_is_read_by_its_longest_column() -> None:
    data = f"1;{SAID}\n2;{SAID}\n".encode()
    assert delimited.READER.sniff(head_of(data), "a.csv") is Sureness.LIKELY
    assert delimited.READER.sniff(head_of(data), "a.txt") is Sureness.NO
    assert [draft.text for draft in delimited.READER.read(data, HINTS).drafts] == [SAID, SAID]


@pytest.mark.parametrize("rows", [2, 3])
def test_columns_with_names_that_nobody_knows_are_no_article(rows: int) -> None:
    data = ("qab;qyl\n" + "".join(f"{number};{SAID}\n" for number in range(rows))).encode()
    assert delimited.READER.sniff(head_of(data), "a.csv") is Sureness.LIKELY
    assert [draft.text for draft in delimited.READER.read(data, HINTS).drafts] == [SAID] * rows


@pytest.mark.parametrize("data", [b'{"a": 1}', b'["We go."]', b"[" * 60_000, b'{"a": [1, 2', b'{"a": 1}\n{"b": 2}\n'])
def test_records_without_a_text_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(UserError, check=says("this is data")):
        records.READER.read(data, HINTS)


@pytest.mark.parametrize("empty", ["AB,", "AB, ", "AB,<p> </p>"])
def test_a_row_whose_text_is_empty_is_no_article(empty: str) -> None:
    data = f"Headline,Text\n{empty}\nCD,“Go.”\n".encode()
    assert [draft.text for draft in delimited.READER.read(data, HINTS).drafts] == ["CD\n\n“Go.”"]
    lines = b'{"title": "AB", "text": " "}\n{"title": "CD", "text": "Go."}\n'
    assert [draft.title for draft in records.READER.read(lines, HINTS).drafts] == ["CD"]


def test_a_line_of_ten_megabytes_is_read() -> None:
    data = b"title,text\nPort," + b"words " * 1_600_000 + b"\nx,y\n"
    assert len(delimited.READER.read(data, HINTS).drafts) == 2


SHORT = "Kanal;Wortlaut\nPost;“We stay.”\nKurier;“We go.”\n"


def test_a_table_whose_columns_nobody_knows_shows_its_first_rows() -> None:
    with pytest.raises(UserError, check=says("what its columns hold .Kanal and Wortlaut")) as caught:
        delimited.READER.read(SHORT.encode(), HINTS)
    with pytest.raises(UserError, check=says("what its columns hold .Kanal and Wortlaut")):
        workbook.READER.read(xlsx([line.split(";") for line in SHORT.split("\n")[:3]]), HINTS)
    table = table_of(caught.value)
    assert table == UnknownTable(("Kanal", "Wortlaut"), ("Post", "“We stay.”"), ("", "text"))
    assert delimited.READER.sniff(head_of(SHORT.encode()), "a.csv") is Sureness.LIKELY
    assert delimited.READER.sniff(head_of(SHORT.encode()), "a.txt") is Sureness.NO


def test_columns_are_known_by_what_the_user_called_them() -> None:
    hints = Hints(columns=(("text", "wortlaut"), ("outlet", "KANAL")))
    drafts = delimited.READER.read(SHORT.encode(), hints).drafts
    assert [(draft.outlet, draft.text) for draft in drafts] == [("Post", "“We stay.”"), ("Kurier", "“We go.”")]


def test_what_columns_hold_is_remembered_and_what_was_said_last_holds() -> None:
    assert known_columns() == ()
    remember_columns([("text", "Wort"), ("outlet", "Kanal")])
    remember_columns([("author", "Kanal")])
    assert known_columns() == (("text", "Wort"), ("author", "Kanal"))
    columns_path().write_text("text = 7\nauthor = ['a', 3]\nother = ['b']\n", encoding="utf-8")
    assert known_columns() == (("author", "a"),)
    columns_path().write_text("= nothing", encoding="utf-8")
    assert known_columns() == ()


@pytest.mark.parametrize("name", ["Titre 😀", "標題\U00030000", "a\x7fb", "\ud800", 'q"\\', "a\nb", "é\u0085"])
def test_no_letter_in_a_name_makes_what_is_remembered_unreadable(name: str) -> None:
    remember_columns([("text", "Wort")])
    remember_columns([("title", name)])
    assert known_columns() == (("text", "Wort"), ("title", name.encode("utf-8", "replace").decode()))


def test_a_name_without_end_is_not_remembered_and_nothing_else_lost() -> None:
    remember_columns([("text", "Wort")])
    remember_columns([("title", "x" * 2_000_000)])
    remember_columns([("author", f"n{number}") for number in range(30_000)])
    assert ("author", "n0") in known_columns()


def test_what_cannot_be_read_is_set_aside_before_it_is_written_anew() -> None:
    columns_path().parent.mkdir(parents=True, exist_ok=True)
    columns_path().write_text("= nothing", encoding="utf-8")
    remember_columns([("text", "Wort")])
    assert known_columns() == (("text", "Wort"),)
    (aside,) = (path for path in columns_path().parent.iterdir() if path != columns_path())
    assert aside.read_text(encoding="utf-8") == "= nothing"


def test_a_broken_line_is_told_and_the_others_are_read() -> None:
    whole = [json.dumps(record) for record in RECORDS]
    data = "\n".join([whole[0], '{"text": broken}', "", whole[1], '{"te']).encode()
    told, other = records.READER.read(data, HINTS).drafts
    (warning,) = told.warnings
    assert (warning.code, dict(warning.facts)) == ("reading.broken-lines", {"count": 2, "line": 2})
    assert other.warnings == ()


def test_a_file_that_is_mostly_broken_is_refused() -> None:
    with pytest.raises(UserError, check=says("this is data")):
        records.READER.read(('{"text": broken}\n' * 2 + json.dumps(RECORDS[0])).encode(), HINTS)


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "99999999999999999999999"])
def test_numbers_that_nobody_counts_with_do_no_harm(number: str) -> None:
    data = f'[{{"title": "Port", "text": "{SAID}", "score": {number}}}]'.encode()
    assert [draft.title for draft in records.READER.read(data, HINTS).drafts] == ["Port"]


class _Row(list[str]):
    """A row that keeps count of the cells that were asked of any."""

    asked = 0

    def __getitem__(self, at: Any) -> Any:
        _Row.asked += 1
        return super().__getitem__(at)


def test_a_table_of_more_rows_than_a_file_can_have_articles_is_not_read_to_its_end() -> None:
    rows: list[list[str]] = [["title", "text"], *(_Row(["Port", SAID]) for _ in range(30_000))]
    with pytest.raises(UserError) as caught:
        list(drafts_of_rows(rows, "csv", Hints("a.csv")))
    assert caught.value.message.code == "error.too-many-inside"
    assert _Row.asked == 2 * 10_001


@pytest.mark.parametrize("lines", [False, True], ids=["json", "jsonl"])
def test_records_that_are_more_than_a_file_can_have_are_told(lines: bool) -> None:
    record = json.dumps({"text": SAID})
    data = "\n".join([record] * 10_001) if lines else f"[{','.join([record] * 10_001)}]"
    with pytest.raises(UserError) as caught:
        records.READER.read(data.encode(), Hints("a.json"))
    assert caught.value.message.code == "error.too-many-inside"


def test_sheets_that_are_more_than_a_file_can_have_only_together_are_told() -> None:
    sheet = [["text"], *([SAID] for _ in range(5001))]
    with pytest.raises(UserError) as caught:
        workbook.READER.read(xlsx(sheet, sheet), Hints("a.xlsx"))
    assert caught.value.message.code == "error.too-many-inside"


def test_a_sheet_with_something_in_its_last_corner_is_too_large_and_not_damaged() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet, look = book.add_worksheet("Articles"), book.add_format({})
    sheet.write_string(0, 0, "text", look)
    sheet.write_string(1_048_575, 9, " ", look)
    book.close()
    with pytest.raises(UserError) as caught:
        workbook.READER.read(target.getvalue(), Hints("a.xlsx"))
    assert caught.value.message.code == "error.too-large-inside"
