"""What the user says to be no quotes: it stands in the articles still, and counts among the words that are there."""

from collections.abc import Mapping

from crossquote.grouping.item import Item
from crossquote.grouping.units import Unit
from crossquote.language.language import language_of
from crossquote.model.changes import differing
from crossquote.model.quote import named_place
from crossquote.model.state import State
from crossquote.text.insertions import without_insertions


def struck_quotes(state: State) -> Mapping[str, Item]:
    """Return what the user says to be no quotes, by its id, as far as the articles are there."""
    items = {id_: struck_item(state, id_) for id_, quote in state.corrections.items() if quote is None}
    return {id_: item for id_, item in items.items() if item is not None}


def struck_item(state: State, id_: str) -> Item | None:
    """Return what was taken for a quote as grouping counts it: the words that stand where its id says.

    None where it is a quote, or its article is not there. Nobody translates it: it counts in its own language.
    """
    named = named_place(id_)
    article = state.articles.get(named[0]) if named else None
    if named is None or article is None or id_ in state.quotes or state.corrections.get(id_, article) is not None:
        return None
    text = without_insertions(named[1].of(article.text))
    translation = text if article.language == state.reading_language else None
    return Item(id_, article.id, language_of(article.language), text, translation)


def changed_struck(before: State, after: State, known: Mapping[str, Unit]) -> Mapping[str, Item | None]:
    """Return what is struck otherwise than before, None where it is no more; `known` is what was."""
    told = differing(before.corrections, after.corrections)
    articles = differing(before.articles, after.articles)
    if articles:
        told |= {id_ for id_ in after.corrections if (named := named_place(id_)) and named[0] in articles}
    items = {id_: struck_item(after, id_) for id_ in told}
    return {id_: item for id_, item in items.items() if (item is not None or id_ in known)}
