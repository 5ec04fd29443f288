"""Every format of the program passes the contract; the table offers them in their order."""

from pathlib import Path

import pytest

from contracts.exporter import ExporterContract, reports
from crossquote.export.exporter import format_of, known_formats
from crossquote.export.format import Format

pytestmark = pytest.mark.usefixtures("kept_processes")


@pytest.mark.parametrize("ending", list(known_formats()))
class TestFormats(ExporterContract):
    @pytest.fixture
    def chosen(self, ending: str) -> Format:
        return known_formats()[ending]


def test_the_table_is_in_order_and_knows_an_ending_by_any_case() -> None:
    ranks = [known.rank for known in known_formats().values()]
    assert ranks == sorted(set(ranks))
    assert next(iter(known_formats())) == ".html"
    assert all(ending == known.ending == ending.lower() for ending, known in known_formats().items())
    assert format_of(Path("Report.HTML")) is known_formats()[".html"]
    assert format_of(Path("report.doc")) is None
    assert format_of(Path("report")) is None


def test_no_control_character_and_no_script_gets_into_a_page() -> None:
    page = known_formats()[".html"].render(reports()["strange"]).decode()
    assert not set(page) & {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160))}
    assert "<script" not in page


def test_json_holds_the_letters_as_they_were() -> None:
    read = "".join(known_formats()[".json"].read(known_formats()[".json"].render(reports()["strange"])))
    assert "\x00\x1b[31m\x85 \ud800" in read
