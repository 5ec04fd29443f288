"""Coverage: what can't be judged is said in one line a set of languages."""

from crossquote.comparison.coverage import coverage, languages_of
from crossquote.comparison.table import known_checks
from crossquote.wording.telling import tell


def test_languages_with_all_word_lists_say_nothing() -> None:
    assert coverage(["en", "uk", "en"]) == ()


def test_languages_that_the_same_checks_cannot_judge_share_a_line() -> None:
    (line,) = coverage(["km", "sw"])
    assert tell(line).startswith("No word lists for Khmer and Swahili:")


def test_a_line_names_the_checks_but_not_those_that_are_off() -> None:
    others = {check.id for check in known_checks().values() if check.needs} - {"stance", "person"}
    (line,) = coverage(["cy"], frozenset(others))
    assert tell(line).startswith("No word lists for Welsh: ")
    assert tell(line).endswith("can't judge: stance, person.")
    assert coverage(["cy"], frozenset(check.id for check in known_checks().values() if check.needs)) == ()


def test_the_languages_of_a_check_are_those_with_its_word_lists() -> None:
    assert languages_of("number") == ()
    assert {"en", "uk", "pl"} <= set(languages_of("negation"))
    assert all(languages_of(check.id) for check in known_checks().values() if check.needs)
