"""Lexicons: shipped ones are sound, and a linguist's mistake is named by its line."""

import tomllib

import pytest

from crossquote.errors import UserError
from crossquote.language.lexicon import known_languages, load_lexicon, read_lexicon
from crossquote.language.source import LexiconSource
from crossquote.resources import resource
from crossquote.wording.trouble import tell_error
from saying import says


@pytest.mark.parametrize("code", known_languages())
def test_sections_say_what_the_whole_file_says(code: str) -> None:
    source = resource("languages", f"{code}.toml").read_bytes()
    assert {name: dict(table) for name, table in LexiconSource(code, source).items()} == tomllib.loads(source.decode())


def test_every_language_is_named() -> None:
    for code in known_languages():
        assert load_lexicon(code).text("language", "name")
        assert load_lexicon(code).text("language", "english")


def test_a_language_without_a_lexicon_has_an_empty_one() -> None:
    lexicon = load_lexicon("si")
    assert lexicon.texts("cues", "say") == ()
    assert not lexicon.has("cues")
    assert load_lexicon(None) == load_lexicon(None)
    assert load_lexicon("../../etc/passwd").texts("a", "b") == ()


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("[one]\nwords = ['a']\n\n[two]\nwords = [1, 2]\n", "line 5"),
        ("[one]\nwords = ['a']\n\n[two]\nwords = ['b'\nmore = 3\n", "line 6"),
        ("words = ['a']\n[two]\n", "line 1"),
        ("[two.words]\na = 1\n", "line 1"),
    ],
)
def test_a_mistake_is_named_by_its_line(source: str, line: str) -> None:
    with pytest.raises(UserError, check=says(line)) as caught:
        read_lexicon("xx", source).texts("two", "words")
    assert "xx.toml" in tell_error(caught.value)


def test_parts_of_a_section_may_stand_apart() -> None:
    lexicon = read_lexicon("xx", "[a]\nx = ['1']\n[b]\ny = ['2']\n[a.z]\nk = ['3']\n")
    assert lexicon.texts("a", "x") == ("1",)
    assert lexicon.lists("a", "z") == {"k": ("3",)}


def test_a_section_that_is_no_text_spoils_no_other() -> None:
    flaws: list[UserError] = []
    source = LexiconSource("xx", b"[a]\nx = ['1']\ny = ['\xff']\n[b]\nz = ['2']\n", flaws.append)
    assert (dict(source["a"]), dict(source["b"])) == ({}, {"z": ["2"]})
    assert ["line 3 is not UTF-8" in tell_error(flaw) for flaw in flaws] == [True]
