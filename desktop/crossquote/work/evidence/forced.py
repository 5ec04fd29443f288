"""Forced scoring: the base as the translation of what a rendition has, in the engine's own judgement."""

from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.evidence.forced import facing_stretch, mark_unlikely, unlikely_words
from crossquote.comparison.reading.side import Side
from crossquote.message import message
from crossquote.model.comparison import Comparison, UnlikelyWord
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import Forced, ForcedKey, Route
from crossquote.model.utterance import Rendition
from crossquote.progress import Step, Work
from crossquote.translation.engine import Translator
from crossquote.work.sentences import (
    Asked,
    TranslatedSentence,
    places_in,
    questioned,
    renditions_in_question,
    sentences_in,
)

_LONGEST = 700
"""Letters: a model is not made for more at once."""


class _SentenceStretch(Struct, frozen=True):
    """A sentence, and the stretch of the base that stands against its translation."""

    sentence: TranslatedSentence
    base: Span
    text: str

    @property
    def key(self) -> ForcedKey:
        return ForcedKey(self.sentence.key, self.text)


def with_forced(state: State, rendition: Rendition, found: Comparison, base: Side) -> Comparison:
    """Return `found` with the words of the base that are known to be very unlikely for the rendition's original."""
    if rendition.translation is None or base.source is not None or not state.forced:
        return found
    unlikely: list[UnlikelyWord] = []
    for stretch in _stretches(state, rendition, found):
        forced = state.forced.get(stretch.key)
        if forced is not None and forced.stamps == stretch.sentence.translation.stamps:
            unlikely += unlikely_words(base.text, stretch.base, forced.words, base.language)
    return mark_unlikely(found, unlikely)


def force_bases(state: State, translator: Translator, most: int) -> Work[Asked]:
    """Force the base on the engine for `most` sentences more that findings stand in."""
    routes = {one.sentence.key: one.route for one in questioned(state, translator)}
    wanted = {key: (utterance, routes[key.sentence]) for utterance, key in _keys(state) if key.sentence in routes}
    lacking = sorted(
        (item for item in wanted.items() if not _is_known(state, item[0], item[1][1])), key=lambda item: str(item[1][1])
    )[:most]
    forced: dict[ForcedKey, Forced] = {}
    for done, (key, (_, route)) in enumerate(lacking):
        yield Step(done, len(lacking), message("step.forcing", route=str(route)))
        forced[key] = Forced(translator.score(key.sentence.text, key.text, route), route.stamps)
    if not forced:
        return Asked(state)
    touched = tuple(dict.fromkeys(utterance for _, (utterance, _) in lacking))
    return Asked(replace(state, forced=MappingProxyType({**state.forced, **forced})), touched, len(forced))


def _is_known(state: State, key: ForcedKey, route: Route) -> bool:
    known = state.forced.get(key)
    return known is not None and known.stamps == route.stamps


def _keys(state: State) -> Iterator[tuple[str, ForcedKey]]:
    """Yield what there is to force, with the utterance it belongs to: where the base itself is not translated."""
    for id_, utterance in state.utterances.items():
        if utterance.renditions[utterance.base].translation is not None and not utterance.reference:
            continue
        for index in renditions_in_question(utterance):
            compared = utterance.comparisons[index]
            if compared is not None:
                for stretch in _stretches(state, utterance.renditions[index], compared):
                    yield id_, stretch.key


def _stretches(state: State, rendition: Rendition, found: Comparison) -> Iterator[_SentenceStretch]:
    for sentence, place in places_in(rendition.shown, sentences_in(state, rendition)):
        stretch = facing_stretch(found.changes, place)
        if stretch is not None and len(stretch) <= _LONGEST:
            yield _SentenceStretch(sentence, stretch, stretch.of(found.base))
