"""Edits by chance: each edit that there is, of something that is open; stories to be edited."""

import random
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from crossquote.export.formats.tmx import to_tmx
from crossquote.model.changes import Changes
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Rule, Ruling, Verdict
from crossquote.model.span import Span
from crossquote.model.translation import SentenceKey, Translation
from crossquote.model.utterance import Rendition, Utterance
from crossquote.progress import Work
from crossquote.work.edits import (
    articles,
    bounds,
    descriptions,
    in_bulk,
    own_versions,
    quotes,
    review,
    rules,
    speakers,
)
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

SAID = (
    "We will open the {} bridge on {}",
    "There is no threat to the {} bridge and it will not close on {}",
    "The treaty of {} is signed on {}",
    "Nobody strongly requested {} to wait until {}",
)
WHERE, WHEN = ("harbour", "river", "Delmark"), ("Monday", "Tuesday", "Friday", "6 May")
WHO = ("Ada Lindqvist", "Per Holm", "Lindqvist", "Mayor Ada Lindqvist", "the council")
UKRAINIAN = "Ми відкриємо міст {} у {}"
Edit = Callable[[Session, random.Random], Work[object] | Changes]


def story(chance: random.Random, number: int) -> str:
    """Return an article; those of one chance tell much the same."""
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


def _foreign(chance: random.Random, number: int) -> str:
    said = UKRAINIAN.format(chance.choice(("Гавань", "Дельмарк")), chance.choice(("понеділок", "п'ятницю")))
    return f"Історія {number}\n\n«{said}», – сказала Ада Ліндквіст.\n\n«Жодної загрози немає», – сказав Пер Гольм."


def add(session: Session, chance: random.Random) -> Work[object]:
    """Add an article."""
    number = len(session.state.articles) + chance.randint(0, 99)
    text = _foreign(chance, number) if session.translator and chance.random() < 0.4 else story(chance, number)
    return add_text(session, text, f"outlet {number}")


def _mark(session: Session, chance: random.Random) -> Work[object]:
    article = session.state.articles[chance.choice(list(session.state.articles))]
    start = chance.randrange(len(article.text) - 12)
    span = Span(start, start + chance.randint(2, 60))
    beside = chance.choice((None, "", _quote(session, chance))) if session.state.quotes else None
    return quotes.mark_quote(session, article.id, span, chance.choice(("", *WHO)), beside=beside)


def _correct(session: Session, chance: random.Random) -> Work[object]:
    quote = _quote(session, chance)
    match chance.randint(0, 2):
        case 0:
            return quotes.correct_quote(session, quote, speaker=chance.choice(("", *WHO)))
        case 1:
            return quotes.correct_quote(session, quote, kind=chance.choice(list(QuoteKind)))
        case _:
            hull = session.state.quotes[quote].hull
            return quotes.correct_quote(session, quote, span=Span(hull.start, max(hull.start + 1, hull.end - 9)))


def _move_bounds(session: Session, chance: random.Random) -> Work[object]:
    """Bring an end of a quote to another word."""
    quote = session.state.quotes[_quote(session, chance)]
    article = session.state.articles[quote.article]
    words = bounds.words_near(article, *range(0, len(article.text), 500))
    beside = [one for one in session.state.quotes.values() if one.article == article.id]
    room = bounds.room_of(quote, beside, article)
    end, at = chance.choice(list(bounds.End)), chance.choice(words).start
    return quotes.move_bounds(session, quote.id, bounds.with_end(quote, end, at, words, room))


def _word_beside(session: Session, chance: random.Random) -> tuple[str, Span]:
    """Return a quote, and a word of its article."""
    quote = session.state.quotes[_quote(session, chance)]
    article = session.state.articles[quote.article]
    return quote.id, chance.choice(bounds.words_near(article, *range(0, len(article.text), 500)))


