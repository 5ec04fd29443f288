"""The help has a page for every check, and gives it its title; translated pages say what the English do."""

import re
from pathlib import Path

import pytest

from crossquote.comparison.table import known_checks
from crossquote.resources import resource
from crossquote.wording.catalogue import SOURCE, languages, load_catalogue
from crossquote.work.help import GUIDES, check_pages

HELP = resource("help")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_NUMBER = re.compile(r"\d+")
_CODE = re.compile(r"`[^`]+`")


def pages_in(language: str) -> list[Path]:
    """Return the pages that are written in a language."""
    if language != SOURCE:
        return sorted((HELP / language).rglob("*.md"))
    return sorted([*HELP.glob("*.md"), *(HELP / "checks").glob("*.md")])


def items_of(page: str) -> list[str]:
    """Return what a check's page says item by item: its id, category, severity, languages and figures."""
    return [line for line in page.splitlines() if line.startswith("- **")]


def test_every_check_has_a_page_with_a_title() -> None:
    pages = {page.id: page for page in check_pages()}
    assert pages.keys() == known_checks().keys()
    assert pages["number"].title == "Number"
    assert all(page.text.startswith(f"# {page.title}\n") for page in pages.values())


def test_pages_come_by_title() -> None:
    titles = [page.title for page in check_pages()]
    assert titles == sorted(titles)
    french = [page.title for page in check_pages("fr")]
    assert french.index("Mise en relief") < french.index("Négation") < french.index("Nom")


@pytest.mark.parametrize("language", languages())
def test_pages_call_menus_and_buttons_by_their_names(language: str) -> None:
    names = {form.replace("&", "") for forms in load_catalogue(language).words.values() for form in forms}
    unknown = []
    for page in pages_in(language):
        text = " ".join(page.read_text(encoding="utf-8").split())
        ways = (bold.split(" › ") for bold in _BOLD.findall(text) if " › " in bold or bold.endswith("…"))
        unknown += [f"{page.name}: {part}" for way in ways for part in way if part not in names]
    assert unknown == []


@pytest.mark.parametrize("language", languages())
def test_a_translated_page_tells_the_facts_of_the_english_one(language: str) -> None:
    english = {page.id: items_of(page.text) for page in check_pages()}
    for page in check_pages(language):
        own, other = items_of(page.text), english[page.id]
        assert [_CODE.findall(line) for line in own] == [_CODE.findall(line) for line in other], page.id
        assert own[1].partition(": ")[2] == other[1].partition(": ")[2], page.id
        assert _NUMBER.findall(own[-1]) == _NUMBER.findall(other[-1]), page.id


@pytest.mark.parametrize("language", [language for language in languages() if language != SOURCE])
def test_a_translated_page_is_one_of_the_english_ones(language: str) -> None:
    for page in pages_in(language):
        assert HELP.joinpath(*page.relative_to(HELP).parts[1:]).is_file(), page
        assert page.read_text(encoding="utf-8").startswith("# "), page


NEWCOMERS = GUIDES[: GUIDES.index("articles")]
_POINTS = re.compile(r"\]\([a-z/.-]+\)|^#+ |^- |^\d+\. |`[^`]+`", re.MULTILINE)
"""What a page has in every language: links and pictures, headings, points, and what is typed."""


@pytest.mark.parametrize("language", [language for language in languages() if language != SOURCE])
@pytest.mark.parametrize("name", [*NEWCOMERS, "preferences"])
def test_what_a_newcomer_needs_is_told_whole_in_every_language(name: str, language: str) -> None:
    translated = HELP / language / f"{name}.md"
    assert translated.exists()
    told, page = _POINTS.findall((HELP / f"{name}.md").read_text("utf-8")), translated.read_text("utf-8")
    assert sorted(_POINTS.findall(page)) == sorted(told)


def test_the_english_page_alone_holds_figures() -> None:
    translated = (HELP / language / "checks" for language in languages() if language != SOURCE)
    pages = [page.read_text(encoding="utf-8") for folder in translated for page in folder.glob("*.md")]
    assert all(items_of(page)[-1].endswith(": {figures}") for page in pages)
