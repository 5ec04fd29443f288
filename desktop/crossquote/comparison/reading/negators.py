"""Negators: the words of a text that negate, each counted once."""

from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.terms import Terms
from crossquote.text.terms import Hit

NEGATION = Terms("negation", ("negators", "concord"), ("implied", "loosely", "idle"), telling=True)
_CONCORD_REACH = 8


def explicit_negators(reading: Reading) -> list[Hit]:
    """Return the negators of a text; words that only agree with another ("nor", "никто не") count when alone."""
    found = list(reading.of("negation", "negators"))
    for hit in reading.of("negation", "concord"):
        if not any(abs(other.first - hit.first) <= _CONCORD_REACH for other in found):
            found.append(hit)
    return sorted(found, key=lambda hit: hit.first)
