"""The file of the user's settings: where it lies, what stands in it, and the little that the first paint asks of it.

The window is painted before anything else is loaded: `settings`, which knows them all, comes after that.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from crossquote.notation import NotationError, read_toml
from crossquote.paths import settings_folder

_MOST_SIGNS = 1_000
"""Some thirty settings, one a line: they are read at each start."""


class FirstSettings(NamedTuple):
    """What the first paint asks: theme, language and place of the window, as `Settings` has them, empty for none."""

    theme: str = ""
    interface_language: str = ""
    window: str = ""


def settings_path() -> Path:
    """Return where the settings are kept."""
    return settings_folder() / "settings.toml"


def read_settings(path: Path | None = None) -> Mapping[str, Any]:
    """Return what stands in the settings, by its names; an `OSError` or a `NotationError` where they can't be read."""
    return read_toml(path or settings_path(), signs=_MOST_SIGNS)


def first_settings() -> FirstSettings:
    """Return what the first paint asks; nothing where that can't be read."""
    try:
        table = read_settings()
    except (OSError, NotationError):
        return FirstSettings()
    given = (table.get(name) for name in FirstSettings._fields)
    return FirstSettings(*(one if isinstance(one, str) else "" for one in given))
