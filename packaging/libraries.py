"""Shared libraries of a frozen program on Linux: which ones it needs, has, lacks, and carries for nothing."""

import re
import subprocess
import sys
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

ELF = b"\x7fELF"
# Loaded by name: the interpreter by PyInstaller's starter.
_BY_NAME = ("libpython",)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)


def needs(program: Path) -> dict[Path, frozenset[str]]:
    """Return the library names that each program and library below `program` asks for; empty but on Linux."""
    if sys.platform != "linux":
        return {}
    return {path: _needed(path) for path in sorted(program.rglob("*")) if is_library(path)}


def is_library(path: Path) -> bool:
    """Tell whether `path` is a program or library of Linux itself, not a link to one."""
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return file.read(len(ELF)) == ELF


def orphans(program: Path) -> list[Path]:
    """Return the libraries beside the packages that nothing in `program` asks for."""
    asked = needs(program)
    wanted = frozenset[str]().union(*asked.values())
    return [path for path in asked if is_orphan(path.relative_to(program), wanted)]


def is_orphan(path: Path, wanted: AbstractSet[str]) -> bool:
    """Tell whether the library at `path` (below the program's folder) is one that nobody in `wanted` asks for."""
    name = path.name
    beside = path.parent == Path("_internal") and name.startswith("lib") and ".so" in name
    return beside and name not in wanted and not name.startswith(_BY_NAME)


def lacking(program: Path) -> dict[str, list[str]]:
    """Return the library names that the program asks for and does not bring, each with who asks."""
    return missing(needs(program), {path.name for path in program.rglob("*")})


def newest_glibc(program: Path) -> str:
    """Return the oldest C library that every program and library below `program` runs with ("2.34")."""
    found = {(int(one), int(two)) for path in needs(program) for one, two in _GLIBC.findall(_dump(path))}
    return "{}.{}".format(*max(found, default=(2, 31)))


def missing(asked: Mapping[Path, AbstractSet[str]], there: AbstractSet[str]) -> dict[str, list[str]]:
    """Return which of the names in `asked` are not `there`, each with the names of those who ask."""
    found: dict[str, list[str]] = {}
    for path, names in asked.items():
        for name in names - there:
            found.setdefault(name, []).append(path.name)
    return found


def _needed(path: Path) -> frozenset[str]:
    return frozenset(_NEEDED.findall(_dump(path)))


@cache
def _dump(path: Path) -> str:
    return subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True).stdout
