"""Small words that say what was so before, or is more than was expected: even, again, still, already.

One more or less is a matter of style in free wording; in wording that is kept it was put in, or left out. One in the
place of another says something else.
"""

from collections.abc import Iterator

from crossquote.comparison.judging.differences import Sides, differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.weight import SURE, nearness
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import Message, message
from crossquote.model.comparison import Op
from crossquote.model.finding import Finding, Severity
from crossquote.text.terms import Hit

PARTICLES = Terms("particles", ("even", "again", "still", "already"), ("idle",))
_REACH = 3
"""A "not" so near makes another word of it: "not yet", "no longer"."""


def particle_findings(pair: Pair, check: str, category: str) -> Iterator[Finding]:
    """Yield a finding for each such word that differs in kept wording."""
    for sides in differing(pair, PARTICLES.section, PARTICLES.keys, _stands_by_itself):
        base, text = sides.spans
        if nearness(pair, base, text) < SURE or (not (sides.base and sides.text) and _is_worded_otherwise(pair, sides)):
            continue
        severity = Severity.MAJOR if base and text else Severity.MINOR
        evidence = (message("particle.before"),)
        yield Finding(check, category, severity, base, text, _headline(pair, sides), evidence)


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
    return all(max(no.first - hit.last, hit.first - no.last) > _REACH for no in explicit_negators(reading))
