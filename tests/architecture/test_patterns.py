"""Patterns that Python's own engine gets wrong in versions that are supported.

In the first versions of Python 3.11, that of Debian 12 among them (3.11.2), `re` loses its way in possessive groups,
`(?:…)*+` (https://github.com/python/cpython/issues/106052). The `regex` package does it right in all versions.
"""

import ast
import re
from pathlib import Path

from architecture.trees import nodes_of

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def test_no_possessive_group_is_given_to_pythons_own_engine() -> None:
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        nodes = nodes_of(source) if re.search(r"\bre\b", source) else []
        if not any(isinstance(node, ast.Import) and any(alias.name == "re" for alias in node.names) for node in nodes):
            continue
        texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        wrong += [f"{path.name}: {text}" for text in texts if POSSESSIVE_GROUP.search(text)]
    assert wrong == []
