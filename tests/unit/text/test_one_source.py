"""Articles that share most of their text are one source."""

from crossquote.text.one_source import number_sources, runs_of

WIRE = " ".join(
    f"The {word} of the harbour council met on day {number} to hear what the {word} had to say about boats."
    for number, word in enumerate(["warden", "pilot", "mayor", "baker", "miller", "sexton", "keeper", "ferryman"])
)
OTHER = " ".join(
    f"In the hills {word} and sheep number {number} were counted by nobody who could tell us how."
    for number, word in enumerate(["goats", "cows", "bees", "hens", "owls", "rooks", "moles", "hares", "larks"])
)


def numbered(*texts: str) -> tuple[int, ...]:
    return number_sources([runs_of(text) for text in texts])


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
