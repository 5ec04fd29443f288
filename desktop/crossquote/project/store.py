"""The open project: its file, its lock and its journal, written to by one thread alone."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.files import WHATEVER, Consent, check_name, database_name, name_beside, put_in_place, real_path
from crossquote.message import Message, message
from crossquote.model.state import State
from crossquote.model.step import StepName
from crossquote.project import file, journal, kept_index, records
from crossquote.project.codec import as_written, differences
from crossquote.project.journal import Turned
from crossquote.project.ledger import Ledger
from crossquote.project.lock import ProjectLock
from crossquote.project.place import Place
from crossquote.project.seal import make_key, own_key
from crossquote.project.side_files import logs_taken_away, make_empty, set_foreign_aside

T = TypeVar("T")
_COUNTS = """
    SELECT (SELECT count(*) FROM records WHERE kind = 'articles'), (SELECT count(*) FROM steps),
        (SELECT count(*) FROM {derived} WHERE kind = 'quotes')
"""
_OUTLETS = """
    SELECT substr(CAST(json_extract(value, '$.outlet') AS TEXT), 1, 80) FROM records
    WHERE kind = 'articles' AND json_valid(value) LIMIT ?
"""
_APART = 3
"""Since this version what is derived stands apart."""
_NAMED = 4
"""Of so many articles it is told whose they are."""


class Size(Struct, frozen=True):
    """How many bytes a project takes, and how many of them are for taking steps back."""

    whole: int
    steps: int


class Contents(Struct, frozen=True):
    """How many articles, steps and quotes a project holds; steps that were taken back count.

    `outlets` are those of its first articles, as far as they can be read.
    """

    articles: int
    steps: int
    quotes: int
    outlets: tuple[str, ...]


class Project:
    """A project that is open: every step that `record` returned from is on the disk.

    All that touches the file goes through one thread and one connection, from whatever thread it is asked for. What a
    window shows all the time (the state, `next_steps`) is in memory, and never waits for a long write. `left_by` is who
    had the project open when the program died, `upgrade` what bringing the file up to date did; each None as a rule.
    `set_aside` are files that lay beside it and were not its own, where they are now.
    """

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self.path = path
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="project")
        self._resources = ExitStack()
        self._ledger = Ledger()
        self._resources.callback(self._writer.shutdown)
        try:
            if not new:
                file.check_head(path)  # before anything is put beside it, or moved
            lock = self._resources.enter_context(ProjectLock(path))
            self.left_by, self.set_aside = lock.left_by, lock.set_aside + set_foreign_aside(path)
            places = self._resources.enter_context(
                ExitStack()
            )  # left last: closing a file lets go of SQLite's locks on it
            self._connection, self.upgrade = self._run(lambda: _open(path, new=new))
            self._resources.callback(lambda: self._run(lambda: file.close(self._connection)))
            with file.naming(path):
                self._place = places.enter_context(Place(path))
            self.next_steps = self._look(_next_steps)
        except BaseException:
            self._resources.close()
            raise

    def close(self) -> None:
        """Close the file, which is one file again, and let go of the lock."""
        self._resources.close()

    def state(self) -> State:
        """Return the state that the file holds.

        What leads nowhere in work that was stopped goes out of the file too: gone on with, that would be damage.
        """
        made = self._look(lambda connection: records.read(connection, self._ledger))
        if made.held is not made.state:
            self.keep(made.held, made.state)
        return made.state

    def record(self, name: Message, before: State, after: State, who: str = "") -> State:
        """Keep the step `name`, which led from one state to the next; it is on the disk when this returns.

        `who` took it, as far as that is to be told.
        Return the state that the file gives back: it can't hold every character that memory can.
        """
        changes = differences(before, after)
        if changes:
            self._write(lambda connection: journal.record(connection, self._ledger, name, who, changes))
        return as_written(after, changes)

    def join(self, before: State, after: State) -> State:
        """Keep what followed as a further part of the last step; return the state that the file gives back."""
        changes = differences(before, after)
        if changes:
            self._write(lambda connection: journal.join(connection, self._ledger, changes))
        return as_written(after, changes)

    def keep(self, before: State, after: State) -> None:
        """Keep what came of no step of the user's, such as translations that were remembered."""
        changes = differences(before, after)
        if changes:
            self._write(lambda connection: journal.keep(connection, self._ledger, changes))

    def undo(self) -> Turned | None:
        """Take back the last step; return it with what that changed, None where there is none."""
        return self._write(lambda connection: journal.undo(connection, self._ledger))

    def redo(self) -> Turned | None:
        """Do the step again that was taken back last; return it with what that changed, None where there is none."""
        return self._write(lambda connection: journal.redo(connection, self._ledger))

    def steps(self) -> tuple[StepName, ...]:
        """Return every step, oldest first: who did what when."""
        return self._look(journal.steps)

    def steps_about(self, kinds: Sequence[str], ids: Sequence[str]) -> tuple[StepName, ...]:
        """Return the steps that changed a decision of one of `kinds` that belongs to one of `ids`."""
        return self._look(lambda connection: journal.steps_about(connection, kinds, ids))

    def keep_original(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of a file that an article was read from."""
        self._write(
            lambda connection: connection.execute(
                "INSERT OR IGNORE INTO originals VALUES (?, ?)", (sha256, data)
            ).close()
        )

    def original(self, sha256: str) -> bytes | None:
        """Return the bytes of a file that an article was read from."""
        row = self._look(
            lambda connection: connection.execute("SELECT bytes FROM originals WHERE sha256 = ?", (sha256,)).fetchone()
        )
        return None if row is None else bytes(row[0])

    def keep_index(self, about: bytes, data: bytes) -> None:
        """Keep what grouping goes on from, made of what the file holds by the program that `about` tells.

        It is part of no step, and where it can't be kept nothing is lost.
        """
        key = make_key()
        if key is not None:
            self._write(lambda connection: kept_index.put(connection, key, about, self._digest(connection), data))

    def kept_index(self, about: bytes) -> bytes | None:
        """Return what was kept by `keep_index`; None where that was not here, not now, or not by this program."""
        key = own_key()
        if key is None:
            return None
        return self._look(lambda connection: kept_index.find(connection, key, about, lambda: self._digest(connection)))

    def _digest(self, connection: sqlite3.Connection) -> bytes:
        """Return what the records come to, as they were read where nothing else is written since."""
        if self._ledger.digest is None:
            self._ledger.digest = records.digest(connection)
        return self._ledger.digest

    def size(self) -> Size:
        """Return how large the file is, and what of that is for taking steps back."""
        return self._look(lambda connection: Size(file.size(connection), journal.size(connection)))

    def compact(self, *, forget_steps: bool = False) -> None:
        """Make the file as small as it can be; `forget_steps` drops how to take steps back, and keeps their log."""
        if forget_steps:
            self._write(journal.forget_changes)
        self._write(kept_index.drop)
        self._write(file.compact)

    @property
    def closed(self) -> bool:
        """Whether it was closed: all of it is in its file, and nothing more comes there."""
        return self._place.closed

    def is_there(self) -> bool:
        """Tell whether the file is still where it was opened: it can be moved, replaced, or its drive be gone."""
        return self._place.holds()

    def save_copy(self, path: Path, agreed: Consent = WHATEVER, *, with_index: bool = True) -> tuple[Path, ...]:
        """Write a whole copy of the project to `path`, replacing what is there only when the copy is complete.

        Nothing but what was `agreed` on is replaced.
        What `keep_index` kept is of use here alone: a copy that goes to others can do without.
        Refused for the project itself, for one that is open elsewhere, and for a file that is no project. Return what
        lay beside `path`, was of no project, and was set aside.
        """
        if real_path(path) == real_path(self.path):
            raise UserError(ErrorCode.WRITE, message("error.saved-onto-itself"), path=str(path))
        check_name(path)
        temporary = name_beside(path)
        with ProjectLock(path) as lock, file.naming(path):
            _check_replaceable(path)
            try:
                make_empty(temporary)
                self._run(lambda: self._connection.execute("VACUUM INTO ?", (database_name(temporary),)).close(), path)
                if not with_index:
                    _drop_index(temporary)
                return lock.set_aside + _put_in_place(temporary, path, agreed)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise

    def _write(self, action: Callable[[sqlite3.Connection], T]) -> T:
        def checked(connection: sqlite3.Connection) -> T:
            if not self._place.holds():
                raise UserError(ErrorCode.GONE, message("error.project-gone"), path=str(self.path))
            result = action(connection)
            self.next_steps = _next_steps(connection)
            return result

        return self._look(checked)

    def _look(self, action: Callable[[sqlite3.Connection], T]) -> T:
        return self._run(lambda: action(self._connection))

    def _run(self, action: Callable[[], T], path: Path | None = None) -> T:
        def named() -> T:
            with file.naming(path or self.path):
                return action()

        return self._writer.submit(named).result()


def _next_steps(connection: sqlite3.Connection) -> tuple[StepName | None, StepName | None]:
    """Return the steps that undo and redo would act on, for the menu."""
    return journal.last(connection), journal.next_undone(connection)


def _open(path: Path, *, new: bool) -> tuple[sqlite3.Connection, file.Upgrade | None]:
    return (file.create(path), None) if new else file.open_existing(path)


def _check_replaceable(path: Path) -> None:
    if path.exists() and (not path.is_file() or (path.stat().st_size and not is_project(path))):
        raise UserError(ErrorCode.WRITE, message("error.name-taken-by-other"), path=str(path))


def _put_in_place(copy: Path, path: Path, agreed: Consent) -> tuple[Path, ...]:
    """Let `copy` take the place of what is at `path`; it is on the disk before. Return what was set aside for that."""
    with copy.open("rb+") as written:
        os.fsync(written.fileno())
    with logs_taken_away(path) as set_aside:
        put_in_place(copy, path, agreed)
    return set_aside


def _drop_index(path: Path) -> None:
    """Take what is kept of grouping out of a copy, which is thrown away where that fails."""
    with closing(sqlite3.connect(database_name(path), isolation_level=None)) as connection:
        file.without_journal(connection)
        kept_index.drop(connection)
        connection.execute("VACUUM")


def is_open(path: Path) -> bool:
    """Tell whether a project is open, here or in another run of the program."""
    return not ProjectLock(path).is_free()


def was_left_open(path: Path) -> bool:
    """Tell whether a project was open when the program died, and has not been opened since."""
    lock = ProjectLock(path)
    return lock.holder() is not None and lock.is_free()


def look_into(path: Path) -> Contents | None:
    """Return what a project holds that is not open, None where it is open or can't be read.

    Of the file only its shape is checked: a large one would take its time.
    """
    try:
        file.check_head(path)  # before its lock, which lies beside what a link leads to
        with ProjectLock(path, tell=False), file.naming(path), closing(file.connect(path)) as connection:
            apart = file.check_shape(connection, path) >= _APART
            counting = _COUNTS.format(derived="derived" if apart else "records")
            articles, steps, quotes = connection.execute(counting).fetchone()
            return Contents(articles, steps, quotes, _outlets(connection))
    except UserError:
        return None


def _outlets(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return whose the first articles are; of what is damaged, nothing."""
    try:
        found = connection.execute(_OUTLETS, (_NAMED,)).fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return ()
    return tuple(dict.fromkeys(outlet for (outlet,) in found if outlet))


def remove_closed(path: Path) -> None:
    """Remove a project that is not open, with all that stands beside it."""
    with ProjectLock(path):
        file.remove(path)


def is_project(path: Path) -> bool:
    """Tell whether a file is a Crossquote project, by its first bytes; a pipe, which would be waited for, is none."""
    try:
        file.check_head(path)
    except UserError:
        return False
    return True
