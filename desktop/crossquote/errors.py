"""Errors that are for the user: what happened, to which file, and what to do next."""

from enum import StrEnum

from crossquote.message import Message


class ErrorCode(StrEnum):
    """What went wrong, by a name that faces and tests can rely on."""

    MISSING = "missing"
    FOLDER = "folder"
    PERMISSION = "permission"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_TEXT = "not-text"
    FORMAT = "format"
    ENCODING = "encoding"
    COLUMNS = "columns"
    UNREADABLE = "unreadable"
    WRITE = "write"
    LANGUAGE_DATA = "language-data"
    PACKAGE = "package"
    ROUTE = "route"
    NETWORK = "network"
    PROGRAM = "program"
    PROJECT = "project"
    IN_USE = "in-use"
    READ_ONLY = "read-only"
    GONE = "gone"
    USAGE = "usage"


ADVICE = ".advice"
"""What follows the code of a message in the code of the advice that belongs to it."""
IN_WINDOW = ".advice-in-window"
"""The same for advice to someone at the window, where that is other than at the terminal."""


class UserError(Exception):
    """Something the user can understand and act on; every other exception is a bug.

    `code` is the kind of trouble, `message` says what happened, `path` to which file (where there is one). What to do
    is `advice`: the words that the catalogue has under the message's own code and ADVICE, made of the same facts, or
    for someone at the window IN_WINDOW.
    """

    def __init__(self, code: ErrorCode, message: Message, *, path: str = "") -> None:
        super().__init__(code, message, path)
        self.code = code
        self.message = message
        self.path = path

    @property
    def advice(self) -> Message:
        """What to do; a catalogue may have no words for it, where nothing can be done."""
        return Message(self.message.code + ADVICE, self.message.facts)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.message.facts)
        return f"{self.path}{self.path and ': '}{self.message.code}{facts and f' ({facts})'}"


class CheckFailedError(AssertionError):
    """The program checked its own result and found it wrong: a bug, never the user's fault."""
