"""Why a child gives no answer."""

from enum import StrEnum


class Trouble(StrEnum):
    """What went wrong with a question."""

    NOT_STARTED = "not-started"
    SLOW = "slow"
    MEMORY = "memory"
    DIED = "died"
    GARBAGE = "garbage"
    FAILED = "failed"


class ChildError(Exception):
    """A child gave no answer. `trouble` says why; `what` names the exception where its function raised one."""

    def __init__(self, trouble: Trouble, what: str = "") -> None:
        super().__init__(trouble, what)
        self.trouble = trouble
        self.what = what
