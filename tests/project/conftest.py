"""A project of one article with a quote, closed again, for tests that then do something to its file."""

from pathlib import Path

import pytest

from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

ARTICLE = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'


@pytest.fixture
def state() -> State:
    session = Session()
    finish(add_text(session, ARTICLE, "first"))
    return session.state


@pytest.fixture
def path(tmp_path: Path, state: State) -> Path:
    path = tmp_path / "bridge.crossquote"
    project = Project(path, new=True)
    project.record(verbatim("Add"), State(), state)
    project.close()
    return path
