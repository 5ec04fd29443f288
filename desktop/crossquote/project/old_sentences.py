"""Sentences of older files: what they hold as text, where messages are kept now."""

from typing import Any

import msgspec

from crossquote.message import verbatim

_LONGEST = 1_000_000
"""No record of an older version is longer: a stranger's is not read twice, and never but by the shape it must have."""
_SAID = frozenset({"message", "reason"})
"""The fields that held a sentence, of findings, renditions and speakers."""


def with_messages(text: str | bytes) -> str:
    """Return a record's JSON where each sentence is a message that is told as it stands.

    A `ValueError` or a `RecursionError` where that can't be, as of a record that is longer than any of ours.
    """
    if len(text) > _LONGEST:
        raise ValueError(len(text))
    return msgspec.json.encode(_read(msgspec.json.decode(text))).decode()


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return [_read(each) for each in value]
    if isinstance(value, dict):
        return {name: _field(name, held) for name, held in value.items()}
    return value


def _field(name: str, held: Any) -> Any:
    if isinstance(held, str) and name in _SAID:
        return verbatim(held)
    if isinstance(held, str) and name == "evidence":
        return [verbatim(held)] if held else []
    return _read(held)
