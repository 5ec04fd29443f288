"""Reviewing in bulk: one step for all, taken back at once; the same as one after the other."""

from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from crossquote.model.review import FindingKey, Ruling, Verdict
from crossquote.model.state import State
from crossquote.model.utterance import Rendition
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits.in_bulk import judge_all, rule_on_all
from crossquote.work.edits.review import findings, judge, rule_on
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from gui.hand_made import sample_state


def keys_of(state: State) -> list[FindingKey]:
    return [
        one.key
        for utterance in state.utterances.values()
        for index in range(len(utterance.renditions))
        for one in findings(state, utterance, index)
    ]


KEYS = keys_of(sample_state())
RENDITIONS = [one for utterance in sample_state().utterances.values() for one in utterance.renditions]
RULINGS = st.sampled_from([Ruling.ACCEPTED, Ruling.DISMISSED, None])
VERDICTS = st.sampled_from([*Verdict, None])


@given(st.lists(st.tuples(st.lists(st.sampled_from(KEYS)), RULINGS), max_size=4))
def test_all_at_once_is_one_after_the_other(steps: list[tuple[list[FindingKey], Ruling | None]]) -> None:
    together, single = Session(sample_state()), Session(sample_state())
    for keys, ruling in steps:
        touched = rule_on_all(together, keys, ruling, "why")
        for key in keys:
            rule_on(single, key, ruling, "why")
        said = {key: (one.ruling, one.reason) for key, one in together.state.rulings.items()}
        assert said == {key: (one.ruling, one.reason) for key, one in single.state.rulings.items()}
        assert touched.utterances <= together.state.utterances.keys()


@given(st.lists(st.tuples(st.lists(st.sampled_from(RENDITIONS)), VERDICTS), max_size=4))
def test_verdicts_too(steps: list[tuple[list[Rendition], Verdict | None]]) -> None:
    together, single = Session(sample_state()), Session(sample_state())
    for renditions, verdict in steps:
        judge_all(together, renditions, verdict)
        for one in renditions:
            judge(single, one, verdict)
        verdicts = {quote: one.verdict for quote, one in together.state.verdicts.items()}
        assert verdicts == {quote: one.verdict for quote, one in single.state.verdicts.items()}


def test_what_is_shown_anew_is_what_was_judged() -> None:
    session = Session(sample_state())
    assert rule_on_all(session, KEYS, Ruling.ACCEPTED).utterances == {"u1", "u2"}
    assert not rule_on_all(session, [], Ruling.ACCEPTED)
    assert rule_on_all(session, KEYS[:1], None).utterances == {"u1"}
    assert not rule_on_all(session, KEYS[:1], None)


def test_it_is_one_step_that_is_taken_back_whole(tmp_path: Path) -> None:
    project = Project(tmp_path / "x.crossquote", new=True)
    session = Session(project=project)
    for outlet, day in (("One", "Monday"), ("Two", "Tuesday"), ("Three", "Sunday")):
        text = f'{outlet}\n\n"We will open the new harbour bridge on {day}," Mayor Ada Lindqvist said.\n'
        finish(add_text(session, text, outlet))
    keys = keys_of(session.state)
    assert len(keys) > 1
    rule_on_all(session, keys, Ruling.DISMISSED, "style")
    assert len(session.state.rulings) == len(set(keys))
    session.undo()
    assert not session.state.rulings
    session.redo()
    assert len(session.state.rulings) == len(set(keys))
    project.close()


def test_findings_that_are_alike_are_counted_each(tmp_path: Path) -> None:
    """Of 2,384 that were chosen it said that 2,179 were accepted: some of a rendition are told by one key."""
    with closing(Project(tmp_path / "x.crossquote", new=True)) as project:
        session = Session(project=project)
        session.keep(sample_state())
        rule_on_all(session, [*KEYS, KEYS[0]], Ruling.ACCEPTED)
        last, _ = project.next_steps
    assert last is not None
    assert last.name.fact("number") == len(KEYS) + 1
