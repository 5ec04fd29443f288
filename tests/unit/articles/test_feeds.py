"""Feeds: each entry is an article of its own."""

import pytest

from contracts.reader import HINTS, ReaderContract
from crossquote.articles.reader import Reader
from crossquote.articles.readers import feed
from crossquote.errors import UserError

pytestmark = pytest.mark.usefixtures("kept_processes")

SAID = "“We will not leave the port before May,” the minister said on Monday."
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:dc="d" xmlns:c="c"><channel><title>The Herald</title><item>'
    "<title>Port &amp;amp; quay</title><link>https://a.example/1</link><pubDate>Fri, 14 Mar 2025 10:00:00 GMT</pubDate>"
    f"<dc:creator>Ada Lindqvist</dc:creator><description>short</description><c:encoded><![CDATA[<p>{SAID}</p>]]>"
    "</c:encoded></item><item><title>Two</title><description>“We go,” he said.</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Herald</title><entry><title type="html">Port</title>'
    '<link rel="self" href="https://a.example/self"/><link href="https://a.example/2"/>'
    "<author><name>Ada</name></author><updated>2025-03-15T01:00:00+02:00</updated>"
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SAID}</p></div></content></entry></feed>'
)


class TestFeedReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return feed.READER

    @pytest.fixture
    def samples(self) -> list[tuple[str, bytes]]:
        return [("a.xml", RSS.encode()), ("b", ATOM.encode())]


def test_the_entries_of_a_feed_are_articles() -> None:
    first, second = feed.READER.read(RSS.encode(), HINTS).drafts
    assert first.text == f"Port & quay\n\n{SAID}"
    assert (first.title, first.authors, first.date) == ("Port & quay", ("Ada Lindqvist",), "2025-03-14")
    assert (first.outlet, first.address) == ("The Herald", "https://a.example/1")
    assert second.text == "Two\n\n“We go,” he said."
    (entry,) = feed.READER.read(ATOM.encode(), HINTS).drafts
    assert entry.text == f"Port\n\n{SAID}"
    assert (entry.address, entry.date, entry.authors) == ("https://a.example/2", "2025-03-15", ("Ada",))


@pytest.mark.parametrize(
    ("named", "encoding", "words"),
    [
        ("iso-8859-1", "cp1252", "“Größe” – ’ok’"),
        ("iso-8859-1", "utf-8", "“Größe” – ’ok’"),
        ("gb2312", "gb18030", "“朱镕基”"),
        ("Shift_JIS", "cp932", "「言葉」①"),
        ("euc-kr", "cp949", "“말” 똠"),
        ("windows-1251", "cp1251", "«Порт»"),
        ("UTF-8", "utf-8", "«Порт»"),
    ],
)
def test_a_feed_is_read_in_the_encoding_that_it_names_as_browsers_read_that(
    named: str, encoding: str, words: str
) -> None:
    text = f'<?xml version="1.0" encoding="{named}"?><rss><channel><item><description>{words}</description></item>'
    (entry,) = feed.READER.read(f"{text}</channel></rss>".encode(encoding), HINTS).drafts
    assert entry.text == words


def test_a_feed_of_more_entries_than_a_file_can_have_is_too_large_and_not_damaged() -> None:
    entries = "<item><description>We stay.</description></item>" * 10_001
    with pytest.raises(UserError) as caught:
        feed.READER.read(f"<rss><channel>{entries}</channel></rss>".encode(), HINTS)
    assert caught.value.message.code == "error.too-many-inside"
