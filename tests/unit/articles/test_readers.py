"""Each reader keeps to the contract of readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.reader import ReaderContract
from crossquote.articles.clean import clean
from crossquote.articles.plausibility import checked
from crossquote.articles.reader import Hints, Reader
from crossquote.articles.readers import html, plain
from web_pages import page

TEXT = "The port\nBy Ada Lindqvist\n14 March 2025\n\n“We stay,” the minister said.\r\nПорт відкрито.\n"


class TestPlainReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return plain.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-32")
        return [(f"{encoding}.txt", TEXT.encode(encoding)) for encoding in encodings]


class TestHtmlReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return html.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.html", page().encode()), ("b.htm", page().encode("utf-16")), ("c.html", b"<p>We stay.</p>")]


PIECES = ("\n", " ", "date ", "2025-99-99", "0000-00-00", "By ", "Author:", "Ада", "Read also: ", "14 March 2025", ".")


READABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)
"""What the reader hands on: a file with a NUL in it is no text, and half characters are replaced before."""


@given(st.lists(st.sampled_from(PIECES) | READABLE, max_size=30).map("".join))
def test_whatever_stands_in_a_text_its_draft_can_be_one(text: str) -> None:
    assert checked(clean(text)).text == text


def test_half_characters_that_an_encoding_makes_are_replaced() -> None:
    assert plain.READER.read(rb"\ud83d\ude00 said \ud800.", Hints(encoding="unicode_escape")).text == "😀 said \ufffd."
