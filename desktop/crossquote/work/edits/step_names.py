"""Names of steps: what was done, and on whose rendition, so that the history can be read later."""

from crossquote.message import Message, message
from crossquote.model.state import State


def outlet_of(state: State, about: str) -> str:
    """Return the outlet of an article, or of a quote's article, by its id; empty where `about` is neither."""
    quote = state.quotes.get(about)
    article = state.articles.get(quote.article if quote is not None else about)
    return article.outlet if article is not None else ""


def named(step: Message, state: State, about: str) -> Message:
    """Return the name of a step with the outlet that it is about: "Accept: strength, Kyiv Daily"."""
    outlet = outlet_of(state, about)
    return message("did.at", did=step, outlet=outlet) if outlet else step
