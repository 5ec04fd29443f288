"""The map of what each rendition kept of the longest."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.comparison.compare import compare
from crossquote.comparison.instruments.kept import map_kept
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of

EN = language_of("en")

WHOLE = "We will not leave the harbour before spring, whatever the ministry writes, and we will feed the crews."
END = "we will feed the crews"
MIDDLE = "We will not leave the harbour before spring"


def test_the_longest_is_the_ruler_and_the_others_keep_parts_of_it() -> None:
    found = map_kept((MIDDLE, WHOLE, END), EN)
    assert found is not None
    assert found.ruler == 1
    assert found.shares[1] == 1
    first, whole, last = ("".join(span.of(WHOLE) for span in spans) for spans in found.kept)
    assert first.strip(" ,") == MIDDLE
    assert whole == WHOLE
    assert last.strip(" .") == END
    assert found.shares[0] < 0.5


def test_comparisons_with_the_base_are_used_where_it_is_the_ruler() -> None:
    comparison = compare(Side(WHOLE, EN), Side(END, EN))
    assert map_kept((WHOLE, END), EN, 0, (None, comparison)) == map_kept((WHOLE, END), EN)


def test_nothing_cut_needs_no_map() -> None:
    assert map_kept((WHOLE, WHOLE.replace("spring", "winter")), EN) is None
    assert map_kept((WHOLE,), EN) is None
    assert map_kept((), EN) is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["we", "feed", "…", "the", "crews,", "not!", "зима", "🌊"]), max_size=9), max_size=4
    )
)
def test_what_is_kept_lies_in_the_ruler_in_order(words: list[list[str]]) -> None:
    texts = [" ".join(some) for some in words]
    found = map_kept(texts, EN)
    if found is not None:
        assert found.shares[found.ruler] == 1
        for spans in found.kept:
            assert all(one.end <= other.start for one, other in pairwise(spans))
            assert all(span.end <= len(found.text) for span in spans)