def _describe(session: Session, chance: random.Random) -> Work[object]:
    told = descriptions.Description(
        outlet=chance.choice((None, "The Ferry")),
        date=chance.choice((None, "", "2031-05-04", "2031-05-09")),
        language=chance.choice((None, None, "en")),
        original=chance.choice((None, True, False)),
    )
    return descriptions.describe_articles(session, {_article(session, chance) for _ in range(2)}, told)


def _take_back(session: Session, chance: random.Random) -> Work[object]:
    article = session.state.articles[_article(session, chance)]
    return descriptions.take_back(session, article.id, article.layout.skipped)


def _give_versions(session: Session, chance: random.Random) -> Work[object]:
    offered = own_versions.sentences_to_translate(session.state, _rendition(session, chance))
    versions = {one.key: chance.choice(("", "It opens on Friday.", one.key.text)) for one in offered}
    return own_versions.give_versions(session, versions, offered[0].article if offered else "")


def _import_memory(session: Session, chance: random.Random) -> Work[object]:
    """Take a memory in that holds a sentence of what is open, or none."""
    language = session.state.reading_language
    foreign = [one for one in session.state.quotes.values() if one.language not in (None, language)]
    made = {}
    if foreign:
        quote = chance.choice(foreign)
        text, source = quote.text(session.state.articles[quote.article].text), quote.language or ""
        key = SentenceKey(text, source, language)
        made[key] = Translation(text, "We will open the harbour bridge", ((source, language),), own=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        path.write_text(to_tmx(made), encoding="utf-8")
        yield from own_versions.import_memory(session, path)
    return None


def _pin(session: Session, chance: random.Random) -> Work[object]:
    one = _one(session, chance)
    return articles.pin_base(session, one.id, chance.choice(one.renditions).article)


def _part_rendition(session: Session, chance: random.Random) -> Work[object]:
    one = _one(session, chance)
    return quotes.part_rendition(session, one.id, chance.choice(one.renditions).article)


def _move_rendition(session: Session, chance: random.Random) -> Work[object]:
    one = _one(session, chance)
    return quotes.move_rendition(session, one.id, chance.choice(one.renditions).article, _quote(session, chance))


def _judge(session: Session, chance: random.Random) -> Changes:
    return review.judge(session, _rendition(session, chance), chance.choice((None, *Verdict)))


def _rule_on(session: Session, chance: random.Random) -> Changes:
    found = list(_findings(session))
    return review.rule_on(session, chance.choice(found).key, chance.choice((None, *Ruling))) if found else Changes()


def _judge_all(session: Session, chance: random.Random) -> Changes:
    some = [_rendition(session, chance) for _ in range(chance.randint(0, 4))]
    return in_bulk.judge_all(session, some, chance.choice((None, *Verdict)))


def _rule_on_all(session: Session, chance: random.Random) -> Changes:
    found = [one.key for one in _findings(session)]
    some = chance.sample(found, chance.randint(0, min(len(found), 5)))
    return in_bulk.rule_on_all(session, some, chance.choice((None, *Ruling)))


def _dismiss_alike(session: Session, chance: random.Random) -> Changes:
    one, found = _one(session, chance), list(_findings(session))
    return review.dismiss_alike(session, one.id, chance.choice(found).key.check if found else "number")


def _findings(session: Session) -> Iterator[review.Reviewed]:
    for one in session.state.utterances.values():
        for index in range(len(one.renditions)):
            yield from review.findings(session.state, one, index)


def _rule(session: Session, chance: random.Random) -> Rule:
    found = list(_findings(session))
    key = chance.choice(found).key if found else None
    id_ = f"rule {chance.randrange(10**6)}"
    return Rule(id_, key.check if key else "number", key.base if key else "", "", "so it is", review.stamp())


def _remove_rule(session: Session, chance: random.Random) -> Changes:
    known = list(session.state.rules)
    return review.remove_rule(session, chance.choice(known)) if known else Changes()


def _note(session: Session, chance: random.Random) -> Changes:
    about = f"utterance:{_one(session, chance).id}", f"article:{_article(session, chance)}"
    return review.write_note(session, chance.choice(about), chance.choice(("", "look again")))


def _quote(session: Session, chance: random.Random) -> str:
    return chance.choice(list(session.state.quotes))


def _article(session: Session, chance: random.Random) -> str:
    return chance.choice(list(session.state.articles))


def _one(session: Session, chance: random.Random) -> Utterance:
    return chance.choice(list(session.state.utterances.values()))


def _rendition(session: Session, chance: random.Random) -> Rendition:
    return chance.choice(_one(session, chance).renditions)


EDITS: Mapping[object, Edit] = {
    add_text: add,
    articles.pin_base: _pin,
    articles.remove_articles: lambda session, chance: articles.remove_articles(session, [_article(session, chance)]),
    articles.set_reading_language: lambda session, chance: articles.set_reading_language(
        session, chance.choice(("en", "uk"))
    ),
    articles.unpin_base: lambda session, chance: articles.unpin_base(session, _one(session, chance).id),
    descriptions.describe_articles: _describe,
    descriptions.take_back: _take_back,
    in_bulk.judge_all: _judge_all,
    in_bulk.rule_on_all: _rule_on_all,
    own_versions.give_versions: _give_versions,
    own_versions.import_memory: _import_memory,
    quotes.correct_quote: _correct,
    quotes.give_cue: lambda session, chance: quotes.give_cue(session, *_word_beside(session, chance)),
    quotes.give_reference: lambda session, chance: quotes.give_reference(
        session, _one(session, chance).id, chance.choice(("", "It will open on Friday."))
    ),
    quotes.join_quotes: lambda session, chance: quotes.join_quotes(
        session, _quote(session, chance), _quote(session, chance)
    ),
    quotes.keep_apart: lambda session, chance: quotes.keep_apart(
        session, _one(session, chance).id, _one(session, chance).id
    ),
    quotes.mark_quote: _mark,
    quotes.merge_utterances: lambda session, chance: quotes.merge_utterances(
        session, _one(session, chance).id, _quote(session, chance)
    ),
    quotes.move_bounds: _move_bounds,
    quotes.move_quote: lambda session, chance: quotes.move_quote(
        session, _quote(session, chance), _quote(session, chance)
    ),
    quotes.move_rendition: _move_rendition,
    quotes.name_speaker: lambda session, chance: quotes.name_speaker(session, *_word_beside(session, chance)),
    quotes.part_quote: lambda session, chance: quotes.part_quote(session, _quote(session, chance)),
    quotes.part_rendition: _part_rendition,
    quotes.unmark_quotes: lambda session, chance: quotes.unmark_quotes(session, [_quote(session, chance)]),
    review.add_rule: lambda session, chance: review.add_rule(session, _rule(session, chance)),
    review.dismiss_alike: _dismiss_alike,
    review.judge: _judge,
    review.remove_rule: _remove_rule,
    review.rule_on: _rule_on,
    review.write_note: _note,
    rules.import_rules: lambda session, chance: rules.import_rules(session, [_rule(session, chance)]),
    speakers.forget_speaker: lambda session, chance: speakers.forget_speaker(session, chance.choice(WHO)),
    speakers.join_speakers: lambda session, chance: speakers.join_speakers(
        session, chance.choice(WHO), chance.choice(WHO)
    ),
    speakers.part_speaker: lambda session, chance: speakers.part_speaker(session, chance.choice(WHO)),
}
"""What does each edit by chance, by the edit."""
_OFTEN = (quotes.correct_quote, quotes.move_rendition, quotes.part_rendition, quotes.move_quote, add_text)
_SELDOM = frozenset({articles.set_reading_language, review.write_note, rules.import_rules, review.judge})


def edit(session: Session, chance: random.Random) -> Work[object] | Changes:
    """Do one of all edits; those that only say something of what is there come more seldom."""
    known = [one for one in EDITS if one not in _SELDOM or chance.random() < 0.3]
    return EDITS[chance.choice([*known, *_OFTEN])](session, chance)
