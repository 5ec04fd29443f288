"""The help has a page for every check, and gives it its title; translated pages say what the English do."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.comparison.table import known_checks
from crossquote.resources import resource
from crossquote.wording.catalogue import SOURCE, languages, load_catalogue
from crossquote.work.help import check_pages

HELP = resource("help")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_NUMBER = re.compile(r"\d+")
_CODE = re.compile(r"`[^`]+`")


def pages_in(language: str) -> list[Path]:
    """Return the pages that are written in a language."""
    if language != SOURCE:
        return sorted((HELP / language).rglob("*.md"))
    return sorted([*HELP.glob("*.md"), *(HELP / "checks").glob("*.md")])


def items_of(page: Path) -> Iterator[str]:
    """Yield what a check's page says item by item: its id, category, severity, languages and figures."""
    return (line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("- **"))


def test_every_check_has_a_page_with_a_title() -> None:
    pages = {page.id: page for page in check_pages()}
    assert pages.keys() == known_checks().keys()
    assert pages["number"].title == "Number"
    assert all(page.text.startswith(f"# {page.title}\n") for page in pages.values())


def test_pages_come_by_title() -> None:
    titles = [page.title for page in check_pages()]
    assert titles == sorted(titles)


@pytest.mark.parametrize("language", languages())
def test_pages_call_menus_and_buttons_by_their_names(language: str) -> None:
    names = {form.replace("&", "") for forms in load_catalogue(language).words.values() for form in forms}
    unknown = []
    for page in pages_in(language):
        text = " ".join(page.read_text(encoding="utf-8").split())
        ways = (bold.split(" › ") for bold in _BOLD.findall(text) if " › " in bold or bold.endswith("…"))
        unknown += [f"{page.name}: {part}" for way in ways for part in way if part not in names]
    assert unknown == []


@pytest.mark.parametrize(
    "page",
    [page for code in languages() if code != SOURCE for page in pages_in(code)],
    ids=lambda page: "/".join(page.parts[-3:]),
)
def test_a_translated_page_tells_the_figures_of_the_english_one(page: Path) -> None:
    english = HELP.joinpath(*page.relative_to(HELP).parts[1:])
    own, other = list(items_of(page)), list(items_of(english))
    if english.parent.name == "checks":
        assert [_CODE.findall(line) for line in own] == [_CODE.findall(line) for line in other]
        assert own[1].partition(": ")[2] == other[1].partition(": ")[2]
        assert _NUMBER.findall(own[-1]) == _NUMBER.findall(other[-1])
    assert page.read_text(encoding="utf-8").startswith("# ")
