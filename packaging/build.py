"""Builds Crossquote for the system it runs on: freeze, prune, self-test.

`uv run python packaging/build.py` leaves the program in `build/dist/crossquote`; with `--check` it also prints size
and start beside the unfrozen program's.
"""

import argparse
import sys

from measuring import measures
from product import ROOT
from program import FOLDER, executable, freeze, self_test
from pruning import prune


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Build for this system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="print size and start beside the unfrozen program's")
    arguments = parser.parse_args()
    freeze()
    say(f"pruned {prune(FOLDER, ROOT / 'packaging' / 'prune.toml') / 1e6:.1f} MB")
    say(self_test(executable()).rstrip())
    if arguments.check:
        for line in measures():
            say(line)


if __name__ == "__main__":
    main()
