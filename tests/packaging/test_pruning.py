"""Pruning: what the table lists goes, what it keeps stays, and links that lose their target go too."""

import sys
from pathlib import Path

import pytest
from libraries import is_orphan, missing
from pruning import prune, size

TABLE = """
[[prune]]
globs = ["lib/*.so", "themes/*"]
keep = ["lib/needed*"]
reason = "a test"
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    for name in ("lib/needed.so", "lib/unused.so", "themes/dark/ink", "crossquote"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("ten bytes.", encoding="ascii")
    return folder


def test_what_the_table_lists_goes_and_what_it_keeps_stays(program: Path, tmp_path: Path) -> None:
    (tmp_path / "prune.toml").write_text(TABLE, encoding="utf-8")
    assert prune(program, tmp_path / "prune.toml") == 20
    assert sorted(path.name for path in program.rglob("*")) == ["crossquote", "lib", "needed.so"]
    assert size(program) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="links want a permission there")
def test_links_that_lose_their_target_go(program: Path, tmp_path: Path) -> None:
    (program / "link.so").symlink_to("lib/unused.so")
    (program / "kept.so").symlink_to("lib/needed.so")
    (tmp_path / "prune.toml").write_text(TABLE, encoding="utf-8")
    prune(program, tmp_path / "prune.toml")
    assert not (program / "link.so").is_symlink()
    assert (program / "kept.so").is_symlink()


@pytest.mark.parametrize(
    ("path", "orphan"),
    [
        ("_internal/libgio-2.0.so.0", True),
        ("_internal/libglib-2.0.so.0", False),
        ("_internal/libpython3.11.so.1.0", False),
        ("_internal/Stemmer.cpython-311-x86_64-linux-gnu.so", False),
        ("_internal/PySide6/Qt/plugins/platforms/libqxcb.so", False),
    ],
)
def test_only_a_library_that_nobody_asks_for_is_an_orphan(path: str, *, orphan: bool) -> None:
    assert is_orphan(Path(path), {"libglib-2.0.so.0"}) is orphan


def test_a_library_that_is_not_there_is_told_with_who_asks() -> None:
    asked = {Path("a/one.so"): frozenset({"libc.so.6", "libx.so"}), Path("two.so"): frozenset({"libc.so.6"})}
    assert missing(asked, {"libx.so"}) == {"libc.so.6": ["one.so", "two.so"]}
