"""Each reader keeps to the contract of readers."""

import plistlib
import quopri
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.reader import ReaderContract, only
from crossquote.articles.clean import clean
from crossquote.articles.plausibility import checked
from crossquote.articles.reader import Hints, Reader
from crossquote.articles.readers import html, mhtml, plain, webarchive
from web_pages import PARAGRAPHS, page

pytestmark = pytest.mark.usefixtures("kept_processes")

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


def message(text: str, charset: str, encoding: str) -> bytes:
    """Return a page as browsers save it in the form of a message."""
    part = MIMEText(text, "html", charset)
    whole = MIMEMultipart("related")
    whole["From"], whole["Subject"] = "<Saved by Blink>", "A page"
    whole["Snapshot-Content-Location"] = "https://post.example/saved"
    if encoding == "quoted-printable":
        del part["Content-Transfer-Encoding"]
        part["Content-Transfer-Encoding"] = encoding
        part.set_payload(quopri.encodestring(text.encode(charset)).decode("ascii"))
    whole.attach(part)
    whole.attach(MIMEText("<p>An advertisement in a frame of the page.</p>", "html"))
    return whole.as_bytes()


class TestMhtmlReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return mhtml.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        ways = (("utf-8", "base64"), ("utf-8", "quoted-printable"), ("utf-16", "base64"))
        return [("a.mhtml", message(page(), *way)) for way in ways]


def test_a_page_saved_as_a_message_is_where_the_browser_found_it() -> None:
    bare = "<!doctype html><p>" + "</p><p>".join(PARAGRAPHS) + "</p>"
    draft = mhtml.READER.read(message(bare, "utf-8", "quoted-printable"), Hints())
    assert (draft.address, draft.outlet) == ("https://post.example/saved", "post.example")
    assert "advertisement" not in draft.text
    assert mhtml.READER.read(message(page(), "utf-8", "base64"), Hints()).address == "https://post.example/news/harbour"


def archive(text: str, **about: str) -> bytes:
    """Return a page as Safari saves it."""
    main = {"WebResourceData": text.encode(), "WebResourceURL": "https://post.example/saved", **about}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


class TestWebarchiveReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return webarchive.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        named = archive("<p>We stay.</p>", WebResourceTextEncodingName="UTF-8")
        return [("a.webarchive", archive(page())), ("b", named)]


PIECES = ("\n", " ", "date ", "2025-99-99", "0000-00-00", "By ", "Author:", "Ада", "Read also: ", "14 March 2025", ".")


READABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)
"""What the reader hands on: a file with a NUL in it is no text, and half characters are replaced before."""


@given(st.lists(st.sampled_from(PIECES) | READABLE, max_size=30).map("".join))
def test_whatever_stands_in_a_text_its_draft_can_be_one(text: str) -> None:
    assert checked(clean(text)).text == text


def test_half_characters_that_an_encoding_makes_are_replaced() -> None:
    draft = only(plain.READER.read(rb"\ud83d\ude00 said \ud800.", Hints(encoding="unicode_escape")))
    assert draft.text == "😀 said \ufffd."
