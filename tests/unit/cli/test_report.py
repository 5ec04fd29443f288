"""`crossquote report`: articles or a project in, a file of the format that its ending asks for out."""

import json
import sys
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from msgspec.structs import replace

from crossquote.cli.main import run
from crossquote.cli.status import BAD_INPUT
from crossquote.export import exporter
from crossquote.export.exporter import known_formats
from crossquote.export.verify import verify_report
from crossquote.model.review import Verdict
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits import review
from crossquote.work.session import Session
from crossquote.work.settings import load_settings, save_settings
from crossquote.work.stages.pipeline import add_text

GOOD = 'Mayor speaks\n\n"We will open the bridge on {}," Mayor Ada Lindqvist said on Friday.\n'


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "harbour-news.en.txt", tmp_path / "quay-post.en.txt"]
    for path, day in zip(paths, ("Monday", "Tuesday"), strict=True):
        path.write_text(GOOD.format(day), encoding="utf-8")
    return [str(path) for path in paths]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    session = Session(project=Project(tmp_path / "bridge.crossquote", new=True))
    for day in ("Monday", "Tuesday"):
        finish(add_text(session, GOOD.format(day), day))
    shared = next(one for one in session.state.utterances.values() if one.measured)
    review.judge(session, shared.renditions[shared.measured[0]], Verdict.DISTORTED)
    assert session.project is not None
    session.project.close()
    return session.project.path


