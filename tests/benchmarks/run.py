"""Runs the benchmarks: `uv run python tests/benchmarks/run.py [NAME…] [--json]`.

Each NAME is a module beside this file. The exit status is 0 whatever the figures are.
"""

import argparse
import importlib
import json
import os
import sys
from pathlib import Path

from msgspec.structs import asdict

HERE = Path(__file__).parent
BESIDE = {"run", "figure", "press", "peers", "measured_groups"}
NAMES = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in BESIDE)


def main() -> None:
    """Measure what is named, or everything, and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(HERE))
    rows = []
    for name in arguments.names or NAMES:
        for figure in importlib.import_module(name).measure():
            rows.append({**asdict(figure), "met": figure.met})
            if not arguments.json:
                anchor = "" if figure.anchor is None else f"beside {figure.anchor:.3f}"
                word = "met" if figure.met else "NOT MET"
                line = f"{figure.name:<44} {figure.value:>9.3f} {figure.unit:<10} {anchor:<15} goal {figure.goal:.3f}"
                sys.stdout.write(f"{line}  {word}\n")
                sys.stdout.flush()
    if arguments.json:
        sys.stdout.write(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
