"""What an editor put into a quotation is not the speaker's."""

import pytest

from crossquote.text.insertions import without_insertions


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
