"""Measuring language packages: what is found in their translations, and what is cried falsely."""

from itertools import permutations

import pytest

from crossquote.comparison.table import known_checks
from crossquote.model.finding import Severity
from crossquote.progress import finish
from crossquote.translation.fake import FakeTranslator
from crossquote.work.measuring import (
    Attempt,
    Measured,
    can_measure,
    keep_measured,
    known_measured,
    measure_pair,
    statements,
    sum_up,
)

LANGUAGES = ("en", "de", "fr", "es", "it", "ru", "uk", "pl")


def perfect(source: str, target: str) -> FakeTranslator:
    """Return a translator that makes no mistake of its own."""
    told = {one.said[source]: one.said[target] for one in statements()}
    return FakeTranslator([(source, target)], told | {one.wrong[source]: one.wrong[target] for one in statements()})


def test_every_statement_is_there_in_every_language_with_another_error() -> None:
    for one in statements():
        assert set(LANGUAGES) <= one.said.keys() == one.wrong.keys()
        assert all(one.said[code] != one.wrong[code] for code in one.said)
        assert one.error in known_checks()
    assert all(can_measure(pair) for pair in permutations(LANGUAGES, 2))
    assert not can_measure(("en", "xx"))


@pytest.mark.parametrize("source", ["uk", "ru", "de", "fr", "es"])
def test_a_perfect_package_lets_nearly_all_errors_be_found_and_nothing_be_cried(source: str) -> None:
    measured = sum_up(finish(measure_pair((source, "en"), perfect(source, "en"))))
    assert measured.errors == measured.faithful == len(statements())
    assert measured.found >= 6
    assert measured.noticed >= 8
    assert measured.cried == 0


def test_a_package_that_makes_rubbish_is_shown_to_do_so() -> None:
    measured = sum_up(finish(measure_pair(("uk", "en"), FakeTranslator([("uk", "en")]))))
    assert measured.errors == measured.faithful == len(statements())
    assert measured.found < 6


def test_a_pair_without_sentences_or_without_a_way_is_not_measured() -> None:
    assert finish(measure_pair(("xx", "en"), FakeTranslator([("xx", "en")]))) == ()
    assert finish(measure_pair(("uk", "en"), FakeTranslator([("uk", "de")]))) == ()


def test_trials_are_counted_by_what_was_found() -> None:
    trials = [
        Attempt("number", "a", "b", Severity.CRITICAL),
        Attempt("number", "a", "b", Severity.MINOR),
        Attempt("name", "a", "b", None),
        Attempt("", "a", "b", Severity.MAJOR),
        Attempt("", "a", "b", Severity.NEUTRAL),
    ]
    assert sum_up(trials) == Measured(errors=3, found=1, noticed=2, faithful=2, cried=1, doubted=1)


def test_what_was_measured_is_kept_for_that_version_alone() -> None:
    measured = Measured(10, 8, 9, 10, 0, 1)
    assert known_measured("translate-uk_en", "1.0") is None
    keep_measured("translate-uk_en", "1.0", measured)
    keep_measured("translate-ru_en", "1.0", measured)
    assert known_measured("translate-uk_en", "1.0") == measured
    assert known_measured("translate-uk_en", "1.1") is None
