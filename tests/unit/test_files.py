"""Names that a system can't have, and files that another program holds."""

from pathlib import Path, PurePosixPath

import pytest

from crossquote.errors import UserError
from crossquote.export.write import write_text
from crossquote.files import check_name, real_path
from crossquote.model.state import State
from crossquote.project.store import Project
from crossquote.work.projects import save_as
from crossquote.work.session import Session
from saying import says

IMPOSSIBLE = [
    "CON.html", "con.html", "Nul", "aux .txt", "COM1.crossquote", "LPT³.html", "a:b.html", "what?.html", "end.",
    "end ", "tab\t.html", 'a"b.html',
]  # fmt: skip


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_windows_keeps_for_itself_is_refused_there_and_there_alone(name: str) -> None:
    with pytest.raises(UserError, check=says("can have no file of that name")):
        check_name(PurePosixPath("folder") / name, "win32")
    check_name(PurePosixPath("folder") / name, "linux")


@pytest.mark.parametrize("name", ["CONTENTS.html", "console.txt", "Промова.html", ".hidden", "COM10.html", "a.b.c"])
def test_other_names_are_fine(name: str) -> None:
    check_name(Path(name), "win32")


def held(_: Path, __: Path) -> None:
    """Refuse to replace a file, as Windows does while another program has it open."""
    error = PermissionError(13, "Access is denied")
    error.winerror = 5  # type: ignore[attr-defined, unused-ignore]
    raise error


def test_a_report_that_another_program_holds_is_told_so_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.html"
    report.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(UserError, check=says("another program has it open. Close it there")):
        write_text(report, "new")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_a_project_that_another_program_holds_is_told_so_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "there.crossquote"
    Project(target, new=True).close()
    session = Session(State(), project=Project(tmp_path / "here.crossquote", new=True))
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda new, path: (held if path == target else replace)(new, path))
    with pytest.raises(UserError, check=says("another program has it open")):
        save_as(session, target)
    assert session.project is not None
    session.project.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here.crossquote", "there.crossquote"]


def test_a_path_of_which_windows_does_not_say_where_it_leads_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> str:
        raise OSError(234, "More data is available")

    monkeypatch.setattr("os.path.realpath", refuse)
    assert real_path(Path("long")) == Path("long").absolute()
