"""Nothing of a project's texts becomes markup, a formula, a script, a link or a control in any report."""

from functools import cache
from io import StringIO

import pytest
from rich.console import Console

from attacks import harmless, hostile, project_of
from crossquote.cli.show import show_report
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.export.verify import verify_report
from shapes import shape

FEW, MANY = 6, 2000
TAME = 12
"""How many harmless projects show what reports have."""
pytestmark = pytest.mark.usefixtures("drawn_here")


@cache
def tame_project(seed: int) -> Report:
    return project_of(harmless(seed))


@cache
def tame(ending: str, seed: int) -> frozenset[str]:
    """Return what a report on a harmless project has in a format."""
    chosen = known_formats()[ending]
    return shape(ending, chosen.render(chosen.fit(tame_project(seed))))


def check(seed: int) -> None:
    report = project_of(hostile(seed))
    for ending, chosen in known_formats().items():
        fitting = chosen.fit(report)
        data = chosen.render(fitting)
        assert unknown(ending, shape(ending, data)) == set(), (seed, ending)
        verify_report(fitting, chosen, data)
    shown = StringIO()
    show_report(report, Console(file=shown, width=100))
    assert not set(shown.getvalue()) & _NEVER, seed


def unknown(ending: str, found: frozenset[str]) -> frozenset[str]:
    """Return what no report on a harmless project has in a format; as many are made as it takes to know all."""
    left = found - _LETTERS
    for seed in range(TAME):
        left = left and left - tame(ending, seed)
    return left


_CP = "{urn:oasis:names:tc:xliff:document:2.0}cp"
_BREAK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}br"
_LETTERS = frozenset({_CP, f"{_CP} hex", _BREAK})
"""Elements that are letters: XLIFF has one for what XML has not, with its number; in Word the end of a line is one."""
_CONTROLS = (*range(10), *range(11, 32), *range(127, 160))
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NEVER = {chr(code) for code in (*_CONTROLS, *_TURNS)}


def test_nothing_of_a_hostile_project_is_more_than_a_text() -> None:
    for seed in range(FEW):
        check(seed)


@pytest.mark.fuzz
def test_nothing_of_thousands_of_hostile_projects_is_more_than_a_text() -> None:
    for seed in range(FEW, MANY):
        check(seed)
