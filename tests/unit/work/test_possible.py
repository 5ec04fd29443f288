"""What is possibly the same is decided by one step: it is told no more, and undo brings back all that was."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from crossquote.message import SILENCE
from crossquote.model.utterances import quotes_of
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.wording.telling import tell
from crossquote.work.edits import quotes
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from crossquote.work.stages.stored import read_stored
from edits_by_chance import story

SAID = (
    "Mara Lind said he was “not fit to be {what} or commander of a rowing boat” before he left.",
    "“It is not only the dredger, it raises questions about whether he is fit to be {what},” Lind said.",
    "“I never questioned what they can do. Benek Arrado is different,” Mara Lind said.",
    "“This is who Benek Arrado is,” Mara Lind said.",
)
WHAT = ("harbour master", "mayor of Delmark")


@contextmanager
def told(chance: random.Random, *, kept: bool) -> Iterator[Session]:
    """Give a session of three articles, in which something is possibly the same; with a project where it is `kept`."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "told.crossquote", new=True) if kept else None
        session = Session(project=project)
        try:
            what = chance.choice(WHAT)
            lines = chance.sample(SAID[:2], 2) if chance.random() < 0.5 else chance.sample(SAID[2:], 2)
            for number, line in enumerate((*lines, "")):
                text = f"{story(chance, number)}\n\n{line.format(what=what)}"
                finish(add_text(session, text, f"outlet {number}"))
            yield session
        finally:
            if project is not None:
                project.close()


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_to_join_or_to_part_is_one_step_that_undo_takes_back_whole(seed: int, joined: bool) -> None:
    chance = random.Random(seed)
    with told(chance, kept=True) as session:
        before = session.state
        doubtful = [(one, other) for one in before.utterances.values() for other in before.possible_of(one)]
        assume(doubtful)  # what the stories around it say may leave no doubt
        one, other = chance.choice(doubtful)
        target = before.utterances[other.utterance]
        if joined:
            finish(quotes.merge_utterances(session, one.id, target.renditions[target.base].quotes[0]))
        else:
            finish(quotes.keep_apart(session, one.id, target.id))
        after = session.state
        ours, theirs = quotes_of(one), quotes_of(target)
        homes = {key for key, known in after.utterances.items() if not ours.isdisjoint(quotes_of(known))}
        there = {key for key, known in after.utterances.items() if not theirs.isdisjoint(quotes_of(known))}
        assert (homes == there) is joined
        assert all(each.utterance not in there for key in homes for each in after.utterances[key].possibly)
        session.undo()
        assert session.state == before
        session.redo()
        assert session.state == after


def test_the_reason_comes_with_it_from_both_sides() -> None:
    with told(random.Random(2), kept=False) as session:
        state = session.state
        reasons = {tell(each.reason, "en") for one in state.utterances.values() for each in state.possible_of(one)}
    assert reasons
    assert all(reason.startswith("shares “") and reason.endswith("same speaker") for reason in reasons), reasons


def test_what_a_file_of_before_gives_no_reason_for_is_not_compared_anew_for_that() -> None:
    with told(random.Random(2), kept=False) as session:
        state = session.state
    bare = {
        key: replace(one, possibly=tuple(replace(each, reason=SILENCE) for each in one.possibly))
        for key, one in state.utterances.items()
    }
    basis = finish(read_stored(replace(state, utterances=MappingProxyType(bare))))
    assert dict(basis.state.utterances) == dict(state.utterances)


@pytest.mark.parametrize("gone", [True, False])
def test_what_is_not_there_is_not_possible(*, gone: bool) -> None:
    with told(random.Random(2), kept=False) as session:
        state = session.state
    one = next(one for one in state.utterances.values() if one.possibly)
    there = {key: each for key, each in state.utterances.items() if not gone or key == one.id}
    assert bool(replace(state, utterances=MappingProxyType(there)).possible_of(one)) is not gone
