"""A record of a stranger's that is longer than any of ours is refused by the shape it lacks: it is not read twice."""

import pytest

from counting import counted
from crossquote.errors import UserError
from crossquote.project.codec import read_state


@pytest.mark.parametrize("kind", ["quotes", "corrections", "utterances"])
def test_a_long_record_without_the_right_shape_is_refused_at_once(kind: str) -> None:
    """Of 4 MB, read as anything it might be, came 250 MB, and of 60 MB nearly three thousand."""
    value = "[" + "{}," * 400_000 + "{}]"
    with pytest.raises(UserError), counted() as calls:
        read_state([(kind, '"a"', value)])
    assert calls[0] < 1000
