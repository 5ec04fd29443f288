"""Severity: how much a replaced word matters, from all that is known of it; every weight stands here.

Critical: a reader would be misled about what was said. Major: the sense differs, and an editor must look. Minor: worth
a glance. Neutral: different words. The weights were set on pairs of our own making (`tests/cases/severity`), and are
told in the help (`resources/help/severity.md`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crossquote.comparison.judging.weight import spoken
from crossquote.comparison.reading.side import Side
from crossquote.message import SILENCE, Message, message
from crossquote.model.finding import Severity
from crossquote.model.quote import QuoteKind
from crossquote.text.kinship import Kinship

KIN: Mapping[Kinship, int] = MappingProxyType(
    {
        Kinship.OPPOSITE: 70,
        Kinship.SISTER: 40,
        Kinship.UNRELATED: 15,
        Kinship.NARROWER: 10,
        Kinship.BROADER: 5,
        Kinship.UNKNOWN: 5,
    }
)
"""Points for what two words are to each other; those that say the same get none and weigh nothing."""
NEAR, HALF = 60, 0.5
"""Points for the rest of the words where all agree; where only half do they are none, and fewer take away."""
VERBATIM, REPORTED, TRANSLATED, FRAGMENT, SEVERAL, ALONE = 12, -20, -25, -15, -15, 35
"""Points where both sides print the words in quotation marks; where one only reports them; where one was translated;
where few words agree beside it; where it is not one word for one; where one rendition alone says so against others
that agree."""
FEW = 3
"""So few words that agree say little about the rest."""
LEAST: Mapping[Severity, int] = MappingProxyType({Severity.CRITICAL: 95, Severity.MAJOR: 65, Severity.MINOR: 50})
"""From so many points on a replaced word is of this severity; with fewer it is neutral."""

_SAYS: Mapping[Kinship, str] = MappingProxyType(
    {
        Kinship.OPPOSITE: "weighed.opposite",
        Kinship.SISTER: "weighed.sister",
        Kinship.UNRELATED: "weighed.unrelated",
        Kinship.NARROWER: "weighed.narrower",
        Kinship.BROADER: "weighed.broader",
        Kinship.UNKNOWN: "weighed.unknown",
    }
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a replaced word.

    `near` is the share of the other words that agree, 0 to 1, and `agreeing` how many do; `verbatim` tells that both
    sides print the words in quotation marks, `reported` that one only reports them, `translated` that one was
    translated by the machine; `single` that one word stands for one; `alone` that one rendition stands against an
    agreement of the others.
    """

    kinship: Kinship
    near: float
    agreeing: int
    verbatim: bool = False
    reported: bool = False
    translated: bool = False
    single: bool = True
    alone: bool = False


def gather_evidence(
    kinship: Kinship, beside: tuple[float, int], sides: tuple[Side, Side], *, single: bool = True, alone: bool = False
) -> Evidence:
    """Return what is known of a replaced word: `beside` is the share of the other words that agree, and how many."""
    kinds = [side.kind for side in sides]
    return Evidence(
        kinship,
        *beside,
        verbatim=all(kind in (QuoteKind.DIRECT, QuoteKind.MIXED) for kind in kinds),
        reported=QuoteKind.INDIRECT in kinds,
        translated=any(side.source is not None for side in sides),
        single=single,
        alone=alone,
    )


def weigh_evidence(evidence: Evidence) -> Severity:
    """Return how much a replaced word matters."""
    if evidence.kinship not in KIN:
        return Severity.NEUTRAL
    points = _points(evidence)
    return next((severity for severity, least in LEAST.items() if points >= least), Severity.NEUTRAL)


def _points(evidence: Evidence) -> float:
    circumstances = (
        (evidence.verbatim and not evidence.translated, VERBATIM),
        (evidence.reported, REPORTED),
        (evidence.translated, TRANSLATED),
        (evidence.agreeing < FEW, FRAGMENT),
        (not evidence.single, SEVERAL),
        (evidence.alone, ALONE),
    )
    near = NEAR * (evidence.near - HALF)
    return KIN[evidence.kinship] + near + sum(points for holds, points in circumstances if holds)


def tell_evidence(evidence: Evidence) -> tuple[Message, ...]:
    """Return what weighed, for a reader: what the words are to each other, and what stands around them."""
    return spoken(
        message(_SAYS[evidence.kinship]),
        message("weighed.near", share=round(100 * evidence.near)),
        _circumstance(evidence),
    )


def _circumstance(evidence: Evidence) -> Message:
    if evidence.translated:
        return message("weighed.translated")
    if evidence.verbatim:
        return message("weighed.verbatim")
    return message("weighed.reported") if evidence.reported else SILENCE
