"""A child that answers: whatever it does is one question's trouble, and the next question has its answer."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import hostile
from crossquote.child.answering import _answer
from crossquote.child.frames import FrameError, read_frame, write_frame
from crossquote.child.limits import Limits
from crossquote.child.question import Became, printable
from crossquote.child.trouble import ChildError, Trouble
from crossquote.child.worker import Worker
from crossquote.message import message
from crossquote.progress import Step, finish
from wine import UNDER_WINE

LIMITS = Limits(seconds=0.3, memory=256 * 1024 * 1024, output=1024 * 1024)
STEP = Step(0, 0, message("step.waiting"))
TELLS_WORK = pytest.mark.skipif(
    UNDER_WINE, reason="asked how long another process worked, wine tells it of the one that asks"
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX's limits and groups")


BUSY = Limits(seconds=30, cpu=0.5, memory=256 * 1024 * 1024, output=1024 * 1024)
"""Limits as of a child on a machine that has much else to do: it works for far less than it waits."""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(hostile.do, LIMITS) as made:
        yield made


def ask(worker: Worker, function: Callable[[bytes], bytes], payload: bytes = b"words") -> bytes:
    return finish(worker.ask(asked(function, payload), STEP))


def asked(function: Callable[[bytes], bytes], payload: bytes = b"words") -> bytes:
    return function.__name__.encode() + b" " + payload


def trouble(worker: Worker, function: Callable[[bytes], bytes], payload: bytes = b"words") -> Trouble:
    with pytest.raises(ChildError) as caught:
        ask(worker, function, payload)
    return caught.value.trouble


@pytest.mark.parametrize(
    ("function", "what"),
    [
        (hostile.never_end, Trouble.SLOW),
        (hostile.promise, Trouble.SLOW),
        (hostile.raise_error, Trouble.FAILED),
        (hostile.connect, Trouble.FAILED),
        pytest.param(hostile.eat_memory, Trouble.MEMORY, marks=POSIX),
        (hostile.die, Trouble.DIED),
        (hostile.flood, Trouble.GARBAGE),
        pytest.param(hostile.write_past, Trouble.GARBAGE, marks=POSIX),
    ],
)
def test_trouble_is_one_questions_and_the_next_has_its_answer(
    worker: Worker, function: Callable[[bytes], bytes], what: Trouble
) -> None:
    assert trouble(worker, function) is what
    assert ask(worker, hostile.echo) == b"words"


def test_the_time_of_the_processor_is_one_questions_and_what_is_waited_for_is_none_of_it() -> None:
    with Worker(hostile.do, BUSY) as busy:
        assert ask(busy, hostile.wait, b"0.8") == b"0.8"
        assert busy.spent < 0.3
        kept = number_of(busy)
        for _ in range(3):
            assert ask(busy, hostile.burn, b"0.3") == b"0.3"
            assert 0.25 < busy.spent < 0.5
        assert number_of(busy) == kept


@TELLS_WORK
def test_one_that_works_too_long_ends_before_the_clock_says_so() -> None:
    with Worker(hostile.do, BUSY) as busy:
        ask(busy, hostile.echo)
        began = time.monotonic()
        assert trouble(busy, hostile.never_end) is Trouble.SLOW
        assert busy.spent == 0.5
        assert time.monotonic() - began < 15
        assert ask(busy, hostile.echo) == b"words"


@POSIX
def test_one_that_has_no_turn_is_waited_for() -> None:
    with Worker(hostile.do, BUSY) as busy:
        ask(busy, hostile.echo)
        work = busy.ask(asked(hostile.burn, b"0.3"), STEP)
        next(work)
        os.kill(number_of(busy), signal.SIGSTOP)
        until = time.monotonic() + 0.8
        while time.monotonic() < until:
            next(work)
        os.kill(number_of(busy), signal.SIGCONT)
        assert finish(work) == b"0.3"


def test_one_that_sleeps_ends_by_the_clock() -> None:
    with Worker(hostile.do, replace(BUSY, seconds=0.3)) as busy:
        assert trouble(busy, hostile.wait, b"60") is Trouble.SLOW
        assert ask(busy, hostile.echo) == b"words"


@TELLS_WORK
def test_a_question_may_have_less_than_the_limit() -> None:
    with Worker(hostile.do, replace(BUSY, cpu=20)) as busy:
        with pytest.raises(ChildError) as caught:
            finish(busy.ask(asked(hostile.never_end), STEP, 0.3))
        assert caught.value.trouble is Trouble.SLOW
        assert busy.spent == pytest.approx(0.3, abs=0.1)
        assert ask(busy, hostile.burn, b"0.5") == b"0.5"


@POSIX
def test_one_without_room_for_another_small_number_says_so_at_once() -> None:
    """Python goes round for ever where it finds none to note at which line of a handler an error arose."""
    with Worker(hostile.do, Limits(seconds=15, memory=64 * 1024 * 1024, output=1024)) as small:
        assert trouble(small, hostile.fill_memory) is Trouble.MEMORY


def test_one_without_room_for_what_is_spared_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crossquote.child.answering._SPARE", 1 << 62)
    assert _answer(hostile.echo, b"words") == (Became.NO_MEMORY, b"")


@pytest.mark.parametrize(
    ("function", "part"),
    [(hostile.load_what_lacks, "a_part_that_lacks"), (hostile.load_what_breaks, "broken_part")],
)
def test_what_can_not_be_loaded_is_named(worker: Worker, function: Callable[[bytes], bytes], part: str) -> None:
    for _ in range(2):
        with pytest.raises(ChildError) as caught:
            ask(worker, function)
        assert (caught.value.trouble, caught.value.what) == (Trouble.NOT_LOADED, part)


def test_an_error_is_named_with_its_place_and_none_of_its_words(worker: Worker) -> None:
    with pytest.raises(ChildError) as caught:
        ask(worker, hostile.raise_error)
    assert caught.value.trouble is Trouble.FAILED
    assert re.fullmatch(r"KeyError hostile:\d+", caught.value.what)


def test_what_a_child_says_of_its_error_is_short_and_harmless() -> None:
    assert printable("\x1b[31mKey\u202eError a.b:7\n".encode() + b"x" * 9000) == "31mKeyError a.b:7" + "x" * 137


def test_a_process_is_kept_and_large_questions_come_through(worker: Worker) -> None:
    ask(worker, hostile.echo)
    kept = number_of(worker)
    assert ask(worker, hostile.print_lines) == b"words"
    assert ask(worker, hostile.echo, bytes(900_000)) == bytes(900_000)
    assert number_of(worker) == kept


def test_what_an_earlier_question_broke_is_not_blamed_on_the_next(worker: Worker) -> None:
    assert ask(worker, hostile.answer_and_die) == b"words"
    time.sleep(0.1)
    assert ask(worker, hostile.echo) == b"words"


def test_one_that_is_killed_is_replaced(worker: Worker) -> None:
    ask(worker, hostile.echo)
    os.kill(number_of(worker), 9)
    assert ask(worker, hostile.echo) == b"words"


@POSIX
def test_what_it_has_started_ends_with_it(tmp_path: Path) -> None:
    written = tmp_path / "number"
    generous = Worker(hostile.do, Limits(seconds=20, memory=None, output=1024, written=1024))
    work = generous.ask(asked(hostile.have_child, os.fsencode(written)), STEP)
    while not written.exists() or not written.read_text(encoding="ascii"):
        next(work)
    grandchild = int(written.read_text(encoding="ascii"))
    os.kill(grandchild, 0)
    work.close()
    deadline = time.monotonic() + 5
    while is_alive(grandchild):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@POSIX
def test_it_writes_no_file(worker: Worker, tmp_path: Path) -> None:
    assert trouble(worker, hostile.write_file, os.fsencode(tmp_path / "file")) is Trouble.FAILED
    assert not (tmp_path / "file").stat().st_size


@POSIX
@pytest.mark.skipif(not Path("/bin/ps").exists(), reason="/bin/ps is not here")
def test_the_parent_watches_the_memory_where_the_system_does_not() -> None:
    with Worker(hostile.do, Limits(seconds=20, memory=40 * 1024 * 1024, output=1024), watched=True) as watched:
        assert ask(watched, hostile.echo) == b"words"
        assert trouble(watched, hostile.weigh) is Trouble.MEMORY
        assert ask(watched, hostile.echo) == b"words"


@POSIX
def test_nothing_is_started_before_the_first_question_and_nothing_is_left() -> None:
    with Worker(hostile.do, LIMITS) as made:
        made.close()
        work = made.ask(asked(hostile.echo), STEP)
        work.close()
        assert made._family is None
        ask(made, hostile.echo)
        number = number_of(made)
    assert not is_alive(number)


@pytest.mark.parametrize("content", [b"", b"word", bytes(3_000_000)])
def test_a_frame_comes_out_as_it_went_in(tmp_path: Path, content: bytes) -> None:
    with (tmp_path / "pipe").open("w+b", buffering=0) as pipe:
        write_frame(pipe, content)
        pipe.seek(0)
        assert read_frame(pipe, len(content)) == content
        if content:
            pipe.seek(0)
            with pytest.raises(FrameError):
                read_frame(pipe, len(content) - 1)
            pipe.truncate(pipe.seek(0) + 8 + len(content) - 1)
            with pytest.raises(EOFError):
                read_frame(pipe, len(content))


def number_of(worker: Worker) -> int:
    assert worker._family is not None
    return worker._family.number


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return "Z" not in state_of(number)


def state_of(number: int) -> str:
    """Return the letter of a process's state, where that can be told: an ended one may wait to be taken leave of."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return ""
