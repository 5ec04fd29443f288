"""Last names that begin with a particle ("Van Dalen", "De Jonge"), as a text shows them inside its sentences.

Where such a word opens a sentence it may be a preposition or an article; what the text calls somebody elsewhere tells.
"""

from collections.abc import Container
from collections.abc import Set as AbstractSet

import regex

from crossquote.text.words import fold

_PART = r"\p{L}[\p{L}'’-]*"
_INSIDE = regex.compile(
    rf"(?<=[\p{{Ll}}\p{{N}},;’”»\"] )(\p{{Lu}}\p{{Ll}}{{1,2}}) (?=(?:\p{{Ll}}{{2,3}} )?(\p{{Lu}}{_PART}))"
)
"""A particle with a capital inside a sentence, and the name behind it: "zei Van Dalen", "zei Van der Dalen"."""
_FULL = regex.compile(rf"(?<=\p{{Lu}}\p{{Ll}}+ )(\p{{Ll}}{{2,3}}) (?=(?:\p{{Ll}}{{2,3}} )?(\p{{Lu}}{_PART}))")
"""A particle inside a full name: "Karel van Dalen"."""

_BEHIND = regex.compile(rf"[ \u00a0](?:\p{{Ll}}{{2,3}} )?(\p{{Lu}}{_PART})")


def surnames_with_particles(text: str, particles: AbstractSet[str]) -> frozenset[tuple[str, str]]:
    """Return (particle, name) of the last names that `text` shows to begin with one of `particles`."""
    if not particles:
        return frozenset()
    found = (match.groups() for pattern in (_INSIDE, _FULL) for match in pattern.finditer(text, concurrent=True))
    return frozenset((fold(first), fold(name)) for first, name in found if fold(first) in particles)


def stands_before_name(text: str, end: int) -> bool:
    """Tell whether a name stands behind `end`, or further particles and a name: "Van Dalen", "Van der Dalen"."""
    return _BEHIND.match(text, end) is not None


def opens_surname(text: str, start: int, end: int, known: Container[tuple[str, str]]) -> bool:
    """Tell whether the word at `[start, end)` is the particle of a last name that is `known`."""
    behind = _BEHIND.match(text, end)
    return behind is not None and (fold(text[start:end]), fold(behind[1])) in known
