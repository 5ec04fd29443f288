"""The Windows installer around a stand-in: the same bytes from the same files; installed and removed under wine."""

import os
import re
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from icons import draw, ico
from product import Product
from windows.installer import HERE, PICTURES, file_lines, make_installer

from under_wine.windows import WINE, Windows

FIRST, SECOND = Product("crossquote", "0.1.0", ""), Product("crossquote", "0.2.0", "")
LANGUAGES = {"ENGLISH", "UKRAINIAN", "SPANISH", "GERMAN", "POLISH", "RUSSIAN", "ARABIC"}
RUNNING = 4
needs_makensis = pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not here")
needs_wine = pytest.mark.skipif(not WINE, reason="wine64 is not here")

# A program for Windows that does next to nothing: NSIS makes it. On the terminal it "installs" a package where the
# home it was given says; told to stay, it stays for a while.
STAND_IN = r"""
Unicode true
Target amd64-unicode
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
OutFile "{out}"
Section
  ${{GetParameters}} $1
  ReadEnvStr $0 CROSSQUOTE_HOME
  StrCmp $0 "" stay
  CreateDirectory "$0\data\packages\translate-uk_en-1_9"
  FileOpen $2 "$0\data\packages\translate-uk_en-1_9\metadata.json" w
  FileWrite $2 "$1"
  FileClose $2
  Return
  stay:
  StrCmp $1 "stay" 0 done
  Sleep 12000
  done:
SectionEnd
"""


def test_files_are_listed_in_an_order_of_their_own() -> None:
    names = [Path("_internal/b.dll"), Path("Crossquote.exe"), Path("_internal/PySide6/a.pyd"), Path("_internal/a.txt")]
    lines = file_lines(names, Path("/p"))
    assert lines == file_lines(reversed(names), Path("/p"))
    assert lines[0] == 'SetOutPath "$INSTDIR"'
    assert lines[2:4] == [r'SetOutPath "$INSTDIR\_internal"', f'File "/oname=a.txt" "{Path("/p/_internal/a.txt")}"']


def test_the_installer_says_everything_in_six_languages() -> None:
    texts = (HERE / "texts.nsh").read_text(encoding="utf-8")
    said: dict[str, set[str]] = {}
    for name, language in re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\} \"", texts, re.MULTILINE):
        said.setdefault(name, set()).add(language)
    assert all(languages == LANGUAGES for languages in said.values())
    script = (HERE / "crossquote.nsi").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\((TEXT_\w+)\)", script)) == set(said)
    assert {name.upper() for name in re.findall(r'MUI_LANGUAGE "(\w+)"', script)} == LANGUAGES


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", PICTURES)
def test_the_pages_have_pictures_of_the_size_that_windows_shows(name: str) -> None:
    picture = draw(HERE / f"{name}.svg", *PICTURES[name], "bmp")
    width, height, planes, bits = struct.unpack("<iiHH", picture[18:30])
    assert (picture[:2], width, height, planes, bits) == (b"BM", *PICTURES[name], 1, 24)
    script = (HERE / "crossquote.nsi").read_text(encoding="utf-8")
    assert f'_BITMAP "${{{name.upper()}}}"' in script


def stand_in(folder: Path, note: str) -> Path:
    """Make a stand-in for the program's folder; `note` tells one version from another."""
    program = folder / "program"
    (program / "_internal" / "PySide6").mkdir(parents=True)
    script = folder / "stand-in.nsi"
    script.write_text(STAND_IN.format(out=program / "Crossquote.exe"), encoding="utf-8")
    subprocess.run(["makensis", "-V1", str(script)], check=True)
    shutil.copy(program / "Crossquote.exe", program / "crossquote-console.exe")
    for name in ("LICENSE.txt", "_internal/note ї.txt", f"_internal/PySide6/{note}.pyd"):
        (program / name).write_text(note, encoding="utf-8")
    (folder / "icons").mkdir()
    (folder / "icons" / "crossquote.ico").write_bytes(ico({16: bytes(64)}))
    return program


def installer(folder: Path, product: Product) -> Path:
    """Make the installer of a stand-in for `product`."""
    folder.mkdir()
    program = stand_in(folder, product.version)
    return make_installer(program, folder / "icons", product, folder / "work", quick=True)


@needs_makensis
@pytest.mark.usefixtures("qapp")
def test_the_same_files_make_the_same_installer(tmp_path: Path) -> None:
    first = installer(tmp_path / "one", FIRST).read_bytes()
    program, icons = tmp_path / "one" / "program", tmp_path / "one" / "icons"
    for path in program.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    elsewhere = shutil.copytree(program, tmp_path / "two" / "program")
    again = make_installer(elsewhere, icons, FIRST, tmp_path / "two" / "work", quick=True)
    assert again.read_bytes() == first


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """Yield a clean Windows 10."""
    folder = tmp_path_factory.mktemp("wine")
    made = Windows(folder)
    made.begin()
    yield made
    made.end()


