"""Projects: opening, keeping untitled work, saving under a name, and what a crash left behind."""

import re
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.files import WHATEVER, Consent, check_name, look_soon, name_beside, real_path
from crossquote.message import message
from crossquote.model.state import State
from crossquote.paths import data_folder, make_private
from crossquote.progress import finish
from crossquote.project import file
from crossquote.project.file import remove
from crossquote.project.store import Project, Size, look_into, remove_closed, was_left_open
from crossquote.translation.engine import Translator
from crossquote.work.recent import remember
from crossquote.work.reviewer import reviewer
from crossquote.work.session import Session
from crossquote.work.stages.original_files import keep_originals

SUFFIX = ".crossquote"
_LATEST = 32_503_680_000
"""Seconds from 1970 to the year 3000, the last that every system can tell the day of."""
_NAMELESS = re.compile(r"[0-9a-f]{32}")
_SETTINGS = frozenset({"did.read-in", "did.choose-checks", "did.turn-off", "did.turn-on"})
"""Steps that say how to read, and hold nothing of what is read."""
COPY_HELPS = frozenset({ErrorCode.IN_USE, ErrorCode.READ_ONLY})
"""The reasons why a project can't be opened for which a copy of it can."""


def is_named_so(path: Path) -> bool:
    """Tell whether a file is a project by its name, in whatever capitals: Windows makes no difference."""
    return path.suffix.lower() == SUFFIX


def open_project(path: Path, translator: Translator | None = None) -> Session:
    """Open the project at `path`; a `UserError` says why it can't be."""
    session = _open(path, translator)
    remember(path)
    return session


def _open(path: Path, translator: Translator | None = None, *, new: bool = False) -> Session:
    """Return a session of the project at `path`; where it can't be read it is closed again, as it was before."""
    with ExitStack() as opened:
        project = opened.enter_context(closing(Project(path, new=new)))
        session = Session(translator=translator, project=project)
        opened.pop_all()
    return session


def open_copy(path: Path, translator: Translator | None = None) -> Session:
    """Open what the project at `path` holds as work without a name; it may be open elsewhere, or not to be written."""
    copy = _free_untitled()
    try:
        file.copy(path, copy)
        return _open(copy, translator)
    except BaseException:
        remove(copy)
        raise


@contextmanager
def read_project(path: Path) -> Iterator[Session]:
    """Open the project at `path` to read what it holds: itself, or a copy where it is open or not to be written."""
    try:
        session, copied = _open(path), False
    except UserError as error:
        if error.code not in COPY_HELPS:
            raise
        session, copied = open_copy(path), True
    try:
        yield session
    finally:
        if copied:
            discard(session)
        elif session.project is not None:
            session.project.close()


def new_untitled(translator: Translator | None = None) -> Session:
    """Begin work that has no name yet; it is kept in the program's own folder all the same."""
    _sweep()
    return _open(_free_untitled(), translator, new=True)


def _sweep() -> None:
    """Remove what earlier runs left that holds nothing, not even a step that could be done again."""
    for path in untitled_folder().glob(f"*{SUFFIX}"):
        contents = look_into(path)
        if contents is not None and not contents.steps:
            with suppress(UserError):  # another run of the program may have been faster
                remove_closed(path)


def _free_untitled() -> Path:
    folder = untitled_folder()
    make_private(folder)
    return folder / f"{uuid.uuid4().hex}{SUFFIX}"


def untitled_folder() -> Path:
    """Return where work without a name is kept."""
    return data_folder() / "untitled"


def is_untitled(session: Session) -> bool:
    """Tell whether the session's project has no name yet."""
    return session.project is not None and _is_nameless(session.project.path)


def _is_nameless(path: Path) -> bool:
    """Tell whether a name is one of ours: a project that the user gave a name is nobody else's, also in our folder."""
    return path.parent == untitled_folder() and _NAMELESS.fullmatch(path.stem) is not None


def holds_work(session: Session) -> bool:
    """Tell whether there is anything that the user would miss: articles, or a step by which they come back.

    All of them may have been taken out by mistake; rules, or a memory, may have been read before any came.
    """
    if session.state.articles or session.project is None:
        return bool(session.state.articles)
    return any(not step.undone and step.name.code not in _SETTINGS for step in session.project.steps())


def lies_nowhere(session: Session) -> bool:
    """Tell whether what is open is in no file, or in none that is where it was: it goes once it is closed.

    A drive that does not answer in a moment is as good as gone. One that was closed already has kept all.
    """
    project = session.project
    if not session.state.articles or (project is not None and project.closed):
        return False
    return project is None or not look_soon(project.is_there, otherwise=False)


def rescue(session: Session) -> None:
    """Keep what lies nowhere as work without a name, as far as there is room for that."""
    if lies_nowhere(session):
        with suppress(UserError, OSError):
            save_as(session, _free_untitled(), remembered=False)


class Left(Struct, frozen=True):
    """Work without a name that an earlier run left behind: where it is, and when it last changed (seconds since 1970).

    `articles` and `quotes` say how many it holds, `outlets` are those of the first few; `crashed` tells that the
    program died over it.
    """

    path: Path
    at: float
    articles: int
    quotes: int
    outlets: tuple[str, ...]
    crashed: bool


