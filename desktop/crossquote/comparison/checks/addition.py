"""Addition: content words of the rendition that nothing in the base stands for."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.weight import joined, nearness, weigh
from crossquote.comparison.reading.content import added_runs, going_on
from crossquote.comparison.reading.pair import Pair
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Finding, Severity

_ID = "addition"
_MUCH = 4
"""From so many content words on, what is added is more than a matter of style."""


def check_addition(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each stretch of the rendition that the base lacks."""
    for span in going_on(pair):
        what = shown(pair.text.text, span)
        evidence = "The base does not reach so far; it may be a shorter quotation of the same words."
        yield Finding(_ID, "accuracy/addition", Severity.NEUTRAL, None, span, f"Goes on: {what}", evidence)
    for span, count in added_runs(pair):
        near = nearness(pair, None, span)
        sure = Severity.MAJOR if count >= _MUCH else Severity.MINOR
        severity, doubt = weigh(near, sure, Severity.MINOR if count > 1 else Severity.NEUTRAL, Severity.NEUTRAL)
        what = shown(pair.text.text, span)
        evidence = joined("Only this rendition says it.", doubt)
        yield Finding(_ID, "accuracy/addition", severity, None, span, f"Added: {what}", evidence)


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
