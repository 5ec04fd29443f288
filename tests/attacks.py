"""Hostile projects, by a seed: every text of their articles and decisions tries to be more than a text."""

import random
from collections.abc import Callable
from itertools import cycle

from msgspec.structs import replace

from crossquote.export.document import Report
from crossquote.message import verbatim
from crossquote.model.article import Article, Source
from crossquote.model.review import Decision, Judgement, Note, Rule, Ruling, Stamp, Verdict, about_finding
from crossquote.model.state import State
from crossquote.model.step import StepName
from crossquote.model.translation import EngineStamp, SentenceKey, Translation
from crossquote.progress import finish
from crossquote.work.edits.review import findings
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

Writer = Callable[[], str]
"""Makes another text at each call."""

ATTACKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><script>1</script>",
    '"><svg onload=\'x\'>', "' onmouseover='alert(1)", "javascript:alert(1)",
    "<a href='https://evil.example'>x</a>", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&#x3C;b&#x3E;",
    "&e;", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "<?php 1 ?>", "</p></td></table>",
    "<w:p/>", "<f>1+1</f>", "_x003C_", "_x0000_", '{ INCLUDETEXT "c:/x" }', "<app><rdg/></app>",
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1:A9)", ";=1+1", "\t=1+1", "\r\n=1+1",
    '=HYPERLINK("http://evil.example")', "＝1+1", "'=1+1", '",=1', "[a](javascript:alert(1))",
    "![x](https://evil.example/x.png)", "<https://evil.example>", "https://evil.example/a?b=1",
    "www.evil.example", "```", "~~~", "| a | b |", "# head", "1. one", "- [ ] do", "> quote", "**bold**",
    "~~gone~~", "$x$", ":smile:", "@somebody", "#1", "[^1]", "<br>", "&nbsp;", "\\", "`", "${title}", "%s",
    "{who}", "{{7*7}}", "[bold red]x[/]", "[link=https://evil.example]x[/link]", "\x1b[31m",
    "\x1b]0;title\x07", "\x9b31m", "\x00", "\x07", "\x08", "\x0b", "\x0c", "\x7f", "\x85", "\u2028", "\u2029",
    "\ufeff", "\ufffe", "\uffff", "\ud800", "\udfff", "\u202e", "\u202d", "\u202a", "\u202c", "\u2066",
    "\u2067", "\u2068", "\u2069", "\u200f", "\u061c", "\xad", "\ue000", "\ue0000\ue000", "\U000e0041",
    "e\u0301\u0301\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "قال", "אמר", "(x) Tj ET",
    "<</JS (app.alert(1))>>", "endobj", "%PDF-1.7", "PK\x03\x04", "\u3000", "＜script＞", "\u2039script\u203a",
)  # fmt: skip
FROM_THE_RIGHT = ("الميناء", "הגשר")
WORDS = ("bridge", "ferries", "harbour", "ministry", "council", "winter", "seven", "money", "road", "water", "mill")


def hostile(seed: int) -> Writer:
    """Return a writer of texts that try to be more than texts, between harmless words."""
    chance = random.Random(seed)

    def write() -> str:
        parts = (chance.choice(ATTACKS) if chance.random() < 0.6 else chance.choice(WORDS) for _ in range(6))
        return "".join(part + chance.choice((" ", "", "\n")) for part in parts)

    return write


def harmless(seed: int) -> Writer:
    """Return a writer of texts that are words alone, by some seeds in scripts that are read from the right."""
    chance = random.Random(seed)
    words = WORDS if seed % 2 else FROM_THE_RIGHT
    return lambda: " ".join(chance.choices(words, k=6))


def project_of(write: Writer) -> Report:
    """Return the report on a project of which every text is by `write`."""
    session = Session()
    for day in ("Monday", "Tuesday", "Friday"):
        said = f"We shall open the old bridge on {day}, {write().strip()} and close the harbour as promised"
        text = (
            f'{write()}\n\n"{said}," {write().strip()} said.\n\n{write()}\n\n"{write()}," Mayor Ada Lindqvist said.\n'
        )
        finish(add_text(session, text, write() or day))
    state = session.state
    articles = {key: _dressed(one, write) for key, one in state.articles.items()}
    utterances = {key: replace(one, speaker=write(), reference="") for key, one in state.utterances.items()}
    return _report(replace(state, articles=articles, utterances=utterances), write)


def _dressed(article: Article, write: Writer) -> Article:
    source = Source(address=write(), published=write(), read_at=write(), reader=write(), warnings=(verbatim(write()),))
    return replace(
        article,
        outlet=write(),
        title=write(),
        author=write(),
        date=write(),
        path=write(),
        sha256=write(),
        source=source,
    )


def _report(state: State, write: Writer) -> Report:
    stamp = Stamp(write(), "2025-03-14T10:00:00+00:00")
    raised = [
        (rendition, one)
        for utterance in state.utterances.values()
        for number, rendition in enumerate(utterance.renditions)
        for one in findings(state, utterance, number)
    ]
    keys = [one.key for _, one in raised]
    abouts = [f"utterance:{key}" for key in state.utterances]
    abouts += [f"quote:{rendition.quotes[0]}" for rendition, _ in raised]
    abouts += [about_finding(one.key) for _, one in raised]
    decided = replace(
        state,
        verdicts={rendition.quotes[0]: Judgement(Verdict.DISTORTED, stamp) for rendition, _ in raised},
        rulings={key: Decision(ruling, write(), stamp) for key, ruling in zip(keys, cycle(Ruling), strict=False)},
        notes={about: Note(about, write(), stamp) for about in abouts},
        rules={"r": Rule("r", "name", write(), write(), write(), stamp)},
        sentences={SentenceKey(write(), "uk", "en"): _translation(write) for _ in range(3)},
        evidence={key: _translation(write) for key in list(state.quotes)[:1]},
    )
    log = tuple(StepName(number, verbatim(write()), write(), stamp.at, undone=number == 1) for number in (1, 2))
    lacking = tuple(verbatim(write()) for _ in range(2))
    return gather_report(decided, log, title=write(), lacking=lacking)


def _translation(write: Writer) -> Translation:
    return Translation(write(), write(), (("uk", "en"),), (EngineStamp(write(), write(), write()),))
