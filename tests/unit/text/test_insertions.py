"""What an editor put into a quotation is not the speaker's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counting import counted
from crossquote.model.span import Span
from crossquote.text.insertions import is_insertion, without_insertions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the time of a talk [between Lind and Brook]", "the time of a talk"),
        ("[W]e will stay", "We will stay"),
        ("we [Delmark] will stay", "we Delmark will stay"),
        ("[the whole sentence is put in]", "[the whole sentence is put in]"),
        ("no brackets here", "no brackets here"),
        ("an open [ bracket", "an open [ bracket"),
    ],
)
def test_what_an_editor_put_in_is_left_out(text: str, said: str) -> None:
    assert without_insertions(text) == said


@given(text=st.text(alphabet="a []", max_size=40) | st.sampled_from([f"[{'a' * count}]" for count in (199, 200, 201)]))
def test_what_stands_in_brackets_that_are_closed_was_put_in(text: str) -> None:
    places = [found.span() for found in re.finditer(r"\[[^\[\]]{1,200}\]", text)]
    for start in (at for at, letter in enumerate(text) if letter != " "):
        for end in range(start + 1, min(start + 5, len(text)) + 1):
            inside = any(first <= start and end <= last for first, last in places)
            assert is_insertion(text, Span(start, end)) is inside


@pytest.mark.parametrize("said", ["[put in] said ", "[a said "])
def test_looking_for_one_costs_no_more_in_a_long_quote(said: str) -> None:
    def cost(many: int) -> int:
        span = Span(len(said * many) - 5, len(said * many) - 1)
        with counted() as calls:
            assert not is_insertion(said * many, span)
        return calls[0]

    assert cost(400) == cost(4)
