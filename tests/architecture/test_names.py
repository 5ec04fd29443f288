"""A public class has a name of its own: whoever reads it knows which one is meant."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"


def public_classes(source: str) -> Iterator[str]:
    """Yield the names of the public classes that a module defines, wherever in it they stand."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def shared_names(sources: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """Return the names that classes of several modules have, with those modules."""
    found: dict[str, list[str]] = defaultdict(list)
    for module, source in sources.items():
        for name in set(public_classes(source)):
            found[name].append(module)
    return {name: modules for name, modules in found.items() if len(modules) > 1}


def test_no_two_classes_have_one_name() -> None:
    sources = {
        str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))
    }
    assert shared_names(sources) == {}


def test_shared_names_are_found_wherever_they_stand() -> None:
    sources = {
        "one": "class Place: ...\nclass _Own: ...",
        "two": "if True:\n    class Place: ...\nclass _Own: ...\nclass Else: ...",
        "three": "class Other:\n    class Inner: ...",
    }
    assert shared_names(sources) == {"Place": ["one", "two"]}
