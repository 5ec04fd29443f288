"""A project of one article with a quote, closed again, for tests that then do something to its file."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

ARTICLE = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State]:
    """Return a project that is made once, for copies, and what it holds."""
    path = tmp_path_factory.mktemp("made") / "bridge.crossquote"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        session = Session()
        finish(add_text(session, ARTICLE, "first"))
        with closing(Project(path, new=True)) as project:
            project.record(verbatim("Add"), State(), session.state)
    return path, session.state


@pytest.fixture
def state(_made: tuple[Path, State]) -> State:
    return _made[1]


@pytest.fixture
def path(tmp_path: Path, _made: tuple[Path, State]) -> Path:
    return Path(shutil.copy(_made[0], tmp_path))
