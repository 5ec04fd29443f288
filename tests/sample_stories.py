"""The sample stories as the program reads them: each once, for all tests that begin with what it makes of one."""

from functools import cache
from tempfile import TemporaryDirectory

import pytest

from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.resources import seeds
from crossquote.translation.packaged import PackageTranslator
from crossquote.translation.packages import PackagePlace, Shelf, find_packages
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.stories import Story


@cache
def read_story(story: Story) -> State:
    """Return what the program makes of a story, translated by the packages that come along."""
    with TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", home)  # whoever asks first may have settings of its own, and these are kept
        packages = find_packages([Shelf(seeds() / "packages", PackagePlace.SHIPPED)])
        session = Session(translator=PackageTranslator(packages))
        assert finish(add_files(session, list(story.files))).problems == ()
    return session.state
