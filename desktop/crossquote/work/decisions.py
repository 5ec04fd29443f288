"""What the user has decided, told for a report."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from crossquote.export.decisions import Decided, Decisions, LogLine
from crossquote.model.review import Ruling
from crossquote.model.state import State
from crossquote.project.journal import StepName
from crossquote.wording.telling import tell
from crossquote.work.edits.review import Reviewed, findings, progress


def tell_decisions(state: State, log: Iterable[StepName] = ()) -> Decisions:
    """Return the decisions in `state`, and the steps of its project's `log`."""
    verdicts: dict[tuple[str, int], Decided] = {}
    for utterance in state.utterances.values():
        for index, rendition in enumerate(utterance.renditions):
            judged = state.verdicts.get(rendition.quotes[0]) if rendition.quotes else None
            if judged is not None:
                verdicts[utterance.id, index] = Decided(judged.verdict.value, judged.stamp.who, judged.stamp.at)
    said = tuple(_judged(state))
    return Decisions(
        verdicts=MappingProxyType(verdicts),
        rulings=MappingProxyType({place: told for place, reviewed in said if (told := _ruling(reviewed)) is not None}),
        remarks=MappingProxyType(
            {
                place: Decided(reviewed.note.text, reviewed.note.stamp.who, reviewed.note.stamp.at)
                for place, reviewed in said
                if reviewed.note is not None
            }
        ),
        notes=MappingProxyType(
            {note.about: Decided(note.text, note.stamp.who, note.stamp.at) for note in state.notes.values()}
        ),
        log=tuple(LogLine(step.at, step.who, tell(step.name), step.undone) for step in log),
        progress=_progress(state) if verdicts or state.rulings else "",
    )


def _judged(state: State) -> Iterator[tuple[tuple[str, int, int], Reviewed]]:
    """Yield the findings with where they stand, where the user has said anything of findings."""
    if not state.rulings and not state.rules and not state.notes:
        return
    for utterance in state.utterances.values():
        for index in range(len(utterance.renditions)):
            for number, reviewed in enumerate(findings(state, utterance, index)):
                yield (utterance.id, index, number), reviewed


def _ruling(reviewed: Reviewed) -> Decided | None:
    decision, rule = reviewed.decision, reviewed.rule
    if decision is not None:
        gone = decision.ruling is Ruling.DISMISSED
        return Decided(decision.ruling.value, decision.stamp.who, decision.stamp.at, decision.reason, gone)
    if rule is not None:
        return Decided("silenced by a rule", rule.stamp.who, rule.stamp.at, rule.reason, gone=True)
    return None


def _progress(state: State) -> str:
    now = progress(state)
    return f"{now.reviewed} of {now.renditions} renditions reviewed, {now.open_findings} findings open"
