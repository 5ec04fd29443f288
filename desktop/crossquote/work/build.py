"""The build: what makes of the same quotes the same groups. Another one may make others of them."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from crossquote.resources import resource
from crossquote.version import this_version

_FORMAT = b"4"
"""How a basis is kept: another number where it is kept otherwise."""
_PACKAGE = Path(__file__).resolve().parents[1]
_MADE_BY = ("comparison", "grouping", "language", "model", "text", "work")
"""The folders whose code has a say in it; an installed program that has no files of code is known by its version."""


@lru_cache(maxsize=1)
def build() -> bytes:
    """Return what tells this build from any other: its version, its lexicons, and its code where that is in files."""
    made = blake2b(_FORMAT, digest_size=16)
    made.update(this_version().encode())
    for path in _parts():
        made.update(path.name.encode())
        made.update(path.read_bytes())
    return made.digest()


def _parts() -> Iterator[Path]:
    """Yield what a build is made of, in one order; of what is large, only what is changed by hand."""
    yield from sorted(resource().glob("*.toml"))
    yield from sorted(resource("languages").glob("*.toml"))
    for name in _MADE_BY:
        yield from sorted((_PACKAGE / name).rglob("*.py"))
