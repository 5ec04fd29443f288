"""Quotes are named by where they are found; the name says it again."""

import pytest

from crossquote.model.quote import named_place, quote_id
from crossquote.model.span import Span


@pytest.mark.parametrize("kind", ["", "indirect"])
@pytest.mark.parametrize("article", ["a0001", "9f:2", "of\ntwo lines"])
def test_what_a_quote_is_named_by_says_where_it_stands(article: str, kind: str) -> None:
    assert named_place(quote_id(article, Span(7, 31), kind)) == (article, Span(7, 31))


@pytest.mark.parametrize("name", ["", "q1", "a:7", "a:7-", "a:31-7", ":7-31", f"a:0-{'9' * 40}", "a:7-31:"])
def test_another_name_says_no_place(name: str) -> None:
    assert named_place(name) is None
