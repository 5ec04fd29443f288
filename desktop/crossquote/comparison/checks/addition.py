"""Addition: content words of the rendition that nothing in the base stands for."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.weight import nearness, spoken, weigh
from crossquote.comparison.reading.content import added_runs, going_on
from crossquote.comparison.reading.pair import Pair
from crossquote.message import message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Finding, Severity

_ID = "addition"
_MUCH = 4
"""From so many content words on, what is added is more than a matter of style."""


def check_addition(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each stretch of the rendition that the base lacks."""
    for span in going_on(pair):
        headline = message("addition.goes_on", now=shown(pair.text.text, span))
        says = message("addition.base_ends")
        yield Finding(_ID, "accuracy/addition", Severity.NEUTRAL, None, span, headline, (says,))
    for span, count in added_runs(pair):
        near = nearness(pair, None, span)
        sure = Severity.MAJOR if count >= _MUCH else Severity.MINOR
        severity, doubt = weigh(near, sure, Severity.MINOR if count > 1 else Severity.NEUTRAL, Severity.NEUTRAL)
        headline = message("addition.added", now=shown(pair.text.text, span))
        evidence = spoken(message("addition.only_here"), doubt)
        yield Finding(_ID, "accuracy/addition", severity, None, span, headline, evidence)


CHECK = Check(
    id=_ID,
    rank=190,
    category=("accuracy/addition",),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_addition,
    classes=(ChangeClass.ADDITION,),
    covers=Covers.NOTHING,
    gives_way=True,
    proof=Proof(unstable=Severity.NEUTRAL),
)
