"""The help has a page for every check, and gives it its title."""

from crossquote.comparison.table import known_checks
from crossquote.work.help import check_pages


def test_every_check_has_a_page_with_a_title() -> None:
    pages = {page.id: page for page in check_pages()}
    assert pages.keys() == known_checks().keys()
    assert pages["number"].title == "Number"
    assert all(page.text.startswith(f"# {page.title}\n") for page in pages.values())


def test_pages_come_by_title() -> None:
    titles = [page.title for page in check_pages()]
    assert titles == sorted(titles)
