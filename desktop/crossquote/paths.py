"""Where the program keeps its own data, settings and caches on this system; they are their owner's alone."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

HOME_VARIABLE = "CROSSQUOTE_HOME"
_AT_ONCE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""What takes the place of a file between looking at it and opening it is not followed, or waited for, either."""


class NoOrdinaryFileError(FileNotFoundError):
    """What has the name of a file is a pipe, which would be waited for, a device, or, of a file of ours, a link."""


@cache
def _system() -> "PlatformDirs":
    """Return where the system has what is a program's own; what knows it is loaded only to be asked."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - the first window asks for no such place

    return PlatformDirs("Crossquote", appauthor=False)


def _place(name: str, of_system: Callable[["PlatformDirs"], Path]) -> Path:
    """Return the folder `name`, below CROSSQUOTE_HOME where that is set (portable use, tests)."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else of_system(_system())


def make_private(folder: Path) -> None:
    """Make a folder that its owner alone may look into, and what it lies in, as far as that is not there.

    The folder is closed to others where it is there, and so is what it lies in, as far as that is our own: where a link
    leads elsewhere, what is there already stays as open as it is.
    """
    for one in (*reversed(folder.parents), folder):
        if not one.is_dir():
            one.mkdir(mode=0o700, exist_ok=True)
    for one in _closed(folder):
        if one.stat().st_mode & 0o077:
            with suppress(OSError):  # another's folder, or a system that knows no such rights
                one.chmod(0o700)


def _closed(folder: Path) -> Iterator[Path]:
    """Yield, from outside to inside, a folder and those of ours that it lies in, up to the first that is a link."""
    for one in (*filter(_is_ours, reversed(folder.parents)), folder):
        if one.is_symlink():
            return
        yield one


def make_own(path: str, flags: int) -> int:
    """Open a file of ours, as an `opener` of `open`: its owner alone may read it, be it new or there already.

    A `NoOrdinaryFileError` where something else has its name: no link is followed, and no pipe waited for. What is open
    then is looked at before anything of it is changed: it may have come since the first look.
    """
    if os.path.lexists(path) and not is_plain(Path(path)):
        raise NoOrdinaryFileError(path)
    handle = os.open(path, flags & ~os.O_TRUNC | _AT_ONCE, 0o600)
    found = os.fstat(handle)
    if not _is_plain(found):
        os.close(handle)
        raise NoOrdinaryFileError(path)
    if flags & os.O_TRUNC:
        os.ftruncate(handle, 0)
    if sys.platform != "win32" and found.st_mode & 0o077:
        with suppress(OSError):  # another's file, or a disk that knows no such rights
            os.fchmod(handle, 0o600)
    return handle


def is_plain(path: Path) -> bool:
    """Tell whether `path` is an ordinary file that has no other name."""
    try:
        return _is_plain(path.lstat())
    except OSError:
        return False


def _is_plain(found: os.stat_result) -> bool:
    return stat.S_ISREG(found.st_mode) and found.st_nlink == 1


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder is one of the program's own, or lies in one."""
    own = [data_folder(), settings_folder(), cache_folder(), logs_folder()]
    if not os.environ.get(HOME_VARIABLE):
        own.append(_system().user_state_path)  # where Linux has the logs, in a folder of theirs
    return any(folder.is_relative_to(one) for one in own)


def data_folder() -> Path:
    """Return the folder of data that must last (language packages, untitled work); not created here."""
    return _place("data", lambda system: system.user_data_path)


def settings_folder() -> Path:
    """Return the folder of the user's settings; not created here."""
    return _place("settings", lambda system: system.user_config_path)


def cache_folder() -> Path:
    """Return the folder of what can be made again; not created here."""
    return _place("cache", lambda system: system.user_cache_path)


def logs_folder() -> Path:
    """Return the folder of log and crash report files; not created here."""
    return _place("logs", lambda system: system.user_log_path)
