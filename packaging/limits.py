"""How large the program may become: what `limits.toml` says, and how much of it is taken."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from product import ROOT
from pruning import insides, size

MB = 1e6


class Part(Struct, frozen=True):
    """What of the installed program may take at most `most` MB: what the globs find below where it is loaded from."""

    name: str
    most: float
    globs: tuple[str, ...]

    def taken(self, program: Path) -> float:
        """Return how many MB of `program` it takes."""
        found = {path.resolve() for inside in insides(program) for glob in self.globs for path in inside.glob(glob)}
        return sum(map(size, found)) / MB


class Limits(Struct, frozen=True):
    """The limits: MB installed, MB compressed by system, times the unfrozen program's start, and MB of the parts."""

    installed: float
    start: float
    compressed: Mapping[str, float]
    parts: tuple[Part, ...]


def read_limits(path: Path = ROOT / "packaging" / "limits.toml") -> Limits:
    """Return the limits that `path` states."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = tuple(Part(entry["name"], entry["most"], tuple(entry["globs"])) for entry in told["part"])
    return Limits(told["installed"], told["start"], told["compressed"], parts)
