"""What can be done now: of which actions the object is there."""

from crossquote.gui.actions import When
from crossquote.gui.models.cards import REFERENCE
from crossquote.gui.views.current import Current
from crossquote.model.state import State


def applying(comparison: Current, state: State) -> frozenset[When]:
    """Return of what is chosen in the comparison there is something that an action can be about."""
    found = comparison.current_finding
    return frozenset(
        when
        for when, holds in (
            (When.CHOSEN, comparison.utterance_id is not None),
            (When.FINDING, found is not None),
            (When.FINDINGS, found is not None),
            (When.RULED, found is not None and found.decision is not None),
            (When.PINNED, _is_pinned(comparison, state)),
            (When.POSSIBLE, _is_possibly_another(comparison, state)),
        )
        if holds
    ) | _of_the_rendition(comparison, state)


def _of_the_rendition(comparison: Current, state: State) -> frozenset[When]:
    rendition, card = comparison.current_rendition, comparison.current_card
    if rendition is None or card is None or card.index == REFERENCE:
        return frozenset()
    alone = comparison.renditions < 2
    return frozenset(
        when
        for when, holds in (
            (When.RENDITION, True),
            (When.BESIDE, not alone),
            (When.COMPARED, not card.base),
            (When.JUDGED, card.verdict is not None),
            (When.TRANSLATED, rendition.translation is not None),
            (When.FOREIGN, rendition.language not in (None, state.reading_language)),
            (When.NO_BASE, not card.base and not alone),
        )
        if holds
    )


def _is_pinned(comparison: Current, state: State) -> bool:
    utterance = state.utterances.get(comparison.utterance_id or "")
    return utterance is not None and any(
        quote in state.pins for rendition in utterance.renditions for quote in rendition.quotes
    )


def _is_possibly_another(comparison: Current, state: State) -> bool:
    utterance = state.utterances.get(comparison.utterance_id or "")
    return utterance is not None and bool(state.possible_of(utterance))
