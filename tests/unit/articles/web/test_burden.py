"""What a page may ask of a parser, counted before one sees it."""

import time
from contextlib import suppress

import pytest

from crossquote.articles.web.burden import hold_burden
from crossquote.errors import UserError
from saying import says
from web_pages import page

HEAVY = {
    "nested": "<div>" * 1_000_000,
    "many": "<p>x</p>" * 200_000,
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">",
    "blank attributes": "<p" + " a" * 200_000 + ">",
}
LIGHT = {
    "page": page(),
    "no end": "<div " * 10,
    "drawn": "<svg>" + "<g>" * 5_000 + "</svg>",
    "script": "<script>" + "if (a<b) {}" * 10_000 + "</script>",
    "no script end": "<script>" * 100_000,
    "description": '<meta name="description" content="' + "word " * 3_000 + '">',
    "paragraphs": "<p>a" * 10_000,
}


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
def test_what_no_page_has_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(UserError, check=says("more tags")):
        hold_burden(text, "a.html")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", LIGHT.values(), ids=LIGHT)
def test_what_pages_have_is_borne(text: str) -> None:
    hold_burden(text, "a.html")


@pytest.mark.parametrize("start", ["<", "<a", "<a <", '<a b="', "<a b='", "</", "<script", "<a " + "b " * 50, "<a\n"])
def test_no_beginning_takes_long(start: str) -> None:
    text = start * (2_000_000 // len(start))
    began = time.process_time()
    with suppress(UserError):
        hold_burden(text, "")
    assert time.process_time() - began < 5
