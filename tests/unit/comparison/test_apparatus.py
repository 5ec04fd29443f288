"""The apparatus: stretches that hold every word once, as it is written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.comparison.instruments.apparatus import Stretch, cut_stretches
from crossquote.comparison.instruments.variants import tabulate
from crossquote.language.language import language_of

EN = language_of("en")

PLEA = (
    "I have strongly requested that the ministry send three ferries before winter.",
    "I really asked that the ministry send two ferries",
    "I have asked very much that the ministry send three ferries before winter.",
)


def cut(texts: tuple[str, ...]) -> tuple[Stretch, ...]:
    return cut_stretches(tabulate(texts, EN), texts)


def test_what_differs_together_stands_together() -> None:
    request, number = (stretch for stretch in cut(PLEA) if not stretch.unanimous)
    assert request.cells == ("have strongly requested", "really asked", "have asked very much")
    assert number.cells == ("three", "two", "three")
    assert number.consensus == "three"
    assert number.agreeing == (True, False, True)


def test_what_one_adds_beside_words_that_it_shares_stands_alone() -> None:
    texts = ("We sail home now", "We sail slowly home now", "We sail home")
    assert [stretch.cells[1] for stretch in cut(texts)] == ["We sail", "slowly", "home", "now"]


def test_what_a_part_quote_leaves_out_is_no_difference() -> None:
    last = cut(PLEA)[-1]
    assert last.cells == ("before winter.", "", "before winter.")
    assert last.covered == (True, False, True)
    assert last.unanimous


def test_where_nobody_reads_as_the_words_one_by_one_the_commonest_reading_is_the_consensus() -> None:
    texts = (PLEA[0], PLEA[1], "I asked very much that the ministry send three ferries before winter.", PLEA[0])
    request = next(stretch for stretch in cut(texts) if not stretch.unanimous)
    assert request.consensus == "have strongly requested"
    assert request.agreeing == (True, False, False, True)


def test_nothing_gives_nothing() -> None:
    assert cut(()) == ()


words = st.lists(
    st.sampled_from(["we", "will", "not", "accept", "this,", "deal!", "минуле", "“ever”", "🌊", "的"]), max_size=9
)


@settings(max_examples=60, deadline=None)
@given(st.lists(words.map(" ".join), min_size=1, max_size=4).map(tuple))
def test_every_word_stands_once(texts: tuple[str, ...]) -> None:
    table = tabulate(texts, EN)
    found = cut_stretches(table, texts)
    for row, text in enumerate(texts):
        spans = sorted(span for stretch in found for span in stretch.spans[row])
        assert spans == sorted(span for column in table.columns if (span := column.cells[row]) is not None)
        for stretch in found:
            parts = stretch.cells[row].split(" … ") if stretch.cells[row] else []
            assert all(part in text for part in parts)
            assert bool(parts) == bool(stretch.spans[row])
