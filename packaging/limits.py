"""How large the program may become: what `limits.toml` says, and how much of it is taken."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from msgspec import Struct
from product import ROOT
from program import executable
from pruning import insides, size

MB = 1e6


class Part(Struct, frozen=True):
    """What of the installed program may take at most `most` MB: what the globs find below where it is loaded from.

    `modules` are libraries whose modules are packed into the program itself.
    """

    name: str
    most: float
    globs: tuple[str, ...]
    modules: tuple[str, ...] = ()

    def taken(self, program: Path) -> float:
        """Return how many MB of `program` it takes."""
        found = {path.resolve() for inside in insides(program) for glob in self.globs for path in inside.glob(glob)}
        packed = packed_modules(program) if self.modules else {}
        return (sum(map(size, found)) + sum(packed.get(name, 0) for name in self.modules)) / MB


@cache
def packed_modules(program: Path) -> Mapping[str, int]:
    """Return how many bytes the modules take that are packed into a frozen program, by the library that they are of."""
    archive = import_module("PyInstaller.archive.readers").CArchiveReader(str(executable(program)))
    taken: Counter[str] = Counter()
    for name in (name for name in archive.toc if name.startswith("PYZ")):
        for module, (_, _, length) in archive.open_embedded_archive(name).toc.items():
            taken[module.partition(".")[0]] += length
    return taken


class Limits(Struct, frozen=True):
    """The limits: MB installed, MB compressed by system, times the unfrozen program's start, and MB of the parts."""

    installed: float
    start: float
    compressed: Mapping[str, float]
    parts: tuple[Part, ...]


def read_limits(path: Path = ROOT / "packaging" / "limits.toml") -> Limits:
    """Return the limits that `path` states."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = tuple(
        Part(entry["name"], entry["most"], tuple(entry["globs"]), tuple(entry.get("modules", ())))
        for entry in told["part"]
    )
    return Limits(told["installed"], told["start"], told["compressed"], parts)
