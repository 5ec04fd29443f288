"""Packed: large mappings as a file keeps them, part by part: a part is unpacked when something of it is asked for."""

import zlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar

import msgspec

from crossquote.deferred import Deferred, Made, Unread
from crossquote.shards import KeyNumber, Shard, Shards

K = TypeVar("K")
V = TypeVar("V")
_LEVEL = 1
"""How well it is packed: more takes some times as long, and is a tenth smaller."""


class DamagedError(ValueError):
    """What was kept can't be read: it is to be worked out anew."""


class PackedParts(NamedTuple):
    """How many keys a mapping has, and its parts."""

    size: int
    parts: tuple[bytes, ...]


class PackedPart(Unread[K, V]):
    """A part, or a mapping by itself, that was `packed` of values of one `kind`."""

    __slots__ = ("packed",)

    def __init__(self, packed: bytes, kind: Any) -> None:
        super().__init__(lambda: unpack(packed, kind))
        self.packed = packed


def pack(value: object) -> bytes:
    """Return a value of plain types as it is kept; what was read and never altered is kept as it was."""
    if isinstance(value, PackedPart):
        return value.packed
    return zlib.compress(msgspec.msgpack.encode(dict(value) if isinstance(value, Mapping) else value), _LEVEL)


def unpack(packed: bytes, kind: Any) -> Any:
    """Return the value of a kind that was packed; a DamagedError where it is none."""
    try:
        return _decode(zlib.decompress(packed), kind)
    except zlib.error as error:
        raise DamagedError(str(error)) from error


def _decode(data: bytes | msgspec.Raw, kind: Any) -> Any:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise DamagedError(str(error)) from error


def pack_parts(shards: Shards[Any, Any]) -> PackedParts:
    """Return a mapping as it is kept: its keys are spread alike in every run."""
    return PackedParts(len(shards), tuple(map(pack, shards.parts)))


def unpack_parts_later(
    packed: PackedParts, kind: Any, number: KeyNumber, make: Callable[[str, Any], V]
) -> Shards[str, V]:
    """Return the mapping that was packed of values of one `kind`: each is made of its key and that, once asked for."""

    def read(part: bytes) -> Deferred[str, V]:
        plain = unpack(part, dict[str, msgspec.Raw])
        return Deferred(plain, Made(lambda key: make(key, _decode(plain[key], kind))))

    return Shards(tuple(Unread(partial(read, part)) for part in packed.parts), packed.size, number)


def unpack_parts(packed: PackedParts, kind: Any, number: KeyNumber = hash) -> Shards[Any, Any]:
    """Return the mapping that was packed, of which the parts are of one `kind`, spread by `number`."""
    parts: tuple[Shard[Any, Any], ...] = tuple(PackedPart(part, kind) for part in packed.parts)
    return Shards(parts, packed.size, number)
