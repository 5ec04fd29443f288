"""What a child is for, what it is asked, and what became of that: all as bytes."""

import json
import struct
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


_QUESTION = struct.Struct(">Qd")
"""What stands before a question: its number, and the seconds that the child may work at it."""
_ANSWER = struct.Struct(">QdB")
"""What stands before an answer: the number of its question, the seconds worked, and what became of that."""
PREFIX = _ANSWER.size
"""Bytes before what an answer says."""
_WHAT, _HARMLESS = 160, "._: "


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


def encode_question(number: int, cpu: float, payload: bytes) -> bytes:
    """Return question `number`, at which the child may work for `cpu` seconds, as bytes."""
    return _QUESTION.pack(number, cpu) + payload


def decode_question(content: bytes) -> tuple[int, float, bytes]:
    """Return the number of a question, how long the child may work at it, and what the function is given."""
    return *_QUESTION.unpack_from(content), content[_QUESTION.size :]


def encode_answer(number: int, worked: float, became: Became, said: bytes) -> bytes:
    """Return the answer to question `number`, at which the child worked for so many seconds."""
    return _ANSWER.pack(number, worked, became) + said


def decode_answer(number: int, content: bytes) -> tuple[float, Became, bytes]:
    """Return how long the child says it worked at question `number`, what became of that, and what is said of it.

    A `ValueError` where this is no answer to it.
    """
    answered, worked, became = _ANSWER.unpack_from(content.ljust(PREFIX, b"\0"))
    if answered != number or len(content) < PREFIX or not worked >= 0:
        raise ValueError(number)
    return worked, Became(became), content[PREFIX:]


def printable(said: bytes) -> str:
    """Return what a child says of its own failure as a short text of harmless letters."""
    return "".join(char for char in said[:_WHAT].decode("ascii", "replace") if char.isalnum() or char in _HARMLESS)
