"""Being offline, and the proof of it: a guard that sees every connection Python code asks for, and refuses it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field

_EVENTS = frozenset(
    f"socket.{what}"
    for what in (
        "__new__", "connect", "bind", "sendto", "sendmsg",
        "getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo",
    )
)  # fmt: skip


class ConnectionAskedError(RuntimeError):
    """Something asked for a connection while the guard stood."""


class Guard(Struct):
    """What the guard saw: the events that asked for a connection, by their names and arguments."""

    asked: list[str] = field(default_factory=list)
    standing: bool = True

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Refuse `event` where it asks for a connection. Called by the interpreter for each audited event."""
        if self.standing and event in _EVENTS:
            self.asked.append(f"{event}{arguments[1:]!r}")
            raise ConnectionAskedError(self.asked[-1])


@contextmanager
def offline_guard() -> Iterator[Guard]:
    """Refuse and note every connection that Python code asks for until the end of the block."""
    guard = Guard()
    sys.addaudithook(guard)
    try:
        yield guard
    finally:
        guard.standing = False
