"""Finds sentences that are put together outside `wording`: told parts with a comma, a colon or a dot between them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from architecture.trees import nodes_of

FACES = ("gui", "cli", "export")
_GLUE = re.compile(r"\s*[,;:.–—·]\s+|\s+[–—·]\s*")
MADE_FOR_MACHINES = {
    "gui/crash.py": "the report of a bug, for those who mend it",
    "gui/theme": "style sheets",
    "export/formats/html/style.py": "a style sheet",
}
"""Modules, and folders of them, whose texts no user reads as words."""


def find_glue(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of what stands between two values that a module joins itself."""
    for node in nodes_of(source):
        match node:
            case ast.JoinedStr(values=values):
                yield from ((node.lineno, text) for text in _between(values) if _GLUE.fullmatch(text))
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as text), attr="join")):
                if _GLUE.fullmatch(text):
                    yield node.lineno, text


def _between(values: list[ast.expr]) -> Iterator[str]:
    for before, part, after in zip(values, values[1:], values[2:], strict=False):
        if isinstance(before, ast.FormattedValue) and isinstance(after, ast.FormattedValue):
            yield str(part.value) if isinstance(part, ast.Constant) else ""


def find_all_glue(package: Path) -> Iterator[str]:
    """Yield where the faces and the reports put sentences together themselves."""
    for face in FACES:
        for path in sorted((package / face).rglob("*.py")):
            name = path.relative_to(package).as_posix()
            if not name.startswith(tuple(MADE_FOR_MACHINES)):
                yield from (f"{name}:{line}: {text!r}" for line, text in find_glue(path.read_text(encoding="utf-8")))
