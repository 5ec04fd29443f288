"""The recipe of CONTRIBUTING for a report format, followed with the toy that stands there: one file, and its name."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.gluing import find_glue
from architecture.literals import find_literals
from contracts.exporter import ExporterContract
from crossquote.cli.main import run
from crossquote.export import exporter, formats
from crossquote.export.format import Format
from crossquote.gui.dialogs.report import offered_formats
from crossquote.resources import resource
from crossquote.wording import catalogue

RECIPE = Path(__file__).parents[2] / "CONTRIBUTING.md"
_BLOCK = re.compile(r"^## A report format$.*?^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOY = _BLOCK.search(RECIPE.read_text(encoding="utf-8"))
QUOTE = 'Mayor speaks\n\n"We will open the bridge on {}," Mayor Ada Lindqvist said on Friday.\n'


@pytest.fixture(autouse=True)
def _toy(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert TOY is not None
    folder = tmp_path_factory.mktemp("formats")
    (folder / "plain.py").write_text(TOY[1], encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(folder)])
    shutil.copytree(resource("catalogues"), folder / "catalogues")
    with (folder / "catalogues" / "en.po").open("a", encoding="utf-8") as words:
        words.write('\nmsgid "report.format.plain"\nmsgstr "Plain text"\n')
    monkeypatch.setattr(catalogue, "resource", folder.joinpath)
    catalogue.load_catalogue.cache_clear()
    exporter.known_formats.cache_clear()
    yield
    catalogue.load_catalogue.cache_clear()
    exporter.known_formats.cache_clear()
    sys.modules.pop(f"{formats.__name__}.plain", None)


class TestToy(ExporterContract):
    @pytest.fixture
    def chosen(self) -> Format:
        return exporter.known_formats()[".txt"]


def test_the_command_line_and_the_window_take_it_up(tmp_path: Path) -> None:
    articles = [tmp_path / f"{name}.en.text" for name in ("harbour", "quay")]
    for path, day in zip(articles, ("Monday", "Tuesday"), strict=True):
        path.write_text(QUOTE.format(day), encoding="utf-8")
    assert run(["report", *map(str, articles), "-o", str(tmp_path / "said.txt")]) == 0
    assert "We will open the bridge on Tuesday" in (tmp_path / "said.txt").read_text(encoding="utf-8")
    assert "Plain text (.txt)" in offered_formats()


def test_it_holds_to_what_the_other_formats_hold_to() -> None:
    assert TOY is not None
    assert find_literals(TOY[1]) == []
    assert list(find_glue(TOY[1])) == []


def test_a_file_that_exports_no_format_is_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.py").write_text("FORMAT = None\n", encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    exporter.known_formats.cache_clear()
    with pytest.raises(TypeError, match="formats/empty has to export a Format"):
        exporter.known_formats()
