"""What a lexicon has from another that it goes on from (`[language] like`).

A key of its own replaces that of the other; a list whose first entry is "+" adds to it; tables are joined name by name,
by the same rule. `[language]` itself is not inherited. Where the same words are written in other letters (simplified
and traditional Chinese), `letters` gives each letter of the other lexicon and then what stands in its place; where one
language has two scripts (Serbian), `scripts` does so for its own words, which then stand in both.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from crossquote.language.script_conversion import read_letters, spell, spell_both

Tables = Mapping[str, Mapping[str, object]]
"""Sections by their names, and in each what stands under its keys."""
MORE = "+"
"""The first entry of a list that adds to the one it would else replace."""
OWN = "language"
"""The section that is not inherited."""


class Inherited(Mapping[str, Mapping[str, object]]):
    """The sections of a lexicon over those of another, which is read, and each section joined, when first asked for."""

    def __init__(self, own: Tables, base: Callable[[], Tables]) -> None:
        self._own = own
        self._read_base = base
        self._joined: dict[str, Mapping[str, object]] = {}
        told = own.get(OWN, {})
        self._letters = read_letters(told.get("letters"))
        self._other_script = read_letters(told.get("scripts"))

    def __getitem__(self, name: str) -> Mapping[str, object]:
        if name not in self._joined:
            self._joined[name] = self._join(name)
        return self._joined[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._own, *(name for name in self._base if name != OWN))))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @cached_property
    def _base(self) -> Tables:
        return self._read_base()

    def _join(self, name: str) -> Mapping[str, object]:
        if name == OWN:
            return MappingProxyType({key: _added(value, []) for key, value in self._own[name].items()})
        own = {key: spell_both(value, self._other_script) for key, value in self._own.get(name, {}).items()}
        if name not in self._base:
            return MappingProxyType({key: _added(value, []) for key, value in own.items()})
        base = {key: spell(value, self._letters) for key, value in self._base[name].items()}
        return MappingProxyType({**base, **{key: _over(value, base.get(key)) for key, value in own.items()}})


def _over(own: object, base: object) -> object:
    """Return what stands where a lexicon has `own` and the one that it goes on from has `base`."""
    if isinstance(own, dict):
        known = base if isinstance(base, dict) else {}
        return {**known, **{name: _over(value, known.get(name)) for name, value in own.items()}}
    return _added(own, base if isinstance(base, list) else [])


def _added(own: object, base: list[object]) -> object:
    return [*base, *own[1:]] if isinstance(own, list) and own[:1] == [MORE] else own
