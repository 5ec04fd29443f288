"""Why a child gives no answer."""

from enum import StrEnum

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message


class Trouble(StrEnum):
    """What went wrong with a question."""

    NOT_STARTED = "not-started"
    SLOW = "slow"
    MEMORY = "memory"
    DIED = "died"
    GARBAGE = "garbage"
    FAILED = "failed"
    NOT_LOADED = "not-loaded"


class ChildError(Exception):
    """A child gave no answer. `trouble` says why; `what` names the exception where its function raised one.

    Where a module was not loaded, `what` is its name.
    """

    def __init__(self, trouble: Trouble, what: str = "") -> None:
        super().__init__(trouble, what)
        self.trouble = trouble
        self.what = what


def part_not_loaded(error: ChildError, path: str) -> UserError:
    """Return what is said where a module was not loaded: what was asked about the file at `path` is not to blame."""
    return UserError(ErrorCode.PROGRAM, message("error.part-not-loaded", part=error.what), path=path)
