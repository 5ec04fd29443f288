"""The limits of size: whatever a room alone brings along stands in its part, and the parts are the plan's."""

import ast
import sys
from collections import defaultdict
from pathlib import Path

import limits
import pytest
from limits import Part, read_limits
from product import ROOT

PACKAGE = ROOT / "desktop" / "crossquote"
PARTS = {part.name: part for part in read_limits().parts}
OWN = {"export": "reports", "articles": "readers"}
"""The rooms whose libraries have a part of their own."""


def _libraries(path: Path) -> set[str]:
    """Return the libraries that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"crossquote"}


@pytest.mark.parametrize(("room", "part"), OWN.items())
def test_what_one_room_alone_imports_is_in_its_part(room: str, part: str) -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for name in _libraries(path):
            rooms[name].add(path.relative_to(PACKAGE).parts[0])
    alone = {name for name, where in rooms.items() if where == {room}}
    assert alone
    assert alone - {*PARTS[part].modules, *PARTS[part].globs} == set()


def test_word_data_is_one_part_that_fits() -> None:
    part = PARTS["word data"]
    files = {file for glob in part.globs for found in ROOT.glob(glob) for file in (found, *found.rglob("*"))}
    assert 10 < sum(file.stat().st_size for file in files if file.is_file()) / limits.MB < part.most


def test_what_is_packed_into_the_program_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_internal" / "docx").mkdir(parents=True)
    (tmp_path / "_internal" / "docx" / "default.xml").write_bytes(bytes(1_000_000))
    monkeypatch.setattr(limits, "packed_modules", {tmp_path: {"docx": 2_000_000, "re": 1}}.__getitem__)
    assert Part("reports", 15, ("docx",), ("docx", "pypdf")).taken(tmp_path) == 3
