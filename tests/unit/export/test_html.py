"""The HTML report: self-contained, escaped, complete."""

import re
from html.parser import HTMLParser
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.export.citing import page_address
from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.html.text import link_html
from crossquote.message import verbatim
from crossquote.model.article import Source
from crossquote.model.review import Decision, Judgement, Note, Ruling, Stamp, Verdict
from crossquote.model.state import State
from crossquote.model.step import StepName
from crossquote.model.translation import EngineStamp, Translation
from crossquote.progress import finish
from crossquote.work.edits.review import findings
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from gui.hand_made import sample_state

FIRST = 'Title <one>\n\n"We shall open the new bridge <b>& road</b> on Monday," Mayor Ada Lindqvist said.\n'
BY = Stamp("ada <b>", "2025-03-14T10:00:00+00:00")
SECOND = 'Title two\n\n"We will open the new bridge on Tuesday," Mayor Ada Lindqvist said.\n'


def html_of(state: State, log: tuple[StepName, ...] = ()) -> str:
    return report_html(gather_report(state, log))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        leading = ((name, value or "") for name, value in attrs if name in ("src", "href") or name.startswith("on"))
        self.outside += [value for name, value in leading if name != "href" or not value.startswith("#")]


def test_a_strange_article_stays_within_its_place() -> None:
    session = Session()
    for number, text in enumerate((FIRST, SECOND)):
        finish(add_text(session, text, f"\u202eoutlet-{number}' onload='x\x1b\0"))
    articles = {key: replace(one, sha256="<img src=x>") for key, one in session.state.articles.items()}
    html = html_of(replace(session.state, articles=MappingProxyType(articles)))
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
    html = html_of(session.state)
    page.feed(html)
    assert "script" not in page.tags
    assert page.outside == []
    assert "Title &lt;one&gt;" in html
    assert "<b>& road" not in html
    assert "outlet" in html.lower()


def test_a_browser_may_load_nothing_for_it() -> None:
    """The policy is the second line: nothing may be fetched, sent or run, whatever a text should get past the first."""
    html = html_of(sample_state("<img src='file://host/share/x.png'><script>1</script>"))
    assert "<img" not in html
    assert "<script" not in html
    policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert html.index("Content-Security-Policy") < html.index("<title>"), "it holds for what comes after it"


def test_what_one_article_alone_says_is_listed_only_where_there_is_such() -> None:
    session = Session()
    finish(add_text(session, FIRST, "first"))
    assert "<h2>In one article only</h2>" in html_of(session.state)
    finish(add_text(session, SECOND, "second"))
    assert "In one article only" not in html_of(session.state)


def test_an_empty_state_makes_a_report_too() -> None:
    assert "0 articles" in html_of(Session().state)


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
    html = html_of(three().state)
    page = _Page()
    page.feed(html)
    assert "What each kept of the longest" in html
    assert "<b>Consensus</b>, in the words nearest to it: <i dir=auto>We will open the new bridge" in html
    assert "<summary>All against all</summary>" in html
    assert "script" not in page.tags
    assert page.outside == []


def test_decisions_and_the_log_are_told_with_who_and_when() -> None:
    session = three()
    state = session.state
    utterance = next(iter(state.utterances.values()))
    index = next(number for number, told in enumerate(utterance.comparisons) if told and told.findings)
    first = next(iter(findings(state, utterance, index)))
    about = f"utterance:{utterance.id}"
    state = replace(
        state,
        verdicts={utterance.renditions[index].quotes[0]: Judgement(Verdict.DISTORTED, BY)},
        rulings={first.key: Decision(Ruling.DISMISSED, "house style", BY)},
        notes={about: Note(about, "Ask the desk.", BY)},
    )
    log = (
        StepName(1, verbatim("Mark as distorted"), BY.who, BY.at),
        StepName(2, verbatim("Dismiss: name"), BY.who, BY.at, undone=True),
    )
    html = html_of(state, log)
    assert "<p class=verdict><b>Distorted</b> <small>ada &lt;b&gt;, 14 Mar 2025</small></p>" in html
    assert "dismissed (ada &lt;b&gt;, 14 Mar 2025): house style" in html
    assert "<b>Ask the desk.</b>" in html
    assert "Dismiss: name (taken back)" in html
    assert "1 of 2 renditions reviewed" in html


def test_what_was_really_said_stands_first_as_the_base() -> None:
    state = three().state
    key, utterance = next(iter(state.utterances.items()))
    told = replace(utterance, reference="We will open the <new> bridge", comparisons=())
    html = html_of(replace(state, utterances={key: told}))
    assert html.index("What was really said") < html.index("Outlet 0</b></bdi>")
    assert "We will open the &lt;new&gt; bridge" in html
    assert html.count("<span class=tag>Base</span>") == 1


