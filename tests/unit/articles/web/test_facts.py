"""Who wrote a page's article and when, where it is only printed, by the ways in which sites print it."""

import pytest

from crossquote.articles.reader import Draft
from crossquote.articles.web.page import read_page
from web_pages import TITLE, page


def printed(line: str, head: str = f"<title>{TITLE}</title>") -> Draft:
    return read_page(page(head=head).replace('<p class="byline">By Ida Berg and Jon Dahl</p>', line))


IDA, JON = '<a href="/i">Ida Berg</a>', '<a href="/j">Jon Dahl</a>'


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f'<div class="author-line"><span>Written By:</span> {IDA} <i>Gardener, Cook</i></div>', "Ida Berg"),
        ('<div class="author"><b>Ida Berg</b><span class="r">Senior Harbour Writer</span></div>', "Ida Berg"),
        ('<div class="byline"><b class="n">Ida Berg</b><b class="n">Jon Dahl</b></div>', "Ida Berg, Jon Dahl"),
        (f'<div class="byline">By {IDA} and {JON}</div>', "Ida Berg, Jon Dahl"),
        ('<div class="author"><span>Ida</span> <span>Berg</span></div>', "Ida Berg"),
        ('<div><a href="/contributors/ida-berg/">Ida Berg</a> - 12 March</div>', "Ida Berg"),
        ("<div>By Ida Berg ⋅ Founder and Editor-in-Chief of all that is written ⋅ In the harbour</div>", "Ida Berg"),
        ('<div class="author"><a href="/all">View more posts</a></div>', ""),
        ('<div class="author">PM</div>', ""),
        ('<div><a href="/sports/boats/">The Old Boats</a></div>', ""),
        ('<div><a href="https://[bad/author/x">Ida Berg</a></div>', ""),
    ],
)
def test_who_wrote_it_is_read_where_it_is_printed(line: str, authors: str) -> None:
    assert ", ".join(printed(line).authors) == authors


def test_who_wrote_it_is_told_networks_under_a_label() -> None:
    labelled = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ida Berg">'
    other = '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Four minutes">'
    assert printed("", labelled).authors == ("Ida Berg",)
    assert printed("", other).authors == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<div><span>March 14, 2025</span><span>Ida Berg</span></div>", "2025-03-14"),
        (f"<div>By {IDA} of the town council's press office <i>Updated March 14, 2025</i></div>", "2025-03-14"),
        ("<div>The old <i>Harbour of Norrvik</i></div>", None),
    ],
)
def test_the_day_is_read_where_it_is_printed_by_itself(line: str, day: str | None) -> None:
    assert printed(line).date == day


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("news/A2025031412320005196", "2025-03-14"),
        ("news/20250314/harbour", "2025-03-14"),
        ("2025-03-14-harbour", "2025-03-14"),
        ("2025/3/14/harbour", "2025-03-14"),
        ("2025/mar/14/harbour", "2025-03-14"),
        ("2025/März/14/hafen", "2025-03-14"),
        ("2025/may-be/14/harbour", None),
        ("2025/boats/14/harbour", None),
        ("news/20259914123200", None),
        ("news/202503149932", None),
        ("news/120250314", None),
        ("news/2025031", None),
    ],
)
def test_the_day_stands_in_an_address(place: str, day: str | None) -> None:
    head = f'<title>{TITLE}</title><link rel="canonical" href="https://post.example/{place}">'
    assert printed("", head).date == day
