"""How much a difference weighs: what is sure in near-identical wording is a guess in a free one."""

from crossquote.comparison.reading.pair import Pair
from crossquote.message import SILENCE, Message, message
from crossquote.model.finding import Severity
from crossquote.model.span import Span

SURE = 0.72
"""From this nearness of wording on, a difference can hardly be the translator's freedom."""
LIKELY = 0.55
"""Below this, what looks missing may well be said in other words."""
UNSURE = message("evidence.unsure")


def nearness(pair: Pair, base: Span | None, text: Span | None) -> float:
    """Return how near the wording is, at these places and as a whole; 0 to 1."""
    return 0.5 * pair.links.around(base, text) + 0.5 * pair.links.nearness


def weigh(near: float, sure: Severity, likely: Severity, unsure: Severity) -> tuple[Severity, Message]:
    """Return the severity for this nearness of wording, and what to say where that lowers it."""
    if near >= SURE:
        return sure, SILENCE
    return (likely, SILENCE) if near >= LIKELY else (unsure, UNSURE)


def spoken(*messages: Message) -> tuple[Message, ...]:
    """Return the messages that say something."""
    return tuple(filter(None, messages))
