"""The HTML report: self-contained, escaped, complete."""

from html.parser import HTMLParser

from crossquote.export.html import html_report
from crossquote.progress import finish
from crossquote.work.pipeline import add_text
from crossquote.work.session import Session

FIRST = 'Title <one>\n\n"We shall open the new bridge <b>& road</b> on Monday," Mayor Ada Lindqvist said.\n'
SECOND = 'Title two\n\n"We will open the new bridge on Tuesday," Mayor Ada Lindqvist said.\n'


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.outside += [value or "" for name, value in attrs if name in ("src", "href") or name.startswith("on")]


def test_the_report_stands_alone_and_escapes_what_it_shows() -> None:
    session = Session()
    for number, text in enumerate((FIRST, SECOND)):
        finish(add_text(session, text, f"outlet-{number}"))
    page = _Page()
    html = html_report(session.state, version="0")
    page.feed(html)
    assert "script" not in page.tags
    assert page.outside == []
    assert "Title &lt;one&gt;" in html
    assert "<b>& road" not in html
    assert "outlet" in html.lower()


def test_an_empty_state_makes_a_report_too() -> None:
    assert "0 articles" in html_report(Session().state, version="0")
