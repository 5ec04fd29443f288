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
    """A child gave no answer. `trouble` says why.

    Where its function raised an error, `what` names that and its place; where a module was not loaded, the module.
    """

    def __init__(self, trouble: Trouble, what: str = "") -> None:
        super().__init__(trouble, what)
        self.trouble = trouble
        self.what = what


def part_not_loaded(error: ChildError, path: str) -> UserError:
    """Return what is said where a module was not loaded: what was asked about the file at `path` is not to blame."""
    return UserError(ErrorCode.PROGRAM, message("error.part-not-loaded", part=error.what), path=path)


def own_mistake(error: ChildError, path: str) -> UserError:
    """Return what is said where the child's function raised an error: it failed at the file at `path`, but as a bug."""
    return UserError(ErrorCode.PROGRAM, message("error.own-mistake", what=error.what), path=path)
