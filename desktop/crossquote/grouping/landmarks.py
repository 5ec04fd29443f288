"""Landmarks: names and numbers of an article and where they stand, by which it is set beside one in another language.

A name is known by how it begins to sound, so that it is the same in another script and under an ending.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType

import regex
from msgspec import Struct, field

from crossquote.text.romanize import has_alphabet, name_skeleton

_MARK = regex.compile(
    r"(?<!(?:^|[.!?…:]|[\p{Pi}\p{Ps}\"'])\s*)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’ʼ-]{2,}"
    r"|\p{Nd}+(?:[.,\s\u00a0\u202f]\p{Nd}{3})*",
    regex.MULTILINE,
)
"""A word with a capital that does not begin a sentence, or digits."""
_SOUNDS = 3
"""So many consonants of a name are told apart: an ending is left out."""
_OFTEN = 3
"""What stands in an article more often marks no place in it."""
_MOST = 200
"""So many landmarks are enough, however long an article is."""
NEAR = 0.08
"""A landmark stands at the same place of two articles where it is no farther off."""
Places = tuple[float, ...]


class Landmarks(Struct, frozen=True):
    """Where the landmarks of an article stand: `places` has for each how far into it, from 0 to 1, in order."""

    places: Mapping[str, Places] = field(default_factory=lambda: MappingProxyType({}))


def find_landmarks(text: str) -> Landmarks:
    """Return the landmarks of an article."""
    found: dict[str, list[float]] = {}
    for match in _MARK.finditer(text):
        key = _key(match[0])
        if key:
            found.setdefault(key, []).append(match.start() / len(text))
    rare = [(key, tuple(places)) for key, places in found.items() if len(places) <= _OFTEN]
    return Landmarks(MappingProxyType(dict(rare[:_MOST])))


def _key(written: str) -> str:
    if written[0].isdecimal():
        digits = "".join(str(int(sign)) for sign in written if sign.isdecimal())
        return digits if len(digits) > 1 else ""
    sound = name_skeleton(written) if has_alphabet(written) else ""
    return sound[:_SOUNDS] if len(sound) >= _SOUNDS else ""


def is_near(here: Places, there: Places) -> bool:
    """Tell whether a landmark stands at the same place of two articles."""
    return any(abs(a - b) <= NEAR for a in here for b in there)


def keep_pace(here: Landmarks, there: Landmarks) -> Callable[[float], float]:
    """Return what gives for a place of the first article the one where the second has come as far.

    Between two landmarks that both have, in one order, it is as far on as in the first.
    """
    met = sorted(
        (places[0], there.places[key][0])
        for key, places in here.places.items()
        if len(places) == len(there.places.get(key, ())) == 1 and is_near(places, there.places[key])
    )
    chain = [(0.0, 0.0), *_in_one_order([(a, b) for a, b in met if 0 < a < 1 and 0 < b < 1]), (1.0, 1.0)]

    def come(place: float) -> float:
        after = min(len(chain) - 1, max(1, bisect_right(chain, (place, 2.0))))
        (a, b), (c, d) = chain[after - 1], chain[after]
        return b + (d - b) * (place - a) / (c - a) if c > a else b

    return come


def _in_one_order(met: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the longest part of pairs, sorted by their first values, whose second ones ascend as well."""
    ends: list[float] = []
    rows: list[int] = []
    before: list[int] = []
    for row, (_, place) in enumerate(met):
        at = bisect_left(ends, place)
        before.append(rows[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        rows[at : at + 1] = [row]
    found, row = [], rows[-1] if rows else -1
    while row >= 0:
        found.append(met[row])
        row = before[row]
    return found[::-1]
