"""Deferred: what is asked for is made, once, and read, once; the rest is not."""

from hypothesis import given
from hypothesis import strategies as st

from crossquote.deferred import Unread
from crossquote.model.changes import differing
from crossquote.shards import Shards, steady

keys = st.integers(0, 300)


@given(st.sets(keys), st.dictionaries(keys, st.text(max_size=2), max_size=40), st.lists(keys, max_size=40))
def test_a_deferred_mapping_holds_what_one_that_was_made_would(
    first: set[int], come: dict[int, str], gone: list[int]
) -> None:
    deferred, made = Shards[int, str].deferred(first, str), Shards.of({key: str(key) for key in first})
    assert deferred == made
    after, twin = deferred.changed(come, gone), made.changed(come, gone)
    assert after == twin
    assert len(after) == len(twin)
    assert deferred == made
    assert differing(deferred, after) == differing(made, twin)


def test_each_value_is_made_once_and_only_where_it_is_asked_for() -> None:
    asked: list[int] = []

    def make(key: int) -> list[int]:
        asked.append(key)
        return [key]

    deferred = Shards[int, list[int]].deferred(range(1000), make)
    assert len(deferred) == 1000
    assert 7 in deferred
    changed = deferred.changed({8: [80]}, [9])
    assert not asked
    assert changed[7] is deferred[7]
    assert deferred[9] == [9]
    assert changed.get(9) is None
    assert changed[8] == [80]
    assert asked == [7, 9]


def test_what_is_unread_is_read_once() -> None:
    read: list[None] = []

    def reading() -> dict[str, int]:
        read.append(None)
        return {"one": 1}

    unread = Unread(reading)
    assert not read
    assert unread["one"] == 1
    assert "two" not in unread
    copied = unread.copy()
    copied["two"] = 2
    assert dict(unread) == {"one": 1}
    assert len(read) == 1


@given(st.dictionaries(st.text(max_size=3), keys))
def test_texts_are_spread_alike_in_every_run(mapping: dict[str, int]) -> None:
    spread = Shards.of(mapping, steady)
    assert spread == mapping
    assert all(key in spread.parts[steady(key) % len(spread.parts)] for key in mapping)
    assert spread.changed({"bridge": 1}) == mapping | {"bridge": 1}


def test_a_text_has_the_number_that_it_had_when_it_was_kept() -> None:
    assert steady("bridge") == 1_769_475_999
