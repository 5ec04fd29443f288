"""Ordered: whatever changes, it holds what a dictionary would that is sorted anew each time."""

from hypothesis import given
from hypothesis import strategies as st

from crossquote.model.changes import differing, with_values
from crossquote.ordered import Ordered

keys = st.integers(0, 900)
ranked = st.dictionaries(keys, st.tuples(st.integers(0, 9), st.text(max_size=2)), max_size=400)
Ranked = dict[int, tuple[int, str]]


def rows(of: Ranked) -> dict[int, tuple[tuple[int, int], str]]:
    """Return what is ranked with ranks of which no two are the same."""
    return {key: ((rank, key), value) for key, (rank, value) in of.items()}


def told(of: Ranked) -> list[tuple[int, str]]:
    return [(key, value) for (_, key), value in sorted(rows(of).values())]


@given(ranked, st.lists(st.tuples(ranked, st.lists(keys, max_size=40)), max_size=6))
def test_it_is_what_sorting_anew_would_make(first: Ranked, sequence: list[tuple[Ranked, list[int]]]) -> None:
    ordered, twin = Ordered.of([(rank, key, value) for key, (rank, value) in rows(first).items()]), dict(first)
    for come, gone in sequence:
        before, was = ordered, dict(twin)
        ordered = ordered.changed(rows(come), gone)
        twin = {key: value for key, value in twin.items() if key not in gone} | come
        assert list(ordered.items()) == told(twin)
        assert list(ordered) == [key for key, _ in told(twin)]
        assert list(ordered.values()) == [value for _, value in told(twin)]
        assert list(before.items()) == told(was)
        assert len(ordered) == len(twin)
        assert all((key in ordered) is (key in twin) for key in range(901))
        assert differing(before, ordered) == differing(dict(told(was)), dict(told(twin)))


@given(ranked.filter(lambda of: len(of) > 2))
def test_other_values_stand_where_the_old_ones_did(first: Ranked) -> None:
    ordered = Ordered.of([(rank, key, value) for key, (rank, value) in rows(first).items()])
    one, other, *_ = first
    changed = with_values(ordered, {one: "another"}, [other])
    assert list(changed) == [key for key in ordered if key != other]
    assert changed[one] == "another"
    assert ordered[one] == first[one][1]
    assert with_values(ordered, {}) is ordered


@given(ranked, ranked, st.lists(keys, max_size=40))
def test_values_of_the_same_keys_change_as_others_do(first: Ranked, come: Ranked, gone: list[int]) -> None:
    ordered = Ordered.of([(rank, key, value) for key, (rank, value) in rows(first).items()])
    lengths = ordered.valued(len)
    twin = {key: (rank, len(value)) for key, (rank, value) in first.items()}
    assert list(lengths.items()) == [(key, value) for _, key, value in sorted((r, k, v) for k, (r, v) in twin.items())]
    changed = lengths.changed({key: ((rank, key), 7) for key, (rank, _) in come.items()}, gone)
    twin = {key: value for key, value in twin.items() if key not in gone} | {k: (r, 7) for k, (r, _) in come.items()}
    assert list(changed.items()) == [(key, value) for _, key, value in sorted((r, k, v) for k, (r, v) in twin.items())]


def test_values_are_made_where_something_changes_and_no_further() -> None:
    asked: list[int] = []
    ordered = Ordered.of([(number, number, number) for number in range(10_000)])

    def write(number: int) -> str:
        asked.append(number)
        return str(number)

    changed = ordered.valued(write).changed({5000: (5000, "other")})
    assert changed[5000] == "other"
    assert changed[4999] == "4999"
    assert len(asked) < 600
