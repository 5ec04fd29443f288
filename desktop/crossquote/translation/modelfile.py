"""model.bin: the plan of a CTranslate2 model's file, read without loading it, so that a bad one never gets near it.

The format is CTranslate2's own (`python/ctranslate2/specs/model_spec.py`, `src/models/model.cc`): a version, the
model's kind, then each variable with its name, shape, type and bytes, then other names for some of them.
"""

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

NEWEST = 6
"""The newest version of the format that the engine reads."""
_ITEM_BYTES = (4, 1, 2, 4, 2, 2)
_NUMBERS = (1, 2)
"""Bytes of the types that small whole numbers are kept in."""
_MOST_VARIABLES = 20_000
_LONGEST_NAME = 500


class ModelFileError(ValueError):
    """What is wrong with a model's file."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """What a model's file holds: the version of its format, the model's kind, and the shape of each variable.

    `numbers` are the small whole numbers among the variables (how many heads, which layer).
    """

    version: int
    kind: str
    shapes: Mapping[str, tuple[int, ...]]
    numbers: Mapping[str, int]

    def rows(self, *names: str) -> int | None:
        """Return the first dimension of the first of `names` that is there, None where none is."""
        return next((self.shapes[name][0] for name in names if self.shapes.get(name)), None)


def read_model_file(path: Path) -> ModelFile:
    """Return the plan of the model in `path`; a `ModelFileError` where the file is not whole."""
    size = path.stat().st_size
    with path.open("rb") as file:
        reader = _Reader(file, size)
        version = reader.number("<I")
        if not 1 <= version <= NEWEST:
            raise ModelFileError(f"it is of format version {version}, and this program reads up to {NEWEST}")
        kind, _ = (reader.text(), reader.number("<I")) if version >= 2 else ("", 0)
        if not kind.startswith("Transformer"):
            raise ModelFileError(f"it is of kind {kind[:40]!r}, not a translation model")
        count = reader.number("<I")
        if count > _MOST_VARIABLES:
            raise ModelFileError("it says that it holds more variables than any model does")
        shapes = dict(reader.variable(version) for _ in range(count))
        if version >= 3:
            shapes |= dict(reader.alias(shapes) for _ in range(min(reader.number("<I"), _MOST_VARIABLES)))
        if file.tell() != size:
            raise ModelFileError("there is more in it than it says")
    return ModelFile(version, kind, shapes, reader.numbers)


class _Reader:
    """Reads the parts of a model's file one after the other, never more than there is."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file = file
        self.size = size
        self.numbers: dict[str, int] = {}

    def number(self, form: str) -> int:
        value: int = struct.unpack(form, self._bytes(struct.calcsize(form)))[0]
        return value

    def text(self) -> str:
        length = self.number("<H")
        if not 1 <= length <= _LONGEST_NAME:
            raise ModelFileError("a name in it is too long or empty")
        try:
            return self._bytes(length)[:-1].decode("utf-8")
        except UnicodeDecodeError as error:
            raise ModelFileError("a name in it is not text") from error

    def variable(self, version: int) -> tuple[str, tuple[int, ...]]:
        name = self.text()
        shape = tuple(self.number("<I") for _ in range(self.number("<B")))
        kind = self.number("<B")
        held = self.number("<I")
        if version >= 4:
            if kind >= len(_ITEM_BYTES):
                raise ModelFileError(f"{name[:80]} is of an unknown type")
            item, length = _ITEM_BYTES[kind], held
        else:
            item, length = kind, held * kind
        if math.prod(shape) * item != length:
            raise ModelFileError(f"{name[:80]} is not of the size that it says")
        if not shape and item in _NUMBERS:
            self.numbers[name] = int.from_bytes(self._bytes(length), "little", signed=True)
        else:
            self._skip(length)
        return name, shape

    def alias(self, shapes: Mapping[str, tuple[int, ...]]) -> tuple[str, tuple[int, ...]]:
        name, variable = self.text(), self.text()
        if variable not in shapes:
            raise ModelFileError(f"{name[:80]} stands for a variable that is not there")
        return name, shapes[variable]

    def _bytes(self, count: int) -> bytes:
        read = self.file.read(count)
        if len(read) != count:
            raise ModelFileError("it is cut short")
        return read

    def _skip(self, count: int) -> None:
        if self.file.tell() + count > self.size:
            raise ModelFileError("it is cut short")
        self.file.seek(count, 1)
