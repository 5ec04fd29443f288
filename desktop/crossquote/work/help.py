"""The help's pages: on each check (what it looks for, how much it weighs, how to turn it off), and on the rest."""

from dataclasses import dataclass

from crossquote.resources import resource


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: `id` is the check's, `text` is Markdown that begins with the title as its heading."""

    id: str
    title: str
    text: str


def check_pages() -> tuple[HelpPage, ...]:
    """Return the pages of all checks, by title."""
    pages = (_page(path.stem, path.read_text(encoding="utf-8")) for path in resource("help", "checks").glob("*.md"))
    return tuple(sorted(pages, key=lambda page: page.title))


def guide_page(name: str) -> HelpPage:
    """Return a page of the help that is on no check: "reviewing", "packages", "translations", "evidence"."""
    return _page(name, resource("help", f"{name}.md").read_text(encoding="utf-8"))


def _page(check: str, text: str) -> HelpPage:
    first = text.partition("\n")[0]
    return HelpPage(check, first.lstrip("# ").strip() or check.capitalize(), text)
