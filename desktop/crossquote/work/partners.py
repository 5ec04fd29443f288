"""Partners: the utterances that a quote may be brought to, the likeliest first, with the reason."""

from dataclasses import dataclass

from crossquote.model.state import State
from crossquote.quotes.likely import likeliest
from crossquote.work.group_quotes import item_of


@dataclass(frozen=True, slots=True)
class Partner:
    """An utterance that a quote may be brought to; `quote` is the one of it that is likest, `reason` says why."""

    utterance: str
    quote: str
    reason: str


def likely_partners(state: State, quote_id: str) -> tuple[Partner, ...]:
    """Return every utterance but the quote's own: first those that share something with it, then the rest."""
    home = {
        quote: utterance.id
        for utterance in state.utterances.values()
        for rendition in utterance.renditions
        for quote in (*rendition.quotes, *rendition.reports)
    }
    items = [item_of(state, quote) for quote in state.quotes.values()]
    found: dict[str, Partner] = {}
    for near in likeliest(items, quote_id):
        there = home.get(near.id)
        if there is not None and there != home.get(quote_id):
            found.setdefault(there, Partner(there, near.id, near.reason))
    for utterance in state.utterances.values():
        if utterance.id != home.get(quote_id):
            base = utterance.renditions[utterance.base]
            found.setdefault(utterance.id, Partner(utterance.id, base.quotes[0], ""))
    return tuple(found.values())
