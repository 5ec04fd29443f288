"""The house's rules: floors, one room for Qt, light imports, files of a readable size."""

import importlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from msgspec import Struct

from crossquote.cli.commands import COMMANDS

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)
CORE = [name for name in MODULES if not name.startswith(("crossquote.gui", "crossquote.__main__"))]
WITHOUT_QT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "qtpy", "qtawesome"}:
            raise ImportError(name + " is not installed here")
sys.meta_path.insert(0, Refuse())
import importlib
for name in sys.argv[1:]:
    importlib.import_module(name)
"""
LOADED = """
import sys
from crossquote.__main__ import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write(" ".join(sys.modules))
"""
HEAVY = {
    "PySide6", "shiboken6", "qtpy", "qtawesome", "ctranslate2", "sentencepiece", "sacremoses", "argostranslate",
    "numpy", "rich", "langdetect", "charset_normalizer", "babel", "torch", "hypothesis", "sqlite3",
}  # fmt: skip
WORK = {
    f"crossquote.{room}" for room in (
        "articles", "child", "comparison", "grouping", "gui", "language", "project", "quotes", "translation",
    )
}  # fmt: skip
NETWORK = {"crossquote.online", "http", "ssl", "urllib.request"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", timeout=120, check=False)


def test_floors_hold() -> None:
    pytest.importorskip("grimp", reason="grimp's own module does not load here (wine)", exc_type=ImportError)
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        capture_output=True, encoding="utf-8", timeout=120, check=False, cwd=PACKAGE.parents[1],
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_on_the_architecture_draws_the_floors_that_hold() -> None:
    root = PACKAGE.parents[1]
    told = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    held = next(one["layers"] for one in told["contracts"] if "__main__" in one.get("layers", ()))
    page = (root / "desktop" / "README.md").read_text(encoding="utf-8")
    drawn = re.split(r"^```$", page, flags=re.MULTILINE)[1].strip().splitlines()
    names = [re.split(" {3,}", line)[0] for line in drawn]
    assert [set(re.findall(r"\w+", one)) for one in names] == [set(re.findall(r"\w+", one)) for one in held]


class Imported(Struct, frozen=True):
    """The core, imported by a process to which there is no Qt and whose user has an empty `home`."""

    home: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    home = tmp_path_factory.mktemp("empty")
    environment = {"HOME": str(home), "PATH": "", "XDG_DATA_HOME": str(home / "x")}
    if compiled := os.environ.get("PYTHONPYCACHEPREFIX"):  # elsewhere, and there by now
        environment["PYTHONPYCACHEPREFIX"] = compiled
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *CORE],
        capture_output=True, encoding="utf-8", timeout=120, check=False, env=environment,
    )  # fmt: skip
    return Imported(home, done)


def test_the_core_works_without_qt(imported: Imported) -> None:
    assert imported.done.returncode == 0, imported.done.stderr


def loaded(*argv: str) -> set[str]:
    """Return the modules that a command line loads, by their names and those of what they are in."""
    done = run("-c", LOADED, *argv)
    names = done.stderr.split()
    assert "crossquote.cli.main" in names, done.stderr
    return {".".join(name.split(".")[:depth]) for name in names for depth in range(1, 4)}


@pytest.mark.parametrize("argv", [["--version"], ["--help"], ["compare", "--help"], ["packages", "list", "--help"]])
def test_what_is_told_of_the_program_itself_loads_nothing_of_its_work(argv: list[str]) -> None:
    assert not (HEAVY | WORK | NETWORK) & loaded(*argv)


def test_comparing_loads_no_more_than_it_needs() -> None:
    articles = sorted(map(str, (PACKAGE.parents[1] / "seeds" / "ceasefire-call").glob("*.en.txt")))[:2]
    of_others = {f"crossquote.cli.{command.module}" for command in COMMANDS.values()} - {"crossquote.cli.reports"}
    needless = (HEAVY - {"rich", "sqlite3"}) | NETWORK | of_others | {"crossquote.project", "lxml"}
    assert not needless & loaded("compare", *articles)


def test_what_does_a_command_is_there() -> None:
    for command in COMMANDS.values():
        assert callable(getattr(importlib.import_module(f"crossquote.cli.{command.module}"), command.function))


def test_importing_the_package_makes_no_folders(imported: Imported) -> None:
    assert imported.done.returncode == 0, imported.done.stderr
    assert not list(imported.home.iterdir())


@pytest.mark.parametrize("name", ["utils", "helpers", "manager", "common", "misc"])
def test_no_module_is_named_after_nothing(name: str) -> None:
    assert not [module for module in MODULES if name in module.rsplit(".", 1)[-1]]


def test_files_can_be_read_in_one_sitting() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {path.name: length for path, length in lengths.items() if length > 500} == {}


def test_no_heavy_or_unshippable_package_is_installed() -> None:
    done = run("-c", "import importlib.metadata as m; print(*(d.name.lower() for d in m.distributions()))")
    assert not {"torch", "stanza", "spacy", "minisbd", "onnxruntime", "pymupdf", "ebooklib"} & set(done.stdout.split())
