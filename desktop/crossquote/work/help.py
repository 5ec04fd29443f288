"""The help's pages on the checks: what each looks for, how much it weighs, an example, how to turn it off."""

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


def packages_page() -> HelpPage:
    """Return the page on language packages: what they are, how to get one, how to carry it to a machine offline."""
    return _page("packages", resource("help", "packages.md").read_text(encoding="utf-8"))


def _page(check: str, text: str) -> HelpPage:
    first = text.partition("\n")[0]
    return HelpPage(check, first.lstrip("# ").strip() or check.capitalize(), text)
