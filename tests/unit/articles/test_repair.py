"""Texts as other programs leave them: garbled letters, lines wrapped at a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossquote.articles.repair import repair

WRAPPED = """The harbour stays open

“We will not close the harbour before May,” mayor Ada Lindqvist told
reporters in the town hall on Tuesday, after the council had nego-
tiated for nine hours with the fishermen and with those who own the
well-known boats. It was, she said, a decision of the whole town.

The fishermen had asked for a decision since the winter, when the
ice broke two of the three old piers and one of the boats that lay
beside them. Work is to begin in June.
"""


def test_lines_that_were_wrapped_are_joined_and_words_cut_at_their_ends() -> None:
    lines = repair(WRAPPED).text.split("\n")
    assert len(lines) == 6
    assert "had negotiated for nine hours" in lines[2]
    assert lines[4].endswith("beside them. Work is to begin in June.")


def quoted(text: str, sign: str = "> ") -> str:
    """Return a text with the sign of a block quote before each line."""
    return "".join(f"{sign}{line}" if line.strip() else f"{sign.strip()}\n" for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    "around", ["", "The paper quotes the letter of the council, which stands here in one line. " * 2 + "\n\n"]
)
@pytest.mark.parametrize("sign", ["> ", ">", "> > "])
def test_wrapped_lines_of_a_block_quote_are_joined(around: str, sign: str) -> None:
    lines = repair(around + quoted(WRAPPED, sign)).text.removeprefix(around).split("\n")
    assert len(lines) == 6
    assert "had negotiated for nine hours" in lines[2]
    signs = ">" * sign.count(">")
    assert [line.partition(" ")[0] for line in lines] == [signs, signs, signs, signs, signs, ""]


def test_what_a_block_quotes_stays_apart_from_what_stands_beside_it() -> None:
    once = repair(WRAPPED).text
    mended = repair(f"{WRAPPED}{quoted(WRAPPED)}{quoted(WRAPPED, '> > ')}{WRAPPED}").text
    assert mended == f"{once}{quoted(once)}{quoted(once, '>> ')}{once}"


@pytest.mark.parametrize(
    "line",
    [
        "- point {}: a line of a list, about as long as the others are",
        "    assert code(number, {}) == what_stands_there(in_lines, of_its_own)",
        "One line {} of those that each end a sentence, as a list has them.",
    ],
)
def test_lines_that_are_meant_stay_in_a_block_quote(line: str) -> None:
    meant = "\n".join(f"> {line.format(number)}" for number in range(9))
    assert repair(meant).text == meant
    beside = repair(f"{WRAPPED}\n{meant}").text
    assert beside.endswith(f"\n{meant}")


def test_a_word_keeps_its_hyphen_where_the_text_has_it_so() -> None:
    text = WRAPPED.replace("nego-\ntiated", "well-\nknown")
    assert "had well-known for nine" in repair(text).text
    assert "the Rhine-Main region" in repair(WRAPPED.replace("nego-\ntiated", "the Rhine-\nMain region")).text


@pytest.mark.parametrize(
    "text",
    [
        "One line.\nAnother line.\n",
        "\n".join(["A poem has short lines,", "and each of them is one,", "whatever comes behind it,"] * 3),
        "\n".join(["A paragraph that stands on one long line, as articles copied from pages do. " * 3] * 4),
        "\n".join(f"ADA LINDQVIST: We did not know of the letter, number {number}, before May." for number in range(9)),
        "\n".join(f"The harbour of the {number}th town stays open, whatever is said of it." for number in range(9)),
        "\n".join(f"- point {number}: a line of a list, about as long as the others are" for number in range(9)),
    ],
)
def test_lines_that_are_meant_stay(text: str) -> None:
    assert repair(text).text == text


def test_the_turns_of_a_transcript_stay_apart_where_their_lines_were_wrapped() -> None:
    turn = (
        "{}: We did not know of the letter before the month of\n"
        "May, and nobody in the whole town had ever told us of it.\n"
    )
    lines = repair("".join(map(turn.format, ["ADA LINDQVIST", "BEN ARRADO", "ADA LINDQVIST"] * 2))).text.split("\n")
    assert [line.partition(":")[0] for line in lines if line] == ["ADA LINDQVIST", "BEN ARRADO", "ADA LINDQVIST"] * 2
    assert all("month of May, and" in line for line in lines if line)


@pytest.mark.parametrize("encoding", ["windows-1252", "latin-1"])
def test_garbled_letters_are_put_right_and_that_is_said(encoding: str) -> None:
    text = "“Wir schließen nicht”, sagte sie – ‘nie’. «Мы» “не” закроем порт…"
    mended = repair(text.encode().decode(encoding, "replace") if encoding == "latin-1" else _as_windows(text))
    assert mended.text == text
    assert mended.warnings


def _as_windows(text: str) -> str:
    return "".join(bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("text", ["Åsa à la carte, Ã and © 2025 “so” – said", "Ð is a letter of Iceland", "âgé"])
def test_letters_that_are_meant_stay(text: str) -> None:
    assert repair(text).text == text
    assert not repair(text).warnings


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_stands_in_a_text_can_be_repaired(text: str) -> None:
    mended = repair(text)
    assert repair(mended.text).text is not None
