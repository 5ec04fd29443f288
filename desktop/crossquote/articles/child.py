"""Reading in a child process: formats whose libraries may hang, crash or eat memory on what they are given.

What comes back is believed only as far as it can be true: it is decoded by its type, then checked like any draft.
"""

import importlib
import math

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.clean import with_whole_characters
from crossquote.articles.plausibility import DraftError, all_checked, is_message
from crossquote.articles.reader import Hints, Reader, Several, gather_drafts
from crossquote.child.trouble import ChildError, Trouble, own_mistake, part_not_loaded
from crossquote.child.worker import Worker
from crossquote.errors import ErrorCode, UserError
from crossquote.message import Message, message
from crossquote.progress import Step, Work

_READER = "READER"
_SAID = {
    Trouble.NOT_STARTED: "error.no-reading",
    Trouble.SLOW: "error.reading-slow",
    Trouble.MEMORY: "error.reading-large",
}


class _ReadRequest(Struct, frozen=True):
    module: str
    hints: Hints
    data: bytes


class _Answered(Struct, frozen=True):
    """What was made, or why nothing was: the kind of error and what it says."""

    made: Several | None = None
    error: ErrorCode | None = None
    said: Message | None = None


def read_apart(
    reader: Reader, data: bytes, hints: Hints, worker: Worker, step: Step, cpu: float = math.inf
) -> Work[Several]:
    """Return what `reader` makes of `data` in the child of `worker`; a `UserError` where it makes nothing of it.

    The worker is one for `answer`; it may work for `cpu` seconds where its own limit leaves it more.
    """
    asked = msgspec.msgpack.encode(_ReadRequest(type(reader).__module__, _writable(hints), data))
    try:
        said = yield from worker.ask(asked, step, cpu)
        return _believed(msgspec.msgpack.decode(said, type=_Answered), hints)
    except ChildError as error:
        if error.trouble is Trouble.NOT_LOADED:
            raise part_not_loaded(error, hints.path) from error
        if error.trouble is Trouble.FAILED:
            raise own_mistake(error, hints.path) from error
        raise _unread(reader, error.trouble, hints) from error
    except (ValueError, RecursionError) as error:  # what is no answer, spans that are none, a draft that can't be one
        raise _unread(reader, Trouble.GARBAGE, hints) from error


def _writable(hints: Hints) -> Hints:
    """Return hints that can be sent: a name of a file can be no text."""
    return replace(hints, path=with_whole_characters(hints.path))


def _believed(answered: _Answered, hints: Hints) -> Several:
    """Return the drafts that the child answers with; a `UserError` where it answers with that."""
    if answered.made is not None:
        return all_checked(answered.made)
    if answered.error is None or answered.said is None or not is_message(answered.said):
        raise DraftError(answered.error)
    raise UserError(answered.error, answered.said, path=hints.path)


def _unread(reader: Reader, trouble: Trouble, hints: Hints) -> UserError:
    """Return the error that says what became of reading: it took too long, or too much, or the file is damaged."""
    code = _SAID.get(trouble, "error.damaged")
    return UserError(ErrorCode.UNREADABLE, message(code, format=message(f"format.{reader.name}")), path=hints.path)


def answer(payload: bytes) -> bytes:
    """Read what the parent asks to be read. Runs in the child."""
    asked = msgspec.msgpack.decode(payload, type=_ReadRequest)
    reader: Reader = getattr(importlib.import_module(asked.module), _READER)
    try:
        answered = _Answered(gather_drafts(reader.read(asked.data, asked.hints)))
    except UserError as error:
        answered = _Answered(error=error.code, said=error.message)
    return msgspec.msgpack.encode(answered)
