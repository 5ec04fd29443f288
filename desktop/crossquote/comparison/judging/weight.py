"""How much a difference weighs: what is sure in near-identical wording is a guess in a free one."""

from crossquote.comparison.reading.pair import Pair
from crossquote.model.finding import Severity
from crossquote.model.span import Span

SURE = 0.72
"""From this nearness of wording on, a difference can hardly be the translator's freedom."""
LIKELY = 0.55
"""Below this, what looks missing may well be said in other words."""
UNSURE = "The wording differs too much to be sure."


def nearness(pair: Pair, base: Span | None, text: Span | None) -> float:
    """Return how near the wording is, at these places and as a whole; 0 to 1."""
    return 0.5 * pair.links.around(base, text) + 0.5 * pair.links.nearness


def weigh(near: float, sure: Severity, likely: Severity, unsure: Severity) -> tuple[Severity, str]:
    """Return the severity for this nearness of wording, and what to say where that lowers it."""
    if near >= SURE:
        return sure, ""
    return (likely, "") if near >= LIKELY else (unsure, UNSURE)


def joined(*sentences: str) -> str:
    """Return the sentences that say something as one text."""
    return " ".join(sentence for sentence in sentences if sentence)