def test_the_ending_tells_the_format(articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for ending in (".html", ".JSON", ".docx", ".xlsx", ".csv", ".xml"):
        assert run(["report", *articles, "-o", str(tmp_path / f"said{ending}")]) == 0
    assert (tmp_path / "said.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len(json.loads((tmp_path / "said.JSON").read_text(encoding="utf-8"))["articles"]) == 2
    assert (tmp_path / "said.docx").read_bytes().startswith(b"PK")
    assert capsys.readouterr().out == ""


def test_translations_are_not_written_where_nothing_was_translated(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in (".tmx", ".xlf"):
        assert run(["report", *articles, "-o", str(tmp_path / f"said{ending}")]) == 3
        assert "nothing has been translated yet" in capsys.readouterr().err
        assert not (tmp_path / f"said{ending}").exists()


def test_what_goes_in_is_chosen_and_json_says_what_does_not(articles: list[str], tmp_path: Path) -> None:
    path = tmp_path / "said.json"
    chosen = ["--title", "What they said", "--only", "shared", "--least", "major", "--leave-out", "log"]
    assert run(["report", *articles, "-o", str(path), *chosen]) == 0
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["title"] == "What they said"
    assert [one["code"] for one in told["left_out"]][-2:] == ["report.least", "report.without.log"]


def test_a_report_names_the_files_that_could_not_be_read(articles: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for ending, part in ((".html", ""), (".json", "left_out")):
        path = tmp_path / f"said{ending}"
        assert run(["report", *articles, str(tmp_path / "empty.txt"), "-o", str(path)]) == 3
        text = path.read_text(encoding="utf-8")
        assert "empty.txt could not be read" in (str(json.loads(text)[part]) if part else text)


def test_an_unknown_ending_is_a_usage_error_that_lists_them(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("said.doc", "said"):
        with pytest.raises(SystemExit) as caught:
            run(["report", *articles, "-o", str(tmp_path / name)])
        assert caught.value.code == 2
        endings = ".html, .pdf, .docx, .xlsx, .csv, .md, .json, .tmx, .xlf, .xml"
        assert f"{name}: no report ends so; its ending is one of {endings}" in capsys.readouterr().err
        assert not (tmp_path / name).exists()


def test_a_project_is_reported_on_with_its_decisions_and_log(project: Path, tmp_path: Path) -> None:
    assert run(["report", str(project), "-o", str(tmp_path / "said.json")]) == 0
    told = json.loads((tmp_path / "said.json").read_text(encoding="utf-8"))
    assert told["progress"]["reviewed"] == 1
    assert [step["name"] for step in told["log"]][-1].endswith(" as distorted")
    assert run(["report", str(project), "-o", str(tmp_path / "said.html")]) == 0
    assert "Who did what when" in (tmp_path / "said.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["{project}", "{article}"], "a project is reported on alone"),
        (["{project}", "--read-in", "uk"], "a project is reported on as it is"),
        (["{project}", "--without", "date"], "a project is reported on as it is"),
    ],
)
def test_a_project_stands_alone_and_as_it_is(
    more: list[str],
    said: str,
    project: Path,
    articles: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    filled = [part.format(project=project, article=articles[0]) for part in more]
    with pytest.raises(SystemExit) as caught:
        run(["report", *filled, "-o", str(tmp_path / "said.html")])
    assert caught.value.code == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "said.html").exists()


def test_a_report_is_never_written_over_its_own_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "said.json"
    article.write_text(GOOD.format("Monday"), encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        run(["report", str(article), "-o", str(article)])
    assert caught.value.code == 2
    assert "written over what it is about" in capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == GOOD.format("Monday")


def test_an_older_report_is_replaced_and_a_missing_article_is_said(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "said.html"
    report.write_text("as it was", encoding="utf-8")
    assert run(["report", articles[0], str(tmp_path / "none.txt"), "-o", str(report), "--force"]) == 3
    assert "none.txt" in capsys.readouterr().err
    assert "<!doctype" in report.read_text(encoding="utf-8")
    report.write_text("as it was", encoding="utf-8")
    assert run(["report", str(tmp_path / "none.txt"), "-o", str(report), "--force"]) == 3
    assert report.read_text(encoding="utf-8") == "as it was"


def test_checks_are_left_out_and_the_reading_language_is_chosen(articles: list[str], tmp_path: Path) -> None:
    path = tmp_path / "said.json"
    assert run(["report", *articles, "--without", "date", "--read-in", "de", "-o", str(path)]) == 0
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["checks_off"] == ["date"]
    found = (said for one in told["utterances"] for rendition in one["renditions"] for said in rendition["findings"])
    assert "date" not in {said["check"] for said in found}


def test_a_folder_is_no_place_for_a_report(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept.html").mkdir()
    for place in (f"{tmp_path}", f"{tmp_path}/new/", f"{tmp_path / 'kept.html'}"):
        with pytest.raises(SystemExit) as caught:
            run(["report", *articles, "-o", place])
        assert caught.value.code == 2
        assert f"{place} is a folder: name a file in it" in capsys.readouterr().err


def test_a_usage_error_says_how_to_ask_for_a_report(
    articles: list[str], project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["report", *articles, str(project), "-o", str(tmp_path / "said.html")])
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: crossquote report ")


def test_no_page_takes_the_place_of_what_it_is_about(articles: list[str], project: Path) -> None:
    for command in (
        ["compare", *articles, "--html", articles[0], "--force"],
        ["review", str(project), "--html", str(project), "--force"],
    ):
        before = Path(command[1]).read_bytes()
        with pytest.raises(SystemExit, match="2"):
            run(command)
        assert Path(command[1]).read_bytes() == before


@pytest.mark.usefixtures("kept_processes")
def test_no_page_takes_the_place_of_an_article_in_a_folder_or_of_a_memory(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, memory = tmp_path / "stories", tmp_path / "known.tmx"
    page = folder / "one.html"
    folder.mkdir()
    page.write_text("<p>“We will not leave the port before May, and nobody will make us,” said Ada Lindqvist.</p>")
    memory.write_text('<tmx version="1.4"><header srclang="de"/><body/></tmx>', encoding="utf-8")
    before = page.read_bytes(), memory.read_bytes()
    assert run(["report", str(folder), "-o", str(page), "--force"]) == 3
    assert "one.html: what it is about would be written over. Choose another name." in capsys.readouterr().err
    assert run(["compare", str(folder), *articles, "--html", str(page), "--force"]) == 3
    for command in ("compare", "--html"), ("report", "-o"):
        with pytest.raises(SystemExit, match="2"):
            run([command[0], *articles, "--tmx", str(memory), command[1], str(memory), "--force"])
    assert (page.read_bytes(), memory.read_bytes()) == before
    assert run(["report", str(folder), "-o", str(folder / "said.html")]) == 0


def test_its_help_says_that_a_project_may_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["report", "--help"])
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("  FILE "))
    assert "project" in line


def test_an_article_that_is_given_twice_is_said_to_be_and_two_outlets_of_one_text_are_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "The port\n\n“We will not leave the port before May,” said Ann Roe in her office.\n"
    paths = [tmp_path / name for name in ("Morning Post.txt", "Evening Star.txt")]
    for path in paths:
        path.write_text(said, encoding="utf-8")
    assert run(["compare", "--json", *map(str, paths)]) == 0
    told = capsys.readouterr()
    assert [one["outlet"] for one in json.loads(told.out)["articles"]] == ["Morning Post", "Evening Star"]
    assert told.err == ""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "Morning Post.txt").write_text(said, encoding="utf-8")
    assert run(["compare", "--json", str(tmp_path / "more" / "Morning Post.txt"), str(paths[0])]) == 0
    assert "1 article is there twice" in capsys.readouterr().err


def test_the_schema_of_its_json_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["report", "--schema"])
    assert caught.value.code == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "urn:crossquote:report:1"


def test_the_name_in_the_settings_stands_at_its_head_unless_another_is_given(
    articles: list[str], project: Path, tmp_path: Path
) -> None:
    save_settings(replace(load_settings(), reviewer="Ada Lindqvist-Roe"))
    path = tmp_path / "said.json"

    def told(*more: str, files: tuple[str, ...] = tuple(articles)) -> object:
        assert run(["report", *files, "-o", str(path), "--force", *more]) == 0
        return json.loads(path.read_text(encoding="utf-8"))["reviewer"]

    assert told() == told(files=(str(project),)) == "Ada Lindqvist-Roe"
    assert told("--reviewer", "Tom Roe") == "Tom Roe"
    assert told("--reviewer", "") is None
    for command in (["compare", *articles], ["review", str(project)]):
        page = tmp_path / f"{command[0]}.html"
        assert run([*command, "--html", str(page)]) == 0
        assert "Ada Lindqvist-Roe" in page.read_text(encoding="utf-8")


def test_the_account_s_name_is_in_no_report(
    articles: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "accountholder")
    project = tmp_path / "saved.crossquote"
    assert run(["compare", *articles, "--save", str(project)]) == 0
    for ending in (".html", ".json", ".md", ".csv", ".docx", ".xlsx", ".xml"):
        path = tmp_path / f"said{ending}"
        assert run(["report", str(project), "-o", str(path)]) == 0
        chosen = known_formats()[ending]
        text = "".join(chosen.read(path.read_bytes()))
        assert "accountholder" not in text, ending
        assert "(, " not in text, ending


def refused(command: list[str], path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(b"as it was")
    assert run(command) == 3
    assert path.read_bytes() == b"as it was"
    error = capsys.readouterr().err
    assert "there is a file of that name" in error
    assert "--force" in error


def test_no_command_writes_over_a_file_without_a_word(
    articles: list[str], project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "said.html"
    for command in (
        ["report", *articles, "-o", str(path)],
        ["report", str(project), "-o", str(path)],
        ["compare", *articles, "--html", str(path)],
        ["review", str(project), "--html", str(path)],
        ["fetch", "https://news.example/a", "-o", str(path)],
    ):
        refused(command, path, capsys)
        if command[0] != "fetch":
            assert run([*command, "--force"]) == 0
            assert path.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("n\n", 3), ("\n", 3), ("", 3)])
def test_somebody_at_a_terminal_is_asked(
    answer: str,
    status: int,
    project: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "said.html"
    path.write_bytes(b"as it was")
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert run(["report", str(project), "-o", str(path)]) == status
    assert "said.html is there already. Write over it?" in capsys.readouterr().err
    assert (path.read_bytes() == b"as it was") is (status == 3)


class Terminal(StringIO):
    """Somebody who types an answer."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("kept_processes")
@pytest.mark.parametrize(
    ("region", "asked", "size"),
    [("en_US.UTF-8", [], (612, 792)), ("de_DE.UTF-8", [], (595, 842)), ("C", ["--paper", "letter"], (612, 792))],
)
def test_pages_are_of_the_paper_of_the_region_or_of_that_which_is_asked_for(
    region: str,
    asked: list[str],
    size: tuple[int, int],
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", region)
    for ending in (".pdf", ".docx", ".xlsx"):
        assert run(["report", str(project), "-o", str(tmp_path / f"said{ending}"), *asked]) == 0
    page = pypdfium2.PdfDocument((tmp_path / "said.pdf").read_bytes())[0]
    assert tuple(round(side) for side in page.get_size()) == size
    section = docx.Document(str(tmp_path / "said.docx")).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.pt), round(section.page_height.pt)) == size
    with ZipFile(tmp_path / "said.xlsx") as parts:
        assert f'paperSize="{1 if size[1] == 792 else 9}"'.encode() in parts.read("xl/worksheets/sheet1.xml")
    assert run(["verify", str(tmp_path / "said.pdf"), "--project", str(project)]) == 0


def test_what_came_while_a_report_was_made_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever was not asked of a file, since there was none, does not lose the one that another program saved there."""
    article, output = tmp_path / "a.txt", tmp_path / "report.html"
    article.write_text("The mayor said: “We need three ferries before winter.”", encoding="utf-8")
    verified = verify_report

    def verify_late(*given: Any) -> None:
        verified(*given)
        output.write_text("another's", encoding="utf-8")

    monkeypatch.setattr(exporter, "verify_report", verify_late)
    for command in (["report", str(article), "-o", str(output)], ["compare", str(article), "--html", str(output)]):
        assert run(command) == BAD_INPUT
        assert "there is a file of that name" in capsys.readouterr().err
        assert output.read_text(encoding="utf-8") == "another's"
        output.unlink()


@pytest.mark.usefixtures("kept_processes")
@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
@pytest.mark.parametrize("folder", [".", "elsewhere"])
def test_no_page_takes_the_place_of_an_article_that_was_read_by_a_link(
    articles: list[str], tmp_path: Path, folder: str
) -> None:
    page, link, project = tmp_path / folder / "real.html", tmp_path / "link.html", tmp_path / "p.crossquote"
    page.parent.mkdir(exist_ok=True)
    page.write_text("<p>“We will not leave the port before May, and nobody will make us,” said Ada Lindqvist.</p>")
    link.symlink_to(page)
    before = page.read_bytes()
    assert run(["compare", str(link), *articles, "--save", str(project)]) == 0
    assert run(["report", str(project), "-o", str(page), "--force"]) == 3
    assert page.read_bytes() == before
