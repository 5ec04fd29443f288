"""Steps: what the user did, by the names that the menu, the history and a report's log give it."""

from msgspec import Struct

from crossquote.message import Message


class StepName(Struct, frozen=True):
    """A step as the menu and the log name it: its number, what it did, who did it and when (ISO 8601, UTC).

    `undone` where it was taken back; `kept` is False where the file no longer knows how to take it back.
    """

    number: int
    name: Message
    who: str
    at: str
    undone: bool = False
    kept: bool = True
