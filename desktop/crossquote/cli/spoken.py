"""Spoken: the language that the command line speaks, chosen once when it starts."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from crossquote.wording.catalogue import SOURCE, choose_language
from crossquote.work.settings import load_settings

_SPOKEN = ContextVar("interface_language", default=SOURCE)
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says its language, as gettext looks for it; the first may name several."""
_PAPER = ("LC_ALL", "LC_PAPER", "LANG")
"""Where it says its paper."""


def interface_language() -> str:
    """Return the language that the command line speaks; what is for programs stays English."""
    return _SPOKEN.get()


@contextmanager
def speaking() -> Iterator[None]:
    """Speak the language of the settings, or that of the system."""
    before = _SPOKEN.set(choose_language(load_settings().interface_language, system_languages()))
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def system_region() -> str:
    """Return the locale whose paper the system uses, empty where it does not say."""
    told = next((value for name in _PAPER if (value := os.environ.get(name))), "")
    return told or (next(system_languages(), "") if sys.platform == "win32" else "")


def system_languages() -> Iterator[str]:
    """Yield the languages that the system asks for, the most wanted first."""
    told = [value for name in _VARIABLES if (value := os.environ.get(name))]
    for value in told:
        yield from value.split(":")
    if sys.platform == "win32" and not told:
        import ctypes  # noqa: PLC0415 - Windows alone has no such variables
        from locale import windows_locale  # noqa: PLC0415 - as above

        yield windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), SOURCE)
