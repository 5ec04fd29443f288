"""The state with the user's judgement, as plain values: what a script reads of a project."""

from collections.abc import Iterable
from dataclasses import asdict

from crossquote.export.rows import Row, state_row
from crossquote.model.state import State
from crossquote.project.journal import StepName
from crossquote.wording.telling import tell
from crossquote.work.edits.review import findings, progress
from crossquote.work.session import Session


def review_row(session: Session) -> Row:
    """Return what is open with verdicts, rulings, rules, notes and the log of who did what when."""
    return reviewed_row(session.state, session.project.steps() if session.project else ())


def reviewed_row(state: State, log: Iterable[StepName] = ()) -> Row:
    """Return `state` with the user's decisions; `log` are the steps of its project."""
    row = state_row(state)
    for utterance_row, utterance in zip(row["utterances"], state.utterances.values(), strict=True):
        for index, rendition_row in enumerate(utterance_row["renditions"]):
            judged = state.verdicts.get(utterance.renditions[index].quotes[0])
            rendition_row["verdict"] = asdict(judged) if judged else None
            for finding_row, reviewed in zip(rendition_row["findings"], findings(state, utterance, index), strict=True):
                finding_row["ruling"] = asdict(reviewed.decision) if reviewed.decision else None
                finding_row["silenced_by"] = reviewed.rule.id if reviewed.rule else None
                finding_row["note"] = asdict(reviewed.note) if reviewed.note else None
    return {
        **row,
        **_whole(state),
        "log": [{**asdict(step), "name": tell(step.name)} for step in log],
    }


def _whole(state: State) -> Row:
    return {
        "checks_off": state.checks_off.split(),
        "progress": asdict(progress(state)),
        "rules": [asdict(rule) for rule in state.rules.values()],
        "notes": [asdict(note) for note in state.notes.values()],
    }
