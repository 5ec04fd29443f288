"""Sentences of translated quotes: what each was translated from, and where its translation stands."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from msgspec import Struct

from crossquote.comparison.evidence.stability import is_weighed
from crossquote.language.language import language_of
from crossquote.model.quote import Quote
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import Route, SentenceKey, Translation
from crossquote.model.utterance import Rendition, Utterance
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import SourcePiece, cut, put_together
from crossquote.work.samples import is_sample


class TranslatedSentence(Struct, frozen=True):
    """A sentence of a quote, with its translation as it is shown."""

    key: SentenceKey
    piece: SourcePiece
    translation: Translation


class Questioned(Struct, frozen=True):
    """A sentence in whose rendition something was found, and the packages that translated it."""

    utterance: str
    sentence: TranslatedSentence
    route: Route


def sentences_of(state: State, quote: Quote) -> tuple[TranslatedSentence, ...]:
    """Return the sentences of a translated quote; none where the user's own version or nothing is shown for it."""
    article = state.articles[quote.article]
    language = quote.language or article.language
    shown = state.evidence.get(quote.id)
    if language is None or shown is None:
        return ()
    text = quote.text(article.text)
    found = []
    for piece in cut(text, language_of(language)):
        key = SentenceKey(piece.text, language, state.reading_language)
        made = state.sentences.get(key)
        if made is None:
            return ()
        found.append(TranslatedSentence(key, piece, made))
    pieces = tuple(one.piece for one in found)
    made_of = put_together(text, pieces, {one.piece.text: one.translation for one in found}, state.reading_language)
    return tuple(found) if made_of.text == shown.text else ()


def sentences_in(state: State, rendition: Rendition) -> tuple[TranslatedSentence, ...]:
    """Return the sentences of a rendition's quotes, in order."""
    return tuple(sentence for quote in rendition.quotes for sentence in sentences_of(state, state.quotes[quote]))


def places_in(text: str, sentences: Iterable[TranslatedSentence]) -> Iterator[tuple[TranslatedSentence, Span]]:
    """Yield where the translation of each sentence stands in the `text` that is made of them."""
    at = 0
    for sentence in sentences:
        found = text.find(sentence.translation.text, at)
        if found >= 0:
            at = found + len(sentence.translation.text)
            yield sentence, Span(found, at)


def questioned(state: State, translator: Translator) -> Iterator[Questioned]:
    """Yield the sentences of translated renditions that something was found in, as far as packages made them."""

    @cache
    def route_of(source: str, target: str, *, sample: bool) -> Route | None:
        return translator.route(source, target, sample_story=sample)

    for id_, utterance in state.utterances.items():
        for index in renditions_in_question(utterance):
            yield from _routed(state, route_of, id_, utterance.renditions[index])


class _RouteOf(Protocol):
    def __call__(self, source: str, target: str, *, sample: bool) -> Route | None:
        """Return the route from one language to another."""


def _routed(state: State, route_of: _RouteOf, utterance: str, rendition: Rendition) -> Iterator[Questioned]:
    sample = is_sample(state.articles[rendition.article])
    for sentence in sentences_in(state, rendition):
        route = route_of(sentence.key.source, sentence.key.target, sample=sample)
        made = sentence.translation
        if route is not None and not made.own and made.stamps == route.stamps:
            yield Questioned(utterance, sentence, route)


def renditions_in_question(utterance: Utterance) -> Iterator[int]:
    """Yield the numbers of the translated renditions that something was found in."""
    for number, (rendition, comparison) in enumerate(zip(utterance.renditions, utterance.comparisons, strict=False)):
        if comparison is not None and rendition.translation is not None and any(map(is_weighed, comparison.findings)):
            yield number


class Asked(Struct, frozen=True):
    """What asking the engine brought: the state that knows it, the utterances it bears on, how much was asked."""

    state: State
    utterances: tuple[str, ...] = ()
    count: int = 0
