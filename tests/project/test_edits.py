"""Whatever is done, in whatever order, and stopped anywhere: memory, file and what is shown agree."""

import random
from collections.abc import Callable, Generator, Mapping
from pathlib import Path

import pytest

from crossquote.export.formats.html.page import report_html
from crossquote.export.formats.json import reviewed_row
from crossquote.model.coherence import coherent
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Verdict
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.translation.engine import Translator
from crossquote.translation.fake import FakeTranslator
from crossquote.work.edits import articles as edit
from crossquote.work.edits import quotes, review
from crossquote.work.edits.descriptions import Description, describe_articles
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

TEXT = (
    '{0}\n\n"We will open the new {1} bridge on {0}," Mayor Ada Lindqvist said.\n\n'
    'She said "no threat" was near and that the {1} bridge would not close.\n'
)
TRANSLATED = "«Ми відкриємо новий міст у понеділок», — сказала мер Ада Ліндквіст.\n\n«Загрози немає», — додала вона.\n"
KINDS = (
    "articles", "quotes", "translations", "evidence", "utterances", "pins", "references", "joined", "parted",
    "corrections", "verdicts",
)  # fmt: skip
Edit = Callable[[Session, random.Random], object]


def one(chance: random.Random, known: Mapping[str, object]) -> str:
    return chance.choice(list(known))


def place(chance: random.Random, text: str) -> Span:
    return Span(*sorted(chance.sample(range(len(text)), 2)))


def add(session: Session, chance: random.Random) -> object:
    text = TEXT.format(chance.choice(("Monday", "Tuesday", "Friday")), chance.choice(("harbour", "river")))
    return add_text(session, text, "outlet")


def mark(session: Session, chance: random.Random) -> object:
    article = session.state.articles[one(chance, session.state.articles)]
    return quotes.mark_quote(session, article.id, place(chance, article.text), "Ann")


def correct(session: Session, chance: random.Random) -> object:
    quote = session.state.quotes[one(chance, session.state.quotes)]
    text = session.state.articles[quote.article].text
    return quotes.correct_quote(session, quote.id, kind=chance.choice(list(QuoteKind)), span=place(chance, text))


def pin(session: Session, chance: random.Random) -> object:
    utterance = session.state.utterances[one(chance, session.state.utterances)]
    return edit.pin_base(session, utterance.id, chance.choice(utterance.renditions).article)


def describe(session: Session, chance: random.Random) -> object:
    chosen = {one(chance, session.state.articles) for _ in range(2)}
    told = chance.choice((Description(language="uk"), Description(original=True), Description(outlet="The Ferry")))
    return describe_articles(session, chosen, told)


def judge(session: Session, chance: random.Random) -> object:
    utterance = session.state.utterances[one(chance, session.state.utterances)]
    return review.judge(session, chance.choice(utterance.renditions), chance.choice((None, *Verdict)))


EDITS: tuple[tuple[str, Edit], ...] = (
    ("", add),
    ("", lambda session, _: session.undo()),
    ("", lambda session, _: session.redo()),
    ("articles", lambda session, chance: edit.remove_articles(session, [one(chance, session.state.articles)])),
    ("articles", describe),
    ("articles", mark),
    ("quotes", lambda session, chance: quotes.unmark_quotes(session, [one(chance, session.state.quotes)])),
    ("quotes", correct),
    (
        "quotes",
        lambda session, chance: quotes.join_quotes(
            session, one(chance, session.state.quotes), one(chance, session.state.quotes)
        ),
    ),
    ("quotes", lambda session, chance: quotes.part_quote(session, one(chance, session.state.quotes))),
    (
        "utterances",
        lambda session, chance: quotes.give_reference(session, one(chance, session.state.utterances), "It will open."),
    ),
    ("utterances", pin),
    ("utterances", judge),
)


def carry_out(session: Session, chance: random.Random) -> None:
    """Do something, and where it is long work, perhaps stop it on the way."""
    begin = chance.choice([begin for known, begin in EDITS if not known or getattr(session.state, known)])
    work, stops = begin(session, chance), chance.random() < 0.3
    if isinstance(work, Generator):
        for _ in work:
            assert coherent(session.state) is session.state
            if stops and chance.random() < 0.3:
                work.close()
                break


def held(state: State) -> dict[str, object]:
    return {kind: dict(getattr(state, kind)) for kind in KINDS}


@pytest.mark.parametrize("translator", [FakeTranslator([("uk", "en")]), None], ids=["translated", "no translator"])
@pytest.mark.parametrize("seed", range(12))
def test_memory_and_file_agree_after_any_edits(seed: int, translator: Translator | None, tmp_path: Path) -> None:
    """The project has a translation to begin with, also where nothing translates it any more."""
    chance = random.Random(seed)
    session = Session(
        translator=FakeTranslator([("uk", "en")]), project=Project(tmp_path / "edits.crossquote", new=True)
    )
    assert session.project is not None
    finish(add_text(session, TRANSLATED, "outlet"))
    assert session.state.translations
    session.translator = translator
    for _ in range(12):
        carry_out(session, chance)
        assert coherent(session.state) is session.state
        assert report_html(gather_report(session.state))
        assert reviewed_row(gather_report(session.state))
        there = session.project.state()
        assert held(there) == held(session.state)
        assert list(there.quotes) == list(session.state.quotes)
        assert session.state.unfinished or list(there.utterances) == list(session.state.utterances)
    session.project.close()
