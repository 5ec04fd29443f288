"""Searching the help: titles first, then text, without the signs that nobody sees."""

import re
from pathlib import Path

import pytest

from crossquote.resources import resource
from crossquote.wording.catalogue import languages
from crossquote.work.checks import help_pages
from crossquote.work.help import GUIDES, HelpPage
from crossquote.work.help_index import find_pages, index_pages

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]*)\)")
PAGES = (
    HelpPage("one", "Packages", "# Packages\n\nWhat is **carried over** on a [stick](medium.md)."),
    HelpPage(
        "two",
        "Sticks",
        "# Sticks\n\n![A package](pictures/package.png) Over there it is carried.\n\n|---|---|",
    ),
    HelpPage("three", "Rest", "# Rest\n\n- `packages list` tells\n"),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("package", ["one", "three"]),
        ("STICK", ["two", "one"]),
        ("carried over", ["one", "two"]),
        ("over\n carried", ["one", "two"]),
        ("medium", []),
        ("**", []),
        ("---", []),
        ("packages list tells", ["three"]),
        ("carried nowhere", []),
        ("  ", []),
    ],
)
def test_pages_that_have_every_word_are_found_those_by_title_first(wanted: str, found: list[str]) -> None:
    assert list(find_pages(index_pages(PAGES), wanted)) == found


def test_the_guides_are_the_pages_that_there_are() -> None:
    assert sorted(GUIDES) == sorted(path.stem for path in resource("help").glob("*.md"))
    assert GUIDES[0] == "getting-started"


@pytest.mark.parametrize("language", languages())
def test_each_page_is_found_by_its_title_and_no_two_have_one_id(language: str) -> None:
    pages = help_pages(language)
    index = index_pages(pages)
    assert len({page.id for page in pages}) == len(pages)
    assert all(page.id in find_pages(index, page.title) for page in pages)


def test_links_lead_to_pages_that_there_are() -> None:
    ids = {page.id for page in help_pages("en")} | {"checks"}
    for page in help_pages("en"):
        local = [link for link in _LINK.findall(page.text) if "://" not in link]
        assert {Path(link).stem for link in local} <= ids, page.id
        assert all(link.endswith(".md") for link in local), page.id
