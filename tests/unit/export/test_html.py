"""The HTML report: self-contained, escaped, complete."""

from dataclasses import replace
from html.parser import HTMLParser
from types import MappingProxyType

from crossquote.export.decisions import Decided, Decisions, LogLine
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


def test_a_strange_article_stays_within_its_place() -> None:
    session = Session()
    for number, text in enumerate((FIRST, SECOND)):
        finish(add_text(session, text, f"\u202eoutlet-{number}' onload='x\x1b\0"))
    articles = {key: replace(one, sha256="<img src=x>") for key, one in session.state.articles.items()}
    html = html_report(replace(session.state, articles=MappingProxyType(articles)), version="0")
    page = _Page()
    page.feed(html)
    assert "img" not in page.tags
    assert page.outside == []
    assert "\x1b" not in html
    assert "\0" not in html


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


def three() -> Session:
    session = Session()
    words = (
        "We will open the new bridge on Monday and close the old one before the winter",
        "We will open the new bridge on Monday and close the old one before the winter",
        "We demand that they open the new bridge",
    )
    for number, said in enumerate(words):
        finish(add_text(session, f'Title {number}\n\n"{said}," Mayor Ada Lindqvist said.\n', f"outlet-{number}"))
    return session


def test_what_stands_under_an_utterance_is_told() -> None:
    html = html_report(three().state, version="0")
    page = _Page()
    page.feed(html)
    assert "What each kept of the longest" in html
    assert "<b>Consensus</b>, in the words nearest to it: <i dir=auto>We will open the new bridge" in html
    assert "<summary>All against all</summary>" in html
    assert "script" not in page.tags
    assert page.outside == []


def test_decisions_and_the_log_are_told_with_who_and_when() -> None:
    session = three()
    utterance = next(iter(session.state.utterances.values()))
    index = next(number for number, told in enumerate(utterance.comparisons) if told and told.findings)
    stamp = ("ada <b>", "2025-03-14T10:00:00+00:00")
    decisions = Decisions(
        verdicts={(utterance.id, index): Decided("distorted", *stamp)},
        rulings={(utterance.id, index, 0): Decided("dismissed", *stamp, reason="house style", gone=True)},
        notes={f"utterance:{utterance.id}": Decided("Ask the desk.", *stamp)},
        log=(
            LogLine(stamp[1], stamp[0], "Mark as distorted"),
            LogLine(stamp[1], stamp[0], "Dismiss: name", undone=True),
        ),
        progress="1 of 2 renditions reviewed",
    )
    html = html_report(session.state, version="0", decisions=decisions)
    assert "<p class=verdict><b>Distorted</b> <small>ada &lt;b&gt;, 2025-03-14</small></p>" in html
    assert "dismissed (ada &lt;b&gt;, 2025-03-14): house style" in html
    assert "<b>Ask the desk.</b>" in html
    assert "Dismiss: name (taken back)" in html
    assert "1 of 2 renditions reviewed" in html


def test_what_was_really_said_stands_first_as_the_base() -> None:
    state = three().state
    key, utterance = next(iter(state.utterances.items()))
    told = replace(utterance, reference="We will open the <new> bridge", comparisons=())
    html = html_report(replace(state, utterances={key: told}), version="0")
    assert html.index("What was really said") < html.index("Outlet 0</b></bdi>")
    assert "We will open the &lt;new&gt; bridge" in html
    assert html.count("<span class=tag>Base</span>") == 1
