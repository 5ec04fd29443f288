"""Whose the files of a frozen program are: none may be in it that no part with a licence text accounts for."""

import ast
import re
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import distributions
from pathlib import Path, PureWindowsPath

from contents import LISTS, Component, claimed, folded, read_known, system_owners
from product import ROOT
from program import FOLDER

OURS, PYTHON = "crossquote", "Python"
# Put in by PyInstaller (the standard library) or by us (packages that come along), from no single file.
_MADE = re.compile(r"base_library\.zip|packages/.*")
# Libraries and faces are mostly somebody else's than the package that brings them: they must be claimed by name.
_FOREIGN = re.compile(r"(^|/)lib[^/]*\.(so[.\d]*|dylib)$|\.dll$|\.framework/|\.[ot]tf$")


def unaccounted(parts: Iterable[Component], program: Path = FOLDER, lists: Path = LISTS) -> list[str]:
    """Return the files in `program`, below its inner folder, that belong to none of `parts` that has a licence text."""
    told = {folded(part.name) for part in parts if any(text.strip() for text in part.texts)} | {OURS}
    entries = [entry for name, entry in read_known().items() if folded(name) in told]
    known = set[Path]().union(*(claimed(entry, program) for entry in entries))
    owners = owners_of(sources(lists))
    inside = program / "_internal"
    names = [path.relative_to(inside) for path in sorted(inside.rglob("*")) if path.is_file() and not path.is_symlink()]
    left = [name.as_posix() for name in names if name not in known]
    return [name for name in left if not _MADE.fullmatch(name) and not _is_told(name, owners, told)]


def _is_told(name: str, owners: Mapping[str, tuple[str, bool]], told: set[str]) -> bool:
    owner, whole = owners.get(name, ("", False))
    return folded(owner) in told and (whole or not _FOREIGN.search(name))


def sources(lists: Path) -> dict[str, Path]:
    """Return the file that each file of the program was made from, by its name below the inner folder.

    On Windows PyInstaller writes those names with backslashes.
    """
    everything = ast.literal_eval((lists / "COLLECT-00.toc").read_text(encoding="utf-8"))[0]
    return {
        PureWindowsPath(target).as_posix(): Path(source).resolve()
        for target, source, kind in everything
        if source and kind != "SYMLINK"
    }


def owners_of(taken: Mapping[str, Path]) -> dict[str, tuple[str, bool]]:
    """Return whose each file is, and whether that is the maker of libraries and faces among them, too."""
    packages = {
        Path(str(package.locate_file(file))).resolve(): name
        for package in distributions()
        for name in (package.name,)  # each time it is asked for, all that the package says of itself is read
        for file in package.files or []
    }
    system, python = system_owners(taken.values()), Path(sys.base_prefix).resolve()
    found = {}
    for target, source in taken.items():
        if source in packages:
            found[target] = (packages[source], False)
        elif source in system:
            found[target] = (system[source], True)
        elif source.is_relative_to(python):
            found[target] = (PYTHON, True)
        elif source.is_relative_to(ROOT):
            found[target] = (OURS, False)
    return found
