"""Pruning: what the table lists goes, what it keeps stays, and links that lose their target go too."""

import shutil
import sys
import sysconfig
from pathlib import Path

import babel.localedata
import pytest
from libraries import is_orphan, missing
from product import ROOT
from pruning import prune, size

from crossquote.message import message
from crossquote.wording import tell
from crossquote.wording.catalogue import languages
from crossquote.wording.telling import tell_fact

TABLE = """
[[prune]]
globs = ["lib/*.so", "themes/*"]
keep = ["lib/needed*"]
reason = "a test"

[strip]
keep = ["Qt/*"]
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    for name in ("lib/needed.so", "lib/unused.so", "themes/dark/ink", "crossquote"):
        path = folder / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("ten bytes.", encoding="ascii")
    return folder


def test_what_the_table_lists_goes_and_what_it_keeps_stays(program: Path, tmp_path: Path) -> None:
    (tmp_path / "prune.toml").write_text(TABLE, encoding="utf-8")
    assert prune(program, tmp_path / "prune.toml") == 20
    assert sorted(path.name for path in program.rglob("*")) == ["_internal", "crossquote", "lib", "needed.so"]
    assert size(program) == 20


def test_the_locales_of_the_catalogues_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "program" / "_internal" / "babel" / "locale-data"
    shutil.copytree(Path(babel.localedata.__file__).parent / "locale-data", folder)
    prune(tmp_path / "program", ROOT / "packaging" / "prune.toml")
    assert size(folder) < 3e6
    monkeypatch.setattr(babel.localedata, "_dirname", str(folder))
    babel.localedata.clear_caches()
    for language in languages():
        assert tell(message("count.articles", count=12345678), language)
        assert tell_fact(("a", "b", "c"), language)
        assert tell_fact("2026-11-26T14:20:00+00:00", language, "moment")
    babel.localedata.clear_caches()


@pytest.mark.parametrize("folder", ["PySide6/Qt/translations", "PySide6/translations"])
def test_qts_own_words_stay_in_the_languages_of_the_catalogues(folder: str, tmp_path: Path) -> None:
    inside = tmp_path / "program" / "_internal" / folder
    inside.mkdir(parents=True)
    there = [*(f"qtbase_{language}.qm" for language in languages()), "qtbase_tlh.qm", "qt_help_en.qm"]
    for name in there:
        (inside / name).write_bytes(b"")
    prune(tmp_path / "program", ROOT / "packaging" / "prune.toml")
    assert sorted(path.name for path in inside.iterdir()) == sorted(there[:-2])


@pytest.mark.skipif(sys.platform == "win32", reason="links want a permission there")
def test_links_that_lose_their_target_go(program: Path, tmp_path: Path) -> None:
    (program / "link.so").symlink_to("_internal/lib/unused.so")
    (program / "kept.so").symlink_to("_internal/lib/needed.so")
    (tmp_path / "prune.toml").write_text(TABLE, encoding="utf-8")
    prune(program, tmp_path / "prune.toml")
    assert not (program / "link.so").is_symlink()
    assert (program / "kept.so").is_symlink()


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("strip"), reason="libraries are stripped on Linux, by binutils"
)
def test_names_go_out_of_libraries_but_not_out_of_qts(program: Path, tmp_path: Path) -> None:
    library = next(path for path in Path(sysconfig.get_path("platlib")).glob("regex/_regex*.so"))
    for folder in ("Qt", "lib2"):
        (program / "_internal" / folder).mkdir()
        shutil.copy(library, program / "_internal" / folder / "taken.so")
    (tmp_path / "prune.toml").write_text(TABLE, encoding="utf-8")
    prune(program, tmp_path / "prune.toml")
    assert (program / "_internal" / "Qt" / "taken.so").read_bytes() == library.read_bytes()
    assert (program / "_internal" / "lib2" / "taken.so").stat().st_size < library.stat().st_size


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
