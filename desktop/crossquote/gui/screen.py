"""Whether a window can be shown at all: Qt ends the whole program where it can't, without a word that helps."""

import ctypes
import os
import sys

from crossquote.errors import ErrorCode, UserError

_X11_LIBRARY = "libxcb-cursor.so.0"


def check_screen() -> None:
    """Raise a `UserError` that says what is missing, where this Linux machine can't show a window."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise UserError(
            ErrorCode.USAGE, "there is no screen to show a window on", advice="`crossquote compare` needs none."
        )
    try:
        ctypes.CDLL(_X11_LIBRARY)
    except OSError as error:
        raise UserError(
            ErrorCode.USAGE,
            f"the window needs {_X11_LIBRARY}, which is not on this machine",
            advice="Install it (Debian, Ubuntu: apt install libxcb-cursor0); `crossquote compare` works without.",
        ) from error