class _Words(HTMLParser):
    """The page as text by place: what stands in each kind of element, and the elements that are open around it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.places: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "br"):
            self.open.append((tag, dict(attrs)))
            self.found.append((tag, dict(attrs), ""))
            self.places = [*self.places, len(self.found) - 1]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "every element is closed in its turn"
        self.places = self.places[:-1]

    def handle_data(self, data: str) -> None:
        for place in self.places:
            tag, attrs, text = self.found[place]
            self.found[place] = (tag, attrs, text + data)

    def texts(self, tag: str, **wanted: str) -> list[str]:
        return [
            " ".join(text.split())
            for name, attrs, text in self.found
            if name == tag and all(attrs.get(key.rstrip("_")) == value for key, value in wanted.items())
        ]


def read(html: str) -> _Words:
    words = _Words()
    words.feed(html)
    words.close()
    assert words.open == []
    return words


def test_the_head_says_what_was_compared_by_whom_and_with_what() -> None:
    state = sample_state()
    stamp = EngineStamp("translate-uk_en", "1.9", "ab" * 32)
    made = Translation("Я дуже просила", "I asked", (("uk", "en"),), (stamp,))
    path = "C:\\Users\\ada\\pryberezhna.txt"
    article = replace(state.articles["pryberezhna"], path=path, sha256="c0ffee" * 10 + "c0de", date="2025-03-14")
    state = replace(
        state,
        evidence={"u1-pryberezhna": made},
        articles={**state.articles, "pryberezhna": article},
        checks_off="number",
    )
    by = Stamp("ada", "2025-03-14T10:00:00+00:00")
    first = next(iter(findings(state, state.utterances["u1"], 1)))
    state = replace(
        state,
        verdicts={state.utterances["u1"].renditions[1].quotes[0]: Judgement(Verdict.DISTORTED, by)},
        rulings={first.key: Decision(Ruling.DISMISSED, "", by)},
    )
    report = replace(gather_report(state, title="Ferries"), at="2025-03-15T08:30:00+00:00")
    page = read(report_html(report))
    assert page.texts("h1") == ["Ferries"]
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Made": "15 Mar 2025, 08:30 UTC with Crossquote 0.1.0",
        "Reviewed by": "ada (2 decisions)",
        "Reviewed": "1 of 4 renditions reviewed: 1 distorted",
        "Compared in": "English (en)",
        "What": "4 articles · 7 quotes · 3 utterances · 2 to compare, in 6 renditions",
        "Checks": "These checks were off: number.",
    }
    told = [page.texts("tr", class_=severity)[0] for severity in ("critical", "major", "minor", "neutral")]
    raised = [one for found in state.utterances.values() for it in found.comparisons if it for one in it.findings]
    assert sum(int(re.findall(r"\d", line)[0]) for line in told) == len(raised)
    assert "c0ffee" * 10 + "c0de" in page.texts("code")
    assert "ab" * 32 in page.texts("code")
    assert [line for line in page.texts("td", colspan="5") if "pryberezhna.txt" in line]
    assert "ada\\" not in " ".join(page.texts("body")), "a report does not tell where its maker keeps files"


def test_words_stand_in_the_marks_and_with_the_signs_of_the_window() -> None:
    page = read(html_of(sample_state()))
    assert page.texts("p", class_="original", lang="uk") == [
        "«Я дуже просила, щоб міністерство надіслало три пороми до зими.»"
    ]
    direct, mixed = page.texts("p", class_="text", lang="en")[:2]
    assert direct == "“I have strongly requested that the ministry send three ferries before winter.”"
    assert mixed.endswith("⟨…⟩”")
    assert page.texts("p", class_="text", lang="de")[0].startswith("sie habe"), "reported words stand in no marks"
    assert "really asked" in page.texts("mark", class_="changed")
    assert page.texts("h3")[0].startswith("Ada Lindqvist")


def test_arabic_is_read_from_the_right() -> None:
    state = sample_state()
    first = state.utterances["u3"]
    said = replace(first.renditions[0], text="WHO قال إننا طلبنا ثلاث عبارات", language="ar")
    told = replace(first, renditions=(said,))
    page = read(html_of(replace(state, utterances={"u3": told})))
    assert len(page.texts("td", class_="text", lang="ar", dir="rtl")) == 1


def test_every_colour_of_the_page_is_one_of_the_windows() -> None:
    html = html_of(Session().state)
    used = set(re.findall(r"var\(--([\w-]+)\)", html))
    assert used <= set(re.findall(r"--([\w-]+):#", html))
    assert {"change-added", "change-moved", "change-changed", "severity-critical"} <= used


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://harbour.example/a?b=1&c=2", True),
        ("HTTP://harbour.example", True),
        ("javascript:alert(1)", False),
        ("https://x' onmouseover='alert(1)", False),
        ("data:text/html,x", False),
        ("//harbour.example/a", False),
        ("", False),
    ],
)
def test_a_link_leads_to_a_page_or_there_is_none(address: str, leads: bool) -> None:
    article = replace(sample_state().articles["harbour"], source=Source(address=address))
    made = link_html(page_address(article), "Open")
    assert bool(made) is leads
    assert "onmouseover" not in made
    assert not leads or "rel='noreferrer noopener nofollow'" in made


def test_neutral_findings_are_folded_and_nothing_else_is() -> None:
    page = read(html_of(sample_state()))
    state = sample_state()
    found = [one for told in state.utterances["u1"].comparisons if told for one in told.findings]
    quiet = sum(one.severity.quiet for one in found)
    folded = page.texts("details", class_="quiet")
    assert sum(int(line.split()[0]) for line in folded) == quiet
