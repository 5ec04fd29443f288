"""Whether a window can be shown at all: Qt ends the whole program where it can't, without a word that helps."""

import ctypes
import os
import sys

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_X11_LIBRARY = "libxcb-cursor.so.0"


def check_screen() -> None:
    """Raise a `UserError` that says what is missing, where this Linux machine can't show a window."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise UserError(ErrorCode.USAGE, message("error.no-screen"))
    try:
        ctypes.CDLL(_X11_LIBRARY)
    except OSError as error:
        raise UserError(ErrorCode.USAGE, message("error.no-window-library", library=_X11_LIBRARY)) from error
