"""A reader that does what a file tells it, as one that is broken or broken into would: for tests of the door."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

import hostile
from crossquote.archive.taking import answer
from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.model.article import Layout
from crossquote.model.span import Span

START = b"DO: "


def _layout(skipped: tuple[Span, ...]) -> Draft:
    return Draft("words", layout=Layout(skipped=skipped))


def _refuse() -> Draft:
    raise UserError(ErrorCode.UNREADABLE, message("error.damaged", format=message("format.toy")))


def _nest() -> Draft:
    said = message("error.damaged")
    for _ in range(500):
        said = message("error.damaged", format=said)
    return Draft("words", warnings=(said,))


def _swear() -> Draft:
    raise UserError(ErrorCode.UNREADABLE, message("No code at all, but a sentence."))


def _wait() -> Draft:
    hostile.wait(b"1.8")
    return Draft("Words that were read at last.")


DEEDS: Mapping[str, Callable[[], object]] = {
    "read": lambda: Draft("Words that were read."),
    "wait": _wait,
    "never": lambda: hostile.never_end(b"x"),
    "garbage": lambda: hostile.write_past(b"x"),
    "memory": lambda: hostile.eat_memory(b"x"),
    "die": lambda: hostile.die(b"x"),
    "lacking": lambda: hostile.load_what_lacks(b"x"),
    "raise": lambda: hostile.raise_error(b"x"),
    "flood": lambda: Draft("x" * 8_000_000),
    "outside": lambda: _layout((Span(0, 6),)),
    "disorder": lambda: _layout((Span(2, 3), Span(0, 1))),
    "date": lambda: Draft("words", date="2025-02-31"),
    "address": lambda: Draft("words", address="file://host/share"),
    "title": lambda: Draft("words", title="t" * 100_000),
    "names": lambda: Draft("words", authors=("",)),
    "language": lambda: Draft("words", language="English"),
    "warning": lambda: Draft("words", warnings=(message("Your disk is full!"),)),
    "nest": _nest,
    "infinite": lambda: Draft("words", warnings=(message("error.damaged", format=float("inf")),)),
    "nul": lambda: Draft("wo\0rds"),
    "nothing": lambda: None,
    "refuse": _refuse,
    "swear": _swear,
}


class HostileReader(Struct, frozen=True):
    name: str = "toy"
    media: str = "text/x-toy"
    suffixes: tuple[str, ...] = (".toy",)
    trusted: bool = False

    def sniff(self, head: Head, _name: str) -> Sureness:
        return Sureness.CERTAIN if head.data.startswith(START) else Sureness.NO

    def read(self, data: bytes, _hints: Hints) -> Draft:
        return DEEDS[data.removeprefix(START).decode()]()  # type: ignore[return-value]


def take_it(payload: bytes) -> bytes:
    """Take a file into an archive as a child does, but raise an error at one that asks for it. Runs in the child."""
    asked = msgspec.msgpack.decode(payload)
    if Path(asked["path"]).read_bytes() == START + b"raise":
        hostile.raise_error(payload)
    return answer(payload)


READER = HostileReader()
