"""The program's entry: the command line, or the window, which alone loads Qt."""

import sys
from collections.abc import Sequence

from crossquote.cli.main import WindowChecks, wants_window
from crossquote.cli.main import run as run_command


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name) and return its exit status."""
    given = sys.argv[1:] if argv is None else argv
    if wants_window(given):
        from crossquote.gui.app import run as run_window  # noqa: PLC0415 - Qt is loaded only for the window

        return run_window(given)
    return run_command(given, _window_checks)


def _window_checks() -> WindowChecks:
    from crossquote.gui.selftest import window_checks  # noqa: PLC0415 - Qt is loaded only for the window

    return window_checks()


if __name__ == "__main__":
    sys.exit(main())
