"""A question to a child, and what became of it: both as bytes."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

Function = Callable[[bytes], bytes]
"""What a child can be asked: a function that stands in a module by its own name, takes bytes and returns bytes."""
_NUMBER = 8
PREFIX = _NUMBER + 1
"""Bytes before what an answer says: the number of its question, and what became of that."""
_WHAT = 80


class Became(IntEnum):
    """What became of a question."""

    DONE = 0
    FAILED = 1
    NO_MEMORY = 2


@dataclass(frozen=True, slots=True)
class Question:
    """What stands before the bytes that a function is given: which function, where modules are, what it may cost."""

    number: int
    module: str
    name: str
    path: tuple[str, ...]
    seconds: float
    memory: int | None
    written: int

    def encoded(self) -> bytes:
        """Return the question as bytes."""
        values = (self.number, self.module, self.name, self.path, self.seconds, self.memory, self.written)
        return json.dumps(values).encode()


def decode_question(content: bytes) -> Question:
    """Return the question that the parent asks."""
    number, module, name, path, *costs = json.loads(content)
    return Question(number, module, name, tuple(path), *costs)


def encode_answer(number: int, became: Became, said: bytes) -> bytes:
    """Return the answer to question `number`."""
    return number.to_bytes(_NUMBER, "big") + bytes([became]) + said


def decode_answer(number: int, content: bytes) -> tuple[Became, bytes]:
    """Return what became of question `number`, and what is said of it; a `ValueError` where this is no answer to it."""
    if int.from_bytes(content[:_NUMBER], "big") != number or len(content) < PREFIX:
        raise ValueError(number)
    became = Became(content[_NUMBER])
    return became, content[PREFIX:]


def printable(said: bytes) -> str:
    """Return what a child says of its own failure as a short text of harmless letters."""
    return "".join(char for char in said[:_WHAT].decode("ascii", "replace") if char.isalnum() or char in "._")
