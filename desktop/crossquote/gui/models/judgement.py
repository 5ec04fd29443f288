"""What the user has judged, as rows and cards need it."""

from collections.abc import Iterator

from crossquote.model.changes import differing
from crossquote.model.finding import Finding
from crossquote.model.review import is_set_aside, noted_id
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.work.edits.review import Reviewed, utterances_about, utterances_silenced
from crossquote.work.filters import standing_in


def is_dismissed(reviewed: Reviewed) -> bool:
    """Tell whether a finding no longer counts: the user dismissed it, or a rule silences it."""
    return is_set_aside(reviewed.decision, reviewed.rule)


def standing_findings(utterance: Utterance, state: State) -> Iterator[Finding]:
    """Yield the findings of an utterance that count."""
    for index in range(len(utterance.renditions)):
        for _, finding in standing_in(state, utterance, index):
            yield finding


def changed_utterances(before: State, now: State) -> frozenset[str]:
    """Return the utterances of which the user's judgement differs between two states."""
    rules = [now.rules.get(key) or before.rules[key] for key in differing(before.rules, now.rules)]
    quotes = set(differing(before.verdicts, now.verdicts))
    quotes |= {key.quote for key in differing(before.rulings, now.rulings)}
    quotes |= {noted_id(key) for key in differing(before.notes, now.notes)}
    silenced = utterances_silenced(now, rules) if rules else frozenset()
    return silenced | (utterances_about(now, quotes) if quotes else frozenset())
