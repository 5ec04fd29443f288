"""Joins what is told: the parts of a line, a name and what is said of it, sentences one after another."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import reduce

from crossquote.wording.catalogue import SOURCE
from crossquote.wording.telling import tell_code


class Joint(StrEnum):
    """What stands between two texts; each value is the code of the words that join them."""

    NEXT = "joint.next"
    SENTENCE = "joint.sentence"
    CLAUSE = "joint.clause"
    PART = "joint.part"
    DOT = "joint.dot"
    ABOUT = "joint.about"
    ASIDE = "joint.aside"
    ROUTE = "joint.route"


def first_few(names: Sequence[str], most: int) -> tuple[str, ...]:
    """Return the first `most` of `names`, and an ellipsis after them where there are more."""
    return (*names[:most], "…") if len(names) > most else tuple(names)


def join_told(parts: Iterable[str], joint: Joint, language: str = SOURCE) -> str:
    """Return those of `parts` that say something, each joined with the next as `language` does it."""
    told = [part for part in parts if part]
    code = joint.value
    return reduce(lambda before, after: tell_code(code, {"before": before, "after": after}, language), told or [""])
