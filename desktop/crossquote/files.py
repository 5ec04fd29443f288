"""Files: the bytes of one, read once, no more than there may be; where a path leads; names that a system can have."""

import errno
import io
import math
import os
import select
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO, Generic, TypeVar
from uuid import uuid4

from msgspec import Struct

from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.notation import open_at_once, open_ordinary
from crossquote.paths import NoOrdinaryFileError, make_own, make_private

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

K = TypeVar("K")
T = TypeVar("T")
_MEBIBYTE = 1024 * 1024
_PATIENCE, _WHOLE = 10, 60
"""Seconds within which a pipe has to say something, and all: else one that nobody writes to, or that only drips, would
be waited for without end."""
_A_MOMENT = 0.5
"""Seconds that somebody who waits at a window does not take for a window that hangs."""
_RECOGNISED = 40
"""Letters by which a person knows a name again; with what is added to them, any system has room for them."""
_PORTS = (f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS})
_SIGNS = frozenset('<>:"/\\|?*') | set(map(chr, range(32)))
"""What Windows keeps for itself: names of devices, whatever their ending, and signs that no name may have."""
_ABROAD = ("\\\\", "\\??\\")
"""How paths to other machines begin on Windows, where the second is another word for one of the first."""
_DEEPEST, _LONGEST = 128, 8192
"""Folders within folders, and letters of a path, beyond which no file of a user's lies."""
_HELD = frozenset({5, 32, 33})
_NOT_ALLOWED = "error.not-allowed-or-held" if sys.platform == "win32" else "error.not-allowed"
"""What is said of a file that may not be read: Windows doesn't tell a right that lacks from a program that holds it."""
_NO_NAME = 123
"""Windows's numbers for a file that another program holds, and for what is no file's name."""


def real_path(path: Path) -> Path:
    """Return where a path leads, links followed; one whose links lead in a circle stays as it is.

    So does one of which the system can't say that, such as a longer one than Windows opens, or one with a NUL: what
    comes next says what is wrong.
    """
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path.absolute()


def database_name(path: Path) -> str:
    """Return how SQLite is to be told of the file at `path`: from the root on, links followed.

    To many builds a name that begins with `file:` is an address, of which %2F parts folders, and another name is no
    file: what was looked at before would be another one than what is opened then.
    """
    return str(real_path(path))


def is_abroad(path: str) -> bool:
    """Tell by its letters whether a path is on another machine: to look there would tell that one who is looking."""
    return path[:4].replace("/", "\\").startswith(_ABROAD)


def along(path: Path) -> Iterator[Path]:
    """Yield where a path leads, then what it leads through, from the root on: one may be a file that others lie in.

    Of a path without end it is only the beginning: names of what lies in a file can be a stranger's.
    """
    parts = path.parts[:_DEEPEST]
    yield from (Path(*parts[:many]) for many in (len(parts), *range(1, len(parts))))


def places_along(path: str) -> Iterator[Path]:
    """Yield the same of a path that is a stranger's itself: nothing of it on another machine."""
    if not is_abroad(path) and "\0" not in path:
        yield from along(Path(path[:_LONGEST]))


def leads_to_same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, there or not: macOS has one under names in other capitals, too."""
    if real_path(path) == real_path(other):
        return True
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def leads_to_file(path: Path) -> bool:
    """Tell whether there is an ordinary file at `path`, links followed: as far as anybody may look, or a name goes."""
    return _leads_to(path, stat.S_ISREG)


def leads_to_folder(path: Path) -> bool:
    """Tell whether there is a folder at `path`, links followed: as far as anybody may look, or a name goes."""
    return _leads_to(path, stat.S_ISDIR)


def leads_somewhere(path: Path) -> bool:
    """Tell whether anything is at `path`, a pipe or a device too: as far as anybody may look, or a name goes."""
    return _leads_to(path, bool)


def _leads_to(path: Path, is_it: Callable[[int], bool]) -> bool:
    try:
        return is_it(path.stat().st_mode)
    except (OSError, ValueError):  # no right to look there, a longer name than any system has, a NUL in it
        return False


def look_soon(look: Callable[[], T], otherwise: T) -> T:
    """Return what `look` finds on a disk; `otherwise` where that does not answer in a moment."""
    return Lookout[None, T](lambda _: look()).find([None]).get(None, otherwise)


class Lookout(Generic[K, T]):
    """Looks at places on disks, and waits a moment, not longer, for one that does not answer, as a drive that is gone.

    The system lets a look at such a drive wait for minutes, and none can be left: a thread of its own goes on with
    each. As long as one does, its place is not looked at, nor waited for, again.
    """

    def __init__(self, look: Callable[[K], T]) -> None:
        self._look = look
        self._late: dict[K, Thread] = {}

    def find(self, places: Iterable[K]) -> dict[K, T]:
        """Return what is found at each place of which that is known in a moment."""
        found: dict[K, T] = {}
        self._late = {place: looking for place, looking in self._late.items() if looking.is_alive()}
        begun = {place: self._begin(place, found) for place in places if place not in self._late}
        until = time.monotonic() + _A_MOMENT
        for looking in begun.values():
            looking.join(max(0, until - time.monotonic()))
        self._late |= begun
        return found.copy()  # a late one may yet add to it

    def _begin(self, place: K, found: dict[K, T]) -> Thread:
        looking = Thread(target=lambda: found.update({place: self._look(place)}), daemon=True)
        looking.start()
        return looking


class _Pipe(io.FileIO):
    """A pipe that another program writes to; a `TimeoutError` where nothing comes of it, or no end in time."""

    def __init__(self, handle: int) -> None:
        super().__init__(handle)
        self._until = time.monotonic() + _WHOLE

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        left = self._until - time.monotonic()
        if left < 0 or not select.select([self], [], [], min(left, _PATIENCE))[0]:
            raise TimeoutError
        return super().readinto(buffer)


def open_given(path: Path) -> BinaryIO:
    """Open what the user named, to be read from its beginning to its end; an `OSError` where it can't be.

    It is an ordinary file, or the end of a pipe, as shells give it for `<(pdftotext a.pdf -)`. No device is read.
    """
    if sys.platform == "win32" or not path.is_fifo():
        return open_ordinary(path)
    return io.BufferedReader(_Pipe(open_at_once(path)))


def read_file(path: Path, most: int, too_large: str) -> bytes:
    """Return the bytes of a file, `most` at the most; a `UserError` says why they can't be had.

    `too_large` is the code of what is said of a larger one.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise UserError(ErrorCode.FOLDER, message("error.folder"), path=name)
        with open_given(path) as file:
            size = os.fstat(file.fileno()).st_size
            if size > most:
                raise UserError(ErrorCode.TOO_LARGE, message(too_large, size=math.ceil(size / _MEBIBYTE)), path=name)
            data = file.read(size + 1) or b""  # not at once `most`: to make room for that takes longer
            if len(data) > size:
                data += file.read(most - size) or b""
    except NoOrdinaryFileError as error:
        raise UserError(ErrorCode.UNREADABLE, message("error.unreadable", reason=cause_of(error)), path=name) from error
    except (FileNotFoundError, ValueError) as error:  # a name that no system can have: a NUL, half a character
        raise UserError(ErrorCode.MISSING, message("error.no-file"), path=name) from error
    except PermissionError as error:
        raise UserError(ErrorCode.PERMISSION, message(_NOT_ALLOWED), path=name) from error
    except OSError as error:
        if getattr(error, "winerror", None) == _NO_NAME:
            raise UserError(ErrorCode.MISSING, message("error.no-file"), path=name) from error
        raise UserError(ErrorCode.UNREADABLE, message("error.unreadable", reason=cause_of(error)), path=name) from error
    if len(data) > most:
        raise UserError(ErrorCode.TOO_LARGE, message("error.no-end"), path=name)
    return data


