"""Translating: every quote, or every sentence, of what is open into the reading language, in one pass a route."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.model.changes import differing, with_values
from crossquote.model.state import State
from crossquote.model.translation import Route, SentenceKey, Translation
from crossquote.progress import Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import cut
from crossquote.translation.routes import PIVOT, LanguagePair, missing_pairs
from crossquote.work.basis import Basis
from crossquote.work.samples import is_sample
from crossquote.work.texts import Sentences, Text, TextKind, routes_of, translate_texts, whole

K = TypeVar("K")
V = TypeVar("V")


def translate_quotes(state: State, translator: Translator, only: Collection[str] | None = None) -> Work[State]:
    """Return `state` with a translation of every quote that is not in the reading language, where there is a way.

    Of the quotes `only`, where these are given: the others have what they can have.
    """
    wanted = state.quotes.keys() | state.translations.keys() if only is None else only
    texts = list(_quotes(state, state.quotes if only is None else only))
    routes = routes_of(texts, state.reading_language, translator)
    sentences = yield from translate_texts(texts, routes, translator, state.sentences)
    known = {text.id: whole(text, sentences, state.reading_language, routes[text.kind]) for text in texts}
    made = {id_: _kept(state.evidence.get(id_), one) for id_, one in known.items() if one is not None}
    return replace(
        state,
        translations=_changed(state.translations, wanted, {id_: one.text for id_, one in made.items()}),
        evidence=_changed(state.evidence, wanted, made),
        sentences=state.sentences if sentences == state.sentences else MappingProxyType(sentences),
    )


def _changed(before: Mapping[K, V], wanted: Collection[K], made: Mapping[K, V]) -> Mapping[K, V]:
    """Return `before` with what was `made` of all that was `wanted`; the same object where that is what it was."""
    if all(before.get(key) == made.get(key) for key in (*wanted, *made)):
        return before
    kept = dict(before)
    for key in wanted:
        kept.pop(key, None)
    return MappingProxyType({**kept, **made})


def without_lost(state: State) -> State:
    """Return `state` without the translations of what is no quote any more."""
    return replace(
        state,
        translations=_without_lost(state.translations, state.quotes),
        evidence=_without_lost(state.evidence, state.quotes),
    )


def _without_lost(known: Mapping[K, V], quotes: Iterable[K]) -> Mapping[K, V]:
    return with_values(known, {}, set(known).difference(quotes)) if known else known


Ways = Mapping[tuple[TextKind, str], Route | None]
"""The packages that lead from a kind of text into a language."""


def ways(state: State, translator: Translator | None) -> Ways:
    """Return the packages that lead from what is open into the reading language, and back."""
    if translator is None:
        return {}
    target = state.reading_language
    spoken = {(quote.language, quote.article) for quote in state.quotes.values()}
    told = ((language or state.articles[article].language, state.articles[article]) for language, article in spoken)
    kinds = {(language, is_sample(article)) for language, article in told if language not in (None, target)}
    there = {(kind, target): translator.route(kind[0], target, sample_story=kind[1]) for kind in kinds}
    back = {((target, kind[1]), kind[0]): translator.route(target, kind[0], sample_story=kind[1]) for kind in kinds}
    return there | back


def knows_alike(before: State, after: State) -> bool:
    """Tell whether two states know the same of the translator, or the later one only more sentences of the engine's."""
    if before.weighed is not after.weighed or before.forced is not after.forced:
        return False
    fresh = differing(before.sentences, after.sentences)
    return fresh.isdisjoint(before.sentences) and not any(after.sentences[key].own for key in fresh)


def lacking_quotes(known: Basis, state: State) -> frozenset[str]:
    """Return the quotes that may have a translation by now, since sentences are known that were not."""
    if known.state.sentences is state.sentences:
        return frozenset()
    return frozenset(text for text in state.quotes if text not in state.evidence)


