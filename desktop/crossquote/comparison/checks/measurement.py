"""Measurements, also converted ones."""

from collections.abc import Iterator

from crossquote.comparison.judging.quantity_findings import quantity_findings
from crossquote.comparison.reading.pair import Pair
from crossquote.model.finding import Finding
from crossquote.text.quantity import Sort


def check_measurement(pair: Pair) -> Iterator[Finding]:
    """Yield what differs."""
    return quantity_findings(pair, Sort.MEASUREMENT)
