"""The lock on a project: who has it open, since when."""

import json
import os
import platform
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout
from msgspec import Struct

from crossquote.account import current_user
from crossquote.causes import cause_of
from crossquote.errors import ErrorCode, UserError
from crossquote.files import explain_long_name, real_path, write_small
from crossquote.message import Message, message
from crossquote.notation import parse_json
from crossquote.project.side_files import read_note, says_ours, set_aside_unless

_MARKER = re.compile(r"[0-9]+\n[^\n]+\n([0-9]+\n)?")


class Holder(Struct, frozen=True):
    """Who has a project open: user, machine and since when (ISO 8601, UTC)."""

    user: str
    machine: str
    since: str


class ProjectLock:
    """A lock beside a project file, held from entering to leaving; the system lets go of it when the program dies.

    Links lead to the same lock as the file that they stand for. `left_by` is who had the project open when the program
    died, None where it was closed as it should be; without `tell` it stays known, and nobody is told who has it now.
    `set_aside` are files that had the names of ours and were none, where they are now.
    """

    def __init__(self, path: Path, *, tell: bool = True) -> None:
        self._tell = tell
        self._path = path
        path = real_path(path)
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0, mode=0o600)
        self._note = path.with_name(f".{path.name}.open")
        self.left_by: Holder | None = None
        self.set_aside: tuple[Path, ...] = ()

    def __enter__(self) -> Self:
        self._acquire()
        self.left_by = self.holder()
        if self._tell:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            note = {"user": current_user(), "machine": platform.node(), "since": now, "process": os.getpid()}
            with suppress(OSError, UserError):  # who has it open is told for politeness; the lock holds without
                self.set_aside += set_aside_unless(self._note, _is_note)
                write_small(self._note, json.dumps(note))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._tell or self.left_by is None:
            self._tidy()
        self._lock.release()

    def _acquire(self) -> None:
        try:
            with suppress(FileNotFoundError):  # SQLite's own names are longer than ours: is there room for them?
                self._path.with_name(f"{self._path.name}-journal").lstat()
            self.set_aside += set_aside_unless(Path(self._lock.lock_file), _is_lock)
            self._lock.acquire()
        except Timeout as error:
            raise UserError(
                ErrorCode.IN_USE, message("error.project-open", holder=self._told_holder()), path=str(self._path)
            ) from error
        except OSError as error:
            explain_long_name(error, self._path)
            raise UserError(
                ErrorCode.READ_ONLY,
                message("error.folder-read-only", reason=cause_of(error)),
                path=str(self._path),
            ) from error

    def _told_holder(self) -> Message:
        holder = self.holder()
        if holder is None:
            return message("project.held-by-somebody")
        since = holder.since.replace("T", " ")[:16]
        return message("project.held", user=holder.user, machine=holder.machine, since=since)

    def is_free(self) -> bool:
        """Tell whether the lock could be had; what was noted beside the project stays as it is."""
        try:
            self._acquire()
        except UserError:
            return False
        self._lock.release()
        return True

    def _tidy(self) -> None:
        """Remove both files while the lock is held: afterwards they could be another's."""
        if says_ours(self._note, _is_note):
            with suppress(OSError):
                self._note.unlink()
        with suppress(OSError):  # Windows keeps an open file; an empty lock file does no harm
            Path(self._lock.lock_file).unlink()

    def holder(self) -> Holder | None:
        """Return who has the project open, None where that is not known."""
        try:
            return _holder(read_note(self._note))
        except OSError:
            return None


def _holder(said: str) -> Holder | None:
    """Return whom a note names, None where it is none."""
    try:
        note = parse_json(said)
        since = datetime.fromisoformat(note["since"]).isoformat(timespec="seconds")
        return Holder(str(note["user"]), str(note["machine"]), since)
    except (ValueError, KeyError, TypeError):
        return None


def _is_note(said: str) -> bool:
    return _holder(said) is not None


def _is_lock(said: str) -> bool:
    """Tell whether this is what stands in a lock on a disk that knows none: a process, its machine, since when."""
    return bool(_MARKER.fullmatch(said))
