"""Whether a window can be shown at all: Qt ends the whole program where it can't, without a word that helps."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossquote.errors import UserError

_X11_LIBRARY = "libxcb-cursor.so.0"


def screen_trouble() -> "UserError | None":
    """Return what is missing where this Linux machine can't show a window, else None."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not os.environ.get("DISPLAY"):
        return _trouble("error.no-screen")
    import ctypes  # noqa: PLC0415 - the systems where there is nothing to look for do without

    try:
        ctypes.CDLL(_X11_LIBRARY)
    except OSError:
        return _trouble("error.no-window-library", library=_X11_LIBRARY)
    return None


def _trouble(code: str, **facts: str) -> "UserError":
    from crossquote.errors import ErrorCode, UserError  # noqa: PLC0415 - a window that can be shown does without
    from crossquote.message import message  # noqa: PLC0415 - as above

    return UserError(ErrorCode.USAGE, message(code, **facts))
