"""The self-test: it passes here, and it can fail."""

import socket

import pytest

from crossquote.work.offline import ConnectionAskedError, offline_guard
from crossquote.work.selftest import run_checks


def test_everything_is_right_here() -> None:
    assert [result for result in run_checks() if not result.right] == []


def test_what_goes_wrong_is_said() -> None:
    def break_down() -> str:
        raise ValueError("no paint left")

    results = {result.name: result for result in run_checks((("window", break_down),))}
    assert not results["window"].right
    assert "no paint left" in results["window"].detail


def test_the_guard_sees_who_asks_for_a_connection() -> None:
    with offline_guard() as guard, pytest.raises(ConnectionAskedError):
        socket.getaddrinfo("example.org", 80)
    assert len(guard.asked) == 1


def test_a_check_that_asks_for_a_connection_fails_the_self_test() -> None:
    def call_home() -> str:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
        return "called"

    results = {result.name: result for result in run_checks((("update", call_home),))}
    assert not results["update"].right
    assert not results["offline"].right
