"""Reading WordNet's database files: synsets are meanings, pointers what they are to each other."""

from collections.abc import Callable, Iterator
from pathlib import Path

from thesauri.sets import Sets

_PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_INSTANCE = "@i"
_KIN = frozenset("&+\\<^=$>*")
_APART = frozenset({"05", "08", "13", "15", "18", "20", "21", "23", "27", "28"})
"""WordNet's files of animals, parts of the body, food, places, persons, plants, possessions, amounts, substances and
times: what is one of a kind there is no other of it. Acts, thoughts and qualities of one kind are nearly the same."""
_MAIN, _MOST = 3, 8
"""The first senses of a part of speech are its main ones; beyond so many none is hardly ever meant."""


def read_wordnet(folder: Path, stem: Callable[[str], str]) -> Sets:
    """Return WordNet's meanings without names; a phrase is no word, but stands between narrower and broader."""
    numbers = {key: number for number, key in enumerate(_places(folder))}
    sets = Sets()
    for name, part in _PARTS.items():
        for key, file, pointers in _synsets(folder / f"data.{name}", part):
            for sign, other in pointers:
                if other in numbers and key in numbers:
                    _add(sets, numbers[key], numbers[other], sign, apart=file in _APART)
        for word, keys in _senses(folder / f"index.{name}", part):
            known = [numbers[key] for key in keys if key in numbers]
            sets.main[stem(word)].update(known[:_MAIN])
            sets.rest[stem(word)].update(known[_MAIN:_MOST])
    return sets


def _add(sets: Sets, meaning: int, other: int, sign: str, *, apart: bool) -> None:
    """Take in what a pointer says."""
    if sign == "@":
        sets.broader[meaning].add(other)
        if apart:
            sets.kind[meaning].add(other)
    elif sign == "!":
        sets.opposite[meaning].add(other)
    elif sign in _KIN:
        sets.kin[meaning].add(other)


def _places(folder: Path) -> Iterator[str]:
    """Yield the synsets of all parts of speech but those that are one thing with a name."""
    for name, part in _PARTS.items():
        for key, _, pointers in _synsets(folder / f"data.{name}", part):
            if all(sign != _INSTANCE for sign, _ in pointers):
                yield key


def _synsets(path: Path, part: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Yield (key, file, pointers) of each synset.

    A line is: offset, file, kind, count of words, words, count of pointers, pointers.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition(" | ")[0].split()
        at = 4 + 2 * int(fields[3], 16)
        pointers = fields[at + 1 : at + 1 + 4 * int(fields[at])]
        yield (
            part + fields[0],
            fields[1],
            [
                (sign, kind.replace("s", "a") + place)
                for sign, place, kind in zip(pointers[::4], pointers[1::4], pointers[2::4], strict=True)
            ],
        )


def _senses(path: Path, part: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (word, keys of its senses, the commonest first)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if not line.startswith(" ") and fields[0].isalpha():
            yield fields[0], [part + place for place in fields[-int(fields[2]) :]]
