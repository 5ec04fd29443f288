"""The machine, the program that is frozen on it, and its installers: each is made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from product import read_product
from windows.installer import make_installer

from under_wine.machine import FOLDER, Machine, borrow_libraries, digest, lacking, make_machine
from under_wine.windows import Windows

USER = "Оксана"
FREEZING = 3600


@pytest.fixture(scope="session")
def machine() -> Iterator[Machine]:
    """Return a Windows with Python on it."""
    if lacks := lacking():
        pytest.skip(f"wants wine and what goes with it: apt-get install {lacks}")
    made = make_machine()
    yield made
    made.windows.end()


@pytest.fixture(scope="session")
def program(machine: Machine) -> Path:
    """Return the folder of the program that packaging/build.py freezes there; one of the same files is kept."""
    folder, stamp = machine.project / "build" / "dist" / "crossquote", FOLDER / "frozen-of"
    parts = [
        path for part in ("desktop", "resources", "seeds", "packaging") for path in (machine.project / part).rglob("*")
    ]
    files = [path for path in parts if path.is_file() and "__pycache__" not in path.parts]
    wanted = digest(sorted([*files, machine.project / "uv.lock", machine.project / "pyproject.toml"]))
    if not folder.is_dir() or not stamp.is_file() or stamp.read_text(encoding="ascii") != wanted:
        built = machine.python("packaging/build.py", timeout=FREEZING)
        print(built.stdout, built.stderr)  # noqa: T201 - what build.py says is looked at where it fails
        assert built.returncode == 0
        stamp.write_text(wanted, encoding="ascii")
    return folder


@pytest.fixture(scope="session")
def setups(machine: Machine, program: Path) -> tuple[Path, Path]:
    """Return the installer as it is released, and that of a later version with the same files, hardly packed."""
    product, icons = read_product(), machine.project / "build" / "icons"
    made = FOLDER / "setups" / f"crossquote-{product.version}-windows-x86_64.exe"
    if not made.exists() or made.stat().st_mtime < (FOLDER / "frozen-of").stat().st_mtime:
        make_installer(program, icons, product, made.parent)
    later = make_installer(program, icons, replace(product, version="99.0"), FOLDER / "setups" / "later", quick=True)
    return made, later


@pytest.fixture(scope="session")
def home_of_letters(machine: Machine) -> Iterator[Windows]:
    """Return a clean Windows of a user whose name is in Cyrillic letters."""
    windows = Windows(FOLDER / "user", USER)
    windows.begin()
    borrow_libraries(machine, windows)
    yield windows
    windows.end()
