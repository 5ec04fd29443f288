"""Finds where the words of an error that was caught go into what a user is told, but through `causes.cause_of`.

They are English, or the system's language. Followed are the error's name, and names that are made of its words in the
same handler: into what makes a message, an error for the user, or the text that a function returns.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from architecture.literals import SHOWING
from architecture.trees import nodes_of

_DOOR = "causes.py"
_TELLING = SHOWING | {"message", "Message", "verbatim", "say", "VOICE", "NoAnswerError", "NotationError"}
_OWN_WORDS = frozenset({"strerror", "args", "reason", "msg", "verify_message"})
"""What an error of the system or of a library has for words of its own."""
SEEN_BY_MAKERS = {
    "work/selftest/trials.py": "whatever goes wrong in a check of the self-test is a bug, told to those who mend it",
}


def find_prose(source: str) -> list[int]:
    """Return the lines of a module on which the words of a caught error are told."""
    nodes = nodes_of(source) if "except" in source else ()
    handlers = (node for node in nodes if isinstance(node, ast.ExceptHandler) and node.name)
    return sorted({line for handler in handlers for line in _told(handler, handler.name or "")})


def find_all_prose(package: Path) -> list[str]:
    """Return the places below `package` where the words of a caught error are told."""
    paths = {path.relative_to(package).as_posix(): path for path in sorted(package.rglob("*.py"))}
    return [
        f"{name}:{line}"
        for name, path in paths.items() if name not in {_DOOR, *SEEN_BY_MAKERS}
        for line in find_prose(path.read_text(encoding="utf-8"))
    ]  # fmt: skip


def _told(handler: ast.ExceptHandler, error: str) -> Iterator[int]:
    worded: set[str] = set()
    for node in (node for statement in handler.body for node in ast.walk(statement)):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _has_words(value, error, worded):
                worded.add(name)
            case ast.Return(value=ast.expr() as value) if _has_words(value, error, worded):
                yield node.lineno
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _TELLING:
                given = (*node.args, *(keyword.value for keyword in node.keywords))
                if any(_has_words(value, error, worded) for value in given):
                    yield node.lineno


def _has_words(value: ast.AST, error: str, worded: set[str]) -> bool:
    """Tell whether the words of `error` are part of a value."""
    return any(_is_words(node, error) or (isinstance(node, ast.Name) and node.id in worded) for node in ast.walk(value))


def _is_words(node: ast.AST, error: str) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="str" | "repr"), args=[ast.Name(id=name)]):
            return name == error
        case ast.Call(func=ast.Name(id="getattr"), args=[ast.Name(id=name), ast.Constant(value=own), *_]):
            return name == error and own in _OWN_WORDS
        case ast.FormattedValue(value=ast.Name(id=name)) | ast.Attribute(value=ast.Name(id=name), attr="strerror"):
            return name == error
        case ast.Attribute(value=ast.Name(id=name), attr=own):
            return name == error and own in _OWN_WORDS
        case _:
            return False
