"""What can be read of the renditions of an utterance, side by side."""

from crossquote.comparison.instruments.side_by_side import read_instruments
from crossquote.export.instrument_rows import instrument_row
from crossquote.language.language import language_of
from crossquote.model.utterance import Rendition, Utterance

EN = language_of("en")

TOLD = (
    ("en", "We demand that the ministry send three ferries", None),
    ("en", "We strongly urge the ministry to send three ferries on Monday, before the winter storms begin", None),
    ("uk", "Ми просимо", "We ask the ministry to send three ferries on Monday, before the winter storms begin"),
    ("de", "Wir bitten das Ministerium", None),
)


def utterance(count: int = 4) -> Utterance:
    renditions = tuple(
        Rendition(f"a{number}", (f"q{number}",), language, text, translation)
        for number, (language, text, translation) in enumerate(TOLD[:count])
    )
    return Utterance("u", None, renditions, min(1, count - 1))


def test_only_what_stands_in_the_bases_language_is_set_side_by_side() -> None:
    read = read_instruments(utterance(), EN)
    assert read.rows == (1, 0, 2)
    assert [row for row, _ in read.scaled] == [2, 1, 0]
    assert read.kept is not None
    assert read.rows[read.kept.ruler] == 1
    assert read.variants is not None


def test_two_have_no_consensus_and_one_has_nothing() -> None:
    assert read_instruments(utterance(2), EN).variants is None
    alone = read_instruments(utterance(1), EN)
    assert (alone.rows, alone.scaled, alone.kept, alone.variants) == ((0,), (), None, None)


def test_a_text_without_end_is_set_against_none() -> None:
    """It is while somebody waits for the window: ten seconds, for 350,000 Chinese letters."""
    for times, read in ((1000, True), (2000, False)):
        texts = ("We ask you for a boat. " + "The wind turns. " * times, "We ask you for a boat")
        said = tuple(Rendition(f"a{n}", (f"q{n}",), "en", text, None) for n, text in enumerate(texts))
        found = read_instruments(Utterance("u", None, said, 0), EN)
        assert (bool(found.scaled), found.kept is not None) == (read, read)


def test_the_same_is_told_as_json() -> None:
    row = instrument_row(read_instruments(utterance(), EN))
    assert row["strength"][-1]["label"] == "demand"
    assert row["kept"]["longest"] == 1
    assert {entry["rendition"] for entry in row["consensus"]["agreement"]} == {0, 1, 2}
    assert instrument_row(read_instruments(utterance(1), EN)) == {
        "strength": [],
        "kept": None,
        "consensus": None,
    }
