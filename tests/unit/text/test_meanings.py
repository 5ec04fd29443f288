"""What words are known by: the same word in many languages, whatever form it has, and nothing for what is not known."""

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossquote.errors import UserError
from crossquote.language.language import language_of
from crossquote.language.lexicon import known_languages
from crossquote.text.meanings import load_meanings, meaning
from crossquote.text.sorted_lines import line_of, lines_beside, unpack

KEYS = st.text(st.characters(min_codepoint=97, max_codepoint=1105), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("english", "others"),
    [
        ("water", {"ru": "вода", "uk": "воду", "es": "agua", "de": "Wasser", "fr": "l'eau", "ja": "水", "el": "νερό"}),
        ("hospital", {"ru": "больницы", "de": "Krankenhäuser", "it": "ospedale", "pl": "szpitalu", "zh": "医院"}),
        ("school", {"fr": "écoles", "nl": "school", "sv": "skolor", "cs": "škola", "hr": "škole", "pb": "escola"}),
        ("peace", {"tr": "barış", "ar": "سلام", "he": "שלום", "hu": "béke", "ko": "평화", "zt": "和平"}),
    ],
)
def test_one_word_is_known_alike_in_many_languages(english: str, others: dict[str, str]) -> None:
    found = {code: meaning(word, language_of(code)) for code, word in others.items()}
    assert found == dict.fromkeys(others, meaning(english, language_of("en")))


def test_what_is_not_known_is_known_by_nothing() -> None:
    assert meaning("Xqzw", language_of("fr")) == ""
    assert meaning("вода", language_of("xx")) == ""


@pytest.mark.parametrize("code", [code for code in known_languages() if language_of(code).told])
def test_every_language_with_a_lexicon_has_words(code: str) -> None:
    assert len(load_meanings(language_of(code)).lines.splitlines()) > 200


@given(st.sets(KEYS, min_size=1, max_size=12), KEYS)
def test_a_line_is_found_where_it_stands_and_its_neighbours_are_those_of_the_order(keys: set[str], wanted: str) -> None:
    lines = sorted(f"{key}\t{key[::-1]}\n".encode() for key in keys)
    table = b"".join(lines)
    ordered = sorted(keys, key=lambda key: key.encode())
    assert all(line_of(table, key) == (key[::-1],) for key in keys)
    assert line_of(table, wanted) == ((wanted[::-1],) if wanted in keys else ())
    before = [key for key in ordered if key.encode() < wanted.encode()][-1:]
    behind = [key for key in ordered if key.encode() >= wanted.encode()][:1]
    assert [key for key, *_ in lines_beside(table, wanted)] == [*before, *behind]


@pytest.mark.parametrize(
    "wrong", [b"", b"word", zlib.compress(b"one\ttwo\n")[:-1], zlib.compress(b"one\ttwo\n") + b"\n"]
)
def test_a_file_that_is_not_whole_is_refused(wrong: bytes, tmp_path: Path) -> None:
    (tmp_path / "xx.bin").write_bytes(wrong)
    with pytest.raises(UserError, match="own-file-damaged"):
        unpack(tmp_path / "xx.bin")
