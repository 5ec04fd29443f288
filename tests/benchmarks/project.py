"""A project of 500 articles and 20,000 quotes: how long keeping, taking back and reading take."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from figure import Figure
from window import full_state

from crossquote.message import verbatim
from crossquote.model.review import Verdict
from crossquote.model.state import State
from crossquote.project.store import Project
from crossquote.work.edits.review import judge
from crossquote.work.session import Session

ADD = verbatim("Add")


def measure() -> Iterator[Figure]:
    """Yield the figures of the large project."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.crossquote")
        state = full_state()
        project = Project(path, new=True)
        yield Figure(
            "keep 500 articles with 20,000 quotes",
            took(lambda: project.record(ADD, State(), state)),
            None,
            5,
        )
        project.close()
        opened: list[Session] = []
        yield Figure("open them again", took(lambda: opened.append(Session(project=Project(path)))), None, 5)
        (session,) = opened
        kept = session.project
        assert kept is not None
        rendition = next(iter(state.utterances.values())).renditions[1]
        yield Figure("keep a verdict", took(lambda: judge(session, rendition, Verdict.FAITHFUL)), None, 0.05)
        yield Figure("take it back", took(session.undo), None, 0.05)
        about = ("verdicts",), rendition.quotes
        yield Figure("history of a rendition", took(lambda: kept.steps_about(*about)), None, 0.05)
        kept.close()


def took(run: Callable[[], object]) -> float:
    """Return the seconds that `run` takes."""
    start = time.process_time()
    run()
    return time.process_time() - start
