"""Wildcards: a shell turns `*.txt` into the files that it stands for, but none on Windows does."""

import re
import sys
from pathlib import Path

_WILD = frozenset("*?")
_STARS = re.compile(r"\*+")
"""To a shell several are one; to Python two are all folders below, or, beside letters, no pattern."""


def expand(path: Path, system: str = sys.platform) -> list[Path]:
    """Return what the name at the end of `path` stands for, in order; `path` itself where a shell would have looked.

    Only * and ? are wild: brackets are common in names. What stands for nothing stays, to be told as missing.
    """
    if system != "win32" or not _WILD.intersection(path.name):
        return [path]
    pattern = _STARS.sub("*", path.name).replace("[", "[[]")
    return sorted(path.parent.glob(pattern)) or [path]
