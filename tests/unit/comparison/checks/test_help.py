"""The help has a page for each check, and it says what the check is."""

import pytest

from crossquote.comparison.check import Check
from crossquote.comparison.table import known_checks
from crossquote.resources import resource
from help_page import out_of_step


def test_every_check_has_its_page() -> None:
    assert {path.stem for path in resource("help", "checks").glob("*.md")} == set(known_checks())


@pytest.mark.parametrize("check", known_checks().values(), ids=lambda check: check.id)
def test_a_page_says_what_its_check_is(check: Check) -> None:
    page = resource("help", "checks", f"{check.id}.md").read_text(encoding="utf-8")
    assert out_of_step(check, page) == ()
