"""Bytes and values made hostile, by chance that can be had again."""

import random
from collections.abc import Callable
from typing import Any

ATOMS = (
    b"\0", b"\xff", b"\xed\xa0\x80", b"[" * 5000, b"{" * 3000, b"9" * 5000, b"1e999", b"NaN", b"a." * 3000, b'"' * 2000,
    b"\\", b"../../../x", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<a>" * 5000, b"<!--", b"%s%n", b"\n" * 3000,
    "“„«»".encode() * 500, "\u202e\u200d\ufeff".encode() * 200, "é\u0301".encode() * 1000, b"said that " * 500,
    b"not " * 1000, b"1,000 " * 300, "和說：「".encode() * 300, b"file:///etc/passwd", b"-",
    b"\x7f\x1b[31m", b"<img src=x>",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 2**63, 2**70, 1e308, "", "x" * 10_000, "\0", "\ud800", [], {}, [[]], {"code": "no.such"}, "../x",
    [[[[[[]]]]]], {"start": 5, "end": 1}, {"start": 0, "end": 10**9},
)  # fmt: skip


def mutate(chance: random.Random, data: bytes) -> bytes:
    """Return `data` with some of its bytes changed, cut, doubled, or hostile ones put between."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 1, 4, 16, 300)))
        data = chance.choice(_DEEDS)(chance, data, at, to)
    return data[: 4 * 1024 * 1024]


def flip_one(chance: random.Random, data: bytes) -> bytes:
    """Return `data` with one bit that is another."""
    at = chance.randrange(len(data))
    return _flip(chance, data, at, at + 1)


def _flip(chance: random.Random, data: bytes, at: int, to: int) -> bytes:
    return data[:at] + bytes(byte ^ (1 << chance.randrange(8)) for byte in data[at:to]) + data[to:]


def _cut(_chance: random.Random, data: bytes, at: int, to: int) -> bytes:
    return data[:at] + data[to:]


def _end(_chance: random.Random, data: bytes, at: int, _to: int) -> bytes:
    return data[:at]


def _repeat(chance: random.Random, data: bytes, at: int, to: int) -> bytes:
    return data[:at] + data[at:to] * chance.choice((2, 10, 1000)) + data[to:]


def _insert(chance: random.Random, data: bytes, at: int, _to: int) -> bytes:
    return data[:at] + chance.choice(ATOMS) + data[at:]


def _replace(chance: random.Random, data: bytes, at: int, to: int) -> bytes:
    return data[:at] + chance.randbytes(to - at) + data[to:]


_DEEDS: tuple[Callable[[random.Random, bytes, int, int], bytes], ...] = (_flip, _cut, _end, _repeat, _insert, _replace)


def mutate_value(chance: random.Random, value: Any) -> Any:
    """Return a value of JSON with one of those inside it replaced, taken out or doubled."""
    if chance.random() < 0.25 or not isinstance(value, (dict, list)) or not value:
        return chance.choice(VALUES)
    if isinstance(value, list):
        at = chance.randrange(len(value))
        if chance.random() < 0.2:
            return value[:at] + value[at + 1 :]
        if chance.random() < 0.1:
            return value[:at] + [value[at]] * chance.choice((2, 500)) + value[at + 1 :]
        return [*value[:at], mutate_value(chance, value[at]), *value[at + 1 :]]
    key = chance.choice(list(value))
    if chance.random() < 0.1:
        return {name: held for name, held in value.items() if name != key}
    return {**value, key: mutate_value(chance, value[key])}
