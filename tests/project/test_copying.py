"""Copies of a project: whole, and never onto what somebody has open."""

from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.message import verbatim
from crossquote.project.store import Project
from links import needs_links
from project.test_store import states
from saying import says


def test_a_copy_is_whole(tmp_path: Path) -> None:
    empty, one, _ = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.keep_original("abc", b"bytes")
    project.record(verbatim("Add first"), empty, one)
    project.save_copy(tmp_path / "copy.crossquote")
    project.close()
    copy = Project(tmp_path / "copy.crossquote")
    assert copy.state() == one
    assert copy.original("abc") == b"bytes"
    copy.close()


def test_a_copy_onto_the_project_itself_is_refused(tmp_path: Path) -> None:
    empty, one, two = states()
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.record(verbatim("Add first"), empty, one)
    for name in ("bridge.crossquote", "../" + tmp_path.name + "/bridge.crossquote"):
        with pytest.raises(UserError, check=says("itself")):
            project.save_copy(tmp_path / name)
    project.record(verbatim("Add second"), one, two)
    project.close()
    again = Project(tmp_path / "bridge.crossquote")
    assert again.state() == two
    again.close()


@needs_links
def test_a_copy_onto_a_link_to_the_project_is_refused(tmp_path: Path) -> None:
    project = Project(tmp_path / "bridge.crossquote", new=True)
    (tmp_path / "link.crossquote").symlink_to(tmp_path / "bridge.crossquote")
    with pytest.raises(UserError, check=says("itself")):
        project.save_copy(tmp_path / "link.crossquote")
    project.close()


def test_a_copy_leaves_open_projects_and_other_files_alone(tmp_path: Path) -> None:
    empty, one, _ = states()
    other = Project(tmp_path / "open.crossquote", new=True)
    other.record(verbatim("Add first"), empty, one)
    (tmp_path / "news.txt").write_text("News.", encoding="utf-8")
    project = Project(tmp_path / "bridge.crossquote", new=True)
    with pytest.raises(UserError, check=says("open already")):
        project.save_copy(tmp_path / "open.crossquote")
    with pytest.raises(UserError, check=says("no project")):
        project.save_copy(tmp_path / "news.txt")
    project.close()
    assert other.state() == one
    other.close()
    assert {found.name for found in tmp_path.iterdir()} == {"open.crossquote", "bridge.crossquote", "news.txt"}


def test_a_copy_never_meets_the_log_of_the_file_it_replaces(tmp_path: Path) -> None:
    empty, one, _ = states()
    path = tmp_path / "crashed.crossquote"
    Project(path, new=True).close()
    path.with_name(path.name + "-wal").write_bytes(b"left by a crash")
    project = Project(tmp_path / "bridge.crossquote", new=True)
    project.record(verbatim("Add first"), empty, one)
    project.save_copy(path)
    project.close()
    assert not path.with_name(path.name + "-wal").exists()
    copy = Project(path)
    assert copy.state() == one
    copy.close()
