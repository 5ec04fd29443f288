"""The table of checks: complete, in order, each class of change stood for."""

from pathlib import Path

from crossquote.comparison import checks
from crossquote.comparison.table import known_checks, looked_for
from crossquote.model.comparison import ChangeClass
from crossquote.text.quantity import Sort

FOLDER = Path(next(iter(checks.__path__)))
BY_ALIGNMENT = {ChangeClass.SAME, ChangeClass.MARKS, ChangeClass.CASING}


def test_every_file_is_a_check() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - {"__init__"} == set(known_checks())


def test_no_two_checks_are_told_in_one_place() -> None:
    ranks = [check.rank for check in known_checks().values()]
    assert ranks == sorted(set(ranks))


def test_severities_and_categories_are_named_once_and_the_worst_first() -> None:
    for check in known_checks().values():
        assert list(check.severity) == sorted(set(check.severity), key=lambda severity: -severity.rank)
        assert len(set(check.category)) == len(check.category) > 0


def test_every_class_of_change_has_a_check_that_stands_for_it() -> None:
    stood_for = {kind for check in known_checks().values() for kind in check.classes}
    assert stood_for == set(ChangeClass) - BY_ALIGNMENT


def test_every_sort_of_quantity_has_its_check() -> None:
    assert {sort.value for sort in Sort} <= set(known_checks())


def test_what_is_looked_for_stands_there_once() -> None:
    assert len(looked_for()) == len(set(looked_for()))
