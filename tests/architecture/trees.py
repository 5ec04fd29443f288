"""Modules as trees: each is parsed and walked once, whatever many rules look through it."""

import ast
from collections.abc import Sequence
from functools import cache


@cache
def tree_of(source: str) -> ast.Module:
    """Return the tree of a module, which nobody changes."""
    return ast.parse(source)


@cache
def nodes_of(source: str) -> Sequence[ast.AST]:
    """Return all that stands in a module, in the order of `ast.walk`."""
    return tuple(ast.walk(tree_of(source)))
