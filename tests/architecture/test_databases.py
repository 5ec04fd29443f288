"""SQLite is told of a file by `database_name` alone: a name as it was given can be an address of another file."""

import ast
from collections.abc import Iterator
from pathlib import Path

from architecture.trees import nodes_of

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"


def opened() -> Iterator[tuple[str, str]]:
    """Yield what each database of the program is opened by, with the file that does it."""
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    for path, source in sources.items():
        if "sqlite3" not in source:
            continue
        for node in nodes_of(source):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "sqlite3.connect":
                yield path.name, ast.unparse(node.args[0])


def test_every_database_is_opened_by_its_whole_name() -> None:
    nameless = {"':memory:'", "''"}  # in memory, and in a file of its own that nobody else can name
    assert {told for _, told in opened()} == {*nameless, "database_name(path)", "unwritten(path)"}
