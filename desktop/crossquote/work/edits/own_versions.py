"""Own versions: translations that the user gives, sentence by sentence or from a translation memory; they go before."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from crossquote.export.formats.tmx import to_tmx
from crossquote.export.write import write_text
from crossquote.files import WHATEVER, Consent
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.changes import Changes
from crossquote.model.state import State
from crossquote.model.translation import Hypothesis, SentenceKey, Translation
from crossquote.model.utterance import Rendition
from crossquote.progress import Step, Work
from crossquote.translation.pieces import cut
from crossquote.translation.tmx import read_tmx
from crossquote.work.reading import ArticleSentence
from crossquote.work.samples import is_sample
from crossquote.work.session import Session
from crossquote.work.stages.fitting import fit_memory, sentence_keys
from crossquote.work.stages.pipeline import settle
from crossquote.work.stages.translate import with_own_translations
from crossquote.work.texts import Text, routes_of, translate_texts

Versions = Mapping[SentenceKey, str]
"""What the user wants to read for each sentence; empty where the engine's translation is to stand again."""

MEMORY = ".tmx"
"""How the name of a translation memory ends."""


class Offered(Struct, frozen=True):
    """A sentence, or a whole quote, that the user may translate; `made` is what stands for it now."""

    key: SentenceKey
    article: str
    made: Translation | None


class Imported(Struct, frozen=True):
    """How many translations a memory held for the reading language, and how many stand for what is open."""

    path: Path
    held: int
    used: int


def sentences_to_translate(state: State, rendition: Rendition) -> tuple[Offered, ...]:
    """Return the sentences of a rendition in the article's order; a quote that was translated whole counts as one."""
    return tuple(offered for quote in rendition.quotes for offered in _of_quote(state, quote))


def sentences_around(state: State, article_id: str, sentence: ArticleSentence) -> tuple[Offered, ...]:
    """Return a sentence of an article, and the sentences of the quotes in it, which are compared on their own."""
    around = Offered(sentence.key, article_id, sentence.made)
    quotes = [quote for quote in state.quotes_of(article_id) if quote.hull.overlaps(sentence.source)]
    inside = [offered for quote in quotes for offered in _of_quote(state, quote.id)]
    touched = [offered for offered in inside if _touches(offered.key.text, sentence.key.text)]
    return tuple({offered.key: offered for offered in (around, *touched)}.values())


def _touches(one: str, other: str) -> bool:
    return one in other or other in one


def _of_quote(state: State, quote_id: str) -> Iterator[Offered]:
    quote = state.quotes[quote_id]
    article = state.articles[quote.article]
    language = quote.language or article.language
    if language is None or language == state.reading_language:
        return
    text = quote.text(article.text)
    whole = SentenceKey(text, language, state.reading_language)
    made = state.sentences.get(whole)
    if made is not None and made.own:
        yield Offered(whole, article.id, made)
        return
    for piece in cut(text, language_of(language)):
        key = SentenceKey(piece.text, language, state.reading_language)
        yield Offered(key, article.id, state.sentences.get(key))


def give_versions(session: Session, versions: Versions, article_id: str) -> Work[Changes]:
    """Let the user's `versions` stand from now on: one step that can be taken back. An empty one takes its own back."""
    if not versions:
        return Changes()
    state = session.state
    taken_back = [key for key, text in versions.items() if not text.strip()]
    kept = {key: made for key, made in state.sentences.items() if key not in versions}
    own = {key: _own(key, text.strip()) for key, text in versions.items() if text.strip()}
    state = replace(state, sentences=MappingProxyType({**kept, **own}))
    state = yield from _translate_again(session, state, taken_back, article_id)
    step = message("did.take-back-version" if len(taken_back) == len(versions) else "did.own-version")
    return (yield from settle(session, state, step))


def _own(key: SentenceKey, text: str) -> Translation:
    return Translation(key.text, text, ((key.source, key.target),), own=True)


def _translate_again(session: Session, state: State, keys: list[SentenceKey], article_id: str) -> Work[State]:
    """Let the engine translate what the user gave back; memory has it as a rule."""
    if session.translator is None or not keys:
        return state
    sample = is_sample(state.articles[article_id])
    texts = [Text(key.text, key.text, key.source, sample, cut(key.text, language_of(key.source))) for key in keys]
    routes = routes_of(texts, state.reading_language, session.translator)
    sentences = yield from translate_texts(texts, routes, session.translator, state.sentences)
    return replace(state, sentences=MappingProxyType(sentences))


def weigh_sentence(session: Session, key: SentenceKey, article_id: str, count: int = 4) -> Work[tuple[Hypothesis, ...]]:
    """Return what else the engine could have written for a sentence, likeliest first; nothing where there is no way."""
    state, translator = session.state, session.translator
    if translator is None or article_id not in state.articles:
        return ()
    sample = is_sample(state.articles[article_id])
    route = translator.route(key.source, key.target, sample_story=sample)
    if route is None:
        return ()
    yield Step(0, 1, message("step.weighing-others", route=str(route)))
    return translator.hypotheses(key.text, route, count)


def import_memory(session: Session, path: Path) -> Work[Imported]:
    """Take the translations that a TMX file holds as the user's own."""
    yield Step(0, 1, message("step.reading", file=path.name))
    own = read_tmx(path, session.state.reading_language)
    fitting = yield from fit_memory(session.state, own)
    state = with_own_translations(session.state, fitting)
    used = len(fitting.keys() & {key for article in state.articles.values() for key in sentence_keys(state, article)})
    step = message("did.import-memory", file=path.name)
    if used:
        yield from settle(session, state, step)
    else:
        session.move_to(state, step)
    return Imported(path, len(own), used)


def save_memory(state: State, path: Path, agreed: Consent = WHATEVER) -> Work[int]:
    """Write the translations of what is open as TMX; return how many there are."""
    yield Step(0, 1, message("step.writing", file=path.name))
    wanted = dict.fromkeys(key for article in state.articles.values() for key in sentence_keys(state, article))
    made = {key: state.sentences[key] for key in wanted if key in state.sentences}
    write_text(path, to_tmx(made), agreed)
    return len(made)
