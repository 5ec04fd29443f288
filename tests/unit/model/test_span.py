"""Spans: what is none."""

import pytest

from crossquote.model.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 2**63), (10**30, 10**31)])
def test_no_span_reaches_where_no_text_does(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)
