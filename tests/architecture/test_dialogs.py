"""A dialog says what is wished by `wished`, and what it was asked by `answered`; it has no other signal."""

import ast
from pathlib import Path

from architecture.trees import nodes_of

DIALOGS = Path(__file__).parents[2] / "desktop" / "crossquote" / "gui" / "dialogs"
_ALLOWED = {"wished", "answered"}


def _signals(path: Path) -> list[str]:
    return [
        node.targets[0].id
        for node in nodes_of(path.read_text(encoding="utf-8"))
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "Signal"
    ]


def test_dialogs_have_two_signals_and_no_other() -> None:
    found = {f"{path.name}: {name}" for path in DIALOGS.glob("*.py") for name in _signals(path) if name not in _ALLOWED}
    assert found == set()
