"""Projects: opening, keeping untitled work, saving under a name, and what a crash left behind."""

import uuid
from collections.abc import Iterable
from pathlib import Path

from crossquote.articles.plain import read_bytes
from crossquote.errors import UserError
from crossquote.export.write import write_text
from crossquote.model.state import State
from crossquote.paths import data_folder, settings_folder
from crossquote.project.store import Project
from crossquote.translation.engine import Translator
from crossquote.work.session import Session

SUFFIX = ".crossquote"
MAX_RECENT = 12


def open_project(path: Path, translator: Translator | None = None) -> Session:
    """Open the project at `path`; a `UserError` says why it can't be."""
    session = Session(translator=translator, project=Project(path))
    remember(path)
    return session


def new_untitled(translator: Translator | None = None) -> Session:
    """Begin work that has no name yet; it is kept in the program's own folder all the same."""
    folder = untitled_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return Session(translator=translator, project=Project(folder / f"{uuid.uuid4().hex}{SUFFIX}", new=True))


def untitled_folder() -> Path:
    """Return where work without a name is kept."""
    return data_folder() / "untitled"


def is_untitled(session: Session) -> bool:
    """Tell whether the session's project has no name yet."""
    return session.project is not None and session.project.path.parent == untitled_folder()


def recoverable() -> tuple[Path, ...]:
    """Return untitled projects that an earlier run left behind, newest first."""
    found = [path for path in untitled_folder().glob(f"*{SUFFIX}") if path.stat().st_size > 0]
    return tuple(sorted(found, key=lambda path: path.stat().st_mtime, reverse=True))


def save_as(session: Session, path: Path, *, remembered: bool = True) -> None:
    """Save the project as `path` and go on working there; untitled work leaves the program's own folder.

    `remembered` is False where it is not to stand among the recent ones.
    """
    if session.project is None:
        _save_new(session, path)
    else:
        before = session.project
        before.save_copy(path)
        session.project = Project(path)
        untitled = before.path.parent == untitled_folder()
        before.close()
        if untitled:
            before.path.unlink(missing_ok=True)
    if remembered:
        remember(path)


def _save_new(session: Session, path: Path) -> None:
    """Make a project of a session that had none."""
    temporary = path.with_name(f".{path.name}.part")
    temporary.unlink(missing_ok=True)
    made = Project(temporary, new=True)
    try:
        keep_originals(made, session.state)
        made.record("Add articles", State(), session.state)
    finally:
        made.close()
    temporary.replace(path)
    session.project = Project(path)


def keep_originals(project: Project, state: State) -> None:
    """Keep the bytes of the files that articles were read from, as far as they are still there."""
    for article in state.articles.values():
        if article.path and project.original(article.sha256) is None:
            try:
                project.keep_original(article.sha256, read_bytes(Path(article.path)))
            except UserError:
                continue


def discard(session: Session) -> None:
    """Close the project; untitled work that holds nothing, or that the user does not want, is removed."""
    if session.project is not None:
        untitled, path = is_untitled(session), session.project.path
        session.project.close()
        session.project = None
        if untitled:
            path.unlink(missing_ok=True)


def recent() -> tuple[Path, ...]:
    """Return the projects opened last that are still there, latest first."""
    try:
        lines = _recent_path().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(path for path in map(Path, lines[:MAX_RECENT]) if path.is_file())


def remember(path: Path) -> None:
    """Put a project first among the recent ones."""
    whole = path.absolute()
    _write_recent([whole, *(known for known in recent() if known != whole)][:MAX_RECENT])


def _write_recent(paths: Iterable[Path]) -> None:
    _recent_path().parent.mkdir(parents=True, exist_ok=True)
    write_text(_recent_path(), "".join(f"{path}\n" for path in paths))


def _recent_path() -> Path:
    return settings_folder() / "recent.txt"
