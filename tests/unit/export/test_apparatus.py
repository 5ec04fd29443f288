"""The critical apparatus: each witness is read along it whole, and where all agree nothing is parted."""

from hypothesis import given
from hypothesis import strategies as st

from contracts.exporter import reports
from crossquote.comparison.align.diff import diff
from crossquote.export.apparatus import Segment, cut_segments
from crossquote.language.language import language_of
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.span import Span

WORDS = st.lists(
    st.sampled_from(["we", "will", "not", "open", "the", "bridge", "on", "Monday", "or", "12"]), max_size=12
)


def compared(base: str, text: str) -> Comparison:
    return Comparison(base, text, diff(base, text, language_of("en")))


def held(segments: tuple[Segment, ...], base: str, witnesses: list[Comparison]) -> bool:
    texts = ["".join(one.readings[number].text for one in segments) for number in range(len(witnesses))]
    return "".join(one.base for one in segments) == base and texts == [one.text for one in witnesses]


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4))
def test_along_the_segments_every_witness_is_read_as_it_was(base: list[str], others: list[list[str]]) -> None:
    text = " ".join(base)
    witnesses = [compared(text, " ".join(other)) for other in others]
    segments = cut_segments(text, witnesses)
    assert held(segments, text, witnesses)


def test_the_witnesses_of_the_sample_stories_are_read_along_their_bases() -> None:
    for name in ("hand", "ceasefire-call", "harbour-strike", "kessrin-dam"):
        for utterance in reports()[name].shared:
            found = [told.comparison for told in utterance.renditions if told.comparison is not None]
            assert not found or held(cut_segments(found[0].base, found), found[0].base, found)


def test_what_one_cuts_off_does_not_hide_what_another_changes() -> None:
    base = "We will open the bridge on Monday."
    cut = Comparison(
        base,
        "We will",
        (
            Change(Op.EQUAL, Span(0, 7), Span(0, 7), ChangeClass.SAME),
            Change(Op.DELETE, Span(7, 34), Span(7, 7), ChangeClass.TRUNCATION),
        ),
    )
    segments = cut_segments(base, [cut, compared(base, "We will open the bridge on Friday.")])
    (changed,) = (one for one in segments if one.readings[1].text != one.base)
    assert (changed.base, changed.readings[1].text, changed.readings[0].silent) == ("Monday", "Friday", True)
    assert [one.base for one in segments if one.shared] == ["We will"]
