"""Taking out of an utterance: what was taken out stands alone, whatever it is like."""

from pathlib import Path

import pytest

from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import finish
from crossquote.work.edits import quotes
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files, add_text
from crossquote.work.stories import list_stories


def homes_of(state: State, ids: set[str]) -> list[Utterance]:
    """Return the utterances that any of these quotes belongs to."""
    return [
        utterance
        for utterance in state.utterances.values()
        if any(not ids.isdisjoint((*one.quotes, *one.reports)) for one in utterance.renditions)
    ]


@pytest.mark.parametrize("files", [story.files for story in list_stories()], ids=lambda files: files[0].parent.name)
def test_every_rendition_of_a_story_that_is_taken_out_stands_alone(files: tuple[Path, ...]) -> None:
    session = Session()
    finish(add_files(session, files))
    before, tried = session.state, 0
    for utterance in before.utterances.values():
        for rendition in utterance.renditions if len(utterance.renditions) > 1 else ():
            session.state = before
            finish(quotes.part_rendition(session, utterance.id, rendition.article))
            (home,) = homes_of(session.state, {*rendition.quotes, *rendition.reports})
            assert [one.article for one in home.renditions] == [rendition.article]
            tried += 1
    assert tried > 10


def test_a_quote_that_is_taken_out_twice_stays_apart_from_both() -> None:
    session = Session()
    texts = [f"{n}\n\n“We will open the new harbour bridge on {day},” Mayor Ada Lindqvist said.\n"
             for n, day in (("One", "Monday"), ("Two", "Tuesday"), ("Three", "Monday morning"))]  # fmt: skip
    for text in texts:
        finish(add_text(session, text, text[:5], "n"))
    (utterance,) = session.state.utterances.values()
    first, second, third = (one.quotes[0] for one in utterance.renditions)
    finish(quotes.part_quote(session, first))
    finish(quotes.move_quote(session, first, second))
    finish(quotes.part_quote(session, first))
    (home,) = homes_of(session.state, {first})
    assert len(home.renditions) == 1
    assert {second, third} <= set(session.state.parted[first])


def test_what_was_really_said_stays_with_the_utterance() -> None:
    session = Session()
    for name, day in (("One", "Monday"), ("Two", "Tuesday"), ("Three", "Wednesday")):
        said = f"{name}\n\n“We will open the new harbour bridge on {day},” Mayor Ada Lindqvist said.\n"
        finish(add_text(session, said, name))
    (utterance,) = session.state.utterances.values()
    finish(quotes.give_reference(session, utterance.id, "We will open the harbour bridge on Monday."))
    (shared,) = session.state.utterances.values()
    finish(quotes.part_rendition(session, shared.id, shared.renditions[0].article))
    told = {len(one.renditions): bool(one.reference) for one in session.state.utterances.values()}
    assert told == {1: False, 2: True}
