"""The window's entry: imported only when a window is asked for."""

from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Open the window with the files named in `argv` and return its exit status."""
    raise NotImplementedError(argv)
