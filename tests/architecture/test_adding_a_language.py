"""The recipe of CONTRIBUTING for a language, followed with a toy: one file, and everything takes it up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.articles import clean
from crossquote.language.coverage import Ability
from crossquote.language.language import language_of
from crossquote.language.mistakes import find_mistakes
from crossquote.language.names import english_name
from crossquote.language.quotation import quotation_marks
from crossquote.model.article import Article, Detection
from crossquote.model.quote import QuoteKind
from crossquote.quotes.find import find_quotes
from crossquote.work.languages import list_languages
from lexicons_anew import copied_lexicons

TOY = """
[language]
name = "Toyish"
english = "Toyish"

[article]
author = ["maed bai"]

[marks]
pairs = ["«»"]

[pronouns]
masculine = ["hi"]
feminine = ["shi"]

[titles]
roles = ["maister"]

[names]
never = ["Ze"]

[function_words]
determiners = ["ze"]

[cues]
conjunctions = ["zat"]

[cues.verbs]
neutral = ["sed"]

[clauses]
subjects = ["hi", "shi"]
"""
NEAR = """
[language]
name = "Toyish (south)"
english = "Southern Toyish"
like = "qt"

[cues.verbs]
neutral = ["+", "zed"]
"""
TEXT = "Anna Berg sed: «Ze dam wil hold now.»\n\nTom Poe zed: «It wil not hold at all.»"


@pytest.fixture(autouse=True)
def toys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with copied_lexicons(tmp_path, monkeypatch) as folder:
        for code, source in (("qt", TOY), ("qs", NEAR)):
            (folder / f"{code}.toml").write_text(source, encoding="utf-8")
        yield


def _said(code: str) -> dict[str, str | None]:
    article = Article("a", TEXT, title="a", outlet="a", detection=Detection(code, 1.0, told=True))
    found = find_quotes(article, language_of(code))
    return {q.text(TEXT): q.cue.span.of(TEXT) if q.cue else None for q in found if q.kind is QuoteKind.DIRECT}


def test_a_file_is_all_it_takes() -> None:
    assert find_mistakes(TOY) == ()
    assert find_mistakes(NEAR) == ()
    assert english_name("qt") == "Toyish"
    assert quotation_marks("qt") == ("«", "»")
    assert _said("qt") == {"Ze dam wil hold now.": "sed", "It wil not hold at all.": None}
    assert clean.clean("A dam holds\nMaed bai Anna Berg\n\nIt is so.").authors == ("Anna Berg",)


def test_one_that_is_near_goes_on_from_it() -> None:
    assert _said("qs") == {"Ze dam wil hold now.": "sed", "It wil not hold at all.": "zed"}


def test_what_it_has_and_lacks_is_told() -> None:
    found = {one.coverage.code: one for one in list_languages()}
    assert found["qt"].coverage.abilities == (Ability.QUOTES, Ability.REPORTS)
    assert {"numbers", "negation"} <= set(found["qt"].coverage.lacks)
    assert "negation" in found["qt"].not_judged
    assert (found["qs"].coverage.like, found["qs"].coverage.has) == ("qt", found["qt"].coverage.has)
