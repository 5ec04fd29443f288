"""Shards: a large mapping that is never altered; a few changes copy a few small parts of it, not all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")
_COUNT = 4096


@dataclass(frozen=True, slots=True)
class Shards(Generic[V]):
    """A mapping of texts, cut into parts by their hashes; it has no order."""

    parts: tuple[Mapping[str, V], ...] = ({},) * _COUNT

    @classmethod
    def of(cls, mapping: Mapping[str, V]) -> "Shards[V]":
        """Return what `mapping` holds."""
        parts: list[dict[str, V]] = [{} for _ in range(_COUNT)]
        for key, value in mapping.items():
            parts[hash(key) % _COUNT][key] = value
        return cls(tuple(parts))

    def get(self, key: str, otherwise: V) -> V:
        """Return what `key` stands for."""
        return self.parts[hash(key) % _COUNT].get(key, otherwise)

    def changed(self, changes: Mapping[str, V | None]) -> "Shards[V]":
        """Return the mapping after `changes`: None takes a key away."""
        fresh: dict[int, dict[str, V]] = {}
        for key, value in changes.items():
            number = hash(key) % _COUNT
            if number not in fresh:
                fresh[number] = dict(self.parts[number])
            if value is None:
                fresh[number].pop(key, None)
            else:
                fresh[number][key] = value
        parts = list(self.parts)
        for number, part in fresh.items():
            parts[number] = part
        return Shards(tuple(parts))
