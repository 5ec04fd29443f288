"""Functions that a child is asked for in tests: what a parser that is broken, or broken into, may do."""

import importlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

FIRST_OWN = 3
"""The first of the numbers under which a process may have its pipes to its parent."""


def echo(payload: bytes) -> bytes:
    return payload


def never_end(payload: bytes) -> bytes:
    while True:
        payload = payload[::-1]


def burn(payload: bytes) -> bytes:
    """Work for so many seconds of the processor."""
    end = time.process_time() + float(payload)
    while time.process_time() < end:
        pass
    return payload


def wait(payload: bytes) -> bytes:
    """Be kept from working for so many seconds, as by a machine that has much else to do."""
    time.sleep(float(payload))
    return payload


def raise_error(payload: bytes) -> bytes:
    raise KeyError(payload)


def load_what_lacks(_payload: bytes) -> bytes:
    return bytes(importlib.import_module("a_part_that_lacks").made)


def load_what_breaks(_payload: bytes) -> bytes:
    return bytes(importlib.import_module("broken_part").made)


def eat_memory(_payload: bytes) -> bytes:
    eaten = []
    while True:
        eaten.append(bytearray(512 * 1024 * 1024))


def fill_memory(_payload: bytes) -> bytes:
    """Take all memory there is, down to the room for one small number, and let go of none, as a circle does."""
    taken: list[object] = [None] * 2_000_000
    taken[0] = taken
    at = 1000
    for turn in range(8):
        try:
            while True:
                at += 1
                taken[at] = at if turn % 2 else (at, None)
        except MemoryError:
            continue
    return bytes(at)


def weigh(_payload: bytes) -> bytes:
    """Take 64 MB of memory, and stay."""
    taken = bytearray(b"x" * (64 * 1024 * 1024))
    time.sleep(60)
    return bytes(taken[:1])


def die(_payload: bytes) -> bytes:
    os.abort()


def answer_and_die(payload: bytes) -> bytes:
    threading.Timer(0.02, os._exit, (1,)).start()
    return payload


def flood(_payload: bytes) -> bytes:
    return bytes(8 * 1024 * 1024)


def write_past(payload: bytes) -> bytes:
    """Write what is no answer to every pipe there is, then answer."""
    _write_everywhere(b"\0\0\0\0\0\0\0\x0cno answer at all")
    return payload


def promise(_payload: bytes) -> bytes:
    """Promise a frame that does not come."""
    _write_everywhere(b"\0\0\0\0\0\0\1\0begun")
    time.sleep(60)
    return b""


def print_lines(payload: bytes) -> bytes:
    """Print, as libraries do."""
    sys.stdout.write("a stray line\n" * 1000)
    sys.stdout.flush()
    os.write(1, b"another" * 1000)
    return payload


def have_child(payload: bytes) -> bytes:
    """Start a process that does not end, say its number, and never end either."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(os.fsdecode(payload)).write_text(str(process.pid), encoding="ascii")
    time.sleep(600)
    return b""


def write_file(payload: bytes) -> bytes:
    Path(os.fsdecode(payload)).write_bytes(b"x" * 4096)
    return b""


def connect(_payload: bytes) -> bytes:
    socket.create_connection(("192.0.2.1", 80), timeout=1).close()
    return b""


def do(payload: bytes) -> bytes:
    """Do the deed that is named before the rest of `payload`."""
    name, _, rest = payload.partition(b" ")
    deed: Callable[[bytes], bytes] = globals()[name.decode()]
    return deed(rest)


def _write_everywhere(content: bytes) -> None:
    for number in range(FIRST_OWN, FIRST_OWN + 8):
        try:
            os.write(number, content)
        except OSError:
            continue
