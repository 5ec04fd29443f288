"""Adding files: folders, archives, files of several articles; what can't be read is told, what is read is kept."""

import errno
import os
import sys
from functools import partial
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

import pytest

import hostile_reader
from crossquote.articles import beside_page
from crossquote.articles.arrival import Arrival, arrive, enclosed, files_in
from crossquote.articles.door import Document, Door
from crossquote.articles.file import MAX_BYTES
from crossquote.articles.patience import Patience
from crossquote.articles.reader import Enclosed
from crossquote.articles.readers import zip_archive
from crossquote.articles.sniff import READERS
from crossquote.errors import ErrorCode, UserError
from crossquote.files import open_given
from crossquote.model.state import State
from crossquote.progress import Step, finish
from crossquote.work.session import Session
from crossquote.work.stages import add_articles
from crossquote.work.stages.add_articles import AddedArticles, read_files
from crossquote.work.stages.pipeline import add_files
from documents import docx, packed, paragraphs
from saying import says

SAID = "“We will not leave the port before May,” the minister said in her office.\n"


def said(number: int) -> str:
    return f"Port {number}\n\n{SAID}\nIt was day {number}.\n"


def read(*paths: Path) -> AddedArticles:
    return finish(read_files(State(), paths))


def test_a_folder_gives_its_files_with_those_of_its_folders_and_no_links(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.txt", "one.txt", ".hidden", "b/Thumbs.db", "~$two.docx"):
        (tmp_path / name).write_text(said(len(name)), encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "one.txt")
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    added = read(tmp_path)
    assert [Path(article.path).name for article in added.state.articles.values()] == ["one.txt", "two.txt"]
    assert added.problems == ()


PAGE = "<html><head><title>Port</title></head><body><h1>Port</h1><img src='./{}/a.png'><p>{}</p></body></html>"
BESIDE = ("Port_files", "Port_fichiers", "Port-Dateien", "Port.files", "Port-bestanden", "Port-файлы")


def put_page(folder: Path, beside: str) -> Path:
    """Write a page as browsers save it: with a folder beside it, in which there are pages and scripts of others."""
    page = folder / "Port.html"
    page.write_text(PAGE.format(beside, said(1)), encoding="utf-8")
    (folder / beside / "inner").mkdir(parents=True)
    for name in ("ads.html", "app.js", "inner/more.html"):
        (folder / beside / name).write_text(said(2), encoding="utf-8")
    return page


def names_of(added: AddedArticles) -> list[str]:
    return [Path(article.path).name for article in added.state.articles.values()]


@pytest.mark.usefixtures("kept_processes")
@pytest.mark.parametrize("beside", BESIDE)
def test_what_a_browser_saved_with_a_page_is_no_article(tmp_path: Path, beside: str) -> None:
    page = put_page(tmp_path, beside)
    assert names_of(read(tmp_path)) == ["Port.html"]
    assert names_of(read(page.parent / beside, page)) == ["Port.html"]
    assert names_of(read(page.parent / beside)) == ["ads.html", "app.js", "more.html"]
    archive = tmp_path / "pages.zip"
    files = {f"a/{one.relative_to(tmp_path).as_posix()}": one.read_bytes() for one in tmp_path.rglob("*.*")
             if one.is_file()}  # fmt: skip
    archive.write_bytes(packed(files))
    assert names_of(read(archive)) == ["Port.html"]


@pytest.mark.usefixtures("kept_processes")
def test_a_folder_that_the_page_beside_it_does_not_name_is_a_folder(tmp_path: Path) -> None:
    put_page(tmp_path, "Port-translations")
    (tmp_path / "Port.html").write_text(PAGE.format("Port-files", said(1)), encoding="utf-8")
    assert len(read(tmp_path).state.articles) == 4


LEADING = [
    "<p>Nothing more.</p>",
    "<p>See {}/ads.html</p>",
    "<p><a class='more' href='{}/ads.html'>More</a></p>",
    "<p><img src='{0}/a.png'><a href='./{0}/ads.html'>More</a></p>",
]


@pytest.mark.usefixtures("kept_processes")
@pytest.mark.parametrize("beside", ["Port_press", "Port-articles", "Port.archive", "Port_files"])
@pytest.mark.parametrize("leading", LEADING)
def test_a_folder_that_a_page_only_leads_into_is_a_folder(tmp_path: Path, beside: str, leading: str) -> None:
    page = put_page(tmp_path, beside)
    page.write_text(f"<html><body><h1>Port</h1>{leading.format(beside)}<p>{said(1)}</p></body></html>", "utf-8")
    archive = tmp_path / "pages.zip"
    files = {one.relative_to(tmp_path).as_posix(): one.read_bytes() for one in tmp_path.rglob("*.*") if one.is_file()}
    archive.write_bytes(packed(files))
    assert len(names_of(read(page, page.parent / beside))) == len(names_of(read(archive))) == 4


@pytest.mark.usefixtures("kept_processes")
@pytest.mark.parametrize(
    "shown",
    [
        '<link rel="stylesheet" href="./Port%20one_files/a.css">',
        "<iframe srcdoc='' src=\"Port one_files/ads.html\"></iframe>",
        "<script src=Port%20one_files/app.js></script>",
        "<style>body { background: url( './Port one_files/a.png' ) }</style>",
        '<img srcset="Port%20one_files/a.png 2x">',
    ],
)
def test_a_folder_that_a_page_shows_files_of_goes_with_it(tmp_path: Path, shown: str) -> None:
    put_page(tmp_path, "Port one_files").unlink()
    (tmp_path / "Port one.html").write_text(f"<html><body>{shown}<h1>Port</h1><p>{said(1)}</p></body></html>", "utf-8")
    assert names_of(read(tmp_path)) == ["Port one.html"]


def test_a_page_is_read_once_as_far_as_it_is_looked_at_however_many_folders_lie_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = put_page(tmp_path, "Port_files")
    page.write_bytes(page.read_bytes() + b" " * MAX_BYTES)
    for name in ("Port_press", "Port-archive", "Port.more"):
        (tmp_path / name).mkdir()
    opened: list[Path] = []

    def opening(path: Path) -> BinaryIO:
        opened.append(path)
        return open_given(path)

    monkeypatch.setattr(beside_page, "open_given", opening)
    assert [path.name for path in files_in(tmp_path)] == ["Port.html"]
    assert opened == [page]


def test_a_text_in_an_archive_has_no_more_than_one_on_a_disk_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "press.zip"
    path.write_bytes(packed({"a.txt": "a " * (MAX_BYTES // 2 + 1), "b.txt": said(1)}))
    added = read(path)
    (problem,) = added.problems
    assert (problem.code, problem.path) == (ErrorCode.TOO_LARGE, str(path / "a.txt"))
    assert [Path(article.path).name for article in added.state.articles.values()] == ["b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(said(1), encoding="utf-8")
    added = read(tmp_path)
    assert [Path(article.path).name for article in added.state.articles.values()] == ["b.txt"]


def test_a_file_that_is_named_and_lies_in_a_named_folder_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (problem,) = read(tmp_path / "empty.txt", tmp_path).problems
    assert says("the file is empty")(problem)


def test_of_many_files_all_are_counted_to_their_end(tmp_path: Path) -> None:
    """Quotes were found in 32 of 32, again and again, whatever came."""
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(said(number), encoding="utf-8")
    work, steps = add_files(Session(), [tmp_path]), list[Step]()
    while len(steps) < 40 or steps[-1].done < 39:
        steps.append(next(work))
    work.close()
    finding = [step for step in steps if step.label.code == "step.finding-quotes"]
    assert len(finding) >= 32
    assert {step.total for step in steps} == {40}
    assert [step.done for step in steps] == sorted(step.done for step in steps)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (problem,) = read(tmp_path).problems
    assert says("no file is in it")(problem)


def test_files_in_an_archive_are_articles_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "press.zip"
    two = docx(paragraphs("Two", SAID))
    inner: dict[str, str | bytes] = {"../up/one.txt": said(1), "two.docx": two, "noise.png": b"\x89PNG\r\n\x1a\n\0"}
    path.write_bytes(packed(inner))
    added = read(path)
    paths = [article.path for article in added.state.articles.values()]
    assert paths == [str(path / "up" / "one.txt"), str(path / "two.docx")]
    (problem,) = added.problems
    assert problem.path == str(path / "noise.png")


PATIENCE = 10.0 if sys.platform == "win32" else 0.5
"""Seconds; a reader's child takes some to start on Windows."""


def test_what_lies_in_one_file_has_one_time_for_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add_articles, "Door", partial(Door, (*READERS, hostile_reader.READER)))
    monkeypatch.setattr(add_articles, "Patience", partial(Patience, PATIENCE))
    path, after = tmp_path / "slow.zip", tmp_path / "z.txt"
    slow: dict[str, str | bytes] = {f"{number}.toy": hostile_reader.START + b"never" for number in range(2, 9)}
    path.write_bytes(packed({"1.txt": said(1), **slow, "9.txt": said(9)}))
    after.write_text(said(10), encoding="utf-8")
    added = read(path, after)
    assert [article.path for article in added.state.articles.values()] == [str(path / "1.txt"), str(after)]
    slow_one, rest = added.problems
    assert (slow_one.path, rest.path) == (str(path / "2.toy"), str(path))
    assert says("the rest of it was not read")(rest)


def test_a_busy_machine_takes_no_time_from_what_lies_in_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add_articles, "Door", partial(Door, (*READERS, hostile_reader.READER)))
    monkeypatch.setattr(add_articles, "Patience", partial(Patience, 0.5))
    path = tmp_path / "waits.zip"
    path.write_bytes(packed({"1.toy": hostile_reader.START + b"wait", "2.txt": said(2)}))
    added = read(path)
    assert len(added.state.articles) == 2
    assert added.problems == ()


def test_files_that_are_read_take_the_time_that_their_size_explains() -> None:
    patience = Patience(20.0)
    for _ in range(1000):
        patience = patience.after(0.9, 2_000, read=True).after(9.0, 1024 * 1024, read=True)
    assert patience.left == 20.0
    assert patience.after(15.0, 1024 * 1024, read=False).left == 5.0
    assert patience.after(15.0, 2_000, read=False).limit(0) == 6.0
    assert patience.after(25.0, 0, read=False).left < 0


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "outer.zip"
    path.write_bytes(packed({"inner.zip": packed({"one.txt": said(1)}), "two.txt": said(2)}))
    added = read(path)
    assert len(added.state.articles) == 1
    (problem,) = added.problems
    assert says("is not opened")(problem)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "..\\..\\x", "../../x", "a/./x", "D:/x", "D:x", "x:stream", "\x1b[31mx", "\u202ex", "\ud800x", ""],
)
def test_the_path_of_a_file_in_another_stays_in_it(name: str, tmp_path: Path) -> None:
    outer = tmp_path / "a.zip"
    document = Document(outer, b"", zip_archive.READER, (), (Enclosed(name, b""),))
    (arrival,) = enclosed(Arrival(outer), document)
    assert arrival.path.is_relative_to(outer)
    assert ".." not in arrival.path.parts
    assert PureWindowsPath("a.zip").joinpath(*arrival.path.relative_to(outer).parts).drive == ""
    assert ":" not in str(arrival.path.relative_to(outer))
    assert str(arrival.path).isprintable()


def test_many_files_are_kept_as_they_are_read(tmp_path: Path) -> None:
    for number in range(80):
        (tmp_path / f"{number:03}.txt").write_text(said(number), encoding="utf-8")
    session = Session()
    work = add_files(session, [tmp_path])
    seen = {len(session.state.articles)}
    for _ in work:
        seen.add(len(session.state.articles))
        if len(session.state.articles) == 64:
            break
    work.close()
    assert sorted(seen) == [0, 32, 64]
    assert session.state.unfinished
    assert {quote.article for quote in session.state.quotes.values()} == session.state.articles.keys()
    finish(add_files(session, [tmp_path]))
    assert len(session.state.articles) == 80
    assert not session.state.unfinished


def test_what_a_user_names_arrives_in_order(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    assert arrive(path) == (Arrival(path),)


def test_a_name_that_no_system_can_have_is_told_so() -> None:
    added = read(Path("x" * 300))
    assert len(added.problems) == 1


def test_what_nobody_may_look_at_is_passed_by_or_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    (tmp_path / "a.txt").symlink_to(closed / "a.txt")
    (tmp_path / "b.txt").write_text(said(1), encoding="utf-8")
    look = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        """Refuse what the system refuses a user who has no right to a folder."""
        if follow_symlinks and path.name in ("a.txt", "closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    added = read(tmp_path)
    assert [Path(article.path).name for article in added.state.articles.values()] == ["b.txt"]
    assert [problem.code for problem in read(closed).problems] == [ErrorCode.PERMISSION]


def test_a_folder_that_nobody_may_list_is_not_said_to_be_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UserError) as caught:
        arrive(tmp_path)
    assert caught.value.code is ErrorCode.PERMISSION
