"""The list of checks says what the help's pages say, and the lexicons bear it out."""

import pytest

from crossquote.comparison.coverage import languages_of
from crossquote.comparison.table import known_checks
from crossquote.resources import resource
from crossquote.work.checks import list_checks
from crossquote.work.settings import Settings, save_settings


def test_every_check_is_listed_with_its_page() -> None:
    listed = list_checks()
    assert [check.id for check in listed] == list(known_checks())
    for check in listed:
        assert check.on
        assert all((check.summary, check.severity, check.category)), check
        assert "\n" not in check.summary


def test_the_settings_are_told() -> None:
    save_settings(Settings(checks_off="order wording"))
    assert {check.id for check in list_checks() if not check.on} == {"order", "wording"}


@pytest.mark.parametrize("check", [check for check in known_checks() if languages_of(check)])
def test_a_page_names_the_languages_that_its_check_has_word_lists_for(check: str) -> None:
    page = resource("help", "checks", f"{check}.md").read_text(encoding="utf-8")
    (line,) = (line for line in page.splitlines() if line.startswith("- **Languages**: "))
    named = line.removeprefix("- **Languages**: ").partition(",")[0].split()
    assert set(named) == set(languages_of(check))
