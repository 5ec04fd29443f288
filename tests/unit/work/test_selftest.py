"""The self-test: it passes here, and it can fail."""

import logging
import os
import socket
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from crossquote.message import Message, verbatim
from crossquote.offline import ConnectionAskedError, offline_guard
from crossquote.paths import data_folder
from crossquote.translation.packages import TOKENIZERS
from crossquote.wording import tell
from crossquote.work.selftest import trials
from crossquote.work.selftest.layouts import try_layouts
from crossquote.work.selftest.listening import listening
from crossquote.work.selftest.specimens import HARD_NAME
from crossquote.work.selftest.trials import Result, run_checks


def test_everything_is_right_here_and_the_users_folders_are_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSQUOTE_HOME", str(tmp_path))

    def make_work() -> Message:
        data_folder().mkdir(parents=True)
        return verbatim("as the window does with untitled work")

    results = list(run_checks(lambda: (("window", make_work),)))
    assert [result for result in results if not result.right] == []
    assert list(tmp_path.iterdir()) == []
    assert os.environ["CROSSQUOTE_HOME"] == str(tmp_path)


def break_down() -> Message:
    raise ValueError("no paint left")


def call_home() -> Message:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
    return verbatim("called")


def of_python() -> Message:
    sys.stdout.write("a stray line\n")
    return verbatim("fine otherwise")


def of_a_library() -> Message:
    os.write(2, b"libthing: a stray line\n")
    return verbatim("fine otherwise")


def of_a_log() -> Message:
    assert logging.lastResort
    logging.lastResort.handle(logging.makeLogRecord({"msg": "a stray line", "levelno": logging.WARNING}))
    return verbatim("fine otherwise")


def silent() -> Message:
    return verbatim("fine")


@pytest.fixture(scope="module")
def troubled() -> Mapping[str, Result]:
    """Return what a self-test finds in which several things go wrong."""
    more = (break_down, call_home, of_python, of_a_library, of_a_log, silent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trials, "_CHECKS", (("own", silent),))
        return {result.name: result for result in run_checks(lambda: tuple((check.__name__, check) for check in more))}


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the self-test look at the layouts of packages alone."""
    monkeypatch.setattr(trials, "_CHECKS", (("layouts", try_layouts),))


def test_what_goes_wrong_is_said(troubled: Mapping[str, Result]) -> None:
    assert not troubled["break_down"].right
    assert "no paint left" in tell(troubled["break_down"].detail)


@pytest.mark.usefixtures("layouts")
def test_a_tokenizer_that_opens_no_path_with_other_letters_fails_the_self_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """SentencePiece on Windows is such a one: the program's own loader goes around it."""

    def read(tokenizer: Any) -> None:
        path = Path(getattr(tokenizer, "model_file", ""))
        if path.name == TOKENIZERS[0] and not str(path).isascii():
            raise OSError(path)

    monkeypatch.setattr("crossquote.translation.argos._read_pieces", read)
    assert not next(result for result in run_checks() if result.name == "layouts").right


@pytest.mark.usefixtures("layouts")
def test_a_package_of_each_layout_is_tried_from_a_folder_with_letters_of_several_scripts() -> None:
    result = next(result for result in run_checks() if result.name == "layouts")
    assert result.right
    packages = dict(result.detail.facts)["packages"]
    assert isinstance(packages, tuple)
    assert len(packages) == 3
    assert not HARD_NAME.isascii()
    assert {unicodedata.name(letter).split()[0] for letter in HARD_NAME} >= {"CYRILLIC", "CJK", "SPACE"}


def test_the_guard_sees_who_asks_for_a_connection() -> None:
    with offline_guard() as guard, pytest.raises(ConnectionAskedError):
        socket.getaddrinfo("example.org", 80)
    assert len(guard.asked) == 1


def test_a_check_that_asks_for_a_connection_fails_the_self_test(troubled: Mapping[str, Result]) -> None:
    assert not troubled["call_home"].right
    assert not troubled["offline"].right


def test_a_socket_is_too_many_even_if_it_never_connects() -> None:
    with offline_guard() as guard, pytest.raises(ConnectionAskedError):
        socket.socket()
    assert len(guard.asked) == 1


def test_a_stray_line_fails_the_check_that_let_it_out(troubled: Mapping[str, Result]) -> None:
    stray = [name for name, result in troubled.items() if not result.right and "unexpected" in tell(result.detail)]
    assert stray == ["of_python", "of_a_library", "of_a_log"]
    assert tell(troubled["of_a_library"].detail) == "unexpected output: libthing: a stray line"


def test_only_what_goes_wrong_is_said_to(troubled: Mapping[str, Result]) -> None:
    wrong = {name for name, result in troubled.items() if not result.right}
    assert wrong == {"break_down", "call_home", "of_python", "of_a_library", "of_a_log", "offline"}


def test_what_was_said_before_and_after_is_let_through(capfd: pytest.CaptureFixture[str]) -> None:
    os.write(1, b"before\n")
    with listening() as heard:
        os.write(1, b"between\n")
        sys.stderr.write("and more\n")
    os.write(1, b"after\n")
    assert heard == ["between", "and more"]
    assert capfd.readouterr().out == "before\nafter\n"
