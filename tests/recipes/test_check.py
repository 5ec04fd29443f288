"""The recipe of CONTRIBUTING for a check, followed with a toy: one file, its page; every table takes it up."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossquote.cli.languages import table_lines
from crossquote.comparison import checks, table
from crossquote.comparison.compare import compare, read_pair
from crossquote.comparison.reading.side import Side
from crossquote.comparison.table import Checks, cannot_judge, known_checks, looked_for
from crossquote.language.language import language_of
from crossquote.model.comparison import ChangeClass, Op
from crossquote.model.finding import Severity
from crossquote.work.languages import list_languages
from help_page import out_of_step

EN = language_of("en")
README = Path(__file__).parents[2] / "README.md"

COURTESY = '''
"""Courtesy: a "Mr" or "Dr" that only one side has."""

from collections.abc import Iterator

from crossquote.comparison.check import Check
from crossquote.comparison.judging.differences import differing
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity


def check_courtesy(pair: Pair) -> Iterator[Finding]:
    for sides in differing(pair, "titles", ("honorifics",)):
        yield CHECK.make_finding(Severity.MINOR, *sides.spans, message("courtesy.differs"))


CHECK = Check(
    id="courtesy",
    rank=65,
    category=(Category.REGISTER,),
    severity=(Severity.MINOR,),
    run=check_courtesy,
    classes=(ChangeClass.EMPHASIS,),
    terms=(Terms("titles", ("honorifics",)),),
    needs="titles",
)
'''
PAGE = """# Courtesy

A title of courtesy that only one side has.

- **Id**: `courtesy`
- **Category (MQM)**: style/register
- **Severity**: minor
- **Languages**: en

**Found**: “Dr Marsden” → “Marsden”

**Left alone**: “Dr Marsden” → “Dr. Marsden”

**Turn it off**: `checks_off = "courtesy"`
"""
SIDES = Side("We called Dr Marsden twice.", EN), Side("We called Marsden twice.", EN)


@pytest.fixture(autouse=True)
def courtesy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "courtesy.py").write_text(COURTESY, encoding="utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    table.known_checks.cache_clear()
    yield
    table.known_checks.cache_clear()
    sys.modules.pop(f"{checks.__name__}.courtesy", None)


def test_it_is_told_in_its_place() -> None:
    told = list(known_checks())
    assert told[told.index("name") + 1] == "courtesy"


def test_its_words_are_found_and_it_speaks() -> None:
    assert ("titles", "honorifics") in looked_for()
    assert [found.severity for found in compare(*SIDES).findings if found.check == "courtesy"] == [Severity.MINOR]


def test_its_words_give_a_change_its_class() -> None:
    (change,) = (change for change in read_pair(*SIDES).changes if change.op is not Op.EQUAL)
    assert change.kind is ChangeClass.EMPHASIS


def test_it_can_be_turned_off() -> None:
    assert not [
        found for found in compare(*SIDES, Checks(off=frozenset({"courtesy"}))).findings if found.check == "courtesy"
    ]


def test_it_says_where_it_has_no_words() -> None:
    assert "courtesy" in cannot_judge(language_of("xx"))
    assert "courtesy" not in cannot_judge(EN)


def test_the_table_of_readme_counts_it() -> None:
    count = len(known_checks())
    table = "\n".join(table_lines(list_languages()))
    assert f"| {count} / {count} |" in table
    assert table not in README.read_text(encoding="utf-8")


def test_its_page_is_held_against_it() -> None:
    check = known_checks()["courtesy"]
    assert out_of_step(check, PAGE) == ()
    assert out_of_step(check, PAGE.replace("minor", "major")) == ("severity",)
    assert out_of_step(check, PAGE.replace("style/register", "style")) == ("category",)
    assert out_of_step(check, PAGE.replace("**Found**", "**Seen**")) == ("Found",)


def test_a_file_that_exports_no_check_is_a_bug(tmp_path: Path) -> None:
    (tmp_path / "courtesy.py").write_text("CHECK = None\n", encoding="utf-8")
    table.known_checks.cache_clear()
    with pytest.raises(TypeError, match=r"courtesy\.py has to export a CHECK"):
        known_checks()
