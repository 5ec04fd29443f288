"""From which side a text begins to be read, by its first letter."""

from unicodedata import bidirectional

_OPENINGS, _CLOSING = frozenset({"LRI", "RLI", "FSI"}), "PDI"
_LEFTWARD = frozenset({"R", "AL"})


def begins_leftward(text: str, *, otherwise: bool = False) -> bool:
    """Tell whether the first letter of `text`, outside of what it sets apart, is read from right to left.

    That is how the direction of a paragraph is found (Unicode Bidirectional Algorithm, P2 and P3); `otherwise` is told
    where there is no letter.
    """
    depth = 0
    for sign in text:
        kind = bidirectional(sign)
        depth += (kind in _OPENINGS) - (kind == _CLOSING and depth > 0)
        if not depth and (kind == "L" or kind in _LEFTWARD):
            return kind in _LEFTWARD
    return otherwise
