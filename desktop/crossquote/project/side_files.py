"""What lies beside a project: SQLite's own side files, and ours. All of it may be a stranger's, until it is looked at.

SQLite believes in what it finds beside a database. A rollback journal may name any file, which is deleted when the
journal has been played back, or cut the database short; a log gives the database other pages; a link leads what is
written astray. So whatever can't have been left by this program is set aside before anything connects.
"""

import os
import stat
import struct
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.files import real_path
from crossquote.message import message
from crossquote.notation import open_ordinary
from crossquote.paths import is_plain

_ENDINGS = ("-journal", "-wal", "-shm")
_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""The first bytes of a rollback journal, and the last of one that names another file."""
_VERSIONS = slice(18, 20)
"""Where the first page says how the database is written: (1, 1) with a journal, (2, 2) with a log."""
_HEAD, _LOGGED, _ROLLED_BACK = 100, b"\2\2", b"\1\1"
_CHANGING = (*range(18, 20), *range(24, 28), *range(92, 100))
"""The bytes of the first page that change where only the way of writing does: the versions, two counters, a stamp."""
_MOST_NOTE = 4096


class _Journal(Struct, frozen=True):
    """The head of a rollback journal (https://www.sqlite.org/fileformat.html): what it says of the database."""

    records: int
    pages: int
    sector: int
    page: int


def set_foreign_aside(path: Path) -> tuple[Path, ...]:
    """Set aside what lies beside the project at `path` and can't have been left there by this program.

    Return where it is now; a `UserError` where it can't be moved. A link to a project stands for the project itself.
    """
    path = real_path(path)
    foreign = (side for side in (path.with_name(path.name + ending) for ending in _ENDINGS) if _is_foreign(side, path))
    return tuple(set_aside(side, path) for side in foreign)


@contextmanager
def logs_taken_away(path: Path) -> Iterator[tuple[Path, ...]]:
    """Take away what lies beside `path` while a copy takes its place, which it must never meet.

    What the project there had left goes then; where nothing takes its place it is put back: its last steps may be in
    its log alone. What is of no project there is somebody's, and stays aside: that is yielded.
    """
    there = not path.is_symlink() and bool(first_bytes(path))
    ours: list[Path] = []
    somebodys: list[Path] = []
    with ExitStack() as failed:
        for side in (path.with_name(path.name + ending) for ending in _ENDINGS):
            if os.path.lexists(side):
                foreign = _is_foreign(side, path) or (not there and side.lstat().st_size > 0)
                aside = set_aside(side, path)
                failed.callback(aside.rename, side)  # also where the next one can't be moved
                (somebodys if foreign else ours).append(aside)
        yield tuple(somebodys)
        failed.pop_all()
    for aside in ours:
        aside.unlink()


def set_aside_unless(path: Path, is_ours: Callable[[str], bool]) -> tuple[Path, ...]:
    """Set aside what has the name of a small file of ours and is none; return where it is now.

    It is one where it is an ordinary file with no other name, that is empty or says what `is_ours`.
    """
    if not os.path.lexists(path) or (is_plain(path) and says_ours(path, is_ours)):
        return ()
    return (set_aside(path, path),)


def says_ours(path: Path, is_ours: Callable[[str], bool]) -> bool:
    """Tell whether a file is empty, as one of ours that was only begun, or says what `is_ours`."""
    try:
        return not path.lstat().st_size or is_ours(read_note(path))  # Windows lets nobody read one that is locked
    except OSError:
        return False


def read_note(path: Path) -> str:
    """Return what a small file of ours says; an OSError where it is none: a link, a pipe, a large one."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileNotFoundError(path)
        data = file.read(_MOST_NOTE + 1) or b""
    if len(data) > _MOST_NOTE:
        raise FileNotFoundError(path)
    return data.decode("utf-8", "replace")


def make_empty(path: Path) -> None:
    """Make an empty file that its owner alone may read; an OSError where anything has that name, be it a link."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(path, flags, 0o600))


def first_bytes(path: Path) -> bytes:
    """Return how a database begins: how it is written, and how often it was; nothing where it can't be read."""
    try:
        with open_ordinary(path) as file:
            return file.read(_HEAD) or b""
    except OSError:
        return b""


def was_left_elsewhere(path: Path) -> bool:
    """Tell whether a project is open, or was not closed, by another name of the same file: its log lies beside that.

    By this name its last steps would not be there, and what is done now would be lost to them.
    """
    path = real_path(path)
    beside = (path.with_name(f"{path.name}-wal"), path.with_name(f".{path.name}.open"))
    others = path.stat().st_nlink > 1 and not any(map(os.path.lexists, beside))
    return others and first_bytes(path)[_VERSIONS] == _LOGGED


def put_counters_back(path: Path, before: bytes) -> None:
    """Make a closed database again what it was where nothing of it was changed but its counters.

    To write to it a log is begun, and that alone is counted; the log is gone when it is closed.
    """
    with suppress(OSError), open(path, "rb+", opener=_at_once) as file:  # what is written into is what was read
        now = file.read(_HEAD)
        if now != before and before[_VERSIONS] == now[_VERSIONS] == _ROLLED_BACK and _differs_little(now, before):
            file.seek(0)
            file.write(before)


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_foreign(side: Path, path: Path) -> bool:
    if not os.path.lexists(side):
        return False
    if not is_plain(side):
        return True
    if side.name.endswith("-journal"):
        return not _is_ours(side, path)
    return side.name.endswith("-wal") and side.stat().st_size > 0 and first_bytes(path)[_VERSIONS] != _LOGGED


def _is_ours(journal: Path, path: Path) -> bool:
    """Tell whether a journal does no more than take back the change from journal to log, or the other way.

    Nothing else was ever written with a journal here, and by now only what is new is: it gives back the first page, and
    of that only its counters. One that begins with a zero gives back nothing, yet SQLite writes its own into that very
    file without cutting it: where that fails, it reads what stands at the end, and deletes what is named there.
    """
    data = _beginning(journal)
    if journal.stat().st_size != len(data):
        return False
    if not data or data[0] == 0:
        return not (_MAGIC in data or data.endswith(_MAGIC[-1:]))  # SQLite may yet write the beginning of one
    head = _head(data)
    if head is None or data.endswith(_MAGIC):
        return False
    if not path.is_file() or path.stat().st_size != head.pages * head.page:
        return False
    with path.open("rb") as file:
        first = file.read(head.page)
    return all(number == 1 and _differs_little(page, first) for number, page in _pages(data, head))


def _beginning(journal: Path) -> bytes:
    """Return the bytes of a journal, as far as one of ours could reach: a head and one page, of at most 64 KB each."""
    with journal.open("rb") as file:
        return file.read(3 * 65536)


def _head(data: bytes) -> _Journal | None:
    if len(data) < 28 or data[:8] != _MAGIC:
        return None
    records, _, pages, sector, page = struct.unpack(">5I", data[8:28])
    sound = 512 <= page <= 65536 and 32 <= sector <= 65536
    return _Journal(records, pages, sector, page) if sound else None


def _pages(data: bytes, head: _Journal) -> Iterator[tuple[int, bytes]]:
    """Yield what a journal would give back: the number of each page, and the page."""
    size = head.page + 8
    for at in range(head.sector, len(data) - size + 1, size):
        yield struct.unpack(">I", data[at : at + 4])[0], data[at + 4 : at + 4 + head.page]


def _differs_little(page: bytes, first: bytes) -> bool:
    return len(page) == len(first) and all(
        one == other or place in _CHANGING for place, (one, other) in enumerate(zip(page, first, strict=True))
    )


def set_aside(side: Path, project: Path) -> Path:
    """Give what lies at `side` another name: itself, not what it leads to. A folder is somebody's, and stays.

    The name is taken first: two that do so at once must not put one thing over the other.
    """
    try:
        if stat.S_ISDIR(side.lstat().st_mode):
            raise IsADirectoryError(side)
        free = _taken_name(side)
        try:
            return side.replace(free)
        except OSError:
            free.unlink()
            raise
    except OSError as error:
        raise UserError(ErrorCode.PROJECT, message("error.side-file", file=side.name), path=str(project)) from error


def _taken_name(side: Path) -> Path:
    """Return a name beside `side` under which there is now an empty file, and was nothing."""
    for number in count():
        free = side.with_name(f"{side.name}.set-aside{number or ''}")
        with suppress(FileExistsError):
            make_empty(free)
            break
    return free
