"""What a child is for, what it is asked, and what became of that: all as bytes."""

import json
from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import astuple

from crossquote.notation import parse_json

Function = Callable[[bytes], bytes]
"""What a child does: a function that stands in a module by its own name, takes bytes and returns bytes."""


class NamedFunction(Struct, frozen=True):
    """Such a function by its name, for who must not load its module: that of another floor of the house."""

    module: str
    name: str


_NUMBER = 8
PREFIX = _NUMBER + 1
"""Bytes before what an answer says: the number of its question, and what became of that."""
_WHAT = 80


class Became(IntEnum):
    """What became of a question."""

    DONE = 0
    FAILED = 1
    NO_MEMORY = 2
    NOT_LOADED = 3


class Errand(Struct, frozen=True):
    """What a child is told first: its function, where modules are, and what an answer may cost."""

    module: str
    name: str
    path: tuple[str, ...]
    seconds: float
    memory: int | None
    written: int


def encode_errand(errand: Errand) -> bytes:
    """Return the errand as bytes."""
    return json.dumps(astuple(errand)).encode()


def decode_errand(content: bytes) -> Errand:
    """Return the errand that the parent sends its child on."""
    module, name, path, *costs = parse_json(content)
    return Errand(module, name, tuple(path), *costs)


def encode_question(number: int, payload: bytes) -> bytes:
    """Return question `number` as bytes."""
    return number.to_bytes(_NUMBER, "big") + payload


def decode_question(content: bytes) -> tuple[int, bytes]:
    """Return the number of a question, and what the function is given."""
    return int.from_bytes(content[:_NUMBER], "big"), content[_NUMBER:]


def encode_answer(number: int, became: Became, said: bytes) -> bytes:
    """Return the answer to question `number`."""
    return number.to_bytes(_NUMBER, "big") + bytes([became]) + said


def decode_answer(number: int, content: bytes) -> tuple[Became, bytes]:
    """Return what became of question `number`, and what is said of it; a `ValueError` where this is no answer to it."""
    if int.from_bytes(content[:_NUMBER], "big") != number or len(content) < PREFIX:
        raise ValueError(number)
    return Became(content[_NUMBER]), content[PREFIX:]


def printable(said: bytes) -> str:
    """Return what a child says of its own failure as a short text of harmless letters."""
    return "".join(char for char in said[:_WHAT].decode("ascii", "replace") if char.isalnum() or char in "._")
