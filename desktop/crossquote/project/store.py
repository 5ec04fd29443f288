"""The open project: its file, its lock and its journal, written to by one thread alone."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from crossquote.errors import ErrorCode, UserError
from crossquote.model.state import State
from crossquote.project import file, journal
from crossquote.project.codec import differences, read_state
from crossquote.project.journal import StepName
from crossquote.project.lock import ProjectLock, current_user

T = TypeVar("T")


class Project:
    """A project that is open: every step that `record` returned from is on the disk.

    All writing goes through one thread and one connection, from whatever thread it is asked for.
    """

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self.path = path
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="project")
        self._resources = ExitStack()
        self._resources.callback(self._writer.shutdown)
        try:
            self._resources.enter_context(ProjectLock(path))
            self._connection = self._run(lambda: file.create(path) if new else file.open_existing(path))
            self._resources.callback(lambda: self._run(lambda: file.close(self._connection)))
        except BaseException:
            self._resources.close()
            raise

    def close(self) -> None:
        """Close the file, which is one file again, and let go of the lock."""
        self._resources.close()

    def state(self) -> State:
        """Return the state that the file holds."""
        return self._run(self._read)

    def record(self, name: str, before: State, after: State) -> None:
        """Keep the step `name`, which led from one state to the next; it is on the disk when this returns."""
        changes = differences(before, after)
        if changes:
            self._run(lambda: journal.record(self._connection, name, current_user(), changes))

    def join(self, before: State, after: State) -> None:
        """Keep what followed as a further part of the last step."""
        changes = differences(before, after)
        if changes:
            self._run(lambda: journal.join(self._connection, changes))

    def undo(self) -> tuple[StepName | None, State]:
        """Take back the last step; return its name (None where there is none) and the state it leaves."""
        return self._run(lambda: (journal.undo(self._connection), self._read()))

    def redo(self) -> tuple[StepName | None, State]:
        """Do the step again that was taken back last; return its name and the state it leaves."""
        return self._run(lambda: (journal.redo(self._connection), self._read()))

    def next_steps(self) -> tuple[StepName | None, StepName | None]:
        """Return the steps that undo and redo would act on, for the menu."""
        return self._run(lambda: (journal.last(self._connection), journal.next_undone(self._connection)))

    def steps(self) -> tuple[StepName, ...]:
        """Return every step, oldest first: who did what when."""
        return self._run(lambda: journal.steps(self._connection))

    def steps_about(self, kinds: Sequence[str], ids: Sequence[str]) -> tuple[StepName, ...]:
        """Return the steps that changed a record of one of `kinds` that belongs to one of `ids`."""
        return self._run(lambda: journal.steps_about(self._connection, kinds, ids))

    def keep_original(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of a file that an article was read from."""
        self._run(
            lambda: self._connection.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", (sha256, data)).close()
        )

    def original(self, sha256: str) -> bytes | None:
        """Return the bytes of a file that an article was read from."""
        row = self._run(
            lambda: self._connection.execute("SELECT bytes FROM originals WHERE sha256 = ?", (sha256,)).fetchone()
        )
        return None if row is None else bytes(row[0])

    def save_copy(self, path: Path) -> None:
        """Write a whole copy of the project to `path`, replacing what is there only when the copy is complete.

        Refused for the project itself, for one that is open elsewhere, and for a file that is no project.
        """
        if path.resolve() == self.path.resolve():
            raise UserError(
                ErrorCode.WRITE, "this is the project itself", advice="Choose another name.", path=str(path)
            )
        temporary = path.with_name(f".{path.name}.part")
        with ProjectLock(path), file.naming(path):
            _check_replaceable(path)
            try:
                temporary.unlink(missing_ok=True)
                self._run(lambda: self._connection.execute("VACUUM INTO ?", (str(temporary),)).close(), path)
                _put_in_place(temporary, path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise

    def _read(self) -> State:
        return read_state(self._connection.execute("SELECT kind, id, value FROM records"))

    def _run(self, action: Callable[[], T], path: Path | None = None) -> T:
        def named() -> T:
            with file.naming(path or self.path):
                return action()

        return self._writer.submit(named).result()


def _check_replaceable(path: Path) -> None:
    if path.exists() and path.stat().st_size and not is_project(path):
        raise UserError(
            ErrorCode.WRITE,
            "there is a file of that name, and it is no project",
            advice="Choose another.",
            path=str(path),
        )


def _put_in_place(copy: Path, path: Path) -> None:
    """Let `copy` take the place of what is at `path`; it is on the disk before."""
    with copy.open("rb+") as written:
        os.fsync(written.fileno())
    file.remove_log(path)
    copy.replace(path)


def is_open(path: Path) -> bool:
    """Tell whether a project is open, here or in another run of the program."""
    try:
        with ProjectLock(path):
            return False
    except UserError:
        return True


def is_project(path: Path) -> bool:
    """Tell whether a file is a Crossquote project, by its first bytes."""
    try:
        with path.open("rb") as opened:
            head = opened.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:72] == file.APPLICATION.to_bytes(4, "big")
