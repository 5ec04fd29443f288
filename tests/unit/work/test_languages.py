"""Languages: what each has and lacks is told, and README says the same."""

from pathlib import Path

import pytest

from crossquote.cli.languages import table_lines
from crossquote.comparison.table import known_checks
from crossquote.language.coverage import Ability, coverage_of
from crossquote.language.lexicon import known_languages
from crossquote.work.languages import list_languages

README = Path(__file__).parents[3] / "README.md"
BEGIN, END = "<!-- made by crossquote languages --markdown -->\n", "<!-- to here -->\n"


def test_readme_has_the_table_that_the_command_prints(request: pytest.FixtureRequest) -> None:
    head, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    made = head + BEGIN + "\n" + "\n".join(table_lines(list_languages())) + "\n\n" + END + rest.partition(END)[2]
    if request.config.getoption("--update"):
        README.write_text(made, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == made


def test_every_language_with_a_lexicon_is_told() -> None:
    found = {one.coverage.code: one for one in list_languages()}
    assert set(found) == set(known_languages())
    assert set(found["en"].coverage.abilities) == set(Ability)
    assert found["en"].not_judged == ()
    assert Ability.FIGURES in found["it"].coverage.abilities
    assert coverage_of("cy").abilities == ()
    assert (found["pb"].coverage.like, found["pb"].coverage.has) == ("pt", found["pt"].coverage.has)


def test_each_check_judges_a_language_or_not() -> None:
    for one in list_languages():
        assert sorted((*one.judged, *one.not_judged)) == sorted(known_checks())