def write_small(path: Path, text: str) -> None:
    """Write `text` as the whole of `path`, for its owner alone; a link of that name is replaced, never followed."""
    new = name_beside(path)
    try:
        with open(new, "x", encoding="utf-8", opener=make_own) as file:
            file.write(text)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def write_own(path: Path, text: str) -> None:
    """Write a small file of the program's own, in a folder that is its owner's alone, as the file is."""
    make_private(path.parent)
    write_small(path, text)


def name_beside(path: Path) -> Path:
    """Return a new name beside `path` for what is to take its place: it says of what, as far as a name has room."""
    return path.with_name(f".{path.name[:_RECOGNISED]}.{uuid4().hex}.part")


def explain_long_name(error: OSError, path: Path) -> None:
    """Raise a `UserError` where what went wrong is that a name is too long: its folder has no part in that."""
    if error.errno == errno.ENAMETOOLONG:
        raise UserError(ErrorCode.WRITE, message("error.name-too-long"), path=str(path)) from error


def check_name(path: PurePath, system: str = sys.platform) -> None:
    """Raise a `UserError` where `system` can have no file of that name: on Windows, CON.html is the terminal."""
    name = path.name
    stem = name.partition(".")[0].rstrip().upper()
    if system == "win32" and (stem in _DEVICES or name.endswith((".", " ")) or _SIGNS.intersection(name)):
        raise UserError(ErrorCode.WRITE, message("error.name-impossible"), path=str(path))


class Consent(Struct, frozen=True):
    """What a new file may take the place of: whatever is there, or one very file; else nothing.

    `file` are its device, its number there, its size, and when it was written. `told` is the code of what is said where
    there is something else.
    """

    file: tuple[int, int, int, int] | None = None
    whatever: bool = False
    told: str = "error.not-written-over"


WHATEVER, NOTHING = Consent(whatever=True), Consent()


def agreed_at(path: Path) -> Consent:
    """Return that what is at `path` now may go: whoever chose the name was asked about that, and nothing since."""
    return Consent(_mark(path))


def _mark(path: Path) -> tuple[int, int, int, int] | None:
    """Return by what an ordinary file is known, links followed; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def put_in_place(new: Path, path: Path, agreed: Consent = WHATEVER) -> None:
    """Give the file `new` the name `path`, in one step.

    A `UserError` where Windows holds what is there open, or nobody `agreed` that it goes. That a name is free the
    system itself sees to; the one file that was agreed on is looked at right before.
    """
    try:
        if agreed.whatever or (agreed.file is not None and _mark(path) == agreed.file):
            new.replace(path)
        else:
            _take_free_name(new, path)
    except FileExistsError as error:
        raise UserError(ErrorCode.WRITE, message(agreed.told), path=str(path)) from error
    except PermissionError as error:
        if getattr(error, "winerror", None) not in _HELD:
            raise
        raise UserError(ErrorCode.WRITE, message("error.open-elsewhere"), path=str(path)) from error


def _take_free_name(new: Path, path: Path) -> None:
    """Give the file `new` the name `path`; a `FileExistsError` where anything has that name, be it for a moment."""
    if sys.platform == "win32":
        new.rename(path)  # elsewhere that would replace what is there
        return
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that gives a file one name only: there the name is taken first
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        new.replace(path)
    else:
        new.unlink()
