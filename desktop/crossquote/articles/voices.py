"""Which of the words that captions say before a colon are who speaks: "KESSEL: We stay.", and not "UPDATE: …"."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import regex

from crossquote.articles.given_names import is_given_name
from crossquote.notation import read_toml
from crossquote.resources import resource

_NAME = regex.compile(r"[\p{L}\p{M}'’-]{3,}")
"""A name of one word: no figures, no dots of what is in short."""
_MOST = 3
"""Words of a person's name; what is shouted has more."""


def voices_among(labels: Sequence[str]) -> frozenset[str]:
    """Return those of the labels of captions that are who speaks: what comes twice, or looks like a person's name.

    Names in small letters may be no speakers': they are where one of them comes twice.
    """
    often = Counter(labels)
    are_voices = any(times > 1 and not label.isupper() for label, times in often.items())
    return frozenset(
        label
        for label, times in often.items()
        if (times > 1 or _is_person(label) if label.isupper() else are_voices) and not _is_heading(label)
    )


def _is_person(label: str) -> bool:
    """Tell whether a label in capitals looks like a person's name: it begins with a given name, or is one word."""
    words = label.split()
    return bool(_NAME.fullmatch(label)) if len(words) == 1 else len(words) <= _MOST and is_given_name(words[0])


def _is_heading(label: str) -> bool:
    """Tell whether a label is one of those that say what comes, and not who says it."""
    return _headings().issuperset(word.casefold() for word in label.split())


@lru_cache(maxsize=1)
def _headings() -> frozenset[str]:
    return frozenset(read_toml(resource("captions.toml"))["headings"])
