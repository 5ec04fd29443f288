"""A sample story saved by other programs is the same story: its articles give the same utterances as the text files.

The files in `tests/files` were made of the story's texts by LibreOffice (DOCX, RTF, PDF) and Python's `email`.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pytest

from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.resources import seeds
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files

pytestmark = pytest.mark.usefixtures("kept_processes")

SAVED = Path(__file__).parents[2] / "files" / "harbour-strike"


@lru_cache(maxsize=1)
def original() -> State:
    """Return the story as it comes with the program."""
    return read(sorted((seeds() / "harbour-strike").glob("*.txt")))


def read(paths: Iterable[Path]) -> State:
    session = Session()
    outcome = finish(add_files(session, list(paths)))
    assert outcome.problems == ()
    return session.state


def told(state: State) -> list[tuple[str | None, list[tuple[str, list[str]]]]]:
    """Return who said what, with what each article has of it, by the names of their files."""

    def words(article: str, quotes: Iterable[str]) -> list[str]:
        text = state.articles[article].text
        return [" ".join(state.quotes[quote].text(text).split()) for quote in quotes]

    return sorted(
        (
            (each.speaker, sorted((Path(state.articles[one.article].path).stem, words(one.article, one.quotes))
             for one in each.renditions))
            for each in state.utterances.values()
        ),
        key=repr,
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["docx", "rtf", "pdf", "eml"])
def test_a_story_that_was_saved_otherwise_gives_the_same_utterances(ending: str) -> None:
    state = read(sorted(SAVED.glob(f"*.{ending}")))
    assert len(told(state)) == 8
    assert told(state) == told(original())
    heads = {(each.title, each.date) for each in state.articles.values()}
    assert heads == {(each.title, each.date) for each in original().articles.values()}
