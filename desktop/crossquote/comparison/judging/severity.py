"""Severity: how much a difference matters, from all that is known of it; every weight stands here.

Critical: a reader would be misled about what was said. Major: the sense differs, and an editor must look. Minor: worth
a glance. Neutral: different words. The weights were set on pairs of our own making (`tests/cases/severity`), and are
told in the help (`resources/help/severity.md`).

What a check knows by the words' kind has a row in `GRADES` and weighs by how near the wording is: what is sure in
near-identical wording is a guess in a free one. A word put for another has no such row; points are added up for it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.side import Side
from crossquote.message import SILENCE, Message, message, spoken
from crossquote.model.finding import Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.text.kinship import Kinship

SURE = 0.72
"""From this nearness of wording on, a difference can hardly be the translator's freedom."""
LIKELY = 0.55
"""Below this, what looks missing may well be said in other words."""
UNSURE = message("evidence.unsure")

_CRITICAL, _MAJOR, _MINOR, _NEUTRAL = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL
Grade = tuple[Severity, Severity, Severity]
GRADES: Mapping[str, Grade] = MappingProxyType(
    {
        "addition.between": (_MINOR, _NEUTRAL, _NEUTRAL),
        "addition.few": (_MINOR, _NEUTRAL, _NEUTRAL),
        "addition.much": (_MAJOR, _NEUTRAL, _NEUTRAL),
        "addition.worded": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "condition.alone": (_MAJOR, _MINOR, _NEUTRAL),
        "condition.turned": (_MAJOR, _MAJOR, _MINOR),
        "condition.worded": (_MINOR, _MINOR, _NEUTRAL),
        "hedge.doubt": (_MINOR, _MINOR, _NEUTRAL),
        "hedge.other_way": (_MAJOR, _NEUTRAL, _NEUTRAL),
        "hedge.rough": (_MINOR, _NEUTRAL, _NEUTRAL),
        "hedge.source": (_MAJOR, _MAJOR, _NEUTRAL),
        "hedge.sure": (_MAJOR, _MINOR, _NEUTRAL),
        "modality.alone": (_MINOR, _NEUTRAL, _NEUTRAL),
        "modality.changed": (_MAJOR, _MINOR, _MINOR),
        "modality.clash": (_MAJOR, _MAJOR, _MINOR),
        "modality.done": (_MAJOR, _NEUTRAL, _NEUTRAL),
        "modality.shade": (_MINOR, _MINOR, _MINOR),
        "modality.shift": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "modality.unreal": (_MAJOR, _MINOR, _NEUTRAL),
        "name.added": (_MINOR, _NEUTRAL, _NEUTRAL),
        "name.added.sure": (_MINOR, _MINOR, _NEUTRAL),
        "name.added.worded": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "name.capital": (_MINOR, _MINOR, _NEUTRAL),
        "name.cut_out": (_MAJOR, _MAJOR, _MINOR),
        "name.cut_out.hole": (_MAJOR, _MAJOR, _MAJOR),
        "name.form": (_MAJOR, _MINOR, _NEUTRAL),
        "name.in_place": (_NEUTRAL, _MAJOR, _NEUTRAL),
        "name.missing": (_MINOR, _NEUTRAL, _NEUTRAL),
        "name.missing.given": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "name.missing.reported": (_MINOR, _MINOR, _NEUTRAL),
        "name.missing.telling": (_MAJOR, _MINOR, _NEUTRAL),
        "name.missing.worded": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "name.one_telling": (_NEUTRAL, _NEUTRAL, _MINOR),
        "name.one_place": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "name.other": (_CRITICAL, _MINOR, _NEUTRAL),
        "name.other.kind": (_MAJOR, _MINOR, _NEUTRAL),
        "name.other.part": (_MINOR, _MINOR, _NEUTRAL),
        "name.spelling": (_MINOR, _MINOR, _NEUTRAL),
        "name.telling": (_NEUTRAL, _MAJOR, _MAJOR),
        "name.unsure": (_MINOR, _NEUTRAL, _NEUTRAL),
        "name.unsure.telling": (_MAJOR, _NEUTRAL, _NEUTRAL),
        "name.unsure.worded": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "negation.differs": (_CRITICAL, _MAJOR, _MINOR),
        "negation.differs.plainly": (_CRITICAL, _MAJOR, _MAJOR),
        "negation.differs.beside": (_CRITICAL, _MINOR, _MINOR),
        "negation.opposite": (_CRITICAL, _MINOR, _MINOR),
        "negation.turned": (_MAJOR, _MINOR, _NEUTRAL),
        "negation.turned.short": (_MAJOR, _MAJOR, _MAJOR),
        "omission.clause": (_MAJOR, _MINOR, _NEUTRAL),
        "omission.clause.reported": (_MINOR, _MINOR, _NEUTRAL),
        "omission.few": (_MINOR, _NEUTRAL, _NEUTRAL),
        "omission.much": (_MAJOR, _NEUTRAL, _NEUTRAL),
        "omission.worded": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "person.other": (_MAJOR, _MINOR, _NEUTRAL),
        "person.pronoun": (_NEUTRAL, _NEUTRAL, _NEUTRAL),
        "person.turned": (_MINOR, _NEUTRAL, _NEUTRAL),
        "quantifier.alone": (_MINOR, _NEUTRAL, _NEUTRAL),
        "quantifier.changed": (_MAJOR, _MINOR, _NEUTRAL),
        "quantifier.clash": (_MAJOR, _MAJOR, _MINOR),
        "quantifier.limits": (_MAJOR, _MINOR, _NEUTRAL),
        "quantifier.part": (_MAJOR, _MINOR, _NEUTRAL),
        "quantifier.part.printed": (_MAJOR, _MAJOR, _NEUTRAL),
        "quantifier.scarcely": (_MAJOR, _MINOR, _MINOR),
        "quantifier.scarcely.not": (_MAJOR, _MAJOR, _MINOR),
        "quantifier.scope": (_MAJOR, _MAJOR, _MINOR),
        "quantifier.scope.one_of": (_MAJOR, _MAJOR, _MAJOR),
        "quantity.apart": (_MAJOR, _MINOR, _MINOR),
        "quantity.apart.figures": (_MAJOR, _MAJOR, _MAJOR),
        "quantity.missing": (_MAJOR, _MINOR, _MINOR),
        "quantity.missing.plainly": (_MAJOR, _MAJOR, _MAJOR),
        "quantity.replaced": (_CRITICAL, _MAJOR, _MINOR),
        "quantity.replaced.figures": (_CRITICAL, _MAJOR, _MAJOR),
        "quantity.rounded": (_MINOR, _MINOR, _MINOR),
        "quantity.today": (_MINOR, _NEUTRAL, _NEUTRAL),
        "question.asks": (_MAJOR, _MINOR, _NEUTRAL),
        "question.asks.within": (_MINOR, _NEUTRAL, _NEUTRAL),
        "stance.changed": (_MINOR, _NEUTRAL, _NEUTRAL),
        "strength.booster": (_MINOR, _NEUTRAL, _NEUTRAL),
        "tense.over": (_MAJOR, _MINOR, _NEUTRAL),
        "tense.over.verb": (_MAJOR, _MAJOR, _NEUTRAL),
        "tense.reported": (_MINOR, _NEUTRAL, _NEUTRAL),
        "tense.shade": (_MINOR, _NEUTRAL, _NEUTRAL),
    }
)
"""How much a kind of difference weighs: where the wording is near enough to be sure, where it is likely, elsewhere."""

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


def nearness(pair: Pair, base: Span | None, text: Span | None) -> float:
    """Return how near the wording is, at these places and as a whole; 0 to 1."""
    return 0.5 * pair.links.around(base, text) + 0.5 * pair.links.nearness


def weigh(near: float, *kinds: str) -> tuple[Severity, Message]:
    """Return how much a difference of some kinds weighs at this nearness, the gravest, and what to say of a doubt."""
    column = 0 if near >= SURE else 1 if near >= LIKELY else 2
    gravest = max((GRADES[kind][column] for kind in kinds), key=lambda severity: severity.rank)
    return gravest, UNSURE if near < LIKELY else SILENCE


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


class Evidence(Struct, frozen=True):
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
        message("weighed.near", share=round(evidence.near, 2)),
        _circumstance(evidence),
    )


def _circumstance(evidence: Evidence) -> Message:
    if evidence.translated:
        return message("weighed.translated")
    if evidence.verbatim:
        return message("weighed.verbatim")
    return message("weighed.reported") if evidence.reported else SILENCE
