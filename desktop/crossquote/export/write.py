"""Writing files: whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import check_name, explain_long_name, leads_to_file, let_be, name_beside, put_in_place, real_path
from crossquote.message import message
from crossquote.paths import make_own, make_private


def write_text(path: Path, text: str, hold: Callable[[], None] = let_be) -> None:
    """Write `text` to `path` as UTF-8; the file is complete or, where anything fails, as it was before.

    `hold` is called right before it is put in place, and raises a `UserError` where it is not to be.
    """
    write_bytes(path, text.encode(), lambda _: hold())


def write_own_text(path: Path, text: str) -> None:
    """Write a file of the program's own, as `write_text` does: it and its folder are their owner's alone.

    A link to an ordinary file stays one; one that leads to a device, or nowhere, is replaced.
    """
    with _naming(path):
        make_private(path.parent)
        place = real_path(path)
        _write_whole(place if leads_to_file(place) else path, text.encode(), _unchecked, own=True)


def _unchecked(_data: bytes) -> None:
    """Take what was written as it is."""


def as_found(path: Path) -> Callable[[], None]:
    """Return what lets a file be put at `path` as long as none came there since.

    Over one that is there already it is to be put: whoever chose the name was asked. What came since nobody could be
    asked about: a `UserError`.
    """
    return let_be if leads_to_file(path) else partial(hold_no_file, path)


def hold_no_file(path: Path) -> None:
    """Raise a `UserError` where there is a file at `path`, which is not to be written over."""
    if leads_to_file(path):
        raise UserError(ErrorCode.WRITE, message("error.not-written-over"), path=str(path))


def write_bytes(path: Path, data: bytes, check: Callable[[bytes], None] = _unchecked) -> None:
    """Write `data` to `path`; the file is complete or, where anything fails, as it was before.

    What then lies on the disk is read again and handed to `check` before it is put in place; what that raises goes
    on. What is no ordinary file (a pipe, a terminal) is written to as it stands, never replaced; a link stays a link.
    """
    check_name(path)
    with _naming(path):
        path = real_path(path)
        if path.exists() and not path.is_file():
            check(data)
            path.write_bytes(data)
        else:
            _write_whole(path, data, check)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into a `UserError` that says of which file."""
    try:
        yield
    except OSError as error:
        explain_long_name(error, path)
        raise UserError(
            ErrorCode.WRITE, message("error.report-not-written", reason=cause_of(error)), path=str(path)
        ) from error


def _write_whole(path: Path, data: bytes, check: Callable[[bytes], None], *, own: bool = False) -> None:
    """Write a file beside `path` and give it that name; whatever fails, nothing is left beside it.

    It has the rights of what it replaces, unless it is the program's `own`.
    """
    temporary = name_beside(path)
    try:
        with open(temporary, "xb", opener=make_own if own else None) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        check(temporary.read_bytes())
        if path.exists() and not own:
            shutil.copymode(path, temporary)
        put_in_place(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
