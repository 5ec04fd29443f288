"""A class, or a type under another name, has a name of its own: whoever reads it knows which one is meant."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from architecture.trees import nodes_of

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"


_TYPE = re.compile(r"_?[A-Z](?=.*[a-z])\w*")


def types_of(source: str) -> Iterator[str]:
    """Yield the names of the classes and aliases of types that a module defines, wherever in it they stand."""
    for node in nodes_of(source):
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) if _TYPE.fullmatch(name):
                yield name


def shared_names(sources: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """Return the names that types of several modules have, with those modules; an underscore before it makes none."""
    found: dict[str, list[str]] = defaultdict(list)
    for module, source in sources.items():
        for name in {name.lstrip("_") for name in types_of(source)}:
            found[name].append(module)
    return {name: modules for name, modules in found.items() if len(modules) > 1}


def test_no_two_types_have_one_name() -> None:
    sources = {
        str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))
    }
    assert shared_names(sources) == {}


def test_shared_names_are_found_wherever_they_stand() -> None:
    sources = {
        "one": "class Place: ...\nclass _Own: ...",
        "two": "if True:\n    class Place: ...\nclass _Own: ...\nclass _Else: ...",
        "three": "class Other:\n    class Inner: ...\nPair = tuple[int, int]\nWIDTH = 3",
        "four": "class Pair: ...\nWIDTH = 4\nclass _Place: ...",
    }
    assert shared_names(sources) == {"Place": ["one", "two", "four"], "Own": ["one", "two"], "Pair": ["three", "four"]}
