"""Stability of findings: what else the engine could have written for the sentences that findings stand in."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.compare import compare
from crossquote.comparison.evidence.stability import content_of, is_weighed, mark_stability
from crossquote.comparison.reading.side import Side
from crossquote.comparison.table import Checks
from crossquote.language.language import Language
from crossquote.message import message
from crossquote.model.comparison import Comparison
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.model.translation import Route, SentenceKey, Weighed
from crossquote.model.utterance import GAP, Rendition
from crossquote.progress import Step, Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import put_together
from crossquote.work.sentences import Asked, TranslatedSentence, questioned, sentences_of

COUNT = 4
"""So many translations of a sentence are held against each other: as many as the engine's beam weighs."""
_AT_ONCE = 12
"""Sentences between two steps: a third of a second with packages of Argos's size on two cores."""


def with_stability(
    state: State, rendition: Rendition, found: Comparison, sides: tuple[Side, Side], checks: Checks
) -> Comparison:
    """Return `found` where each finding says how many of the translations that are known have it."""
    if rendition.translation is None or not state.weighed or not any(map(is_weighed, found.findings)):
        return found
    base, side = sides
    others = _differing(rendition.shown, alternative_texts(state, rendition), side.language)
    return mark_stability(found, [compare_sides(base, replace(side, text=text), checks) for text in others])


def _differing(text: str, others: Iterable[str], language: Language) -> list[str]:
    """Return those of `others` that say something else than `text` and than each other: the rest proves nothing."""
    by_content = {content_of(other, language): other for other in reversed(list(others))}
    by_content.pop(content_of(text, language), None)
    return list(reversed(by_content.values()))


compare_sides = lru_cache(maxsize=4096)(compare)
"""Compares two sides, unless it did so lately: most of what is compared anew has not changed."""


def alternative_texts(state: State, rendition: Rendition) -> tuple[str, ...]:
    """Return the other translations of a rendition that are known, likeliest first, each once.

    The second takes the second likeliest of each sentence, and so on.
    """
    quotes = [_translated(state, state.quotes[quote]) for quote in rendition.quotes]
    texts = (GAP.join(_nth(state, quote, number) for quote in quotes) for number in range(1, COUNT))
    return tuple(text for text in dict.fromkeys(texts) if text != rendition.shown)


class _Translated(Struct, frozen=True):
    """A quote's text, how it is shown, and its sentences; none where it is shown as the user has it."""

    text: str
    shown: str
    sentences: tuple[TranslatedSentence, ...]


def _translated(state: State, quote: Quote) -> _Translated:
    text = quote.text(state.articles[quote.article].text)
    return _Translated(text, state.translations.get(quote.id, text), sentences_of(state, quote))


def _nth(state: State, quote: _Translated, number: int) -> str:
    """Return a quote's translation made of the `number`th likeliest of each of its sentences."""
    if not quote.sentences:
        return quote.shown
    chosen = {
        one.piece.text: replace(one.translation, text=_choose(state, one, number), links=()) for one in quote.sentences
    }
    return put_together(quote.text, tuple(one.piece for one in quote.sentences), chosen, state.reading_language).text


def _choose(state: State, sentence: TranslatedSentence, number: int) -> str:
    weighed = state.weighed.get(sentence.key)
    if weighed is None or not weighed.hypotheses or weighed.stamps != sentence.translation.stamps:
        return sentence.translation.text
    return weighed.hypotheses[min(number, len(weighed.hypotheses) - 1)].text


def weigh_sentences(state: State, translator: Translator, most: int) -> Work[Asked]:
    """Ask for the likeliest translations of `most` sentences more that findings stand in."""
    wanted = _lacking(state, translator, most)
    weighed: dict[SentenceKey, Weighed] = {}
    for route in dict.fromkeys(wanted.values()):
        keys = [key for key, way in wanted.items() if way == route]
        for start in range(0, len(keys), _AT_ONCE):
            yield Step(len(weighed), len(wanted), message("step.weighing-others", route=str(route)))
            asked = keys[start : start + _AT_ONCE]
            made = translator.weigh([key.text for key in asked], route, COUNT)
            weighed |= {key: Weighed(others, route.stamps) for key, others in zip(asked, made, strict=True)}
    if not weighed:
        return Asked(state)
    after = replace(state, weighed=MappingProxyType({**state.weighed, **weighed}))
    touched = (one.utterance for one in questioned(state, translator) if one.sentence.key in weighed)
    return Asked(after, tuple(dict.fromkeys(touched)), len(weighed))


def _lacking(state: State, translator: Translator, most: int) -> Mapping[SentenceKey, Route]:
    """Return up to `most` sentences whose other translations are not known, by route, so that few models are loaded."""
    found: dict[SentenceKey, Route] = {}
    for one in questioned(state, translator):
        known = state.weighed.get(one.sentence.key)
        if known is None or known.stamps != one.route.stamps:
            found[one.sentence.key] = one.route
    ordered = sorted(found.items(), key=lambda item: str(item[1]))
    return dict(ordered[:most])
