"""Builds Crossquote for the system it runs on: freeze, prune, self-test.

`uv run python packaging/build.py` leaves the program in `build/dist/crossquote`; with `--check` it also prints size
and start beside the unfrozen program's.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
PROGRAM = BUILD / "dist" / "crossquote"


def freeze() -> None:
    """Freeze the program into a folder of its own."""
    shutil.rmtree(PROGRAM, ignore_errors=True)
    arguments = ["--noconfirm", "--log-level=WARN", f"--distpath={BUILD / 'dist'}", f"--workpath={BUILD / 'work'}"]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *arguments, str(HERE / "crossquote.spec")], check=True, cwd=ROOT
    )


def prune(program: Path, table: Path) -> int:
    """Remove from `program` what `table` lists; return how many bytes that gave back."""
    saved = 0
    for entry in tomllib.loads(table.read_text(encoding="utf-8"))["prune"]:
        kept = {path for glob in entry.get("keep", []) for path in program.glob(glob)}
        for path in sorted({path for glob in entry["globs"] for path in program.glob(glob)} - kept):
            saved += sum(found.lstat().st_size for found in files(path))
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
    remove_dangling(program)
    return saved


def files(path: Path) -> Iterator[Path]:
    """Yield the files at or below `path`."""
    yield from (found for found in path.rglob("*") if not found.is_dir()) if path.is_dir() else iter([path])


def remove_dangling(program: Path) -> None:
    """Remove links whose target was pruned."""
    for path in program.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()


def executable(name: str = "crossquote") -> Path:
    """Return the frozen program's path on this system."""
    return PROGRAM / (f"{name}.exe" if sys.platform == "win32" else name)


def self_test() -> None:
    """Let the frozen program test itself, in an empty home and without this interpreter's environment."""
    home = BUILD / "home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "UV"))
    }
    environment |= {"HOME": str(home), "CROSSQUOTE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([str(executable()), "self-test"], check=True, env=environment)


def start_seconds(command: Sequence[str], other: Sequence[str], runs: int = 7) -> tuple[float, float]:
    """Return the median time of two commands, run in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for index, arguments in enumerate((command, other)):
            start = time.perf_counter()
            subprocess.run(arguments, check=True, capture_output=True)
            if run:
                times[index].append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def report() -> None:
    """Print size and start of the frozen program beside the unfrozen one's."""
    size = sum(path.lstat().st_size for path in files(PROGRAM))
    packed = Path(shutil.make_archive(str(BUILD / "crossquote"), "xztar", PROGRAM.parent, "crossquote"))
    frozen, unfrozen = start_seconds(
        [str(executable()), "--version"], [sys.executable, "-m", "crossquote", "--version"]
    )
    say(f"installed   {size / 1e6:8.1f} MB   goal 260")
    say(f"compressed  {packed.stat().st_size / 1e6:8.1f} MB   goal 90")
    say(f"start       {frozen:8.3f} s    unfrozen {unfrozen:.3f} s, ratio {frozen / unfrozen:.2f}, goal 1.3")


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
    say(f"pruned {prune(PROGRAM, HERE / 'prune.toml') / 1e6:.1f} MB")
    self_test()
    if arguments.check:
        report()


if __name__ == "__main__":
    main()
