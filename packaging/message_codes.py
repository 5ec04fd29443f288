"""Codes of messages, as the code names them: read from its syntax, never by running it."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from msgspec import Struct

CODE = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+")
"""What a code looks like: `part.what`."""
_BUILDERS = {"message", "Message", "say", "VOICE", "voice", "words", "around"}
"""What makes a message: the two of the ground floor, and those of window, terminal and reports that tell it at once."""
_LOOKS_LIKE_ONE = re.compile(r".*[.*]")


class Use(Struct, frozen=True):
    """A place that makes a message: its code (with * where a value goes in), and the facts it gives.

    `facts` is None where they can't be seen, `where` is file and line.
    """

    code: str
    facts: frozenset[str] | None
    where: str

    def fits(self, code: str) -> bool:
        """Tell whether this place can make a message of `code`."""
        return code == self.code or ("*" in self.code and fnmatchcase(code, self.code))


class Spoken(Struct, frozen=True):
    """What code can say: every place that makes a message of a code that stands there, and every text like a code.

    Such a text may stand in a table, say, from which one is chosen.
    """

    uses: tuple[Use, ...]
    mentions: frozenset[str]


def find_spoken(folder: Path) -> Spoken:
    """Return what the code below `folder` can say."""
    uses: list[Use] = []
    mentions: set[str] = set()
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            uses += _uses(node, path, folder)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                mentions.add(node.value)
    return Spoken(tuple(uses), frozenset(mentions))


def _uses(node: ast.AST, path: Path, folder: Path) -> Iterator[Use]:
    if not (isinstance(node, ast.Call) and node.args and (name := _name(node.func)) in _BUILDERS):
        return
    names = [keyword.arg for keyword in node.keywords]
    seen = name != "Message" and None not in names
    facts = frozenset(name for name in names if name is not None) if seen else None
    for code in filter(_LOOKS_LIKE_ONE.match, _codes(node.args[0])):
        yield Use(code, facts, f"{path.relative_to(folder)}:{node.lineno}")


def _name(called: ast.expr) -> str:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _codes(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as code) if code:
            yield code
        case ast.IfExp():
            yield from _codes(node.body)
            yield from _codes(node.orelse)
        case ast.JoinedStr():
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
