"""Articles that share most of their text are one source."""

import pytest

from crossquote.text.one_source import find_copies, number_sources, trace_of

WIRE = " ".join(
    f"The {word} of the harbour council met on day {number} to hear what the {word} had to say about boats."
    for number, word in enumerate(["warden", "pilot", "mayor", "baker", "miller", "sexton", "keeper", "ferryman"])
)
OTHER = " ".join(
    f"In the hills {word} and sheep number {number} were counted by nobody who could tell us how."
    for number, word in enumerate(["goats", "cows", "bees", "hens", "owls", "rooks", "moles", "hares", "larks"])
)


def numbered(*texts: str) -> tuple[int, ...]:
    return number_sources([trace_of(text) for text in texts])


def test_who_prints_the_same_copy_is_one_source() -> None:
    cut = WIRE[: len(WIRE) * 2 // 3]
    longer = f"{WIRE} Our own reporter adds that the harbour was quiet on Sunday, and that no boat left it all day."
    assert numbered(WIRE, OTHER, cut, longer.upper()) == (0, 1, 0, 0)


def test_who_quotes_the_same_sentence_is_not() -> None:
    sentence = "The warden of the harbour council met on day 0 to hear what the warden had to say about boats."
    assert numbered(WIRE, f"{OTHER} {sentence}", sentence) == (0, 1, 2)


def test_short_texts_are_left_alone() -> None:
    assert numbered("We go.", "We go.", "We go.") == (0, 1, 2)
    assert numbered() == ()


SHORT = "The council of Norrvik closed two piers on Monday, and 12 boats have left the harbour since then."
CHINESE = (
    "北港市长周二在新闻发布会上表示,冰雪在冬季毁坏了港口的两座码头,市政府将在六月开始修建新的码头,预计耗资四千万元。"
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SHORT, SHORT.upper(), True),
        (SHORT, SHORT.replace("12", "15"), False),
        (SHORT, SHORT.replace("closed", "opened"), False),
        (SHORT, f"{SHORT} Nobody says why.", False),
        (WIRE, f"{WIRE} The harbour was quiet on Sunday.", True),
        (WIRE, f"14:05, 3 May\n{WIRE}", True),
        (WIRE, WIRE.replace("day 3", "day 9"), False),
        (WIRE, WIRE[: len(WIRE) // 2], True),
        (CHINESE * 2, f"{CHINESE}我们的记者补充说。{CHINESE}", True),
        (f"{CHINESE}预计6月开工。", f"{CHINESE}预计7月开工。", False),
    ],
)
def test_what_is_nearly_the_same_is_the_same_and_other_figures_are_not(*, one: str, other: str, same: bool) -> None:
    assert bool(find_copies({"one": trace_of(one), "other": trace_of(other)})) is same