def recoverable() -> tuple[Left, ...]:
    """Return work without a name that an earlier run left behind, latest first; not what another has open."""
    looked = {path: look_into(path) for path in untitled_folder().glob(f"*{SUFFIX}")}
    found = [
        Left(path, _changed_at(path), contents.articles, contents.quotes, contents.outlets, was_left_open(path))
        for path, contents in looked.items()
        if contents and contents.articles
    ]
    return tuple(sorted(found, key=lambda left: left.at, reverse=True))


def discard_left(path: Path) -> None:
    """Remove work without a name that an earlier run left behind; a `UserError` says why it can't be."""
    if path.parent != untitled_folder():
        raise ValueError(path)
    remove_closed(path)


def _changed_at(path: Path) -> float:
    """Return when a file or its log was changed last, 0 where it is gone; disks know years that no calendar has."""
    try:
        log = path.with_name(f"{path.name}-wal")
        return min(max(path.stat().st_mtime, log.stat().st_mtime if log.exists() else 0), _LATEST)
    except OSError:
        return 0


def save_as(session: Session, path: Path, agreed: Consent = WHATEVER, *, remembered: bool = True) -> None:
    """Save the project as `path` and go on working there; untitled work leaves the program's own folder.

    A project that stands there is replaced where that was `agreed` on, unless it is open; any other file is refused.
    `remembered` is False where it is not to stand among the recent ones.
    """
    before = session.project
    try:
        if before is None:
            _save_new(session, path, agreed)
        elif real_path(before.path) != real_path(path):
            _save_copy(session, before, path, agreed)
            before.close()
            if _is_nameless(before.path):
                _remove_untitled(before)
    except UserError as error:
        raise _not_saved(error, path) from error
    if remembered:
        remember(path)


def _not_saved(error: UserError, path: Path) -> UserError:
    """Return why nothing was saved as `path`: no copy opened elsewhere helps there, as where a project is opened."""
    if error.code is not ErrorCode.READ_ONLY:
        return error
    told = message("error.report-not-written", reason=error.message.fact("reason"))
    return UserError(ErrorCode.WRITE, told, path=str(path))


def _save_copy(session: Session, before: Project, path: Path, agreed: Consent) -> None:
    """Go on in a copy; where the file is gone and gives nothing any more, in a project made of what is open."""
    try:
        aside = before.save_copy(path, agreed)
    except UserError as error:
        if error.code is not ErrorCode.GONE and before.is_there():
            raise
        _save_new(session, path, agreed)
    else:
        session.project = _reopened(path, aside)


def _save_new(session: Session, path: Path, agreed: Consent) -> None:
    """Make a project of a session that had none; what is wrong with the file that it is made in is told of `path`."""
    check_name(path)
    temporary = name_beside(path)
    try:
        aside = _made_beside(session, temporary, path, agreed)
    except UserError as error:
        if error.path != str(temporary):
            raise
        raise UserError(error.code, error.message, path=str(path)) from error
    session.project = _reopened(path, aside)


def _made_beside(session: Session, temporary: Path, path: Path, agreed: Consent) -> tuple[Path, ...]:
    """Write a session to `path` by a new project at `temporary`; return what was set aside for that."""
    made = Project(temporary, new=True)
    try:
        keep_originals(made, session.state.articles.values())
        made.record(message("did.save-open"), State(), session.state, reviewer())
        return made.save_copy(path, agreed)
    finally:
        made.close()
        remove(temporary)


def _reopened(path: Path, aside: tuple[Path, ...]) -> Project:
    """Return the project that was saved as `path`, which tells what was set aside for that, too."""
    project = Project(path)
    project.set_aside = aside + project.set_aside
    return project


def compact(session: Session, *, forget_steps: bool = False) -> tuple[Size, Size]:
    """Make the project's file as small as it can be; return its size before and after.

    With `forget_steps` the steps so far can no longer be taken back; who did what when stays.
    """
    if session.project is None:
        raise UserError(ErrorCode.PROJECT, message("error.no-file-of-its-own"))
    before = session.project.size()
    session.project.compact(forget_steps=forget_steps)
    return before, session.project.size()


def close(session: Session) -> None:
    """Close the project, with what the next edit would go on from: opened again, it is not worked out anew.

    The session has no file then.
    """
    if session.project is not None:
        from crossquote.work.stages.kept_basis import keep_basis  # noqa: PLC0415 - loads grouping

        if not session.project.closed:
            finish(keep_basis(session))
        project, session.project = session.project, None  # whatever still waits for its turn finds no file
        project.close()


def discard(session: Session) -> None:
    """Close the project; untitled work that holds nothing, or that the user does not want, is removed."""
    project = session.project
    if project is not None and is_untitled(session):
        session.project = None  # whatever still waits for its turn finds no file
        project.close()
        _remove_untitled(project)
    else:
        close(session)


def _remove_untitled(project: Project) -> None:
    """Remove a closed project that has no name, with the copy of what it was before it was brought up to date."""
    remove(project.path)
    if project.upgrade is not None:
        remove(project.upgrade.copy)
