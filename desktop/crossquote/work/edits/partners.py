"""Partners: the utterances that a quote may be brought to, the likeliest first, with the reason."""

from msgspec import Struct

from crossquote.grouping.likely import likeliest
from crossquote.message import SILENCE, Message
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import Work
from crossquote.work.session import Session
from crossquote.work.stages.find_quotes import with_corrections
from crossquote.work.stages.group_quotes import group, item_of
from crossquote.work.stages.stored import lacks_basis, read_ahead
from crossquote.work.stages.translate import knows_alike, translate_quotes


class Partner(Struct, frozen=True):
    """An utterance that a quote may be brought to; `quote` is the one of it that is likest, `reason` says why."""

    utterance: str
    quote: str
    reason: Message


class Placement(Struct, frozen=True):
    """Where a quote may be brought to; `chosen` is the `quote` of the one that the program itself finds, or nothing."""

    partners: tuple[Partner, ...]
    chosen: str


def place_new(session: Session, quote: Quote) -> Work[Placement]:
    """Return where a quote that is not yet marked may belong, and where it would come to stand by itself."""
    if lacks_basis(session):
        yield from read_ahead(session)
    state = with_corrections(session.state, {quote.id: quote})
    if session.translator is not None:
        state = yield from translate_quotes(state, session.translator)
    partners = likely_partners(state, quote.id)
    known = session.basis
    grouped = yield from group(state, known if known is not None and knows_alike(known.state, state) else None)
    mates = next((found for found in map(_quotes_of, grouped.grouped.values()) if quote.id in found), frozenset())
    home = (one.quote for one in partners if not mates.isdisjoint(_quotes_of(state.utterances[one.utterance])))
    return Placement(partners, next(home, ""))


def likely_partners(state: State, quote_id: str) -> tuple[Partner, ...]:
    """Return every utterance but the quote's own: first those that share something with it, then the rest."""
    home = {quote: utterance.id for utterance in state.utterances.values() for quote in _quotes_of(utterance)}
    items = [item_of(state, quote) for quote in state.quotes.values()]
    found: dict[str, Partner] = {}
    for near in likeliest(items, quote_id):
        there = home.get(near.id)
        if there is not None and there != home.get(quote_id):
            found.setdefault(there, Partner(there, near.id, near.reason))
    for utterance in state.utterances.values():
        if utterance.id != home.get(quote_id):
            base = utterance.renditions[utterance.base]
            found.setdefault(utterance.id, Partner(utterance.id, base.quotes[0], SILENCE))
    return tuple(found.values())


def _quotes_of(utterance: Utterance) -> frozenset[str]:
    return frozenset(quote for rendition in utterance.renditions for quote in (*rendition.quotes, *rendition.reports))
