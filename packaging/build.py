"""Builds Crossquote for the system it runs on: freeze, prune, self-test.

`uv run python packaging/build.py` leaves the program in `build/dist/crossquote`; with `--check` it also prints size
and start beside the unfrozen program's.
"""

import argparse
import json
import shutil
import sys

from bom import bill
from contents import collected, parts
from measuring import measures
from notices import licences_page
from product import ROOT, read_product
from program import FOLDER, executable, freeze, self_test
from pruning import prune


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def describe() -> int:
    """Put the licence, the page of licences and the bill of materials beside the program; return how many parts."""
    product, found = read_product(), parts(collected())
    shutil.copy(ROOT / "LICENSE", FOLDER / "LICENSE.txt")
    (FOLDER / "third-party-licences.html").write_text(licences_page(product, found), encoding="utf-8")
    (FOLDER / "crossquote.cdx.json").write_text(json.dumps(bill(product, found), indent=1), encoding="utf-8")
    return len(found)


def main() -> None:
    """Build for this system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="print size and start beside the unfrozen program's")
    arguments = parser.parse_args()
    freeze()
    say(f"pruned {prune(FOLDER, ROOT / 'packaging' / 'prune.toml') / 1e6:.1f} MB")
    say(f"made of {describe()} parts")
    say(self_test(executable()).rstrip())
    if arguments.check:
        for line in measures():
            say(line)


if __name__ == "__main__":
    main()
