"""Edits of articles and bases: what the user decides. Each is one named step, and returns what changed."""

from collections.abc import Collection
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from crossquote.message import message
from crossquote.model.changes import Changes, with_values
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import Step, Work
from crossquote.work.edits.wanted import place_of, wanted
from crossquote.work.session import Session
from crossquote.work.stages.compare import compare_utterance
from crossquote.work.stages.pipeline import settle


def remove_articles(session: Session, article_ids: Collection[str]) -> Work[Changes]:
    """Take articles and their quotes out of what is open."""
    state, gone = session.state, set(article_ids)
    articles = {key: article for key, article in state.articles.items() if key not in gone}
    quotes = {key: quote for key, quote in state.quotes.items() if quote.article not in gone}
    state = replace(state, articles=MappingProxyType(articles), quotes=MappingProxyType(quotes))
    step = message("did.remove-articles", count=len(gone))
    return (yield from settle(session, state, step))


def pin_base(session: Session, utterance_id: str, article_id: str) -> Work[Changes]:
    """Make the rendition of `article_id` the base of an utterance; the pin holds when quotes are grouped anew."""
    yield Step(0, 1, message("step.comparing"))
    state = session.state
    utterance = wanted(state.utterances, utterance_id)
    pins = {**_pins_of_others(state, utterance), **dict.fromkeys(_quotes_of(utterance), article_id)}
    base = place_of(article_id, (rendition.article for rendition in utterance.renditions))
    state = replace(state, pins=MappingProxyType(pins))
    pinned = compare_utterance(state, replace(utterance, base=base))
    utterances = with_values(state.utterances, {utterance_id: pinned})
    outlet = state.articles[article_id].outlet
    return session.move_to(replace(state, utterances=utterances), message("did.compare-with", outlet=outlet))


def unpin_base(session: Session, utterance_id: str) -> Work[Changes]:
    """Leave it to the program again which rendition the others of an utterance are compared with."""
    state = session.state
    pins = _pins_of_others(state, wanted(state.utterances, utterance_id))
    return (yield from settle(session, replace(state, pins=MappingProxyType(pins)), message("did.unpin-base")))


def _pins_of_others(state: State, utterance: Utterance) -> dict[str, str]:
    """Return the pins that are not about `utterance`."""
    quotes = _quotes_of(utterance)
    return {key: pin for key, pin in state.pins.items() if key not in quotes}


def _quotes_of(utterance: Utterance) -> set[str]:
    return {quote for rendition in utterance.renditions for quote in rendition.quotes}


def set_reading_language(session: Session, code: str) -> Work[Changes]:
    """Read and compare everything in another language."""
    nothing: MappingProxyType[str, Any] = MappingProxyType({})
    state = replace(session.state, reading_language=code, translations=nothing, evidence=nothing)
    return (yield from settle(session, state, message("did.read-in", language=code)))
