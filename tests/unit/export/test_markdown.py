"""Markdown, read by another program: what an article writes is letters there, what changed is struck out and bold."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from contracts.exporter import reports
from crossquote.export.exporter import known_formats
from crossquote.export.formats.markdown import _drawn
from crossquote.export.tracked import Tracked
from other_readers import read_elsewhere

MARKDOWN = known_formats()[".md"]
TAGS = re.compile(r"<[^<>]*>")


def page(name: str) -> str:
    """Return the HTML that a reader of Markdown makes of the report on a story."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    made: str = reader.render(MARKDOWN.render(reports()[name]).decode())
    return made


@pytest.mark.parametrize("name", ["strange", "harbour-strike", "hand"])
def test_another_reader_finds_all_that_the_report_says_of_its_articles(name: str) -> None:
    text = "".join(unescape(TAGS.sub("", page(name))).split())
    for told in reports()[name].articles:
        assert "".join(MARKDOWN.write(told.article.title).split()) in text
        assert "".join(MARKDOWN.write(told.article.outlet).split()) in text


def test_nothing_that_an_article_writes_is_markup() -> None:
    made = page("strange")
    assert not re.search(r"<(script|a|img|code|em)\b", made)
    assert "&lt;script&gt;" in made


def test_a_rendition_is_what_is_left_without_the_struck_words_and_its_base_without_the_bold_ones() -> None:
    utterance = reports()["hand"].shared[0]
    base, other = (one for _, one in utterance.base_first[:2])
    quotes = re.findall(r"<blockquote>\s*<p>(.*?)</p>", page("hand"), re.DOTALL)
    bare = [re.sub(r"\s+", "", unescape(TAGS.sub("", re.sub(r"<s>.*?</s>", "", one)))) for one in quotes]
    assert any(re.sub(r"\s+", "", base.rendition.shown) in one for one in bare)
    assert any(re.sub(r"\s+", "", other.rendition.shown) in one for one in bare)
    whole = [re.sub(r"\s+", "", unescape(TAGS.sub("", re.sub(r"<strong>.*?</strong>", "", one)))) for one in quotes]
    assert sum(re.sub(r"\s+", "", base.rendition.shown) in one for one in whole) > 1


@pytest.mark.parametrize("taken", ["\u202e", " \u2066\n", "\u2069 "])
def test_what_can_not_be_seen_is_struck_through_by_nothing(taken: str) -> None:
    """Two signs of a stroke with nothing between would open a block of code, of asterisks a line across the page."""
    assert _drawn([(taken, Tracked.DELETED)]).strip() == ""
    assert _drawn([(taken, Tracked.INSERTED)]).strip() == ""


@pytest.mark.parametrize(
    ("runs", "text", "base"),
    [
        ([("safe", Tracked.BOTH), (",", Tracked.DELETED), (" and", Tracked.BOTH)], "safe and", "safe, and"),
        ([("a", Tracked.BOTH), ("(b)", Tracked.INSERTED), ("c", Tracked.BOTH)], "a(b)c", "ac"),
        (
            [("a\\b", Tracked.BOTH), ("-", Tracked.DELETED), ("c!", Tracked.INSERTED), ("d", Tracked.BOTH)],
            "a\\bc!d",
            "a\\b-d",
        ),
        ([("他", Tracked.BOTH), ("“说”", Tracked.INSERTED), ("了", Tracked.BOTH)], "他“说”了", "他了"),
    ],
)
def test_what_changed_between_a_letter_and_a_sign_is_marked_too(
    runs: list[tuple[str, Tracked]], text: str, base: str
) -> None:
    drawn = f"> {_drawn(runs)}\n"
    read = read_elsewhere(".md", drawn.encode()).splitlines()
    assert {text, base} <= set(read)
    assert text in "".join(known_formats()[".md"].read(f"{drawn}\n\n***\n".encode()))
