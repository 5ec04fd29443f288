"""Ends of lines and clauses: whether a sentence ends there, in any script, marks and brackets behind it included."""

import re

ENDS = frozenset(".!?…։؟।॥۔。！？")
"""What ends a sentence, in whatever script."""
_AT_END = re.compile(rf"([{''.join(sorted(ENDS))}])[\"”»’')\]」』“]*\s*$")
COMMAS = frozenset(",،、，՝")
"""What parts the clauses of a sentence, in whatever script."""
COLONS = frozenset(";:；：؛")
"""What parts more than a comma, and ends no sentence."""
DASHES = frozenset("–—-―")
"""What parts a dateline or an aside from its sentence."""


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(mark_at_end(line))


def mark_at_end(line: str) -> str:
    """Return the mark by which a line ends as a sentence does; "" where it does not."""
    found = _AT_END.search(line[-80:])
    return found[1] if found else ""
