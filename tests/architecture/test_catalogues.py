"""Every code has words, all words are used, and what a message tells is given to it."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from catalogues import (
    FOLDER,
    PACKAGE,
    extend_catalogue,
    find_gaps,
    find_misfits,
    find_unused,
    read_catalogues,
    sort_entries,
)
from message_codes import Spoken, Use, find_spoken

from crossquote.errors import ADVICE, IN_WINDOW
from crossquote.wording.catalogue import languages, read_catalogue
from crossquote.wording.po import read_entries

ENGLISH = read_catalogues()["en"]
FEW = read_catalogue(
    "en", 'msgid "a.one"\nmsgstr "{x} and {y:percent}"\n\nmsgid "a.many"\nmsgstr[0] "one"\nmsgstr[1] "more"\n'
)


@pytest.fixture(scope="module")
def spoken() -> Spoken:
    return find_spoken(PACKAGE)


def test_every_code_has_words_and_their_facts(spoken: Spoken) -> None:
    assert list(find_gaps(ENGLISH, spoken.uses)) == []


def test_all_words_are_used(spoken: Spoken) -> None:
    assert list(find_unused(ENGLISH, spoken)) == []


def test_the_window_names_no_option_of_the_command_line() -> None:
    said = {code: forms for code, forms in ENGLISH.words.items() if code.startswith("window.") or IN_WINDOW in code}
    assert [code for code, forms in said.items() if names_a_command(forms)] == []


def test_what_to_do_is_said_for_a_window_wherever_it_names_a_command() -> None:
    advice = {code: forms for code, forms in ENGLISH.words.items() if code.endswith(ADVICE)}
    lacking = [code for code, forms in advice.items() if names_a_command(forms)]
    assert [code for code in lacking if code.removesuffix(ADVICE) + IN_WINDOW not in ENGLISH.words] == []


def names_a_command(forms: Sequence[str]) -> bool:
    return re.search(r"--[a-z]|'crossquote|'packages", " ".join(forms)) is not None


@pytest.mark.parametrize("language", languages())
def test_a_percentage_is_written_as_the_language_does(language: str) -> None:
    words = read_catalogue(language, (FOLDER / f"{language}.po").read_text(encoding="utf-8")).words
    assert [code for code, forms in words.items() if re.search(r"\}\s?[%٪]|[%٪]\s?\{", " ".join(forms))] == []


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_fits_the_english_one_and_is_in_order(language: str) -> None:
    text = (FOLDER / f"{language}.po").read_text(encoding="utf-8")
    assert list(find_misfits(read_catalogue(language, text), ENGLISH)) == []
    assert sort_entries(text) == text


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ('message("a.one", x=1, y=2)', []),
        ('message("a.two")', ["no catalogue knows a.two"]),
        ('message("a.one" if x else "a.two", **facts)', ["no catalogue knows a.two"]),
        ('message(f"a.{name}", **facts)', []),
        ('message(f"b.{name}")', ["no catalogue knows b.*"]),
        ('message("a.one", x=1)', ["a.one tells of y, which is not given"]),
        ('message("a.many")', ["a.many tells of count, which is not given"]),
        ("message(code)", []),
    ],
)
def test_gaps_are_found(source: str, wrong: list[str], tmp_path: Path) -> None:
    (tmp_path / "some.py").write_text(f"def some():\n    return {source}\n", encoding="utf-8")
    assert list(find_gaps(FEW, find_spoken(tmp_path).uses)) == [f"some.py:2: {each}" for each in wrong]


def test_unused_words_are_found(tmp_path: Path) -> None:
    (tmp_path / "some.py").write_text('TABLE = {1: "a.one"}\n', encoding="utf-8")
    spoken = find_spoken(tmp_path)
    assert list(find_unused(FEW, spoken)) == ["a.many"]
    assert list(find_unused(FEW, Spoken((Use("a.m*", None, ""),), spoken.mentions))) == []


def test_misfits_are_found() -> None:
    few = 'msgid "a.many"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n\n'
    foreign = read_catalogue("x2", few + 'msgid "a.one"\nmsgstr "<b>{z}</b> {x:shout}"\n\nmsgid "Not"\nmsgstr "x"\n')
    assert list(find_misfits(foreign, FEW)) == [
        "x2: there is no locale x2",
        "x2: a.many has 3 forms, and 2 are needed",
        "x2: a.one has markup, and facts go in that could be taken for some",
        "x2: a.one tells of z, which the English does not",
        "x2: a.one wants shout, which is no kind of fact",
        "x2: 'Not' is no code: part.what",
        "x2: Not is unknown in English",
    ]


def test_a_catalogue_is_begun_and_extended() -> None:
    entries = (
        'msgid ""\nmsgstr ""',
        'msgid "a.one"\nmsgstr "{x}\\nmore"',
        'msgid "b.many"\nmsgstr[0] "1"\nmsgstr[1] "2"',
    )
    english = "\n\n".join(entries)
    begun = extend_catalogue("", "uk", english)
    forms = {entry.code: entry.forms for entry in read_entries(begun)}
    assert list(forms) == ["", "a.one", "b.many"]
    assert "nplurals=3" in forms[""][0]
    assert forms["b.many"] == ("", "", "")
    assert '#. {x}\n#. more\nmsgid "a.one"\nmsgstr ""\n' in begun
    done = begun.replace('msgid "a.one"\nmsgstr ""', 'msgid "a.one"\nmsgstr "так"')
    assert extend_catalogue(done, "uk", english) == done
    assert dict(read_catalogue("uk", done).words) == {"a.one": ("так",)}


def test_entries_are_sorted_and_doubles_of_a_merge_are_one() -> None:
    entries = ['msgid ""\nmsgstr ""', '# seen\nmsgid "a.b"\nmsgstr "1"', 'msgid "a.c"\nmsgstr "2"']
    assert sort_entries("#. said\n#. \n" + entries[1]) == "#. said\n#.\n" + entries[1] + "\n"
    assert sort_entries("\n\n".join([entries[0], entries[2], entries[1], entries[2]])) == "\n\n".join(entries) + "\n"
