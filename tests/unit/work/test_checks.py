"""The list of checks says what the help's pages say, and the lexicons bear it out."""

import pytest

from crossquote.comparison.coverage import languages_of
from crossquote.comparison.table import known_checks
from crossquote.resources import resource
from crossquote.wording.telling import tell_fact
from crossquote.work.checks import list_checks
from crossquote.work.help import check_pages
from crossquote.work.settings import Settings, save_settings


def test_every_check_is_listed_with_its_page() -> None:
    listed = list_checks()
    assert [check.id for check in listed] == list(known_checks())
    for check in listed:
        assert check.on
        assert all((check.summary, check.severity, check.category)), check
        assert "\n" not in check.summary


def test_a_sign_does_not_lose_the_space_that_holds_it_to_its_word() -> None:
    (number,) = (check for check in list_checks("fr") if check.id == "number")
    assert "\u00a0:" in number.summary


def test_the_settings_are_told() -> None:
    save_settings(Settings(checks_off="order wording"))
    assert {check.id for check in list_checks() if not check.on} == {"order", "wording"}


@pytest.mark.parametrize("check", [check for check in known_checks() if languages_of(check)])
def test_a_page_names_the_languages_that_its_check_has_word_lists_for(check: str) -> None:
    assert "- **Languages**: {languages}" in resource("help", "checks", f"{check}.md").read_text(encoding="utf-8")
    (page,) = (page for page in check_pages() if page.id == check)
    assert f"- **Languages**: {tell_fact(languages_of(check), 'en', 'language')}" in page.text
    assert ("nb" in languages_of(check)) is ("Norwegian" in page.text)
