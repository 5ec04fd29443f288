"""Takes out of a frozen program what it does without: what `prune.toml` lists, then libraries that nothing needs.

A program is a folder of PyInstaller's or a macOS bundle. In a bundle, libraries lie in Contents/Frameworks and data in
Contents/Resources, each with links to what is in the other.
"""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from catalogues import needed_locales
from libraries import is_library, orphans

BUNDLE = ".app"


def insides(program: Path) -> tuple[Path, ...]:
    """Return the folders that hold what `program` is loaded from."""
    if program.suffix == BUNDLE:
        return program / "Contents" / "Frameworks", program / "Contents" / "Resources"
    return (program / "_internal",)


def prune(program: Path, table: Path) -> int:
    """Remove from `program` what `table` lists and what that leaves alone; return how many bytes that gave back."""
    before, locales = size(program), needed_locales()
    told = tomllib.loads(table.read_text(encoding="utf-8"))
    for inside in insides(program):
        for entry in told["prune"]:
            kept = _found(inside, _named(entry.get("keep", []), locales))
            _remove(sorted(_found(inside, entry["globs"]) - kept))
        _strip(inside, told["strip"]["keep"])
    _remove_dangling(program)
    while lone := orphans(program):
        _remove(lone)
    _remove_dangling(program)
    _remove_empty(program)
    return before - size(program)


def files(path: Path) -> Iterator[Path]:
    """Yield the files at or below `path`."""
    yield from (found for found in path.rglob("*") if not found.is_dir()) if path.is_dir() else iter([path])


def size(path: Path) -> int:
    """Return how many bytes the files at or below `path` hold."""
    return sum(found.lstat().st_size for found in files(path))


def _named(globs: Iterable[str], locales: Sequence[str]) -> Iterator[str]:
    """Yield `globs`, those that name {locale} once for each of `locales`, which the catalogues need."""
    for glob in globs:
        yield from (glob.replace("{locale}", locale) for locale in locales) if "{locale}" in glob else (glob,)


def _found(inside: Path, globs: Iterable[str]) -> set[Path]:
    return {path for glob in globs for path in inside.glob(glob)}


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _strip(inside: Path, keep: Iterable[str]) -> None:
    """Take names and line tables out of the libraries in `inside`, on Linux; not out of those that `keep` matches."""
    kept = {path for found in _found(inside, keep) for path in files(found)}
    libraries = [str(path) for path in files(inside) if is_library(path) and path not in kept]
    if libraries and sys.platform == "linux":
        subprocess.run(["strip", *libraries], check=True)


def _remove_dangling(program: Path) -> None:
    for path in program.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()


def _remove_empty(program: Path) -> None:
    for path in sorted(program.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
    _remove_dangling(program)
