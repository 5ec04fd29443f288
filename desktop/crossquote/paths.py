"""Where the program keeps its own data, settings and caches on this system."""

import os
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("Crossquote", appauthor=False)
HOME_VARIABLE = "CROSSQUOTE_HOME"


def _place(name: str, default: Path) -> Path:
    """Return the folder `name`, below CROSSQUOTE_HOME where that is set (portable use, tests)."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else default


def make_private(folder: Path) -> None:
    """Make a folder that its owner alone may look into, and what it lies in; one that is there is closed to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        with suppress(OSError):  # another's folder, or a system that knows no such rights
            folder.chmod(0o700)


def data_folder() -> Path:
    """Return the folder of data that must last (language packages, untitled work); not created here."""
    return _place("data", _DIRS.user_data_path)


def settings_folder() -> Path:
    """Return the folder of the user's settings; not created here."""
    return _place("settings", _DIRS.user_config_path)


def cache_folder() -> Path:
    """Return the folder of what can be made again; not created here."""
    return _place("cache", _DIRS.user_cache_path)


def logs_folder() -> Path:
    """Return the folder of log and crash report files; not created here."""
    return _place("logs", _DIRS.user_log_path)
