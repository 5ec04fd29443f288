"""Excerpts: what a message shows of words at a place."""

import pytest

from crossquote.comparison.judging.excerpt import shown
from crossquote.model.span import Span


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("a short one", "a short one"),
        (
            "contracts for work and the placing of employees at other people's disposal as they like",
            "contracts for work and the … people's disposal as they like",
        ),
        ("x" * 61, f"{'x' * 30} … {'x' * 30}"),
    ],
)
def test_a_long_excerpt_is_shortened_between_words(text: str, excerpt: str) -> None:
    assert shown(text, Span(0, len(text))) == excerpt
