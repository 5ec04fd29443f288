"""Press reviews: each article of one is an article, with its title, outlet, date and author."""

from time import process_time

import pytest

from contracts.reader import HINTS
from crossquote.articles.blocks import Block
from crossquote.articles.press import articles_in, articles_of_review
from crossquote.articles.reader import Draft, Reader, Several
from crossquote.articles.readers import docx, plain, rtf
from documents import docx as word
from documents import paragraphs

SAID = "“We will not leave the port before May,” the minister said on Monday."
NEXIS = [
    "Date and Time: Friday, March 14, 2025 10:00 AM", "Job Number: 1", "Documents (2)", "1. The port stays open",
    "The port stays open", "The Herald (Sarneth)", "March 14, 2025 Friday", "Copyright 2025 The Herald",
    "Section: WORLD; Pg. 4", "Length: 12 words", "Byline: By Ada Lindqvist", "Body", SAID, "Nobody left.",
    "Load-Date: March 15, 2025", "End of Document",
    "Two", "Coast Wire", "March 13, 2025", "Copyright 2025 Coast Wire", "Length: 3 words", "Body", "“We go,” he said.",
    "Classification", "Language: ENGLISH", "End of Document",
]  # fmt: skip
FACTIVA = [
    "News", "The port stays open", "By Ada Lindqvist", "12 words", "14 March 2025", "10:15", "The Herald", "HRLD",
    "English", "© 2025 The Herald", SAID, "Nobody left.", "Document HRLD000020250314el3e0001x",
    "Two", "3 words", "13 March 2025", "Coast Wire", "CSTW", "English", "Copyright 2025", "“We go,” he said.",
    "Document CSTW000020250313el3d0002y", "Search Summary",
]  # fmt: skip


@pytest.mark.parametrize("lines", [NEXIS, FACTIVA])
def test_each_article_of_a_press_review_is_one(lines: list[str]) -> None:
    made = articles_in(map(Block, lines))
    assert isinstance(made, Several)
    first, second = made.drafts
    assert first.text == f"The port stays open\n\n{SAID}\n\nNobody left."
    assert (first.title, first.date, first.authors) == ("The port stays open", "2025-03-14", ("Ada Lindqvist",))
    assert first.outlet in ("The Herald", "The Herald (Sarneth)")
    assert second.text == "Two\n\n“We go,” he said."
    assert (second.title, second.outlet, second.date, second.authors) == ("Two", "Coast Wire", "2025-03-13", ())


@pytest.mark.parametrize("lines", [NEXIS, FACTIVA])
def test_plain_text_is_looked_through_too(lines: list[str]) -> None:
    made = plain.READER.read("\r\n\r\n".join(lines).encode(), HINTS)
    assert isinstance(made, Several)
    assert [draft.title for draft in made.drafts] == ["The port stays open", "Two"]
    assert isinstance(plain.READER.read(f"The port\n\n{SAID}\n\nEnd of Document\n".encode(), HINTS), Draft)


def test_a_line_that_only_begins_as_an_end_takes_no_longer_than_another() -> None:
    def seconds(length: int) -> float:
        start = process_time()
        assert articles_of_review("Document AB" + "0" * length + "!") is None
        return process_time() - start

    assert seconds(10_000) < 15 * max(0.01, seconds(2_500))


def test_a_document_that_only_ends_so_is_one_article() -> None:
    made = articles_in(map(Block, ["The port", SAID, "End of Document"]))
    assert isinstance(made, Draft)
    assert SAID in made.text


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (docx.READER, word(paragraphs(*NEXIS))),
        (rtf.READER, ("{\\rtf1\\ansi " + "\\par ".join(FACTIVA) + "}").encode("cp1252")),
    ],
)
def test_documents_of_office_programs_are_looked_through(reader: Reader, data: bytes) -> None:
    made = reader.read(data, HINTS)
    assert isinstance(made, Several)
    assert [draft.title for draft in made.drafts] == ["The port stays open", "Two"]
