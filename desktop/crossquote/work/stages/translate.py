"""Translating: every quote, or every sentence, of what is open into the reading language, in one pass a route."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from crossquote.errors import ErrorCode, UserError
from crossquote.language.language import language_of
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.model.translation import Flag, Route, SentenceKey, Translation
from crossquote.progress import Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import Piece, cut, put_together
from crossquote.translation.routes import PIVOT, Pair, missing_pairs
from crossquote.work.samples import is_sample


@dataclass(frozen=True, slots=True)
class Text:
    """A text to translate: a quote's or a whole article's, cut into sentences."""

    id: str
    text: str
    language: str
    sample_story: bool
    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> "Kind":
        """What its route depends on: its language, and whether it belongs to a sample story."""
        return self.language, self.sample_story


Kind = tuple[str, bool]
Sentences = Mapping[SentenceKey, Translation]


def translate_quotes(state: State, translator: Translator) -> Work[State]:
    """Return `state` with a translation of every quote that is not in the reading language, where there is a way."""
    texts = list(_quotes(state))
    routes = routes_of(texts, state.reading_language, translator)
    sentences = yield from translate_texts(texts, routes, translator, state.sentences)
    known = {text.id: whole(text, sentences, state.reading_language, routes[text.kind]) for text in texts}
    evidence = {id_: made for id_, made in known.items() if made is not None}
    return replace(
        state,
        translations=MappingProxyType({id_: made.text for id_, made in evidence.items()}),
        evidence=MappingProxyType({id_: _kept(state.evidence.get(id_), made) for id_, made in evidence.items()}),
        sentences=MappingProxyType(sentences),
    )


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


def missing_routes(state: State, translator: Translator) -> tuple[Pair, ...]:
    """Return the pairs of the packages that are lacking to read every open article, each once."""
    needed = dict.fromkeys(_kinds(state))
    target = state.reading_language
    lacking = [
        lacking_pairs(translator, language, target)
        for language, sample_story in needed
        if translator.route(language, target, sample_story=sample_story) is None
    ]
    return tuple(dict.fromkeys(pair for pairs in lacking for pair in pairs))


def lacking_pairs(translator: Translator, source: str, target: str) -> tuple[Pair, ...]:
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


def _quotes(state: State) -> Iterator[Text]:
    """Yield the texts of the quotes that are not in the reading language."""
    for quote in state.quotes.values():
        article = state.articles[quote.article]
        language = quote.language or article.language
        if language is not None and language != state.reading_language:
            yield _text(quote.id, quote.text(article.text), language, article)


def _kinds(state: State) -> Iterator[Kind]:
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


def routes_of(texts: Iterable[Text], target: str, translator: Translator) -> dict[Kind, Route | None]:
    """Return the route of each kind of text, None where there is none."""
    kinds = dict.fromkeys(text.kind for text in texts)
    return {kind: translator.route(kind[0], target, sample_story=kind[1]) for kind in kinds}


def translate_texts(
    texts: Iterable[Text], routes: Mapping[Kind, Route | None], translator: Translator, remembered: Sentences
) -> Work[dict[SentenceKey, Translation]]:
    """Return the sentences that are `remembered`, with those of `texts` that were not.

    A package that turns out to be unusable costs its own sentences, not the others'; `translator.problems` has it.
    """
    known = dict(remembered)
    wanted: dict[Route, dict[str, None]] = {}
    for text in texts:
        route = routes[text.kind]
        if route is not None:
            wanted.setdefault(route, {}).update(dict.fromkeys(piece.text for piece in text.pieces))
    for route, sentences in wanted.items():
        lacking = [sentence for sentence in sentences if not _holds(known, sentence, route)]
        try:
            made = yield from translator.translate(lacking, route)
        except UserError as problem:
            if problem.code is not ErrorCode.PACKAGE:
                raise
            continue
        known |= {SentenceKey(one.source, route.source, route.target): one for one in made}
    return known


def _holds(known: Sentences, sentence: str, route: Route) -> bool:
    """Tell whether `sentence` is known by the very packages of `route`, or given by the user."""
    one = known.get(SentenceKey(sentence, route.source, route.target))
    return one is not None and (one.own or one.stamps == route.stamps)


def whole(text: Text, known: Sentences, target: str, route: Route | None = None) -> Translation | None:
    """Return the translation of a whole text from its sentences', None where one of them is not known.

    The user's own translation of the whole text goes before. What a sample package made for a story
    does not count for a text of the user's own.
    """
    own = known.get(SentenceKey(text.text, text.language, target))
    if own is not None and own.own:
        return own
    found = {}
    for piece in text.pieces:
        one = known.get(SentenceKey(piece.text, text.language, target))
        if one is None or (Flag.SAMPLE in one.flags and route is None and not text.sample_story):
            return None
        found[piece.text] = one
    return put_together(text.text, text.pieces, found, target)


def _kept(before: Translation | None, made: Translation) -> Translation:
    """Return the earlier value where nothing changed, so that views see no change."""
    return made if before is None or before != made else before
