"""How a child is started: the same Python, or the same frozen program, told to answer questions."""

import os
import sys
from collections.abc import Mapping

CHILD = "--answer-questions"
"""The argument by which the frozen program knows that it is a child; nobody types it."""


def child_command() -> list[str]:
    """Return the command that starts a child. Never is a module looked for where the program was called from."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    return [_python(), "-P", "-m", "crossquote.child"]


def child_environment() -> Mapping[str, str]:
    """Return the environment of a child: the parent's, and which virtual environment it belongs to."""
    return os.environ if _python() == sys.executable else {**os.environ, "__PYVENV_LAUNCHER__": sys.executable}


def _python() -> str:
    """Return the interpreter itself.

    On Windows that of a virtual environment only starts another, which would escape the job that the first is put in.
    """
    base: str = getattr(sys, "_base_executable", sys.executable)
    return base if sys.platform == "win32" else sys.executable
