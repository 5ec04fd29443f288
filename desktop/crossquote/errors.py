"""Errors that are for the user: what happened, to which file, and what to do next."""

from enum import StrEnum


class ErrorCode(StrEnum):
    """What went wrong, by a name that faces and tests can rely on."""

    MISSING = "missing"
    FOLDER = "folder"
    PERMISSION = "permission"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_TEXT = "not-text"
    ENCODING = "encoding"
    UNREADABLE = "unreadable"
    WRITE = "write"
    LANGUAGE_DATA = "language-data"
    PACKAGE = "package"
    ROUTE = "route"
    NETWORK = "network"
    PROJECT = "project"
    IN_USE = "in-use"
    READ_ONLY = "read-only"
    GONE = "gone"
    USAGE = "usage"


class UserError(Exception):
    """Something the user can understand and act on; every other exception is a bug.

    `message` says what happened, `advice` what to do, `path` to which file (where there is one).
    """

    def __init__(self, code: ErrorCode, message: str, *, advice: str = "", path: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.path = path

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        advice = f" {self.advice}" if self.advice else ""
        return f"{where}{self.message}.{advice}"


class CheckFailedError(AssertionError):
    """The program checked its own result and found it wrong: a bug, never the user's fault."""