@pytest.fixture(scope="module")
def setups(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the installers of two versions."""
    folder = tmp_path_factory.mktemp("setups")
    return installer(folder / "first", FIRST), installer(folder / "second", SECOND)


KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Crossquote"
CLASSES = r"Software\Classes"


@pytest.mark.installers
@needs_makensis
@needs_wine
@pytest.mark.parametrize(("mode", "hive"), [("/CurrentUser", "HKCU"), ("/AllUsers", "HKLM")])
def test_it_installs_upgrades_and_goes(windows: Windows, setups: tuple[Path, Path], mode: str, hive: str) -> None:
    first, second = setups
    folder = windows.local / "Programs" / "Crossquote"
    if hive == "HKLM":
        folder = windows.drive / "Program Files" / "Crossquote"
    own = windows.local / "Crossquote" / "packages" / "mine.txt"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("mine", encoding="utf-8")
    before = windows.tree(windows.drive) - {"windows/temp"}

    assert windows.run(str(first), "/S", mode).returncode == 0
    files = {"Crossquote.exe", "crossquote-console.exe", "LICENSE.txt", "uninstall.exe", "bin/crossquote.cmd"}
    assert windows.tree(folder) == files | {"_internal/note ї.txt", "_internal/PySide6/0.1.0.pyd"}
    assert windows.value(rf"{hive}\{KEY}", "DisplayVersion") == "0.1.0"
    assert windows.value(rf"{hive}\{CLASSES}\.crossquote") == "Crossquote.Project"
    command = windows.value(rf"{hive}\{CLASSES}\Crossquote.Project\shell\open\command")
    assert command is not None
    assert command.endswith(r'\Crossquote\Crossquote.exe" "%1"')
    shortcuts = [path for path in windows.tree(windows.drive) - before if path.endswith(".lnk")]
    assert [Path(path).name for path in shortcuts] == ["Crossquote.lnk"]
    assert ("ProgramData" in shortcuts[0]) is (hive == "HKLM")

    brought = folder / "_internal" / "packages" / "translate-de_en-1_0" / "metadata.json"
    brought.parent.mkdir(parents=True)
    brought.write_text("{}", encoding="utf-8")
    (folder / "_internal" / "stale.pyd").write_text("old", encoding="utf-8")
    assert windows.run(str(second), "/S", mode).returncode == 0
    kept = {"_internal/packages/translate-de_en-1_0/metadata.json"}
    assert windows.tree(folder) == files | kept | {"_internal/note ї.txt", "_internal/PySide6/0.2.0.pyd"}
    assert windows.value(rf"{hive}\{KEY}", "DisplayVersion") == "0.2.0"

    windows.uninstall(folder, mode)
    assert not folder.exists()
    assert windows.value(rf"{hive}\{KEY}", "DisplayVersion") is None
    assert windows.value(rf"{hive}\{CLASSES}\.crossquote") is None
    assert windows.value(rf"{hive}\{CLASSES}\Crossquote.Project") is None
    left = {path for path in windows.tree(windows.drive) - before if "/Temp/" not in path}
    assert left == set()
    assert own.read_text(encoding="utf-8") == "mine"


@pytest.mark.installers
@needs_makensis
@needs_wine
def test_packages_beside_the_installer_come_along(windows: Windows, setups: tuple[Path, Path], tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "packages").mkdir(parents=True)
    (stick / "packages" / "translate-uk_en-1_9.argosmodel").write_bytes(b"zip")
    setup = shutil.copy(setups[0], stick / "setup.exe")
    folder = windows.drive / "Tools" / "Crossquote"
    assert windows.run(str(setup), "/S", "/CurrentUser", r"/D=C:\Tools\Crossquote").returncode == 0
    brought = folder / "_internal" / "packages" / "translate-uk_en-1_9" / "metadata.json"
    assert re.fullmatch(r'packages install "Z:.*\\stick\\packages"', brought.read_text(encoding="utf-8"))
    own = folder / "notes of mine.txt"
    own.write_text("mine", encoding="utf-8")
    windows.uninstall(folder, "/CurrentUser")
    assert windows.tree(folder) == {own.name}


@pytest.mark.installers
@needs_makensis
@needs_wine
@pytest.mark.parametrize("name", ["Crossquote.exe", "crossquote-console.exe"])
def test_a_running_program_is_left_alone(windows: Windows, setups: tuple[Path, Path], name: str) -> None:
    folder = windows.drive / "running"
    assert windows.run(str(setups[0]), "/S", "/CurrentUser", r"/D=C:\running").returncode == 0
    before = windows.tree(folder)
    with windows.start(str(folder / name), "stay"):
        time.sleep(2)
        assert windows.run(str(setups[1]), "/S", "/CurrentUser", r"/D=C:\running").returncode == RUNNING
        assert windows.tree(folder) == before
    windows.uninstall(folder, "/CurrentUser")
    assert not folder.exists()
