"""Reading a stranger's report back, in a process of its own: a bomb, or what breaks a parser, takes nothing with it."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.door import READING
from crossquote.child.trouble import ChildError, Trouble, part_not_loaded
from crossquote.child.worker import Worker
from crossquote.export.exporter import known_formats
from crossquote.export.origin import Origin, find_origin
from crossquote.message import message
from crossquote.progress import Step, finish

_READING = replace(READING, output=100 * 1024 * 1024)
_WHOLE = "surrogatepass"


class ReadBack(Struct, frozen=True):
    """What a report says: of what it was made, if it tells that, and its texts; None where it is none of its format."""

    origin: Origin | None = None
    texts: tuple[str, ...] | None = None


class _ReadBackBytes(Struct, frozen=True):
    """What the child says, as bytes: a text may hold half a character."""

    origin: Origin | None
    texts: list[bytes] | None


def read_back(name: str, ending: str, data: bytes) -> ReadBack:
    """Return what the report `name` of a format says; nothing where it can't be read within limits of time and memory.

    A `UserError` where a part of the program could not be loaded.
    """
    step = Step(0, 0, message("step.verifying", file=name))
    with Worker(look_into, _READING) as worker:
        try:
            said = finish(worker.ask(b"%b\n%b" % (ending.encode(), data), step))
            answer = msgspec.msgpack.decode(said, type=_ReadBackBytes)
        except ChildError as error:
            if error.trouble is Trouble.NOT_LOADED:
                raise part_not_loaded(error, name) from error
            return ReadBack()
        except msgspec.DecodeError:
            return ReadBack()
    texts = None if answer.texts is None else tuple(text.decode(errors=_WHOLE) for text in answer.texts)
    return ReadBack(answer.origin, texts)


def look_into(asked: bytes) -> bytes:
    """Return what a report says, after the line that names its format. Runs in the child."""
    ending, _, data = asked.partition(b"\n")
    try:
        texts = [text.encode(errors=_WHOLE) for text in known_formats()[ending.decode()].read(data)]
    except ValueError:
        texts = None
    return msgspec.msgpack.encode(_ReadBackBytes(find_origin(data), texts))
