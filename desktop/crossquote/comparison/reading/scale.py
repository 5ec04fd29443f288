"""The scale on which requests stand: suggest < ask < request < urge < demand < order, moved by boosters.

"Really asked" stands between ask and request, "strongly requested" between request and urge.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from crossquote.comparison.reading.one_text import LONGEST_TERM, Reading
from crossquote.comparison.reading.terms import Terms
from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.terms import Hit, beginning_within, find_terms, term_index
from crossquote.text.words import split_words

LABELS = ("suggest", "ask", "request", "urge", "demand", "order")
"""The named points of the scale, from 0 up."""
_BEFORE, _AFTER = 2, 5
"""A booster counts so many words before its verb ("strongly requested") and after it ("asked him very much")."""
_STEPS: Mapping[str, float] = MappingProxyType({"boost": 0.4, "boost_much": 0.7, "soften": -0.4})
MOVERS = tuple(_STEPS)
"""What moves a request on the scale: boosters, and what softens."""
TERMS = Terms("strength", (*LABELS, *MOVERS, "idle"), telling=True)
"""By which requests are found; what is idle hides what stands in it."""


class Request(Struct, frozen=True):
    """A request that a text makes, and where it stands on the scale.

    `value` counts from 0 (suggest) to 5 (order), with parts of a step for boosters; `label` is the nearest named
    point at or below it; `span` is the place in the text, from booster to verb; `phrase` its words.
    """

    value: float
    label: str
    span: Span
    phrase: str

    @property
    def share(self) -> float:
        """Where it stands between the ends of the scale, from 0 to 1."""
        return min(max(self.value / (len(LABELS) - 1), 0), 1)


def find_requests(reading: Reading) -> tuple[Request, ...]:
    """Return all requests of a text, each with its place on the scale, in text order.

    The scale's ends are 0 and `len(LABELS) - 1`; a boosted order may lie a little above, a softened suggestion a little
    below.
    """
    return _place_all(reading.text, reading.of(TERMS.section))


def requests_in(text: str, language: Language) -> tuple[Request, ...]:
    """Return all requests of a text of which nothing else has to be read, as `find_requests` does."""
    hits = find_terms(split_words(text, language), term_index(language, TERMS.pairs))
    return _place_all(text, tuple(hits))


def _place_all(text: str, hits: Sequence[Hit]) -> tuple[Request, ...]:
    acts = [hit for hit in hits if hit.group in LABELS]
    movers = [hit for hit in hits if hit.group in MOVERS]
    return tuple(_place(text, act, _beside(act, acts, movers, text)) for act in acts)


def _beside(act: Hit, acts: Sequence[Hit], movers: Sequence[Hit], text: str) -> list[Hit]:
    """Return the boosters that belong to `act`: none nearer to another act, none across a full stop or comma."""
    found = []
    for mover in _around(movers, act):
        before, after = act.first - mover.last, mover.first - act.last
        if not (0 <= before < _BEFORE or 0 <= after < _AFTER):
            continue
        gap = text[min(act.span.end, mover.span.end) : max(act.span.start, mover.span.start)]
        nearest = min(
            _around(acts, mover), key=lambda other: min(abs(other.first - mover.last), abs(mover.first - other.last))
        )
        if nearest is act and not any(mark in gap for mark in ".,;:!?…"):
            found.append(mover)
    return found


def _around(hits: Sequence[Hit], hit: Hit) -> Sequence[Hit]:
    """Return those of `hits`, which are in order, that stand within reach of one, and some more."""
    reach = max(_BEFORE, _AFTER) + LONGEST_TERM
    return beginning_within(hits, hit.first - reach, hit.last + reach)


def _place(text: str, act: Hit, movers: Sequence[Hit]) -> Request:
    level = LABELS.index(act.group)
    value = round(level + max(-0.9, min(0.9, sum(_STEPS[mover.group] for mover in movers))), 2)
    label = LABELS[max(0, min(len(LABELS) - 1, int(value)))]
    spans = [act.span, *(mover.span for mover in movers)]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Request(value, label, span, span.of(text))
