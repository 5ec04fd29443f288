"""What packaging/build.py left in build/dist: what must not be in it, its size, what it asks of the system."""

import json
import re
from pathlib import Path

import pytest
from libraries import lacking
from linux.deb import PROVIDED_BY
from product import BUILD, read_product
from program import FOLDER, executable, self_test
from pruning import files, size

pytestmark = [
    pytest.mark.packaging,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="run packaging/build.py first"),
]
# Too large, phones home, not ours to ship, or for building only.
BANNED = re.compile(
    r"(^|[/.-])(torch|onnxruntime|stanza|spacy|minisbd|pymupdf|fitz|ebooklib|numpy|pytest|hypothesis|mypy)([/.-]|$)"
)
GOAL_INSTALLED = 260e6


def test_nothing_is_in_it_that_must_not_be() -> None:
    names = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*")}
    assert not [name for name in names if BANNED.search(name.lower())]


def test_no_module_is_in_it_that_must_not_be() -> None:
    modules = re.findall(r"\('([\w.]+)',", (BUILD / "work" / "crossquote" / "PYZ-00.toc").read_text(encoding="utf-8"))
    assert "crossquote.cli.main" in modules
    assert not [name for name in modules if BANNED.search(name.lower())]


def test_every_part_has_a_licence_and_none_is_agpl_or_non_commercial() -> None:
    bill = json.loads((FOLDER / "crossquote.cdx.json").read_text(encoding="utf-8"))
    assert bill["metadata"]["component"]["version"] == read_product().version
    licences = {entry["name"]: json.dumps(entry["licenses"]) for entry in bill["components"]}
    assert {"Python", "Qt", "ctranslate2", "langdetect", "argostranslate", "sentencepiece"} <= set(licences)
    for name, told in licences.items():
        assert not re.search(r"unknown|AGPL|Affero|-NC-|non-?commercial", told, re.IGNORECASE), name


def test_the_page_of_licences_carries_the_texts() -> None:
    page = (FOLDER / "third-party-licences.html").read_text(encoding="utf-8")
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "Apache License", "SYSTRAN", "PYTHON SOFTWARE FOUNDATION"):
        assert words in page


def test_it_is_as_small_as_was_promised() -> None:
    assert size(FOLDER) < GOAL_INSTALLED


def test_no_path_of_the_building_machine_is_in_its_texts() -> None:
    here = str(BUILD.parent).encode()
    texts = [path for path in files(FOLDER) if path.suffix in (".json", ".html", ".txt", ".toml", ".cfg", ".xml")]
    assert not [path for path in texts if here in path.read_bytes()]


def test_what_it_asks_of_the_system_is_known() -> None:
    assert set(lacking(FOLDER)) <= set(PROVIDED_BY)


def test_it_passes_its_own_test_elsewhere(tmp_path: Path) -> None:
    moved = tmp_path / "with blanks and ї" / FOLDER.name
    moved.parent.mkdir()
    moved.symlink_to(FOLDER, target_is_directory=True)
    assert "window" in self_test(executable(moved))
