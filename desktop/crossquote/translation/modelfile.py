"""model.bin: the plan of a CTranslate2 model's file, read without loading it, so that a bad one never gets near it.

The format is CTranslate2's own (`python/ctranslate2/specs/model_spec.py`, `src/models/model.cc`): a version, the
model's kind, then each variable with its name, shape, type and bytes, then other names for some of them.
"""

import math
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from crossquote.message import Message, message

NEWEST = 6
"""The newest version of the format that the engine reads."""
_ITEM_BYTES = (4, 1, 2, 4, 2, 2)
_NUMBERS = (1, 2)
"""Bytes of the types that small whole numbers are kept in."""
_MOST_VARIABLES = 20_000
_LONGEST_NAME = 500


class ModelFileError(ValueError):
    """What is wrong with a model's file."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)
        self.message = message


class ModelFile(Struct, frozen=True):
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
        reader = _PartReader(file, size)
        version = reader.number("<I")
        if not 1 <= version <= NEWEST:
            raise ModelFileError(message("model-file.newer", version=version, newest=NEWEST))
        kind, _ = (reader.text(), reader.number("<I")) if version >= 2 else ("", 0)
        if not kind.startswith("Transformer"):
            raise ModelFileError(message("model-file.other-kind", kind=repr(kind[:40])))
        count = reader.number("<I")
        if count > _MOST_VARIABLES:
            raise ModelFileError(message("model-file.too-many-variables"))
        shapes = dict(reader.variable(version) for _ in range(count))
        if version >= 3:
            shapes |= dict(reader.alias(shapes) for _ in range(min(reader.number("<I"), _MOST_VARIABLES)))
        if file.tell() != size:
            raise ModelFileError(message("model-file.too-long"))
    return ModelFile(version, kind, shapes, reader.numbers)


class _PartReader:
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
            raise ModelFileError(message("model-file.name-length"))
        try:
            return self._bytes(length)[:-1].decode("utf-8")
        except UnicodeDecodeError as error:
            raise ModelFileError(message("model-file.name-no-text")) from error

    def variable(self, version: int) -> tuple[str, tuple[int, ...]]:
        name = self.text()
        shape = tuple(self.number("<I") for _ in range(self.number("<B")))
        kind = self.number("<B")
        held = self.number("<I")
        if version >= 4:
            if kind >= len(_ITEM_BYTES):
                raise ModelFileError(message("model-file.variable-type", name=name[:80]))
            item, length = _ITEM_BYTES[kind], held
        else:
            item, length = kind, held * kind
        if math.prod(shape) * item != length:
            raise ModelFileError(message("model-file.variable-size", name=name[:80]))
        if not shape and item in _NUMBERS:
            self.numbers[name] = int.from_bytes(self._bytes(length), "little", signed=True)
        else:
            self._skip(length)
        return name, shape

    def alias(self, shapes: Mapping[str, tuple[int, ...]]) -> tuple[str, tuple[int, ...]]:
        name, variable = self.text(), self.text()
        if variable not in shapes:
            raise ModelFileError(message("model-file.alias-unknown", name=name[:80]))
        return name, shapes[variable]

    def _bytes(self, count: int) -> bytes:
        read = self.file.read(count)
        if len(read) != count:
            raise ModelFileError(message("model-file.cut-short"))
        return read

    def _skip(self, count: int) -> None:
        if self.file.tell() + count > self.size:
            raise ModelFileError(message("model-file.cut-short"))
        self.file.seek(count, 1)
