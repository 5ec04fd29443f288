"""Small words that say what was so before, or is more than was expected: even, again, still, already.

One more or less is a matter of style in free wording; in wording that is kept it was put in, or left out. One in the
place of another says something else.
"""

from collections.abc import Iterator, Sequence

from crossquote.comparison.judging.differences import Sides, base_hits, differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.scope import is_told
from crossquote.comparison.judging.severity import LIKELY, SURE, nearness, weigh
from crossquote.comparison.reading.negators import explicit_negators, negators_near
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.scale import MOVERS
from crossquote.comparison.reading.terms import Terms
from crossquote.message import Message, message, spoken
from crossquote.model.comparison import Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.terms import Hit

_SCARCELY = "scarcely"
SCARCELY = ("particles", _SCARCELY)
_PLAIN = ("even", "again", "still", "already")
PARTICLES = Terms("particles", _PLAIN, (_SCARCELY, "idle"))
_REACH = 3
"""A "not" so near makes another word of it: "not yet", "no longer"."""


def particle_findings(pair: Pair, check: str, category: Category, told: Sequence[Sides]) -> Iterator[Finding]:
    """Yield a finding for each such word that differs in kept wording, without those of which `told` says more."""
    for sides in differing(pair, PARTICLES.section, _PLAIN, _stands_by_itself):
        base, text = sides.spans
        if is_told(told, sides):
            continue
        if nearness(pair, base, text) < SURE or (not (sides.base and sides.text) and _is_worded_otherwise(pair, sides)):
            continue
        severity = Severity.MAJOR if base and text else Severity.MINOR
        evidence = (message("particle.before"),)
        yield Finding(check, category, severity, base, text, _headline(pair, sides), evidence)


def scarcely_findings(pair: Pair, check: str, category: Category) -> Iterator[Finding]:
    """Yield a finding where one side says "hardly", and the other "not", or nothing like it.

    "Rarely" and the like say nearly the same. "Not" in its very place is no negation more: "hardly" all but negates.
    """
    base = base_hits(pair, PARTICLES.section, _SCARCELY)
    text = pair.text_reading.of(PARTICLES.section, _SCARCELY)
    if bool(base) == bool(text):
        return
    other = pair.text_reading if base else pair.base_reading
    if other.of("negation", "implied", "loosely") or other.of("quantifiers", "few", "only"):
        return
    no = next((hit for hit in explicit_negators(other) if not pair.links.is_kept(hit.span, in_base=not base)), None)
    if no is not None and any(hit.first == no.last for hit in other.of("strength", *MOVERS)):
        return  # "not really" is "hardly"
    sides = Sides(base[0], no) if base else Sides(no, text[0])
    near = nearness(pair, *sides.spans)
    severity, doubt = weigh(near, "quantifier.scarcely.not" if no else "quantifier.scarcely")
    if no is None and near < LIKELY:
        return
    evidence = spoken(message("particle.scarcely"), doubt)
    yield Finding(check, category, severity, *sides.spans, _headline(pair, sides), evidence)


def _is_worded_otherwise(pair: Pair, sides: Sides) -> bool:
    """Tell whether other words stand where the one side has such a word ("already", "long")."""
    hit = sides.base or sides.text
    change = pair.links.change_of(hit.span, in_base=sides.base is not None) if hit is not None else None
    return change is not None and change.op not in (Op.DELETE, Op.INSERT)


def _headline(pair: Pair, sides: Sides) -> Message:
    was = shown(pair.base.text, sides.base.span) if sides.base else ""
    now = shown(pair.text.text, sides.text.span) if sides.text else ""
    if was and now:
        return message("quantifier.changed", was=was, now=now)
    return message("quantifier.lost", was=was) if was else message("quantifier.added", now=now)


def _stands_by_itself(reading: Reading, hit: Hit) -> bool:
    """Tell whether no "not" stands beside a word: what it limits then is judged with the "not"."""
    return not negators_near(reading, hit, _REACH)
