"""The program's entry: the command line, or the window, which alone loads Qt."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crossquote.cli.commands import wants_window
from crossquote.loading import leave_the_rest, loading
from crossquote.streams import open_missing_streams
from crossquote.wildcards import expand

if TYPE_CHECKING:
    from crossquote.work.selftest.trials import Trials

TEST = "self-test"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name) and return its exit status."""
    open_missing_streams()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        return _test(given) if given[:1] == [TEST] else _run(given)
    finally:
        leave_the_rest()


def _run(given: Sequence[str], wrong: Sequence[str] = ()) -> int:
    if wants_window(given):
        with loading():
            from crossquote.gui.app import run as run_window  # noqa: PLC0415 - Qt is loaded only for the window

        return run_window([str(path) for name in given if name for path in expand(Path(name))])
    with loading():
        from crossquote.cli.main import run  # noqa: PLC0415 - after the self-test has begun to watch

    return run(given, _window_checks, wrong)


def _test(given: Sequence[str]) -> int:
    """Run the self-test; what is loaded on the way to it must neither print anything nor ask for a connection."""
    from crossquote.offline import offline_guard  # noqa: PLC0415 - for the self-test alone
    from crossquote.work.selftest.listening import listening  # noqa: PLC0415 - as above

    with offline_guard() as guard, listening() as heard:
        import crossquote.cli.main  # noqa: F401, PLC0415 - as it is watched
        from crossquote.cli.commands import COMMANDS  # noqa: PLC0415 - as it is watched

        for command in COMMANDS.values():
            command.load()
    wrong = [*guard.asked, *heard]
    return _run(given, wrong) or int(bool(wrong))


def _window_checks() -> "Trials":
    from crossquote.gui.selftest import window_checks  # noqa: PLC0415 - Qt is loaded only for the window

    return window_checks()


if __name__ == "__main__":
    sys.exit(main())
