"""Which encoding a text is in that does not say: of those that are likely, the right one is named first."""

import time
from pathlib import Path

import pytest

from crossquote.articles.encodings import guess_encodings

LINES = Path(__file__).parents[2].joinpath("cases", "encodings.tsv").read_text(encoding="utf-8").splitlines()
TEXTS = {name: (encoding, text) for name, encoding, text in (line.split("\t") for line in LINES)}


@pytest.mark.parametrize(("encoding", "text"), TEXTS.values(), ids=TEXTS)
def test_the_right_encoding_is_named_first(encoding: str, text: str) -> None:
    best = guess_encodings(text.encode(encoding))[0]
    assert best.text == text


def test_what_reads_alike_is_named_once() -> None:
    guesses = guess_encodings("Über die Kosten schwieg die Bürgermeisterin.".encode("windows-1252"))
    assert len({guess.text for guess in guesses}) == len(guesses) > 1


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40, bytes(5000)])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert all(guess.score < 1 for guess in guess_encodings(data))


def test_a_letter_that_the_sample_cuts_in_two_hides_no_encoding() -> None:
    text = "。" + "漁師たちは冬からこの決定を待っていた" * 1000
    assert guess_encodings(text.encode("cp932"))[0].name == "cp932"
    assert guess_encodings(b" " + text.encode("utf-8"))[0].name == "utf-8"


@pytest.mark.parametrize("again", [b"a", b"aB", b"Ab", b"a-", "é".encode("cp1252"), b"A"])
def test_one_word_that_is_as_long_as_the_sample_costs_no_more_than_words(again: bytes) -> None:
    def cost(data: bytes) -> float:
        start = time.process_time()
        guess_encodings(b"\xff" + data)
        return time.process_time() - start

    words = cost("Über die Kosten schwieg sie. ".encode("cp1252") * 1000)
    assert cost(again * 30_000) < 3 * words + 1
