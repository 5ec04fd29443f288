"""Parts: words quoted inside a report, which follow it where another article says them of the same thing."""

from collections.abc import Mapping, Sequence

from crossquote.language.language import language_of
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.text.words import split_words

Members = Mapping[str, Sequence[str]]
"""The ids of an utterance's quotes, by its id."""


def gather_parts(state: State, members: Members) -> dict[str, list[str]]:
    """Return `members` where a part that stood alone has joined the utterance of the report around it.

    It does so where another article's quote there has all of its words: "no threat" inside a report beside
    "there is no threat of encirclement". What the user decided of a quote stays as it is.
    """
    gathered = {utterance: list(ids) for utterance, ids in members.items()}
    alone = {ids[0]: utterance for utterance, ids in members.items() if len(ids) == 1}
    parts = _parts_by_article(state, alone)
    for utterance, ids in members.items():
        quotes = [state.quotes[id_] for id_ in ids]
        for report in quotes if len(ids) > 1 else ():
            for part in _inside(report, parts):
                if _is_said_by_another(state, part, quotes) and not _is_kept_apart(state, part, ids):
                    gathered.pop(alone[part.id], None)
                    gathered[utterance].append(part.id)
    return gathered


def _inside(report: Quote, parts: Mapping[str, Sequence[Quote]]) -> list[Quote]:
    """Return the parts that stand inside `report`."""
    if report.kind is not QuoteKind.INDIRECT:
        return []
    return [part for part in parts.get(report.article, ()) if report.hull.contains(part.hull)]


def _is_said_by_another(state: State, part: Quote, quotes: Sequence[Quote]) -> bool:
    """Tell whether a quote of another article has all the words of `part`."""
    wanted = words_of(state, part)
    return any(wanted <= words_of(state, quote) for quote in quotes if quote.article != part.article)


def _is_kept_apart(state: State, part: Quote, ids: Sequence[str]) -> bool:
    """Tell whether the user took one of the quotes `ids` away from `part`."""
    return any(part.id in state.parted.get(id_, ()) for id_ in ids)


def _parts_by_article(state: State, alone: Mapping[str, str]) -> Mapping[str, Sequence[Quote]]:
    found: dict[str, list[Quote]] = {}
    for id_ in alone:
        quote = state.quotes[id_]
        if quote.kind is not QuoteKind.INDIRECT and id_ not in state.parted and id_ not in state.joined:
            found.setdefault(quote.article, []).append(quote)
    return found


def words_of(state: State, quote: Quote) -> frozenset[str]:
    """Return the words of a quote as it is read: translated where there is a translation."""
    text = state.translations.get(quote.id) or quote.text(state.articles[quote.article].text)
    return frozenset(word.key for word in split_words(text, language_of(state.reading_language)))


def verbatim_places(state: State) -> Mapping[str, Sequence[Span]]:
    """Return where each article quotes word for word."""
    found: dict[str, list[Span]] = {}
    for quote in state.quotes.values():
        if quote.kind is not QuoteKind.INDIRECT:
            found.setdefault(quote.article, []).append(quote.hull)
    return found
