"""Comparing two sides: what changed, of what kind, and whether it matters."""

from crossquote.comparison.pair import Side
from crossquote.model.comparison import Comparison


def compare(base: Side, text: Side) -> Comparison:
    """Return the changes from `base` to `text` and what the checks find in them."""
    return Comparison(base.text, text.text, ())
