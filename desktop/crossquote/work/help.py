"""The help's pages: on each check (what it looks for, how much it weighs, how to turn it off), and on the rest.

A page in another language of the interface stands in a folder named by that language, under the name that it has in
English: `resources/help/uk/reviewing.md`. What no translation has is shown in English.
"""

from dataclasses import dataclass
from pathlib import Path

from crossquote.comparison.coverage import languages_of
from crossquote.comparison.table import known_checks
from crossquote.resources import resource
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.telling import tell_fact

_LANGUAGES = "{languages}"
"""Stands in the page of a check for the languages that it has word lists for."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: `id` is the check's, `text` is Markdown that begins with the title as its heading."""

    id: str
    title: str
    text: str


def check_pages(language: str = SOURCE) -> tuple[HelpPage, ...]:
    """Return the pages of all checks, by title, in `language` as far as they are translated."""
    checks = sorted(path.stem for path in resource("help", "checks").glob("*.md"))
    return tuple(sorted((_check_page(check, language) for check in checks), key=lambda page: page.title))


def guide_page(name: str, language: str = SOURCE) -> HelpPage:
    """Return a page of the help that is on no check: "reviewing", "packages", "translations", "evidence"."""
    return _page(name, _path(language, f"{name}.md").read_text(encoding="utf-8"))


def _check_page(check: str, language: str) -> HelpPage:
    text = _path(language, "checks", f"{check}.md").read_text(encoding="utf-8")
    if _LANGUAGES in text and check in known_checks():
        text = text.replace(_LANGUAGES, tell_fact(languages_of(check), language, "language"))
    return _page(check, text)


def _path(language: str, *parts: str) -> Path:
    translated = resource("help", language, *parts)
    return translated if translated.is_file() else resource("help", *parts)


def _page(check: str, text: str) -> HelpPage:
    first = text.partition("\n")[0]
    return HelpPage(check, first.lstrip("# ").strip() or check.capitalize(), text)
