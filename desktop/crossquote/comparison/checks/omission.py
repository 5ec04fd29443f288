"""Omission: content words of the base that nothing in the rendition stands for."""

from collections.abc import Iterator

from crossquote.comparison.content import missing_runs
from crossquote.comparison.judging import joined, nearness, shown, weigh
from crossquote.comparison.pair import Pair
from crossquote.model.finding import Finding, Severity

_ID = "omission"
_MUCH = 4
"""From so many content words on, what is missing is more than a matter of style."""


def check_omission(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each stretch of the base that is missing."""
    for span, count in missing_runs(pair):
        near = nearness(pair, span, None)
        sure = Severity.MAJOR if count >= _MUCH else Severity.MINOR
        severity, doubt = weigh(near, sure, Severity.MINOR if count > 1 else Severity.NEUTRAL, Severity.NEUTRAL)
        what = shown(pair.base.text, span)
        evidence = joined("Only the base says it.", doubt)
        yield Finding(_ID, "accuracy/omission", severity, span, None, f"Left out: {what}", evidence)
