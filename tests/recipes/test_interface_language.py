"""A language of the interface is one file: `resources/catalogues/README.md`, followed with a toy in Esperanto."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import catalogues
import pytest

from crossquote.message import message
from crossquote.resources import resource
from crossquote.wording import catalogue, tell
from crossquote.wording.telling import tell_fact


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the program catalogues of its own, to which one can be added."""
    shutil.copytree(resource("catalogues"), tmp_path / "catalogues")
    monkeypatch.setattr(catalogue, "resource", tmp_path.joinpath)
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path / "catalogues")
    catalogue.load_catalogue.cache_clear()
    yield tmp_path / "catalogues"
    catalogue.load_catalogue.cache_clear()


def test_an_interface_language_is_one_file(folder: Path) -> None:
    before = catalogue.languages()
    assert catalogues.main(["extend", "eo"]) == 0
    begun = (folder / "eo.po").read_text(encoding="utf-8")
    empty = 'msgid_plural "count.articles"\nmsgstr[0] ""\nmsgstr[1] ""'
    assert empty in begun
    told = 'msgid_plural "count.articles"\nmsgstr[0] "{count} artikolo"\nmsgstr[1] "{count} artikoloj"'
    (folder / "eo.po").write_text(begun.replace(empty, told), encoding="utf-8")

    assert set(catalogue.languages()) == {*before, "eo"}
    assert tell(message("count.articles", count=1), "eo") == "1 artikolo"
    assert tell(message("count.articles", count=12345), "eo") == "12\N{NARROW NO-BREAK SPACE}345 artikoloj"
    assert tell(message("count.quotes", count=2), "eo") == "2 quotes"
    assert tell_fact(("a", "b", "c"), "eo") == "a, b kaj c"
    assert tell_fact("uk", "eo", "language") == "ukraina"
    assert "eo" in catalogues.needed_locales()
    assert [line for line in catalogues.check() if line.startswith("eo")] == []


def test_a_slip_in_it_is_found(folder: Path) -> None:
    text = (folder / "en.po").read_text(encoding="utf-8")
    (folder / "eo.po").write_text(text.replace("en_GB", "eo").replace("{count} articles", "{number}"), encoding="utf-8")
    assert "eo: count.articles tells of number, which the English does not" in catalogues.check()
