"""Who may read what is kept: a project, work without a name and the settings are their owner's alone."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossquote.paths import settings_folder
from crossquote.progress import finish
from crossquote.translation.permissions import allow_sample
from crossquote.work import projects
from crossquote.work.columns import remember_columns
from crossquote.work.recent import remember
from crossquote.work.settings import Settings, save_settings
from crossquote.work.stages.pipeline import add_text

FIRST = 'One\n\n"We will open the new bridge on Monday," Mayor Ada Lindqvist said.\n'


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives a user's folders to that user alone")
@pytest.mark.usefixtures("home")
def test_a_project_is_its_owners_alone(tmp_path: Path) -> None:
    umask = os.umask(0o002)
    try:
        session = projects.new_untitled()
        finish(add_text(session, FIRST, "first"))
        assert session.project is not None
        untitled = session.project.path
        beside = [untitled, untitled.with_name(untitled.name + "-wal")]
        assert {mode(one) for one in beside} == {0o600}
        assert mode(untitled.parent) == 0o700
        named, other = tmp_path / "bridge.crossquote", tmp_path / "copy.crossquote"
        projects.save_as(session, named)
        session.project.save_copy(other)
        session.project.close()
        assert {mode(named), mode(other)} == {0o600}
    finally:
        os.umask(umask)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives a user's folders to that user alone")
@pytest.mark.usefixtures("home")
def test_a_folder_of_ours_that_others_could_read_is_closed_to_them() -> None:
    projects.untitled_folder().mkdir(parents=True)
    projects.untitled_folder().chmod(0o755)
    session = projects.new_untitled()
    assert session.project is not None
    session.project.close()
    assert mode(projects.untitled_folder()) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives a user's folders to that user alone")
@pytest.mark.parametrize(
    "keep",
    [
        lambda: remember(Path("talks.crossquote")),
        lambda: save_settings(Settings(reviewer="Ada")),
        lambda: remember_columns([("text", "words")]),
        lambda: allow_sample("translate-de_en", allowed=True),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_the_settings_tell_of_the_user_is_closed_to_others(keep: Callable[[], None]) -> None:
    umask = os.umask(0o002)
    try:
        keep()
    finally:
        os.umask(umask)
    assert list(settings_folder().iterdir())
    assert mode(settings_folder()) == 0o700


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
