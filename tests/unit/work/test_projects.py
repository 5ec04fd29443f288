"""Projects as a face uses them: untitled work, saving, recent files."""

from pathlib import Path

import pytest

from crossquote.errors import UserError
from crossquote.paths import settings_folder
from crossquote.progress import finish
from crossquote.wording.trouble import tell_error
from crossquote.work import projects
from crossquote.work.recent import recent
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files, add_text
from saying import says

TEXT = 'One\n\n"We will open the new harbour bridge on Monday," Mayor Ada Lindqvist said.\n'


def test_untitled_work_is_kept_and_found_after_a_crash() -> None:
    session = projects.new_untitled()
    finish(add_text(session, TEXT, "first"))
    assert projects.is_untitled(session)
    assert session.project is not None
    session.project.close()
    (left,) = projects.recoverable()
    assert (left.articles, left.quotes, left.outlets, left.crashed) == (1, 1, ("First",), False)
    again = projects.open_project(left.path)
    assert again.state == session.state
    projects.discard(again)
    assert projects.recoverable() == ()


def test_saving_gives_untitled_work_a_name(tmp_path: Path) -> None:
    session = projects.new_untitled()
    finish(add_text(session, TEXT, "first"))
    projects.save_as(session, tmp_path / "bridge.crossquote")
    assert not projects.is_untitled(session)
    assert projects.recoverable() == ()
    assert [one.path for one in recent()] == [tmp_path / "bridge.crossquote"]
    assert session.undo()[0] is not None
    projects.discard(session)
    assert (tmp_path / "bridge.crossquote").is_file()


def test_a_session_without_a_project_is_saved_with_the_bytes_of_its_files(tmp_path: Path) -> None:
    path = tmp_path / "news.en.txt"
    path.write_bytes(TEXT.encode())
    session = Session()
    finish(add_files(session, [path]))
    projects.save_as(session, tmp_path / "bridge.crossquote")
    assert session.project is not None
    (article,) = session.state.articles.values()
    assert session.project.original(article.sha256) == TEXT.encode()
    session.project.close()
    assert {found.name for found in tmp_path.iterdir()} == {"news.en.txt", "bridge.crossquote"}


def test_saving_onto_itself_changes_nothing(tmp_path: Path) -> None:
    session = projects.new_untitled()
    projects.save_as(session, tmp_path / "bridge.crossquote")
    projects.save_as(session, tmp_path / "bridge.crossquote")
    finish(add_text(session, TEXT, "first"))
    projects.discard(session)
    again = projects.open_project(tmp_path / "bridge.crossquote")
    assert again.state == session.state
    projects.discard(again)


def test_a_project_with_a_name_is_the_users_also_in_the_folder_of_those_without(tmp_path: Path) -> None:
    """Saved under another name it was removed, and closing offered to discard it."""
    session = projects.new_untitled()
    finish(add_text(session, TEXT, "first"))
    named = projects.untitled_folder() / "bridge.crossquote"
    projects.save_as(session, named)
    assert [path.name for path in projects.untitled_folder().iterdir() if path.suffix == ".crossquote"] == [named.name]
    assert not projects.is_untitled(session)
    projects.save_as(session, tmp_path / "copy.crossquote")
    assert named.is_file()
    projects.discard(session)
    assert (tmp_path / "copy.crossquote").is_file()


def test_work_that_is_open_elsewhere_is_not_offered() -> None:
    session = projects.new_untitled()
    finish(add_text(session, TEXT, "first"))
    assert projects.recoverable() == ()
    projects.discard(session)


def test_a_new_project_replaces_neither_an_open_one_nor_another_file(tmp_path: Path) -> None:
    article = tmp_path / "news.txt"
    article.write_text(TEXT, encoding="utf-8")
    held = projects.new_untitled()
    projects.save_as(held, tmp_path / "held.crossquote")
    session = Session()
    finish(add_files(session, [article]))
    for name, words in (("news.txt", "no project"), ("held.crossquote", "open already")):
        with pytest.raises(UserError, check=says(words)):
            projects.save_as(session, tmp_path / name)
    assert session.project is None
    projects.discard(held)
    assert {found.name for found in tmp_path.iterdir()} == {"news.txt", "held.crossquote"}
    assert article.read_text(encoding="utf-8") == TEXT


