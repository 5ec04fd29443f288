"""The program's entry: the command line, or the window, each imported only when it is asked for."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name) and return its exit status."""
    from crossquote.cli.main import run  # noqa: PLC0415 - `python -m crossquote` shows its own start first

    return run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
