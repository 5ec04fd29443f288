"""Hedges lost or added: doubt ("perhaps"), hearsay ("reportedly"), roughness ("about", "more than")."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.differences import differing
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.testimony import ask_terms
from crossquote.comparison.judging.weight import nearness, spoken, weigh
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Finding, Severity
from crossquote.text.terms import Hit

_ID = "hedge"
_CATEGORY = "accuracy/mistranslation"
_GROUPS = ("doubt", "hearsay", "about", "more", "less")
_STRONG = frozenset({"doubt", "hearsay"})
_NEAR = 6
"""So many letters may stand between "about" and its number."""


def check_hedge(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each hedge that only one side has."""
    for sides in differing(pair, "hedges", _GROUPS, _hedges):
        base, text = sides.spans
        near = nearness(pair, base, text)
        groups = {hit.group for hit in (sides.base, sides.text) if hit}
        if near < 0.4:
            continue
        sure = Severity.MAJOR if groups == {"more", "less"} else Severity.MINOR
        severity, doubt = weigh(near, sure, Severity.MINOR if groups & _STRONG else Severity.NEUTRAL, Severity.NEUTRAL)
        if base and text:
            was, now = shown(pair.base.text, base), shown(pair.text.text, text)
            headline, says = message("hedge.changed", was=was, now=now), message("hedge.other_way")
        elif base:
            headline, says = message("hedge.lost", was=shown(pair.base.text, base)), message("hedge.sure_here")
        else:
            word = shown(pair.text.text, text) if text else ""
            headline, says = message("hedge.added", now=word), message("hedge.sure_base")
        yield Finding(_ID, _CATEGORY, severity, base, text, headline, spoken(says, doubt))


def _hedges(reading: Reading, hit: Hit) -> bool:
    """Tell whether a term hedges here: "about" and "over" do so only before a number."""
    if hit.group in _STRONG:
        return True
    return any(0 <= quantity.span.start - hit.span.end <= _NEAR for quantity in reading.quantities)


CHECK = Check(
    id=_ID,
    rank=130,
    category=("accuracy/mistranslation",),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_hedge,
    classes=(ChangeClass.HEDGE,),
    terms=(Terms("hedges", _GROUPS, telling=True),),
    needs="hedges",
    covers=Covers.LOST,
    proof=Proof(asks=ask_terms("hedges")),
)
