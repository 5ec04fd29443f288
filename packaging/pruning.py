"""Takes out of a frozen program what it does without: what `prune.toml` lists, then libraries that nothing needs."""

import shutil
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from libraries import orphans


def prune(program: Path, table: Path) -> int:
    """Remove from `program` what `table` lists and what that leaves alone; return how many bytes that gave back."""
    saved = 0
    for entry in tomllib.loads(table.read_text(encoding="utf-8"))["prune"]:
        kept = {path for glob in entry.get("keep", []) for path in program.glob(glob)}
        saved += _remove(sorted({path for glob in entry["globs"] for path in program.glob(glob)} - kept))
    _remove_dangling(program)
    while lone := orphans(program):
        saved += _remove(lone)
    _remove_dangling(program)
    _remove_empty(program)
    return saved


def files(path: Path) -> Iterator[Path]:
    """Yield the files at or below `path`."""
    yield from (found for found in path.rglob("*") if not found.is_dir()) if path.is_dir() else iter([path])


def size(path: Path) -> int:
    """Return how many bytes the files at or below `path` hold."""
    return sum(found.lstat().st_size for found in files(path))


def _remove(paths: Iterable[Path]) -> int:
    saved = 0
    for path in paths:
        saved += size(path)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return saved


def _remove_dangling(program: Path) -> None:
    for path in program.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()


def _remove_empty(program: Path) -> None:
    for path in sorted(program.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
