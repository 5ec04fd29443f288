"""Stability of findings: what else the engine could have written for the sentences that findings stand in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from crossquote.comparison.check import Checks, compare
from crossquote.comparison.pair import Side
from crossquote.comparison.stability import is_weighed, mark_stability
from crossquote.model.comparison import Comparison
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.model.translation import Route, SentenceKey, Translation, Weighed
from crossquote.model.utterance import GAP, Rendition, Utterance
from crossquote.progress import Step, Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import Piece, cut, put_together
from crossquote.work.samples import is_sample

COUNT = 4
"""So many translations of a sentence are held against each other: as many as the engine's beam weighs."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a quote, with its translation as it is shown."""

    key: SentenceKey
    piece: Piece
    translation: Translation


def with_stability(
    state: State, rendition: Rendition, found: Comparison, sides: tuple[Side, Side], checks: Checks
) -> Comparison:
    """Return `found` where each finding says how many of the translations that are known have it."""
    if rendition.translation is None or not any(map(is_weighed, found.findings)):
        return found
    base, side = sides
    others = alternative_texts(state, rendition)
    return mark_stability(found, [_compare(base, replace(side, text=text), checks) for text in others])


_compare = lru_cache(maxsize=2048)(compare)


def alternative_texts(state: State, rendition: Rendition) -> tuple[str, ...]:
    """Return the other translations of a rendition that are known, likeliest first, each once."""
    quotes = [state.quotes[quote] for quote in rendition.quotes]
    texts = (GAP.join(_nth(state, quote, number) for quote in quotes) for number in range(1, COUNT))
    return tuple(text for text in dict.fromkeys(texts) if text != rendition.shown)


def _nth(state: State, quote: Quote, number: int) -> str:
    """Return a quote's translation made of the `number`th likeliest of each of its sentences."""
    text = quote.text(state.articles[quote.article].text)
    sentences = sentences_of(state, quote)
    if not sentences:
        return state.translations.get(quote.id, text)
    chosen = {one.piece.text: replace(one.translation, text=_choose(state, one, number), links=()) for one in sentences}
    return put_together(text, tuple(one.piece for one in sentences), chosen, state.reading_language).text


def _choose(state: State, sentence: Sentence, number: int) -> str:
    weighed = state.weighed.get(sentence.key)
    if weighed is None or not weighed.hypotheses or weighed.stamps != sentence.translation.stamps:
        return sentence.translation.text
    return weighed.hypotheses[min(number, len(weighed.hypotheses) - 1)].text


def sentences_of(state: State, quote: Quote) -> tuple[Sentence, ...]:
    """Return the sentences of a translated quote; none where the user's own version or nothing is shown for it."""
    article = state.articles[quote.article]
    language = quote.language or article.language
    shown = state.evidence.get(quote.id)
    if language is None or shown is None:
        return ()
    text = quote.text(article.text)
    found = []
    for piece in cut(text, language):
        key = SentenceKey(piece.text, language, state.reading_language)
        made = state.sentences.get(key)
        if made is None:
            return ()
        found.append(Sentence(key, piece, made))
    pieces = tuple(one.piece for one in found)
    made_of = put_together(text, pieces, {one.piece.text: one.translation for one in found}, state.reading_language)
    return tuple(found) if made_of.text == shown.text else ()


def weigh_sentences(state: State, translator: Translator, most: int) -> Work[State]:
    """Return `state` knowing the likeliest translations of `most` sentences more that findings stand in."""
    wanted = _lacking(state, translator, most)
    weighed: dict[SentenceKey, Weighed] = {}
    for done, (key, route) in enumerate(wanted.items()):
        yield Step(done, len(wanted), f"Weighing other translations {route}")
        weighed[key] = Weighed(translator.hypotheses(key.text, route, COUNT), route.stamps)
    if not weighed:
        return state
    return replace(state, weighed=MappingProxyType({**state.weighed, **weighed}))


def _lacking(state: State, translator: Translator, most: int) -> Mapping[SentenceKey, Route]:
    """Return up to `most` sentences whose other translations are not known, by route, so that few models are loaded."""
    found: dict[SentenceKey, Route] = {}
    for sentence, route in _routed(state, translator):
        known = state.weighed.get(sentence.key)
        fresh = known is None or known.stamps != route.stamps
        if fresh and not sentence.translation.own and sentence.translation.stamps == route.stamps:
            found[sentence.key] = route
    ordered = sorted(found.items(), key=lambda item: str(item[1]))
    return dict(ordered[:most])


def _routed(state: State, translator: Translator) -> Iterator[tuple[Sentence, Route]]:
    """Yield the sentences that findings stand in, with the route that their translations came by."""
    for rendition in _in_question(state.utterances.values()):
        sample = is_sample(state.articles[rendition.article])
        for sentence in _sentences(state, rendition):
            route = translator.route(sentence.key.source, sentence.key.target, sample_story=sample)
            if route is not None:
                yield sentence, route


def _sentences(state: State, rendition: Rendition) -> list[Sentence]:
    return [sentence for quote in rendition.quotes for sentence in sentences_of(state, state.quotes[quote])]


def _in_question(utterances: Iterable[Utterance]) -> Iterator[Rendition]:
    """Yield the translated renditions that something was found in."""
    for utterance in utterances:
        for rendition, comparison in zip(utterance.renditions, utterance.comparisons, strict=False):
            if rendition.translation is None or comparison is None:
                continue
            if any(map(is_weighed, comparison.findings)):
                yield rendition


def newly_weighed(before: State, after: State) -> tuple[str, ...]:
    """Return the ids of the utterances with a sentence that was weighed between two states."""
    return tuple(
        id_
        for id_, utterance in after.utterances.items()
        if any(
            after.weighed.get(sentence.key) is not before.weighed.get(sentence.key)
            for rendition in _in_question([utterance])
            for sentence in _sentences(after, rendition)
        )
    )
