"""Journeys: bases there and back through the languages that other renditions are in."""

from collections.abc import Collection, Iterator
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.evidence.journey import Journey, explain
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey
from crossquote.model.utterance import Rendition, Utterance
from crossquote.progress import Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import cut, put_together
from crossquote.work.samples import is_sample
from crossquote.work.sentences import Asked
from crossquote.work.texts import Text, routes_of, translate_texts

_LONGEST = 2000
"""Letters: longer bases are not sent on a journey."""


class _Leg(Struct, frozen=True):
    """A text to translate into a language on the way there or back, for an utterance."""

    utterance: str
    text: Text
    target: str


def with_journeys(
    state: State, utterance: Utterance, index: int, found: Comparison, base: Side, odd: Collection[Finding]
) -> Comparison:
    """Return `found` where each finding says if a journey of the base that is known makes the same of it.

    The findings `odd`, in which it is the base that stands against the others, are left as they are.
    """
    if not _can_explain(utterance, utterance.renditions[index]) or base.source is not None or not found.findings:
        return found
    journeys = []
    for language in _languages(state, utterance):
        back = _back(state, _text(state, utterance, base.text), language)
        if back is not None:
            journeys.append(Journey(language, back))
    return explain(found, journeys, base.language, odd)


def travel(state: State, translator: Translator, most: int) -> Work[Asked]:
    """Translate up to `most` bases there and back that are not known yet, where packages for both ways are there."""
    lacking = _lacking(state, translator, most)
    if not lacking:
        return Asked(state)
    after = yield from _translate(state, lacking, translator)
    back = [
        _Leg(leg.utterance, _leg_text(there, leg.target, leg.text), state.reading_language)
        for leg in lacking
        if (there := _known(after, leg.text, leg.target)) is not None
    ]
    after = yield from _translate(after, back, translator)
    return Asked(after, tuple(dict.fromkeys(leg.utterance for leg in lacking)), len(lacking))


def _translate(state: State, legs: list[_Leg], translator: Translator) -> Work[State]:
    sentences = dict(state.sentences)
    for target in dict.fromkeys(leg.target for leg in legs):
        texts = [leg.text for leg in legs if leg.target == target]
        sentences = yield from translate_texts(texts, routes_of(texts, target, translator), translator, sentences)
    return replace(state, sentences=MappingProxyType(sentences))


def _lacking(state: State, translator: Translator, most: int) -> list[_Leg]:
    found: list[_Leg] = []
    for id_, utterance in state.utterances.items():
        base = _base_text(state, utterance)
        if base is None or not _has_variants(utterance):
            continue
        text = _text(state, utterance, base)
        for language in _languages(state, utterance):
            ways = ((state.reading_language, language), (language, state.reading_language))
            there_are = all(translator.route(*way, sample_story=text.sample_story) is not None for way in ways)
            if there_are and _back(state, text, language) is None:
                found.append(_Leg(id_, text, language))
    return found[:most]


def _has_variants(utterance: Utterance) -> bool:
    """Tell whether something was found in a rendition that was not translated here."""
    pairs = zip(utterance.renditions, utterance.comparisons, strict=False)
    return any(found is not None and found.findings and _can_explain(utterance, one) for one, found in pairs)


def _can_explain(utterance: Utterance, rendition: Rendition) -> bool:
    return rendition.translation is None and any(one.translation is not None for one in utterance.renditions)


def _languages(state: State, utterance: Utterance) -> Iterator[str]:
    """Yield the languages, other than the reading language, that renditions of an utterance are in."""
    languages = dict.fromkeys(one.language for one in utterance.renditions if one.translation is not None)
    yield from (language for language in languages if language not in (None, state.reading_language))


def _base_text(state: State, utterance: Utterance) -> str | None:
    """Return the base as it was said in the reading language; None where it is translated, another's, or very long."""
    base = utterance.renditions[utterance.base]
    text = utterance.reference or (base.text if base.language == state.reading_language else "")
    return text if 0 < len(text) <= _LONGEST else None


def _text(state: State, utterance: Utterance, base: str) -> Text:
    sample = is_sample(state.articles[utterance.renditions[utterance.base].article])
    language = state.reading_language
    return Text(utterance.id, base, language, sample, cut(base, language_of(language)))


def _leg_text(text: str, language: str, before: Text) -> Text:
    return Text(before.id, text, language, before.sample_story, cut(text, language_of(language)))


def _back(state: State, text: Text, language: str) -> str | None:
    """Return what is known to become of a text on its way into a language and back."""
    there = _known(state, text, language)
    return None if there is None else _known(state, _leg_text(there, language, text), state.reading_language)


def _known(state: State, text: Text, target: str) -> str | None:
    """Return the translation of a text from its sentences', None where one of them is not known."""
    found = {piece.text: state.sentences.get(SentenceKey(piece.text, text.language, target)) for piece in text.pieces}
    known = {piece: made for piece, made in found.items() if made is not None}
    return put_together(text.text, text.pieces, known, target).text if len(known) == len(found) else None
