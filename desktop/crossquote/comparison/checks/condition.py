"""Conditions lost or added: if, unless, provided that."""

from collections.abc import Iterator

from crossquote.comparison.judging import differing, joined, nearness, shown, weigh
from crossquote.comparison.pair import Pair
from crossquote.model.comparison import Op
from crossquote.model.finding import Finding, Severity

_ID = "condition"
_CATEGORY = "accuracy/mistranslation"


def check_condition(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where only one side makes what is said hang on a condition."""
    for sides in differing(pair, "conditions", ("if", "unless")):
        base, text = sides.spans
        near = nearness(pair, base, text)
        if near < 0.4:
            continue
        changes = (
            pair.links.change_of(base, in_base=True) if base else None,
            pair.links.change_of(text, in_base=False) if text else None,
        )
        alone = any(change is not None and change.op in (Op.DELETE, Op.INSERT) for change in changes)
        severity, doubt = weigh(near, Severity.MAJOR if alone else Severity.MINOR, Severity.MINOR, Severity.NEUTRAL)
        was = shown(pair.base.text, base) if base else ""
        now = shown(pair.text.text, text) if text else ""
        if was and now:
            headline = f"Condition changed: {now} for {was}"
        else:
            headline = f"Condition lost: {was}" if was else f"Condition added: {now}"
        evidence = joined("What hangs on a condition on one side does not on the other.", doubt)
        yield Finding(_ID, _CATEGORY, severity, base, text, headline, evidence)
