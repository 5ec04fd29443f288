"""Whatever is edited, in whatever order: what is open is what it would be, were everything worked out anew."""

import random
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import Work, finish
from crossquote.translation.fake import FakeTranslator
from crossquote.work.edits import articles, quotes, speakers
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh
from crossquote.work.stages.stored import lacks_basis, read_ahead

SAID = (
    "We will open the {} bridge on {}",
    "There is no threat to the {} bridge and it will not close on {}",
    "The treaty of {} is signed on {}",
    "Nobody strongly requested {} to wait until {}",
)
WHERE, WHEN = ("harbour", "river", "Delmark"), ("Monday", "Tuesday", "Friday")
WHO = ("Ada Lindqvist", "Per Holm", "Lindqvist", "Mayor Ada Lindqvist", "the council")
UKRAINIAN = "Ми відкриємо міст {} у {}"


def story(chance: random.Random, number: int) -> str:
    told = [f"Story {number}"]
    for _ in range(chance.randint(1, 5)):
        said = chance.choice(SAID).format(chance.choice(WHERE), chance.choice(WHEN))
        who = chance.choice(WHO)
        told.append(
            chance.choice(
                (
                    f"“{said},” {who} said.",
                    f"{who} said that {said[0].lower()}{said[1:]}.",
                    f"{who} said “no threat” was near.",
                )
            )
        )
    return "\n\n".join(told)


def foreign(chance: random.Random, number: int) -> str:
    said = UKRAINIAN.format(chance.choice(("Гавань", "Дельмарк")), chance.choice(("понеділок", "п'ятницю")))
    return f"Історія {number}\n\n«{said}», – сказала Ада Ліндквіст.\n\n«Жодної загрози немає», – сказав Пер Гольм."


def add(session: Session, chance: random.Random) -> Work[object]:
    number = len(session.state.articles) + chance.randint(0, 99)
    text = foreign(chance, number) if session.translator and chance.random() < 0.4 else story(chance, number)
    return add_text(session, text, f"outlet {number}")


def mark(session: Session, chance: random.Random) -> Work[object]:
    article = session.state.articles[chance.choice(list(session.state.articles))]
    start = chance.randrange(len(article.text) - 12)
    return quotes.mark_quote(session, article.id, Span(start, start + chance.randint(2, 60)), chance.choice(("", *WHO)))


def correct(session: Session, chance: random.Random) -> Work[object]:
    quote = chance.choice(list(session.state.quotes))
    match chance.randint(0, 2):
        case 0:
            return quotes.correct_quote(session, quote, speaker=chance.choice(("", *WHO)))
        case 1:
            return quotes.correct_quote(session, quote, kind=chance.choice(list(QuoteKind)))
        case _:
            hull = session.state.quotes[quote].hull
            return quotes.correct_quote(session, quote, span=Span(hull.start, max(hull.start + 1, hull.end - 9)))


def some(session: Session, chance: random.Random) -> str:
    return chance.choice(list(session.state.quotes))


def utterance(session: Session, chance: random.Random) -> str:
    return chance.choice(list(session.state.utterances))


def pin(session: Session, chance: random.Random) -> Work[object]:
    one = session.state.utterances[utterance(session, chance)]
    return articles.pin_base(session, one.id, chance.choice(one.renditions).article)


Edit = Callable[[Session, random.Random], Work[object]]
EDITS: tuple[Edit, ...] = (
    add,
    add,
    mark,
    correct,
    correct,
    pin,
    lambda session, chance: quotes.unmark_quotes(session, [some(session, chance)]),
    lambda session, chance: quotes.join_quotes(session, some(session, chance), some(session, chance)),
    lambda session, chance: quotes.part_quote(session, some(session, chance)),
    lambda session, chance: quotes.merge_utterances(session, utterance(session, chance), some(session, chance)),
    lambda session, chance: quotes.give_reference(session, utterance(session, chance), "It will open on Friday."),
    lambda session, chance: articles.remove_articles(session, [chance.choice(list(session.state.articles))]),
    lambda session, chance: articles.set_language(session, chance.choice(list(session.state.articles)), "en"),
    lambda session, chance: articles.unpin_base(session, utterance(session, chance)),
    lambda session, chance: articles.set_reading_language(session, chance.choice(("en", "uk"))),
    lambda session, chance: speakers.join_speakers(session, chance.choice(WHO), chance.choice(WHO)),
    lambda session, chance: speakers.part_speaker(session, chance.choice(WHO)),
    lambda session, chance: speakers.forget_speaker(session, chance.choice(WHO)),
)


def anew(session: Session) -> State:
    other = Session(replace(session.state, unfinished=True), session.translator)
    finish(refresh(other))
    return other.state


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_an_edit_leads_where_working_everything_out_anew_does(seed: int, translated: bool) -> None:
    chance = random.Random(seed)
    session = Session(translator=FakeTranslator([("uk", "en"), ("en", "uk")]) if translated else None)
    for number in range(3):
        finish(add_text(session, story(chance, number), f"outlet {number}"))
    for _ in range(6):
        if not session.state.utterances:
            break
        before = session.state
        finish(chance.choice(EDITS)(session, chance))
        there = anew(session)
        assert list(session.state.utterances) == list(there.utterances)
        assert session.state == there
        if chance.random() < 0.3:
            session.state = before  # as undo does
        if chance.random() < 0.2:
            session = Session(session.state, session.translator)  # as opening a project does
            for _ in range(chance.choice((0, 3, 99)) if lacks_basis(session) else 0):
                next(read_ahead(session), None)  # begun while nobody edits, and stopped again and again
