"""All utterances: what each quote stands in is known, whatever changes."""

from hypothesis import given
from hypothesis import strategies as st

from crossquote.model.utterance import Rendition, Utterance
from crossquote.model.utterances import Utterances, holding

ids = st.sampled_from([f"u{number}" for number in range(12)])
quotes = st.lists(st.sampled_from([f"q{number}" for number in range(20)]), min_size=1, max_size=4, unique=True)


@st.composite
def utterances(draw: st.DrawFn) -> dict[str, Utterance]:
    return {
        key: Utterance(key, None, (Rendition("a", tuple(draw(quotes)), "en", ""),))
        for key in draw(st.lists(ids, unique=True))
    }


def ranked(made: dict[str, Utterance]) -> dict[str, tuple[str, Utterance]]:
    return {key: (key, one) for key, one in made.items()}


@given(utterances(), st.lists(st.tuples(utterances(), st.lists(ids, unique=True))))
def test_a_quote_is_found_as_looking_through_all_would(
    first: dict[str, Utterance], sequence: list[tuple[dict[str, Utterance], list[str]]]
) -> None:
    held, twin = Utterances.of([(key, key, one) for key, one in first.items()]), dict(first)
    for come, gone in sequence:
        held = held.changed(ranked(come), gone)
        twin = {key: one for key, one in twin.items() if key not in gone} | come
        for number in range(20):
            assert holding(held, {f"q{number}"}) == holding(twin, {f"q{number}"})


def test_what_only_reports_is_found_too() -> None:
    one = Utterance("u", None, (Rendition("a", ("q",), "en", "", reports=("r",)),))
    held = Utterances.of([(0, "u", one)])
    assert holding(held, {"r"}) == holding({"u": one}, {"r"}) == {"u"}
    other = Utterance("u", None, (Rendition("a", ("q",), "en", ""),))
    assert not holding(held.with_values({"u": other}), {"r"})
