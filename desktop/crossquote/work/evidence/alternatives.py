"""Alternatives: what else the engine weighed for a quote's sentences, asked for one quote at a time."""

from msgspec import Struct

from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.state import State
from crossquote.model.translation import Hypothesis
from crossquote.progress import Step, Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import cut
from crossquote.work.samples import is_sample


class Alternatives(Struct, frozen=True):
    """A sentence and its likeliest translations, best first."""

    sentence: str
    hypotheses: tuple[Hypothesis, ...]


def find_alternatives(
    state: State, quote_id: str, translator: Translator, count: int = 4
) -> Work[tuple[Alternatives, ...]]:
    """Return, sentence by sentence, the `count` likeliest translations of a quote; nothing where there is no way."""
    quote = state.quotes[quote_id]
    article = state.articles[quote.article]
    language = quote.language or article.language
    if language is None or language == state.reading_language:
        return ()
    route = translator.route(language, state.reading_language, sample_story=is_sample(article))
    if route is None:
        return ()
    pieces = cut(quote.text(article.text), language_of(language))
    found = []
    for done, piece in enumerate(pieces):
        yield Step(done, len(pieces), message("step.weighing", route=str(route)))
        found.append(Alternatives(piece.text, translator.hypotheses(piece.text, route, count)))
    return tuple(found)
