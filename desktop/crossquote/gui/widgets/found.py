"""Where what is looked for stands in a text, and where Qt drew it."""

import re

from crossquote.model.span import Span


def find_places(text: str, wanted: str) -> list[Span]:
    """Return the places of `text` that have `wanted`, in order, whatever the capitals; none where nothing is wanted.

    Where the whole of it stands nowhere together, those of each of its words.
    """
    words = wanted.split()
    for parts in ([r"\s+".join(map(re.escape, words))], list(map(re.escape, words))):
        found = [Span(*match.span()) for match in re.finditer("|".join(parts), text, re.IGNORECASE)] if words else []
        if found:
            return found
    return []


def x_of(value: object) -> float:
    """Return the x of `cursorToX`, which answers a pair in some versions of PySide6."""
    first = value[0] if isinstance(value, tuple) else value
    return float(first)  # type: ignore[arg-type]
