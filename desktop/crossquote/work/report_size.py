"""How many utterances a report would hold, by what is chosen of it: told before it is gathered, which takes seconds."""

from crossquote.export.choice import Extent, ReportChoice
from crossquote.model.review import is_set_aside
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.work.edits.review import findings


def count_wanted(state: State, choice: ReportChoice) -> int:
    """Return how many utterances of `state` a report holds, as `choose` takes them."""
    return sum(_is_wanted(state, one, choice) for one in state.utterances.values())


def _is_wanted(state: State, utterance: Utterance, choice: ReportChoice) -> bool:
    match choice.extent:
        case Extent.SHARED:
            return len(utterance.renditions) > 1 or bool(utterance.reference)
        case Extent.FOUND:
            return _is_found(state, utterance, choice)
        case Extent.JUDGED:
            return any(state.verdict_on(one) is not None for one in utterance.renditions)
        case Extent.CHOSEN:
            return utterance.id in choice.chosen
        case Extent.ALL:
            return True


def _is_found(state: State, utterance: Utterance, choice: ReportChoice) -> bool:
    """Tell whether a finding counts that nobody set aside; most utterances are not compared at all."""
    return any(
        said.finding.severity.rank >= choice.least.rank and not is_set_aside(said.decision, said.rule)
        for index, comparison in enumerate(utterance.comparisons)
        if comparison is not None
        for said in findings(state, utterance, index)
    )
