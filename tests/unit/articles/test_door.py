"""The door: what a file does to its reader is that file's error, and the next file is read."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from crossquote.articles.door import READING, Document, Door
from crossquote.articles.read import article_of, articles_of
from crossquote.articles.sniff import READERS
from crossquote.child.limits import Limits
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.progress import Step, finish
from hostile_reader import DEEDS, READER, START
from saying import says

STEP = Step(0, 0, message("step.waiting"))
LIMITS = Limits(seconds=10, cpu=1.5, memory=READING.memory, output=1024 * 1024)
MISTAKES = {
    "raise": r"KeyError crossquote\.articles\.child:\d+",
    "nest": r"ValueError crossquote\.message:\d+",
    "nothing": r"AttributeError crossquote\.articles\.reader:\d+",
}
SAID = {
    "never": "error.reading-slow",
    "memory": "error.reading-large",
    **dict.fromkeys(DEEDS.keys() - {"read", "wait", "never", "memory", "lacking", *MISTAKES}, "error.damaged"),
}


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    with Door((*READERS, READER), LIMITS) as made:
        yield made


@pytest.fixture(scope="module")
def ordinary() -> Iterator[Door]:
    """Return the program's own, whose process reads one file after another."""
    with Door() as made:
        yield made


def read(door: Door, folder: Path, deed: str) -> Document:
    path = folder / f"{deed} it.toy"
    path.write_bytes(START + deed.encode())
    return finish(door.read(path, None, STEP))


NOT_ON_WINDOWS = {
    "memory": "wine holds no job to its memory",
    "garbage": "Windows knows pipes by no small numbers",
}


def here(deed: str) -> ParameterSet:
    """Return a deed, to be skipped where it can't be done."""
    reason = NOT_ON_WINDOWS.get(deed, "")
    return pytest.param(deed, marks=pytest.mark.skipif(bool(reason) and sys.platform == "win32", reason=reason))


DEEDS_HERE = [here(deed) for deed in sorted(SAID)]


@pytest.mark.parametrize("deed", DEEDS_HERE)
def test_each_deed_is_one_articles_error_and_the_next_article_is_read(door: Door, tmp_path: Path, deed: str) -> None:
    with pytest.raises(UserError) as caught:
        read(door, tmp_path, deed)
    assert caught.value.code is ErrorCode.UNREADABLE
    assert caught.value.path == str(tmp_path / f"{deed} it.toy")
    assert caught.value.message == message(SAID[deed], format=message("format.toy"))
    assert read(door, tmp_path, "read").draft.text == "Words that were read."


def test_an_article_says_who_read_it(door: Door, tmp_path: Path) -> None:
    article = article_of(read(door, tmp_path, "read"))
    assert (article.source.media, article.source.reader) == ("text/x-toy", "toy")
    assert article.text == "Words that were read."
    assert article.path == str(tmp_path / "read it.toy")


def test_work_can_be_stopped_while_a_file_is_read(door: Door, tmp_path: Path) -> None:
    path = tmp_path / "never.toy"
    path.write_bytes(START + b"never")
    work = door.read(path, None, STEP)
    assert next(work) is STEP
    work.close()
    assert read(door, tmp_path, "read").draft.text


def test_a_part_of_the_program_that_lacks_is_not_blamed_on_the_file(door: Door, tmp_path: Path) -> None:
    with pytest.raises(UserError, check=says("can't be loaded: a_part_that_lacks")) as caught:
        read(door, tmp_path, "lacking")
    assert caught.value.code is ErrorCode.PROGRAM
    assert caught.value.path == str(tmp_path / "lacking it.toy")
    assert read(door, tmp_path, "read").draft.text


@pytest.mark.parametrize("deed", MISTAKES)
def test_an_error_of_the_programs_own_is_told_as_one_with_its_place(door: Door, tmp_path: Path, deed: str) -> None:
    with pytest.raises(UserError, check=says("an error of Crossquote's own")) as caught:
        read(door, tmp_path, deed)
    assert caught.value.code is ErrorCode.PROGRAM
    assert caught.value.path == str(tmp_path / f"{deed} it.toy")
    assert re.fullmatch(MISTAKES[deed], str(caught.value.message.fact("what")))
    assert read(door, tmp_path, "read").draft.text


def cues(many: int, arrow: str) -> str:
    """Return very many cues of subtitles."""
    times = (arrow.format(*divmod(at // 60, 60), at % 60) for at in range(0, 2 * many, 2))
    return "\n".join(f"{time}\n{at}.\n" for at, time in enumerate(times))


SUBTITLES = {15_000: "", 20_500: "error.too-many-lines", 90_000: "error.text-too-long"}
MANY: Mapping[str, Callable[[int], str]] = {
    ".txt": lambda many: "The port\n\n" + "Read also\n" * many,
    ".srt": lambda many: cues(many, "{0:02}:{1:02}:{2:02},000 --> {0:02}:{1:02}:{2:02},900"),
    ".vtt": lambda many: f"WEBVTT\n\n{cues(many, '{0:02}:{1:02}:{2:02}.000 --> {0:02}:{1:02}:{2:02}.900')}",
}


@pytest.mark.parametrize(
    ("name", "many", "code"),
    [
        ("a.txt", 30_000, ""),
        ("a.txt", 200_000, "error.text-too-long"),
        *((name, many, code) for name in ("a.srt", "a.vtt") for many, code in SUBTITLES.items()),
    ],
)
def test_what_has_very_many_parts_set_aside_is_read_or_told_what_it_has_too_much_of(
    ordinary: Door, tmp_path: Path, name: str, many: int, code: str
) -> None:
    """Such a text ended the work, and such subtitles were called damaged."""
    path = tmp_path / name
    path.write_text(MANY[path.suffix](many), encoding="utf-8")
    (told,) = articles_of(finish(ordinary.read(path, None, STEP)))
    assert (told.message.code if isinstance(told, UserError) else "") == code
    if isinstance(told, Article):
        assert len(told.layout.skipped) >= many


def test_plain_text_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossquote.child.worker.start_family", None)
    path = tmp_path / "a.txt"
    path.write_text("“We stay,” she said.\n", encoding="utf-8")
    with Door() as door:
        assert finish(door.read(path, None, STEP)).draft.text == "“We stay,” she said.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="names are text on Windows")
def test_a_file_whose_name_is_no_text_is_read_in_a_child(door: Door, tmp_path: Path) -> None:
    path = tmp_path / "\udcff.toy"
    path.write_bytes(START + b"read")
    assert finish(door.read(path, None, STEP)).draft.text == "Words that were read."
