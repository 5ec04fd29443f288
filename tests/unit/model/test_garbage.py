"""What a state holds is frozen, through and through: it makes no cycle, so no garbage is looked for in it."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from msgspec import Struct

from crossquote.model.state import State


def structs_in(kind: Any, known: set[type[Struct]]) -> Iterator[type[Struct]]:
    """Yield the structs that a value of a type can hold, each once: itself, and those of its fields."""
    for inner in get_args(kind):
        yield from structs_in(inner, known)
    if isinstance(kind, type) and issubclass(kind, Struct) and kind not in known:
        known.add(kind)
        yield kind
        for field in get_type_hints(kind).values():
            yield from structs_in(field, known)


HELD = sorted(set(structs_in(State, set())) - {State}, key=lambda kind: kind.__name__)


def test_all_that_a_state_holds_is_known() -> None:
    assert {"Article", "Message", "Quote", "Span", "Utterance", "Finding"} <= {kind.__name__ for kind in HELD}


@pytest.mark.parametrize("kind", HELD)
def test_no_garbage_is_looked_for_in_what_a_state_holds(kind: type[Struct]) -> None:
    assert kind.__struct_config__.frozen
    assert not kind.__struct_config__.gc
