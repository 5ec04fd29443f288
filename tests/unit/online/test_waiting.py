"""Waiting for a server: whoever stops, or is interrupted, waits for nobody."""

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest

from crossquote.message import message
from crossquote.online.waiting import wait_for
from crossquote.progress import Step, Work, finish

STEP = Step(0, 0, message("step.waiting"))


def stop(waiting: Work[bool]) -> None:
    waiting.close()


def interrupt(waiting: Work[bool]) -> None:
    with pytest.raises(KeyboardInterrupt):
        waiting.throw(KeyboardInterrupt)


@pytest.mark.parametrize("end", [stop, interrupt])
def test_what_is_waited_for_is_left_where_nobody_waits_any_more(end: Callable[[Work[bool]], None]) -> None:
    answers = Event()
    waiting = wait_for(partial(answers.wait, 60), STEP, answers.set)
    assert next(waiting) == STEP
    end(waiting)
    assert answers.is_set()


def test_what_has_answered_is_not_left() -> None:
    left = Event()
    assert finish(wait_for(lambda: "answer", STEP, left.set)) == "answer"
    assert not left.is_set()
