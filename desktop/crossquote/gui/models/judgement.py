"""What the user has judged, as rows and cards need it."""

from collections.abc import Iterator

from crossquote.model.finding import Finding
from crossquote.model.review import Ruling, Verdict, noted_id
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.work.edits.review import Reviewed, findings


def verdict_on(rendition: Rendition, state: State) -> Verdict | None:
    """Return the user's verdict on a rendition, None where there is none yet."""
    judgement = state.verdicts.get(rendition.quotes[0]) if rendition.quotes else None
    return judgement.verdict if judgement else None


def is_dismissed(reviewed: Reviewed) -> bool:
    """Tell whether a finding no longer counts: the user dismissed it, or a rule silences it."""
    decision = reviewed.decision
    if decision is not None:
        return decision.ruling is Ruling.DISMISSED
    return reviewed.rule is not None


def standing_findings(utterance: Utterance, state: State) -> Iterator[Finding]:
    """Yield the findings of an utterance that count."""
    if not state.rulings and not state.rules:
        for comparison in utterance.comparisons:
            yield from comparison.findings if comparison else ()
        return
    for index in range(len(utterance.renditions)):
        for reviewed in findings(state, utterance, index):
            if not is_dismissed(reviewed):
                yield reviewed.finding


def open_findings(utterance: Utterance, state: State) -> int:
    """Return how many findings wait for the user: neither accepted nor dismissed, nor silenced by a rule."""
    if not state.rulings and not state.rules:
        return sum(len(comparison.findings) for comparison in utterance.comparisons if comparison)
    indexes = range(len(utterance.renditions))
    return sum(said.is_open for index in indexes for said in findings(state, utterance, index))


def unreviewed(utterance: Utterance, state: State) -> int:
    """Return how many renditions wait for a verdict: those that are compared with a base."""
    if len(utterance.renditions) < 2:
        return 0
    return sum(
        verdict_on(rendition, state) is None
        for index, rendition in enumerate(utterance.renditions)
        if index != utterance.base or utterance.reference
    )


def to_review(utterance: Utterance) -> int:
    """Return how many renditions can have a verdict: those that are compared with a base."""
    if len(utterance.renditions) < 2:
        return 0
    return len(utterance.renditions) - (not utterance.reference)


def changed_utterances(before: State, now: State) -> frozenset[str]:
    """Return the utterances of which the user's judgement differs between two states."""
    if before.rules is not now.rules and before.rules != now.rules:
        return frozenset(now.utterances)
    verdicts = before.verdicts.keys() | now.verdicts.keys()
    quotes = {key for key in verdicts if before.verdicts.get(key) != now.verdicts.get(key)}
    if before.rulings is not now.rulings:
        keys = before.rulings.keys() | now.rulings.keys()
        quotes |= {key.quote for key in keys if before.rulings.get(key) != now.rulings.get(key)}
    about = before.notes.keys() | now.notes.keys()
    quotes |= {noted_id(key) for key in about if before.notes.get(key) != now.notes.get(key)}
    if not quotes:
        return frozenset()
    return frozenset(
        utterance.id
        for utterance in now.utterances.values()
        if utterance.id in quotes
        or any(not quotes.isdisjoint((rendition.article, *rendition.quotes)) for rendition in utterance.renditions)
    )
