"""The variant table: consensus and outlier."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.comparison.instruments.variants import tabulate
from crossquote.language.language import language_of
from crossquote.model.utterance import GAP

EN = language_of("en")

PLEA = (
    "I have strongly requested Governor Hale to reopen the harbour",
    "I have strongly asked Governor Hale to reopen the harbour.",
    "I have strongly asked Governor Hale to open the harbour again",
    GAP.join(["strongly asked", "reopen the harbour"]),
)


def test_the_consensus_is_what_most_say() -> None:
    assert tabulate(PLEA, EN).consensus == "I have strongly asked Governor Hale to reopen the harbour"


def test_a_fragment_speaks_only_for_its_part() -> None:
    table = tabulate(PLEA, EN)
    assert table.agreement[3] == 1.0
    assert table.outlier is None


def test_the_outlier_is_the_one_that_differs() -> None:
    texts = (*PLEA[:3], "I have never asked Mayor Hale to close any harbour")
    assert tabulate(texts, EN).outlier == 3


def test_two_have_no_outlier() -> None:
    assert tabulate(("We agree", "Nothing of the kind was said"), EN).outlier is None
    assert tabulate((), EN).columns == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("ab cdé中! ", max_size=16), max_size=5))
def test_every_word_has_its_cell(texts: list[str]) -> None:
    table = tabulate(texts, language_of(None))
    for row, text in enumerate(texts):
        cells = [column.cells[row] for column in table.columns]
        found = sorted(cell for cell in cells if cell is not None)
        assert "".join(span.of(text) for span in found) == "".join(c for c in text if c.isalnum())
        assert 0.0 <= table.agreement[row] <= 1.0


def test_the_consensus_is_never_put_together_of_several() -> None:
    texts = (
        "I have strongly asked Governor Hale that the harbour be reopened.",
        "I have asked Governor Hale to reopen the harbour",
        "I asked Governor Hale strongly to reopen the harbour",
        GAP.join(["strongly asked", "reopen the harbour"]),
    )
    assert tabulate(texts, EN).consensus in {text.rstrip(".") for text in texts[:3]}


def test_the_consensus_is_not_told_by_one_who_says_the_key_word_otherwise() -> None:
    asked, begged = "I have asked Governor Hale that the harbour be reopened", "I have asked Governor Hale to reopen it"
    urged = "I have urged Governor Hale to reopen the harbour"
    assert "urged" not in tabulate((urged, asked, begged, "I asked Governor Hale to reopen the harbour"), EN).consensus
