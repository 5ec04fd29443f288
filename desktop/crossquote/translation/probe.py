"""Trying a package out in a process of its own: what makes the engine crash or hang takes nothing else with it."""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path

from crossquote.errors import UserError
from crossquote.message import Message, message
from crossquote.progress import Step, Work
from crossquote.translation.loaded import LoadedPackage
from crossquote.translation.metadata import broken

PROBES = ("1. 2025 – 10%.", "“A”, B & C's: D?")
_PATIENCE = 120.0
_POLL = 0.05


def try_package(folder: Path) -> Work[tuple[str, ...]]:
    """Return what the package in `folder` makes of the probes; a `UserError` where it can't be used."""
    context = multiprocessing.get_context("spawn")
    answers, sends = context.Pipe(duplex=False)
    process = context.Process(target=_translate_probes, args=(str(folder), sends), daemon=True)
    process.start()
    sends.close()
    start = time.monotonic()
    try:
        while not answers.poll(_POLL):
            yield Step(0, 0, message("step.trying-out", folder=folder.name.lstrip(".")))
            if time.monotonic() - start > _PATIENCE:
                raise broken(folder, message("package.engine-hangs"))
        return _received(folder, answers)
    finally:
        process.kill()
        process.join()
        answers.close()


def _received(folder: Path, answers: Connection) -> tuple[str, ...]:
    try:
        made: list[str] | Message = answers.recv()
    except EOFError as error:
        raise broken(folder, message("package.engine-crashes")) from error
    if isinstance(made, Message):
        raise broken(folder, made)
    return tuple(made)


def _translate_probes(folder: str, sends: Connection) -> None:
    try:
        loaded = LoadedPackage(Path(folder), workers=1)
        sends.send([loaded.hypotheses(probe, 1)[0].text for probe in PROBES])
    except UserError as error:
        why = error.message.fact("why")
        sends.send(why if isinstance(why, Message) else error.message)
    except (RuntimeError, ValueError, MemoryError, LookupError) as error:
        sends.send(message("package.engine-fails", reason=type(error).__name__))
