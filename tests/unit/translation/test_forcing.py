"""Scores of words from those of tokens."""

from crossquote.translation.forcing import word_scores


def test_a_word_is_as_likely_as_its_least_likely_part() -> None:
    tokens = [("▁Har", -0.5), ("bours", -9.5), ("▁freeze", -0.1), (".", -3.0), ("</s>", -7.0)]
    text = "Harbours freeze."
    assert [(word.span.of(text), word.score) for word in word_scores(text, tokens)] == [
        ("Harbours", -9.5),
        ("freeze", -0.1),
    ]


def test_moses_and_bpe_are_read_too() -> None:
    text = "It's 40% off"
    tokens = [("It", -0.1), ("&apos;s", -0.2), ("40", -0.3), ("%", -0.4), ("o@@", -0.5), ("ff", -6.0)]
    assert word_scores(text, tokens)[-1].score == -6.0


def test_a_word_without_tokens_is_left_out() -> None:
    assert word_scores("one two", [("▁one", -1.0)])[0].score == -1.0
    assert len(word_scores("one two", [("▁one", -1.0)])) == 1
    assert word_scores("", []) == ()
