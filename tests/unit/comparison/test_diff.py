"""Differences: what a reader is shown of two renditions."""

import pytest

from crossquote.comparison.align.diff import check_changes, diff
from crossquote.comparison.align.keys import Shift, find_shift
from crossquote.errors import CheckFailedError
from crossquote.language.language import language_of
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.model.utterance import GAP

EN = language_of("en")


def shown(base: str, text: str, language: str = "en") -> list[str]:
    """Return what differs, one line a change: op class base|text."""
    return [
        f"{change.op} {change.kind} {change.base.of(base)}|{change.text.of(text)}"
        for change in diff(base, text, language_of(language))
        if change.op is not Op.EQUAL
    ]


@pytest.mark.parametrize(
    ("base", "text", "expected"),
    [
        ("We want peace.", "We want peace.", []),
        ("We want peace.", "We want lasting peace.", ["insert wording |lasting "]),
        ("We want lasting peace.", "We want peace.", ["delete wording lasting |"]),
        ("We, however, agree.", "We agree.", ["delete wording , however,|"]),
        ("It was a terrible storm.", "It was a horrible storm.", ["replace wording terrible|horrible"]),
        ("They spared the prisoners.", "They spare the prisoners.", ["replace wording spared|spare"]),
        ("THE BRIDGE IS GONE", "The bridge is gone", ["replace casing THE BRIDGE IS GONE|The bridge is gone"]),
        ("Now, at once!", "Now at once.", ["delete marks ,|", "replace marks !|."]),
        ("Don't go", "Don’t go", ["replace marks Don't|Don’t"]),
        ("We can not wait", "We can  not wait", ["insert same | "]),
        ("", "", []),
        ("", "All is new", ["insert wording |All is new"]),
    ],
)
def test_what_differs(base: str, text: str, expected: list[str]) -> None:
    assert shown(base, text) == expected


def test_letters_are_marked_in_close_words() -> None:
    base, text = "They spared him.", "They spare him."
    change = next(c for c in diff(base, text, EN) if c.op is Op.REPLACE)
    assert [span.of(base) for span in change.base_letters] == ["d"]
    assert change.text_letters == ()


def test_a_moved_phrase_is_one_change() -> None:
    base = "On Tuesday morning the harbour reopened for all ferries"
    text = "The harbour reopened for all ferries on Tuesday morning"
    moves = [c for c in diff(base, text, EN) if c.op is Op.MOVE]
    assert [(c.base.of(base), c.text.of(text), c.kind) for c in moves] == [
        ("On Tuesday morning", "on Tuesday morning", ChangeClass.ORDER)
    ]
    assert not any(line.startswith(("insert wording", "delete wording")) for line in shown(base, text))


def test_active_and_passive_are_brought_together() -> None:
    lines = shown("He asked them to release the miners", "He asked them that the miners be released")
    assert "move order release|released" in lines


def test_function_words_do_not_anchor() -> None:
    base = "The captain of the ferry refused"
    text = "It is one of the things that people in the village never talk about"
    assert not any(c.op is Op.EQUAL and c.base.of(base).strip() for c in diff(base, text, EN))


def test_reported_speech_keeps_its_words_paired() -> None:
    lines = shown("I will repair my boat here", "he would repair his boat there")
    assert lines == [
        "replace wording I|he",
        "replace wording will|would",
        "replace wording my|his",
        "replace wording here|there",
    ]


@pytest.mark.parametrize(
    ("base", "text", "shift"),
    [
        ("I", "he", Shift.PERSON),
        ("Will", "would", Shift.TENSE),
        ("here", "there", Shift.POINTING),
        ("will", "can", None),
    ],
)
def test_shifts_can_be_asked_for(base: str, text: str, shift: Shift | None) -> None:
    assert find_shift(base, text, EN) is shift


LONG = (
    "We had a long and honest talk with the miners of Brunnfeld this morning, and I am sure that this dreadful strike "
    "can come to an end — BUT THE OWNERS MUST KEEP THEIR PROMISES, AND WE ARE IN A VERY BAD POSITION."
)


def test_fragments_are_compared_with_what_they_render() -> None:
    text = GAP.join(["long and honest", "this terrible strike can end", "in a very bad situation"])
    assert shown(LONG, text) == [
        "delete truncation We had a |",
        "insert truncation | … ",
        "delete truncation  talk with the miners of Brunnfeld this morning, and I am sure that |",
        "replace wording dreadful|terrible",
        "delete wording come to an |",
        "insert truncation | … ",
        "delete truncation  — BUT THE OWNERS MUST KEEP THEIR PROMISES, AND WE ARE |",
        "replace casing IN A VERY BAD|in a very bad",
        "replace wording POSITION|situation",
        "delete truncation .|",
    ]


def test_fragments_may_come_in_another_order() -> None:
    text = GAP.join(["in a very bad position", "honest talk with the miners"])
    assert not any("wording" in line for line in shown(LONG, text))


def test_a_short_fragment_is_local() -> None:
    assert shown("There is no danger of flooding in the Delmark valley", "no danger") == [
        "delete truncation There is |",
        "delete truncation  of flooding in the Delmark valley|",
    ]


def test_a_base_that_is_a_fragment_is_local_too() -> None:
    assert shown("no danger", "There is no danger of flooding in the Delmark valley") == [
        "insert truncation |There is ",
        "insert truncation | of flooding in the Delmark valley",
    ]


def test_a_shorter_wording_is_no_fragment() -> None:
    base = "The old guild in the upper harbour town paid the wages on Friday"
    assert shown(base, "The guild paid the wages on Friday") == [
        "delete wording old |",
        "delete wording in the upper harbour town |",
    ]


def test_a_wrong_result_is_noticed() -> None:
    for wrong in (
        (),
        (Change(Op.EQUAL, Span(0, 1), Span(0, 1)),),
        (Change(Op.EQUAL, Span(0, 2), Span(0, 2)), Change(Op.INSERT, Span(2, 2), Span(1, 2))),
    ):
        with pytest.raises(CheckFailedError):
            check_changes("ab", "ac", wrong)


@pytest.mark.parametrize(
    ("base", "text"),
    [
        ("the " * 4000, "the of " * 2000),
        ("war " * 3000, "peace war " * 3000),
        ("a" * 50_000, "b" * 50_000),
        ("one two three " * 9000, "four five " * 9000),
        ("e" + "\u0301" * 5000 + " x", "e" + "\u0301" * 4999 + " y"),
    ],
)
def test_hostile_texts_are_compared_in_bounded_work(base: str, text: str) -> None:
    assert diff(base, text, EN)


def test_words_that_a_fragment_has_twice_are_found_twice() -> None:
    base = (
        "We had very good talks with the guild yesterday, and there is a very good hope that this strike can end, "
        "but hundreds of dockers stand at the gates in the cold, and they are in a very bad mood."
    )
    text = GAP.join(
        [
            "Yesterday we had very good talks with the guild, and there is a very good hope that it can end",
            "in a bad mood",
        ]
    )
    added = [change.text.of(text).strip() for change in diff(base, text, EN) if change.op is Op.INSERT]
    assert not any("very" in words or "good" in words for words in added)
