"""Order: a phrase that stands elsewhere."""

from collections.abc import Iterator

from crossquote.comparison.judging import shown
from crossquote.comparison.pair import Pair
from crossquote.model.comparison import Op
from crossquote.model.finding import Finding, Severity


def check_order(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each move."""
    for change in pair.changes:
        if change.op is Op.MOVE and not any(q.span.contains(change.text) for q in pair.text_reading.quantities):
            headline = f"Moved: {shown(pair.text.text, change.text)}"
            evidence = "The same words stand elsewhere in the base."
            yield Finding("order", "style", Severity.NEUTRAL, change.base, change.text, headline, evidence)
