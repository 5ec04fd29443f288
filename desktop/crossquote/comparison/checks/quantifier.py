"""Quantifiers: all, most, many, some, few, none, only, both, each."""

from collections.abc import Iterator

from crossquote.comparison.content import COUNTING
from crossquote.comparison.judging import differing, joined, nearness, shown, weigh
from crossquote.comparison.pair import Pair
from crossquote.model.finding import Finding, Severity

_ID = "quantifier"
_CATEGORY = "accuracy/mistranslation"
_GROUPS = ("all", "most", "many", "some", "few", "only", "both")


def check_quantifier(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where one quantifier stands for another, or one is lost or added in kept wording."""
    for sides in differing(pair, "quantifiers", _GROUPS):
        base, text = sides.spans
        near = nearness(pair, base, text)
        if base and text:
            severity, doubt = weigh(near, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL)
            was, now = shown(pair.base.text, base), shown(pair.text.text, text)
            evidence = joined(f"“{now}” is not as many as “{was}”.", doubt)
            yield Finding(_ID, _CATEGORY, severity, base, text, f"{now} for {was}", evidence)
        elif near >= 0.5 and not any(hit.group in COUNTING for hit in (sides.base, sides.text) if hit):
            severity, doubt = weigh(near, Severity.MINOR, Severity.NEUTRAL, Severity.NEUTRAL)
            word = shown(pair.base.text, base) if base else shown(pair.text.text, text) if text else ""
            headline = f"Lost: {word}" if base else f"Added: {word}"
            yield Finding(_ID, _CATEGORY, severity, base, text, headline, joined("Only one side limits it so.", doubt))
