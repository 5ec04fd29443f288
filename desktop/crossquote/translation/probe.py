"""Trying a package out in a process of its own: what makes the engine crash or hang takes nothing else with it."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from crossquote.causes import cause_of
from crossquote.child.limits import Limits
from crossquote.child.trouble import ChildError, Trouble, part_not_loaded
from crossquote.child.worker import Worker
from crossquote.errors import UserError
from crossquote.message import Message, message
from crossquote.progress import Step, Work
from crossquote.translation.loaded import LoadedPackage
from crossquote.translation.metadata import broken

PROBES = ("1. 2025 – 10%.", "“A”, B & C's: D?")
_TRYING = Limits(seconds=120, memory=None, output=64 * 1024, written=1024 * 1024)
"""A model takes what memory it needs: how much that is was looked at before. The tokenizers write small files."""


class _Probed(Struct, frozen=True):
    """What the package makes of the probes, or why it makes nothing of them."""

    made: tuple[str, ...] = ()
    why: Message | None = None


def try_package(folder: Path) -> Work[tuple[str, ...]]:
    """Return what the package in `folder` makes of the probes; a `UserError` where it can't be used."""
    step = Step(0, 0, message("step.trying-out", folder=folder.name.lstrip(".")))
    try:
        with Worker(translate_probes, _TRYING) as worker:
            said = yield from worker.ask(os.fsencode(folder), step)
        answered = msgspec.json.decode(said, type=_Probed)
    except ChildError as error:
        if error.trouble is Trouble.NOT_LOADED:
            raise part_not_loaded(error, str(folder)) from error
        hangs = error.trouble is Trouble.SLOW
        raise broken(folder, message("package.engine-hangs" if hangs else "package.engine-crashes")) from error
    except msgspec.DecodeError as error:
        raise broken(folder, message("package.engine-crashes")) from error
    if answered.why is not None:
        raise broken(folder, answered.why)
    return answered.made


def translate_probes(folder: bytes) -> bytes:
    """Translate the probes with the package in `folder`. Runs in the child."""
    return msgspec.json.encode(_translated(Path(os.fsdecode(folder))))


def _translated(folder: Path) -> _Probed:
    try:
        loaded = LoadedPackage(folder, workers=1)
        return _Probed(tuple(loaded.hypotheses(probe, 1)[0].text for probe in PROBES))
    except UserError as error:
        why = error.message.fact("why")
        return _Probed(why=why if isinstance(why, Message) else error.message)
    except (RuntimeError, ValueError, MemoryError, LookupError) as error:
        return _Probed(why=message("package.engine-fails", reason=cause_of(error)))
