"""What import contracts can't say: rooms of libraries that may not be here, and modules that are found by their name.

Contracts read what is imported as it is written. They want a library to be there that they forbid, and see no import of
a module that is looked up in a folder: each check, report format and reader.
"""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from architecture.trees import nodes_of

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"
# Each library that is heavy, or opens something, and the modules that may import it; what lies below them may as well.
ROOMS = {
    "PySide6": ("gui",),
    "shiboken6": ("gui",),
    "qtawesome": ("gui",),
    "qtpy": (),
    "argostranslate": ("translation.argos",),
    "ctranslate2": ("translation.loaded",),
    "sentencepiece": ("translation",),
    "sacremoses": ("translation",),
    "babel": ("wording",),
    "rich": ("cli",),
    "charset_normalizer": ("articles.readers",),
    "lxml": ("articles",),
    "pypdfium2": ("articles", "export.formats.pdf"),
    "pypdf": ("export.formats.pdf",),
    "python_calamine": ("articles.readers",),
    "langdetect": ("text.second_opinion",),
    "sqlite3": ("project", "archive", "translation.memory"),
    "subprocess": ("child",),
    "tomllib": ("notation",),
    # Whatever opens a connection stands in two places, for packages and for single pages; a pair of sockets within the
    # process is none, nor is keeping a library from trying one out.
    "urllib.request": ("translation.download",),
    "http.client": ("translation.download", "online.asking", "online.heads"),
    "socket": ("gui.interrupt", "articles.web.votes", "online.hosts", "online.asking", "online.heads"),
    "ssl": ("online.trust",),
    "truststore": ("online.trust",),
    # A cluster's, which opens connections of its own: only where one is asked for.
    "distributed": ("archive.cluster",),
    "dask": (),
    # What makes objects of whatever it reads.
    "pickle": (),
    "marshal": (),
    "shelve": (),
}
# What finds modules in a folder, and the folder: they are told to it, they don't ask it.
FOUND_BY_NAME = {
    "crossquote.comparison.table": "crossquote.comparison.checks",
    "crossquote.export.exporter": "crossquote.export.formats",
    "crossquote.articles.child": "crossquote.articles.readers",
}


def imported(path: Path) -> Iterator[str]:
    """Yield the names of all that a module imports, wherever it does."""
    for node in nodes_of(path.read_text(encoding="utf-8")):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@lru_cache(maxsize=1)
def imports() -> dict[Path, set[str]]:
    return {path: set(imported(path)) for path in PACKAGE.rglob("*.py")}


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@pytest.mark.parametrize("library", ROOMS)
def test_a_library_stays_in_its_room(library: str) -> None:
    users = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for path, names in imports().items()
        if any(within(name, library) for name in names)
    }
    assert [user for user in sorted(users) if not any(within(user, room) for room in ROOMS[library])] == []


@pytest.mark.parametrize("finder", FOUND_BY_NAME)
def test_what_is_found_by_name_knows_nothing_of_who_finds_it(finder: str) -> None:
    grimp = pytest.importorskip("grimp", reason="grimp's own module does not load here (wine)", exc_type=ImportError)
    graph = grimp.build_graph("crossquote", cache_dir=None)
    folder = FOUND_BY_NAME[finder]
    assert len(graph.find_children(folder)) > 0
    assert graph.find_shortest_chains(folder, finder, as_packages=True) == set()


def test_the_program_imports_nothing_of_its_tests_or_its_packaging() -> None:
    root = PACKAGE.parents[1]
    theirs = {path.stem for folder in ("tests", "packaging") for path in (root / folder).iterdir()} - {"packaging"}
    roots = {name.partition(".")[0] for names in imports().values() for name in names}
    assert roots & theirs - {"crossquote"} == set()


def test_json_is_read_in_one_module() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    calls = {
        path.relative_to(PACKAGE).as_posix()
        for path, source in sources.items()
        if "json" in source
        for node in nodes_of(source)
        if isinstance(node, ast.Attribute) and node.attr in {"load", "loads", "JSONDecoder", "raw_decode"}
        if isinstance(node.value, ast.Name) and node.value.id == "json"
    }
    assert calls == {"notation.py"}
