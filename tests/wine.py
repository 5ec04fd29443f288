"""Whether tests run on wine: it differs from Windows in a few things, and each test that meets one says so."""

import ctypes
import sys


def _asked() -> bool:
    return sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


UNDER_WINE = _asked()
"""The Windows here is wine's."""
