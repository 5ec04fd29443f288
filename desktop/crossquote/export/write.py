"""Writing files: whole or not at all."""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import (
    WHATEVER,
    Consent,
    check_name,
    explain_long_name,
    leads_to_file,
    name_beside,
    put_in_place,
    real_path,
)
from crossquote.message import message
from crossquote.paths import make_own, make_private


def write_text(path: Path, text: str, agreed: Consent = WHATEVER) -> None:
    """Write `text` to `path` as UTF-8; the file is complete or, where anything fails, as it was before.

    It takes the place of nothing but what was `agreed` on: a `UserError` where something else is there.
    """
    write_bytes(path, text.encode(), agreed)


def write_own_text(path: Path, text: str) -> None:
    """Write a file of the program's own, as `write_text` does: it and its folder are their owner's alone.

    A link to an ordinary file stays one; one that leads to a device, or nowhere, is replaced.
    """
    with _naming(path):
        make_private(path.parent)
        place = real_path(path)
        _write_whole(place if leads_to_file(place) else path, text.encode(), WHATEVER, _unchecked, own=True)


def _unchecked(_data: bytes) -> None:
    """Take what was written as it is."""


def hold_no_file(path: Path) -> None:
    """Raise a `UserError` where there is a file at `path`, which is not to be written over."""
    if leads_to_file(path):
        raise UserError(ErrorCode.WRITE, message("error.not-written-over"), path=str(path))


def write_bytes(
    path: Path, data: bytes, agreed: Consent = WHATEVER, check: Callable[[bytes], None] = _unchecked
) -> None:
    """Write `data` to `path`; the file is complete or, where anything fails, as it was before.

    It takes the place of nothing but what was `agreed` on: a `UserError` where something else is there. What then lies
    on the disk is read again and handed to `check` before it is put in place; what that raises goes on. What is no
    ordinary file (a pipe, a terminal) is written to as it stands, never replaced; a link stays a link.
    """
    check_name(path)
    with _naming(path):
        path = real_path(path)
        if path.exists() and not path.is_file():
            check(data)
            _write_into(path, data)
        else:
            _write_whole(path, data, agreed, check)


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


def _write_into(path: Path, data: bytes) -> None:
    """Write to what is no ordinary file as it stands; an `OSError` where there is one by now, or a link to one."""
    with open(path, "wb", opener=_as_it_stands) as file:
        file.write(data)


def _as_it_stands(path: str, flags: int) -> int:
    handle = os.open(path, flags & ~(os.O_TRUNC | os.O_CREAT) | getattr(os, "O_NOFOLLOW", 0))
    if stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    return handle


def _copy_rights(path: Path, file: BinaryIO) -> None:
    """Give an open file the rights of another: by its name something else might be given them."""
    if sys.platform == "win32":
        shutil.copymode(path, file.name)
    else:
        os.fchmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))


def _write_whole(
    path: Path, data: bytes, agreed: Consent, check: Callable[[bytes], None], *, own: bool = False
) -> None:
    """Write a file beside `path` and give it that name; whatever fails, nothing is left beside it.

    It has the rights of what it replaces, unless it is the program's `own`.
    """
    temporary = name_beside(path)
    try:
        with open(temporary, "x+b", opener=make_own if own else None) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            check(file.read())
            if path.exists() and not own:
                _copy_rights(path, file)
        put_in_place(temporary, path, agreed)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
