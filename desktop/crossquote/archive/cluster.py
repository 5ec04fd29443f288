"""A cluster of Dask: its workers take files as a crew's processes do, on as many machines as it has.

Each worker reads the files itself, so each has to see them under the same path; what comes back is written here. A
worker that dies has its files given to another, and the archive is the same.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from crossquote.archive.crew import FAILED, TakenFrom, believed
from crossquote.archive.taking import WayOfReading, answer, ask_for
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 4
"""So many files wait for each thread of the workers at most."""
_MOMENT = 0.05
_PATIENCE = 10
"""Seconds that a scheduler has to answer at first."""
_TRIES = 3
"""So many workers may be lost with a file before it is taken to be its fault."""


def take_on_cluster(paths: Iterator[Path | None], way: WayOfReading, scheduler: str) -> Iterator[TakenFrom | None]:
    """Yield what is kept of each file, in whatever order it comes; None now and then, where nothing has come yet."""
    with _connected(scheduler) as client:
        waiting: dict[Future, Path] = {}
        for path in paths:
            if path is None:
                yield None
                continue
            asked = ask_for(path.absolute(), way)
            waiting[client.submit(answer, asked, pure=False, retries=_TRIES)] = path
            while len(waiting) >= _AHEAD * max(1, sum(client.nthreads().values())):
                yield from _come(client, waiting)
        while waiting:
            yield from _come(client, waiting)


def _connected(scheduler: str) -> "Client":
    """Return a connection to a scheduler; a `UserError` where there is none, or nothing to ask it with."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, for who asks for it
    except ImportError as error:
        raise UserError(ErrorCode.PROGRAM, message("error.no-dask")) from error
    try:
        return Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(ErrorCode.NETWORK, message("error.no-scheduler", address=scheduler)) from error


def _come(client: "Client", waiting: "dict[Future, Path]") -> Iterator[TakenFrom | None]:
    """Yield those files that have come, None where none has; they wait no more."""
    if client.status != "running":
        raise UserError(ErrorCode.NETWORK, message("error.scheduler-gone"))
    come = [future for future in waiting if future.done()]
    for future in come:
        yield waiting.pop(future), FAILED if future.status == "error" else believed(future.result())
    if not come:
        yield None
        time.sleep(_MOMENT)
