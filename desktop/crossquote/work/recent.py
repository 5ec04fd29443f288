"""Recent projects: which were opened last, and whether each is where it was, as far as its disk answers in a moment."""

import os
from collections.abc import Iterable
from contextlib import suppress
from enum import Enum
from pathlib import Path

from msgspec import Struct

from crossquote.errors import UserError
from crossquote.export.write import write_own_text
from crossquote.files import Lookout, leads_to_file
from crossquote.notation import NotationError, read_text
from crossquote.paths import settings_folder
from crossquote.work.left_at import forget_places
from crossquote.work.own_files import set_unread_aside

MAX_RECENT = 12


class _Whereabouts(Enum):
    """What a look at the place of a project finds."""

    THERE = "there"
    AWAY = "away"
    GONE = "gone"


class RecentProject(Struct, frozen=True):
    """A project that was opened; it is not `there` where its drive is away. `changed` is when, as seconds of Unix."""

    path: Path
    there: bool = True
    changed: float = 0.0


class _Sighting(Struct, frozen=True):
    """What a look at a project's place finds, and when the file there was changed."""

    at: _Whereabouts
    changed: float = 0.0


_AWAY = _Sighting(_Whereabouts.AWAY)
ProjectPlaces = Lookout[Path, _Sighting]


def places() -> ProjectPlaces:
    """Return what looks at the places of projects: whoever lists them again and again waits once for a drive."""
    return Lookout(_look)


def recent(looking: ProjectPlaces | None = None) -> tuple[RecentProject, ...]:
    """Return the projects opened last, latest first, as far as they are there, or may be again."""
    listed = _listed()
    found = (looking or places()).find(listed)
    known = [(path, found.get(path, _AWAY)) for path in listed]
    return tuple(
        RecentProject(path, one.at is _Whereabouts.THERE, one.changed)
        for path, one in known
        if one.at is not _Whereabouts.GONE
    )


def _look(path: Path) -> _Sighting:
    """Look whether a project is there, or its drive: where one is mounted is an empty folder without it, or none."""
    if leads_to_file(path):
        with suppress(OSError):
            return _Sighting(_Whereabouts.THERE, path.stat().st_mtime)
    try:
        with os.scandir(path.parent) as beside:
            return _Sighting(_Whereabouts.GONE) if any(beside) else _AWAY
    except (OSError, ValueError):
        return _AWAY


def _listed() -> tuple[Path, ...]:
    try:
        lines = read_text(_recent_path()).split("\n")
    except (OSError, NotationError):
        return ()
    return tuple(dict.fromkeys(map(Path, filter(None, lines[:MAX_RECENT]))))


def remember(path: Path) -> None:
    """Put a project first among the recent ones, as far as the settings can be written: opening does not hang on it."""
    whole = path.absolute()
    with suppress(UserError, OSError):
        set_recent_aside()
        _write_recent([whole, *(known.path for known in recent() if known.path != whole)][:MAX_RECENT])


def set_recent_aside() -> Path | None:
    """Set a list of recent projects aside that can't be read; return where it is, None where there is none such.

    A `UserError` says that it can't be moved.
    """
    path = _recent_path()
    return set_unread_aside(path, lambda: read_text(path))


def forget_recent() -> None:
    """List no project as a recent one any more, nor where each was left, as far as the settings can be written."""
    forget_places()
    with suppress(UserError, OSError):
        _write_recent(())


def _write_recent(paths: Iterable[Path]) -> None:
    lines = (line for line in map(str, paths) if line.isprintable())
    write_own_text(_recent_path(), "".join(f"{line}\n" for line in lines))


def _recent_path() -> Path:
    return settings_folder() / "recent.txt"
