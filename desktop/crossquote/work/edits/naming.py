"""Names of steps: what was done, and on whose rendition, so that the history can be read later."""

from crossquote.model.state import State


def outlet_of(state: State, about: str) -> str:
    """Return the outlet of an article, or of a quote's article, by its id; empty where `about` is neither."""
    quote = state.quotes.get(about)
    article = state.articles.get(quote.article if quote is not None else about)
    return article.outlet if article is not None else ""


def named(step: str, state: State, about: str) -> str:
    """Return the name of a step with the outlet that it is about: "Accept: strength, Kyiv Daily"."""
    outlet = outlet_of(state, about)
    return f"{step}, {outlet}" if outlet else step
