from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.language.language import language_of
from crossquote.text.sentences import split_sentences
from hang import no_hang

CASES = Path(__file__).parents[2] / "cases" / "sentences"


def _cases() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(CASES.glob("*.case")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line.replace("\\n", "\n") for line in block.splitlines() if line and not line.startswith("#")]
            if lines:
                yield path.stem, lines[0], [line[2:] for line in lines[1:]]


@pytest.mark.parametrize(("language", "text", "sentences"), list(_cases()))
def test_case(language: str, text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text, language_of(language))] == sentences


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.one_of(st.sampled_from('.!?…。»" \n“”Aaй1z.'), st.characters()), max_size=80),
    st.sampled_from(["en", "uk", "de", "ja", "th", None]),
)
def test_sentences_hold_all_that_is_not_blank(text: str, language: str | None) -> None:
    spans = split_sentences(text, language_of(language))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.mark.parametrize(
    "unit", [".", ". ", "a.", "A. ", '!"', "» ", "\n", "a", "。」", "(a.", "1. ", " \u00a0", "г. "]
)
@pytest.mark.parametrize("language", ["ru", "th"])
def test_hostile_text_takes_linear_time(unit: str, language: str) -> None:
    with no_hang():
        split_sentences(unit * (40_000 // len(unit)), language_of(language))
