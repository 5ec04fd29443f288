"""Offline, as the system sees it: what Python's own guard can't see (Qt, CTranslate2) opens no connection either."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CALLS = "socket,connect,bind,sendto,sendmsg,sendmmsg"
INTERNET = ("AF_INET", "AF_PACKET", "AF_NETLINK")
STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="strace shows what a process asks of the system (Linux)")


def traced(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run Python with `arguments` and return its exit status and every call to the network that it made."""
    calls = folder / "calls"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CROSSQUOTE_HOME": str(folder / "home")}
    done = subprocess.run(
        [str(STRACE), "-f", "--seccomp-bpf", "-o", str(calls), "-e", f"trace={CALLS}", sys.executable, *arguments],
        capture_output=True, text=True, timeout=120, check=False, env=environment,
    )  # fmt: skip
    if "ptrace" in done.stderr:
        pytest.skip("this machine lets nobody trace")
    return done.returncode, calls.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_self_test_opens_no_connection(tmp_path: Path) -> None:
    """Stories compared, translated and written, and the window opened in light and dark."""
    status, calls = traced(tmp_path, "-m", "crossquote", "self-test")
    assert status == 0
    assert "exited with 0" in calls
    assert [line for line in calls.splitlines() if any(family in line for family in INTERNET)] == []


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    ask = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    _, calls = traced(tmp_path, "-c", ask)
    assert "AF_INET" in calls
