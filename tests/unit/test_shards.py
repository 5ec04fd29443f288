"""Shards: whatever changes, they hold what a dictionary would, what two differ in is where they share nothing."""

from hypothesis import given
from hypothesis import strategies as st

from crossquote.model.changes import differing, exchanged
from crossquote.shards import Shards, steady

keys = st.integers(0, 300)
changes = st.lists(st.tuples(st.dictionaries(keys, st.text(max_size=2), max_size=80), st.lists(keys, max_size=40)))


@given(st.dictionaries(keys, st.text(max_size=2)), changes)
def test_they_hold_what_a_dictionary_would(
    first: dict[int, str], sequence: list[tuple[dict[int, str], list[int]]]
) -> None:
    shards, twin = Shards.of(first), dict(first)
    for come, gone in sequence:
        before, was = shards, dict(twin)
        shards = shards.changed(come, gone)
        twin = {key: value for key, value in twin.items() if key not in gone} | come
        assert shards == twin == dict(shards.items())
        assert before == was
        assert len(shards) == len(twin) == len(list(shards))
        assert sorted(shards.values()) == sorted(twin.values())
        assert all((key in shards) is (key in twin) and shards.get(key, "") == twin.get(key, "") for key in range(301))
        assert differing(before, shards) == differing(was, twin)
        assert set(exchanged(before, shards)) <= set(exchanged(was, twin))


def test_a_change_of_a_few_leaves_most_parts_as_they_are() -> None:
    many = Shards.of({number: str(number) for number in range(10_000)})
    few = many.changed({5: "five", 10_001: "new"}, [7])
    assert len(list(many.beside(few))) <= 3
    assert differing(many, few) == {5, 7, 10_001}


def test_it_is_cut_anew_as_it_grows_and_shrinks() -> None:
    grown = Shards[int, str]().changed({number: str(number) for number in range(10_000)})
    assert len(grown.parts) == len(Shards.of(dict(grown.items())).parts)
    shrunk = grown.changed({}, list(range(9_990)))
    assert len(shrunk.parts) < len(grown.parts)
    assert dict(shrunk.items()) == {number: str(number) for number in range(9_990, 10_000)}


def test_mappings_whose_keys_are_spread_otherwise_are_compared_whole() -> None:
    told = {str(number): number for number in range(1000)}
    assert differing(Shards.of(told), Shards.of({**told, "7": 8}, steady)) == {"7"}


def test_a_mapping_of_the_same_keys_has_values_of_its_own() -> None:
    lengths = Shards.of({str(number): number for number in range(1000)}).valued(len)
    assert sum(lengths.values()) == 10 + 2 * 90 + 3 * 900
    assert lengths.changed({"5": 9}, ["7"]).get("5") == 9
    assert len(lengths.changed({"5": 9}, ["7"])) == 999