def test_the_bytes_of_an_added_file_are_kept(tmp_path: Path) -> None:
    article = tmp_path / "news.txt"
    article.write_bytes(TEXT.encode())
    session = projects.new_untitled()
    finish(add_files(session, [article]))
    (known,) = session.state.articles.values()
    assert session.project is not None
    assert session.project.original(known.sha256) == TEXT.encode()
    projects.discard(session)


def test_work_that_holds_nothing_is_swept_away_and_what_can_be_done_again_is_not() -> None:
    empty = projects.new_untitled()
    assert empty.project is not None
    empty.project.close()
    undone = projects.new_untitled()
    finish(add_text(undone, TEXT, "first"))
    undone.undo()
    assert undone.project is not None
    undone.project.close()
    damaged = projects.untitled_folder() / "damaged.crossquote"
    damaged.write_bytes(b"x" * 2000)
    assert projects.recoverable() == ()
    now = projects.new_untitled()
    assert now.project is not None
    kept = {path.name for path in projects.untitled_folder().glob("[!.]*.crossquote")}
    assert kept == {"damaged.crossquote", undone.project.path.name, now.project.path.name}
    projects.discard(now)


def test_work_that_was_left_behind_can_be_discarded(tmp_path: Path) -> None:
    session = projects.new_untitled()
    finish(add_text(session, TEXT, "first"))
    assert session.project is not None
    session.project.close()
    (left,) = projects.recoverable()
    projects.discard_left(left.path)
    assert projects.recoverable() == ()
    assert list(projects.untitled_folder().glob("*.crossquote*")) == []
    other = tmp_path / "named.crossquote"
    other.write_bytes(b"")
    with pytest.raises(ValueError, match="named"):
        projects.discard_left(other)
    assert other.exists()


def test_a_list_of_recent_projects_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    kept = settings_folder() / "recent.txt"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(b"/home/ada/\xff.crossquote\n")
    session = projects.new_untitled()
    projects.save_as(session, tmp_path / "bridge.crossquote")
    projects.discard(session)
    assert [one.path for one in recent()] == [tmp_path / "bridge.crossquote"]
    assert kept.with_name("recent.txt.set-aside").read_bytes() == b"/home/ada/\xff.crossquote\n"


def test_what_saving_sets_aside_is_known_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "bridge.crossquote-wal").write_bytes(b"somebody's")
    (tmp_path / ".bridge.crossquote.open").write_bytes(b"somebody's, too")
    session = projects.new_untitled()
    projects.save_as(session, tmp_path / "bridge.crossquote")
    assert session.project is not None
    assert {one.name for one in session.project.set_aside} == {
        "bridge.crossquote-wal.set-aside",
        ".bridge.crossquote.open.set-aside",
    }
    assert all(one.read_bytes().startswith(b"somebody's") for one in session.project.set_aside)
    projects.discard(session)


@pytest.mark.parametrize("named", [False, True])
def test_what_keeps_a_project_from_being_saved_is_told_of_the_name_that_was_asked_for(
    tmp_path: Path, *, named: bool
) -> None:
    session = Session()
    if named:
        projects.save_as(session, tmp_path / "held.crossquote")
    (tmp_path / "file").write_bytes(b"")
    wanted = tmp_path / "file" / "bridge.crossquote"
    with pytest.raises(UserError) as caught:
        projects.save_as(session, wanted)
    told = tell_error(caught.value)
    assert told.startswith(f"{wanted}: can't be written: ")
    assert told.endswith("Choose another place, or make room there.")
    if session.project is not None:
        session.project.close()
