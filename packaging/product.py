"""What every installer says of the program; the version stands in pyproject.toml alone."""

import os
import tomllib
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
IDENTIFIER = "org.crossquote.Crossquote"
MIME_TYPE = "application/x-crossquote-project"
ENDING = ".crossquote"
PUBLISHER = "The Crossquote authors"
# Where the authors can be written to; a placeholder until the project has an address (release.md).
CONTACT = "crossquote@localhost"


class Product(Struct, frozen=True):
    """Name, version and summary, as pyproject.toml gives them."""

    name: str
    version: str
    summary: str

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """Return the version as the four numbers that Windows wants; what follows a number ("0rc1") is left out."""
        parts = [int("".join(_digits(part)) or 0) for part in self.version.split(".")[:4]]
        one, two, three, four = (*parts, 0, 0, 0, 0)[:4]
        return one, two, three, four


def read_product(project: Path = ROOT / "pyproject.toml") -> Product:
    """Return what `project` says of the program."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    return Product(table["name"], table["version"], table["description"])


def release_time() -> int:
    """Return the time that everything in an installer bears: SOURCE_DATE_EPOCH, or the start of 2026."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))


def _digits(part: str) -> str:
    kept = []
    for letter in part:
        if not letter.isdigit():
            break
        kept.append(letter)
    return "".join(kept)
