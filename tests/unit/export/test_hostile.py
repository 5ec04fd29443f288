"""Nothing of a project's texts becomes markup, a formula, a script, a link or a control in any report."""

from functools import lru_cache
from io import StringIO

import pytest
from rich.console import Console

from attacks import harmless, hostile, project_of
from crossquote.cli.show import show_report
from crossquote.export.exporter import known_formats
from crossquote.export.verify import verify_report
from shapes import shape

FEW, MANY = 12, 2000
TAME = 12
pytestmark = pytest.mark.usefixtures("drawn_here")


@lru_cache(maxsize=1)
def tame() -> dict[str, frozenset[str]]:
    """Return for each format what reports on harmless projects have."""
    reports = [project_of(harmless(seed)) for seed in range(TAME)]
    return {
        ending: frozenset().union(*(shape(ending, one.render(one.fit(report))) for report in reports))
        for ending, one in known_formats().items()
    }


def check(seed: int) -> None:
    report = project_of(hostile(seed))
    for ending, chosen in known_formats().items():
        fitting = chosen.fit(report)
        data = chosen.render(fitting)
        assert shape(ending, data) - _LETTERS <= tame()[ending], (seed, ending)
        verify_report(fitting, chosen, data)
    shown = StringIO()
    show_report(report, Console(file=shown, width=100))
    assert not set(shown.getvalue()) & _NEVER, seed


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
