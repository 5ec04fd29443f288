"""Verifying a report: what nobody touched is what its project gives; a changed byte anywhere is found."""

import os
import random
import subprocess
import sys
import tracemalloc
from contextlib import closing
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from msgspec.structs import replace

import crossquote.export.origin as origins
from crossquote.cli.main import run
from crossquote.errors import UserError
from crossquote.export.choice import Extent, Extra, ReportChoice
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.origin import find_origin
from crossquote.export.parts import pack_parts
from crossquote.message import Message
from crossquote.model.finding import Severity
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits.review import write_note
from crossquote.work.report import gather_report
from crossquote.work.save_report import History, save_report
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.verification import Verification
from crossquote.work.verify_report import verify_report_file
from saying import says

pytestmark = pytest.mark.usefixtures("kept_processes")

STORY = {
    "Harbour Daily.txt": "The bridge\n\n“We will never open the old bridge before winter,” said Mayor Ada Lindqvist.\n",
    "Coast Wire.txt": "The bridge again\n\n“We will open the old bridge before winter,” said Mayor Ada Lindqvist.\n",
    "Mill Post.txt": "The mill\n\n“The mill will stay closed for seven weeks,” said Councillor Tom Roe.\n",
}
SOME = ReportChoice("Bridge", Extent.FOUND, Severity.MINOR, frozenset({Extra.EVIDENCE, Extra.LOG}), reviewer="Ada")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a story and its project, of which each test has a copy."""
    folder = tmp_path_factory.mktemp("made")
    paths = []
    for name, text in STORY.items():
        (folder / name).write_bytes(text.encode())
        paths.append(folder / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        session = Session(project=Project(folder / "bridge.crossquote", new=True))
        assert session.project is not None
        with closing(session.project):
            finish(add_files(session, paths))
            key = SentenceKey("Міст", "uk", "en")
            sentences = {key: Translation(key.text, "A bridge", (("uk", "en"),), own=True)}
            session.move_to(replace(session.state, sentences=sentences), Message("did.own-version"))
    return folder


@pytest.fixture
def project(tmp_path: Path, made: Path) -> Path:
    copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "bridge.crossquote"


def written(project: Path, ending: str, choice: ReportChoice = SOME) -> Path:
    path = project.with_name(f"report{ending}")
    session = Session(project=Project(project))
    assert session.project is not None
    with closing(session.project):
        history = History(session.project.steps())
        finish(save_report(session.state, path, history=history, choice=choice))
    return path


def verified(path: Path, project: Path) -> Verification:
    return finish(verify_report_file(path, project))


def whole(ending: str) -> ReportChoice:
    return ReportChoice() if ending in (".tmx", ".xlf") else SOME


@pytest.mark.parametrize("ending", list(known_formats()))
def test_what_nobody_touched_is_what_its_project_gives(project: Path, ending: str) -> None:
    verdict = verified(written(project, ending, whole(ending)), project)
    assert verdict.holds
    assert {one.part for one in verdict.parts} == {*(name.removesuffix(".txt") for name in STORY), f"report{ending}"}
    assert all(one.holds for one in verdict.parts)


@pytest.mark.parametrize("ending", list(known_formats()))
def test_a_changed_byte_anywhere_is_found(project: Path, ending: str) -> None:
    path = written(project, ending, whole(ending))
    data, chance = path.read_bytes(), random.Random(ending)
    places = {0, len(data) - 1, *(chance.randrange(len(data)) for _ in range(2 if ending == ".pdf" else 8))}
    for at in places:
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert not verified(path, project).holds, at
    path.write_bytes(data[:-1])
    assert not verified(path, project).holds


@pytest.mark.parametrize("ending", list(known_formats()))
def test_a_report_tells_of_what_it_was_made_and_nothing_of_a_text_is_taken_for_that(project: Path, ending: str) -> None:
    choice = replace(whole(ending), title="CrossquoteOrigin1ABCDEFGH \ud800 ‹x›")
    origin = find_origin(written(project, ending, choice).read_bytes())
    assert origin is not None
    assert (origin.title, origin.choice) == (choice.title, replace(choice, title=""))


def test_the_utterance_that_was_changed_is_named(project: Path) -> None:
    path = written(project, ".html")
    page = path.read_text(encoding="utf-8")
    path.write_text(page.replace("open the old bridge", "open the new bridge"), encoding="utf-8")
    verdict = verified(path, project)
    wrong = [one for one in verdict.parts if one.holds is False]
    assert [one.told.code for one in wrong] == ["verify.other-bytes", "verify.text-lacks"]
    assert wrong[1].part.startswith("We will")


def test_a_project_that_went_on_is_said_to_have(project: Path) -> None:
    path = written(project, ".json")
    session = Session(project=Project(project))
    assert session.project is not None
    with closing(session.project):
        write_note(session, f"utterance:{next(iter(session.state.utterances))}", "Ask the desk.")
    told = {one.told.code for one in verified(path, project).parts if one.holds is False}
    assert "verify.other-steps" in told


def test_it_is_told_in_words_with_a_status(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    assert run(["report", project.name, "-o", "out.docx", "--only", "shared", "--reviewer", "Ada"]) == 0
    assert run(["verify", "out.docx", "--project", project.name]) == 0
    assert "The report is what its project gives." in capsys.readouterr().out
    path = project.with_name("out.docx")
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert run(["verify", "out.docx", "--project", project.name]) == 1
    assert "not what the project gives: it differs from byte" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        run(["verify", "out.docx"])
    assert "--project" in capsys.readouterr().err
    assert run(["verify", "none.docx", "--project", project.name]) == 3


def test_a_pack_is_held_against_the_project_beside_it(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    assert run(["pack", project.name, "-o", "case.zip"]) == 0
    assert run(["verify", "case.zip", "--project", project.name]) == 0
    assert "holds what the project in the pack holds" in capsys.readouterr().out
    session = Session(project=Project(project))
    assert session.project is not None
    with closing(session.project):
        write_note(session, f"utterance:{next(iter(session.state.utterances))}", "Ask the desk.")
    assert run(["verify", "case.zip", "--project", project.name]) == 1
    assert "holds something else than the project in the pack" in capsys.readouterr().out


def test_the_same_project_gives_the_same_report_at_the_same_moment(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for ending in known_formats():
        first = written(project, ending, whole(ending)).read_bytes()
        assert first == written(project, ending, whole(ending)).read_bytes(), ending


def test_what_was_read_when_is_in_every_report(project: Path) -> None:
    session = Session(project=Project(project))
    assert session.project is not None
    with closing(session.project):
        articles = session.state.articles.values()
        assert all(one.source.read_at for one in articles)
        digest = next(iter(articles)).sha256
    for ending, chosen in known_formats().items():
        data = written(project, ending, ReportChoice()).read_bytes()
        told = data.decode() if ending == ".xlf" else "".join(chosen.read(data))
        there = chosen.write(digest) if ending != ".pdf" else "".join(filter(str.isalpha, digest))
        assert there in told, ending


def test_only_what_is_named_by_its_id_is_reported(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    session = Session(project=Project(project))
    assert session.project is not None
    with closing(session.project):
        mill = next(one for one in session.state.utterances.values() if "mill" in one.renditions[0].text)
    assert run(["report", project.name, "-o", "out.md", "--only", mill.id]) == 0
    told = project.with_name("out.md").read_text(encoding="utf-8")
    assert "seven weeks" in told
    assert "old bridge" not in told
    with pytest.raises(SystemExit, match="2"):
        run(["report", project.name, "-o", "other.md", "--only", f"{mill.id},none"])
    assert "none" in capsys.readouterr().err


def test_pairs_alone_are_refused_where_a_side_is_left_out(project: Path) -> None:
    with pytest.raises(UserError, check=says("has a translation to hand on")):
        written(project, ".tmx", ReportChoice(left_out=frozenset({Extra.TRANSLATIONS})))


def test_a_table_of_nothing_is_what_its_project_gives(project: Path) -> None:
    path = written(project, ".csv", ReportChoice("Bridge", Extent.JUDGED))
    assert verified(path, project).holds


_TOLD = """
from crossquote.export.choice import Extra, ReportChoice
from crossquote.export.document import Report
from crossquote.export.origin import origin_line
from types import SimpleNamespace
choice = ReportChoice(left_out=frozenset(Extra), chosen=frozenset(f"u{n}" for n in range(9)))
print(origin_line(SimpleNamespace(title="", at="", language="en", steps=0, choice=choice, lacking=())))
"""


def test_what_was_chosen_is_told_in_one_order_by_every_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _TOLD],
            env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(told) == 1


@pytest.mark.parametrize("ending", list(known_formats()))
def test_a_changed_word_is_found_in_what_another_version_wrote(
    project: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "this_version", lambda: "0.0.1")
    path = written(project, ending, whole(ending))
    verdict = verified(path, project)
    assert verdict.holds
    assert "pack.other-version" in {one.told.code for one in verdict.parts if one.holds is None}
    with monkeypatch.context() as changing:
        changing.setattr(f"{save_report.__module__}.gather_report", misreported)
        written(project, ending, whole(ending))
    assert not verified(path, project).holds


def misreported(state: State, *rest: Any, **more: Any) -> Report:
    """Return a report on a state in which one word is another."""
    made = {key: replace(one, text="A tunnel") for key, one in state.sentences.items()}
    renamed = {
        key: replace(one, outlet="Harbour Weekly") if one.outlet == "Harbour Daily" else one
        for key, one in state.articles.items()
    }
    return gather_report(replace(state, sentences=made, articles=renamed), *rest, **more)


def test_a_report_that_is_larger_than_any_is_refused_before_it_is_read(project: Path, tmp_path: Path) -> None:
    with (tmp_path / "large.html").open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    with pytest.raises(UserError, check=says("101 MB is more than a report can have")):
        finish(verify_report_file(tmp_path / "large.html", project))


@pytest.mark.parametrize("text", ['{"a":' * 2000, "[" * 100_000, '{"\\ud800":' * 2000])
def test_a_report_that_is_nested_without_end_is_damaged(text: str, project: Path, tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text(text, encoding="utf-8")
    found = finish(verify_report_file(tmp_path / "deep.json", project))
    assert not found.holds


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".tmx", ".xlf", ".xml"])
def test_a_report_that_is_a_bomb_is_damaged_and_takes_nothing_of_ours(
    ending: str, project: Path, tmp_path: Path
) -> None:
    bomb = b"<a>" * 4_000_000
    inner = {".docx": "word/document.xml", ".xlsx": "xl/sharedStrings.xml"}.get(ending)
    (tmp_path / f"bomb{ending}").write_bytes(pack_parts({inner: bomb}) if inner else bomb)
    tracemalloc.start()
    try:
        found = finish(verify_report_file(tmp_path / f"bomb{ending}", project))
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
    assert not found.holds