def translate_articles(state: State, translator: Translator, ids: Iterable[str] | None = None) -> Work[State]:
    """Return `state` knowing a translation of every sentence of the articles `ids` (all of them where None).

    `article_translation` puts one together from it.
    """
    chosen = state.articles if ids is None else ids
    texts = [text for id_ in chosen for text in _whole_article(state, id_)]
    routes = routes_of(texts, state.reading_language, translator)
    sentences = yield from translate_texts(texts, routes, translator, state.sentences)
    return replace(state, sentences=MappingProxyType(sentences))


def article_translation(state: State, article_id: str) -> Translation | None:
    """Return an article's translation from the sentences that are known, None where it needs none or some lack."""
    for text in _whole_article(state, article_id):
        return whole(text, state.sentences, state.reading_language)
    return None


def missing_routes(state: State, translator: Translator) -> tuple[LanguagePair, ...]:
    """Return the pairs of the packages that are lacking to read every open article, each once.

    Those by which most would be read stand first.
    """
    needed = [kind for kind, _ in Counter(_kinds(state)).most_common()]
    target = state.reading_language
    lacking = [
        lacking_pairs(translator, language, target)
        for language, sample_story in needed
        if translator.route(language, target, sample_story=sample_story) is None
    ]
    return tuple(dict.fromkeys(pair for pairs in lacking for pair in pairs))


def lacking_pairs(translator: Translator, source: str, target: str) -> tuple[LanguagePair, ...]:
    """Return the pairs of the packages to add so that `source` can be read in `target`: as few as will do."""
    ends = {(source, PIVOT), (PIVOT, target), (source, target)}
    return missing_pairs({pair for pair in ends if translator.route(*pair) is not None}, source, target)


def with_own_translation(state: State, source: str, language: str, text: str) -> State:
    """Return `state` where the user's own `text` stands for `source` (a sentence or a whole quote) from now on.

    An empty text takes it back. The quotes are translated anew by `translate_quotes`.
    """
    key = SentenceKey(source, language, state.reading_language)
    sentences = {known: made for known, made in state.sentences.items() if known != key}
    if text.strip():
        sentences[key] = Translation(source, text, ((language, state.reading_language),), own=True)
    return replace(state, sentences=MappingProxyType(sentences))


def with_own_translations(state: State, own: Sentences) -> State:
    """Return `state` with the user's `own` translations (from a translation memory) into its reading language."""
    fitting = {key: made for key, made in own.items() if key.target == state.reading_language}
    return replace(state, sentences=MappingProxyType({**state.sentences, **fitting}))


def _quotes(state: State, ids: Iterable[str]) -> Iterator[Text]:
    """Yield the texts of those of the quotes `ids` that are not in the reading language."""
    for quote in (state.quotes[id_] for id_ in ids if id_ in state.quotes):
        article = state.articles[quote.article]
        language = quote.language or article.language
        if language is not None and language != state.reading_language:
            yield _text(quote.id, quote.text(article.text), language, article)


def _kinds(state: State) -> Iterator[TextKind]:
    """Yield the kinds of text to translate, of quotes and of articles; nothing is cut into sentences for it."""
    spoken = [(quote.language, state.articles[quote.article]) for quote in state.quotes.values()]
    for told, article in (*spoken, *((None, article) for article in state.articles.values())):
        language = told or article.language
        if language is not None and language != state.reading_language:
            yield language, is_sample(article)


def _whole_article(state: State, article_id: str) -> Iterator[Text]:
    article = state.articles[article_id]
    if article.language is not None and article.language != state.reading_language:
        yield _text(article_id, article.text, article.language, article)


def _text(id_: str, text: str, language: str, article: Article) -> Text:
    return Text(id_, text, language, is_sample(article), cut(text, language_of(language)))


def _kept(before: Translation | None, made: Translation) -> Translation:
    """Return the earlier value where nothing changed, so that views see no change."""
    return made if before is None or before != made else before
