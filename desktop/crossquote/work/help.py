"""The help's pages: on each check (what it looks for, how much it weighs, how to turn it off), and on the rest.

A page in another language of the interface stands in a folder named by that language, under the name that it has in
English: `resources/help/uk/reviewing.md`. What no translation has is shown in English.
"""

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.coverage import languages_of
from crossquote.comparison.table import known_checks
from crossquote.message import message
from crossquote.resources import resource
from crossquote.text.stems import fold_accents
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.joining import Joint, join_told
from crossquote.wording.telling import tell, tell_fact

_LANGUAGES = "{languages}"
"""Stands in the page of a check for the languages that it has word lists for."""
_FIGURES = "{figures}"
"""Stands in a translated page of a check for the figures, which the English page alone tells."""
_MEASURED = re.compile(
    r"(?:(\d+) of (\d+) errors found major or worse, )?"
    r"(\d+) of (\d+) faithful pairs flagged major or worse, (\d+) minor"
)


GUIDES = (
    "getting-started", "one-quote", "bundle", "findings", "hand-on", "offline",
    "articles", "reviewing", "sureness", "severity", "evidence",
    "translations", "packages", "projects", "archive", "preferences", "connections", "installing",
)  # fmt: skip
"""The pages that are on no check, in the order in which the help lists them: what a newcomer does, then the rest."""


class HelpPage(Struct, frozen=True):
    """One page: `text` is Markdown that begins with the title as its heading; one `on_check` has the check's id."""

    id: str
    title: str
    text: str
    on_check: bool = False


def check_pages(language: str = SOURCE) -> tuple[HelpPage, ...]:
    """Return the pages of all checks, by title, in `language` as far as they are translated."""
    checks = sorted(path.stem for path in resource("help", "checks").glob("*.md"))
    return tuple(sorted((_check_page(check, language) for check in checks), key=lambda page: fold_accents(page.title)))


def guide_pages(language: str = SOURCE) -> tuple[HelpPage, ...]:
    """Return the pages that are on no check, in `language` as far as they are translated."""
    return tuple(guide_page(name, language) for name in GUIDES)


def guide_page(name: str, language: str = SOURCE) -> HelpPage:
    """Return a page of the help that is on no check: one of `GUIDES`."""
    return _page(name, _path(language, f"{name}.md").read_text(encoding="utf-8"))


def _check_page(check: str, language: str) -> HelpPage:
    text = _path(language, "checks", f"{check}.md").read_text(encoding="utf-8")
    if _LANGUAGES in text and check in known_checks():
        text = text.replace(_LANGUAGES, tell_fact(languages_of(check), language, "language"))
    if _FIGURES in text:
        text = text.replace(_FIGURES, _figures(check, language))
    return replace(_page(check, text), on_check=True)


def _figures(check: str, language: str) -> str:
    """Return how often a check is right, told in `language`, as its English page has it; nothing where it has none."""
    measured = _MEASURED.search(_path(SOURCE, "checks", f"{check}.md").read_text(encoding="utf-8"))
    if measured is None:
        return ""
    found, errors, heavy, pairs, light = (int(figure or 0) for figure in measured.groups())
    told = (
        message("help.figures.errors", found=found, errors=errors) if errors else None,
        message("help.figures.faithful", heavy=heavy, pairs=pairs, light=light),
    )
    return join_told((tell(one, language) for one in told if one is not None), Joint.PART, language)


def _path(language: str, *parts: str) -> Path:
    translated = resource("help", language, *parts)
    return translated if translated.is_file() else resource("help", *parts)


def _page(check: str, text: str) -> HelpPage:
    first = text.partition("\n")[0]
    return HelpPage(check, first.lstrip("# ").strip() or check.capitalize(), text)
