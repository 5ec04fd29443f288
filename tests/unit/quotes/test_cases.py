"""Table cases of quotes: tests/cases/quotes, one file a phenomenon and language; `indirect.*` show all kinds."""

from pathlib import Path

import pytest

from drawn_quotes import BETWEEN, article_of, cases_in, draw_case

CASES = Path(__file__).parents[2] / "cases" / "quotes"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.case")), ids=lambda path: path.stem)
def test_finds_what_the_case_says(path: Path, request: pytest.FixtureRequest) -> None:
    language, indirect = path.suffixes[0][1:], path.stem.startswith("indirect")
    written = path.read_text(encoding="utf-8")
    drawn = BETWEEN.join(draw_case(article_of(case), language, indirect=indirect) for case in cases_in(written)) + "\n"
    if request.config.getoption("--update"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
