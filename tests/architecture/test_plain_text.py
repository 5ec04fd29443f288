"""No text goes around `gui/plain.py` into what Qt may take for markup, for a key to press, or for a sign of its own."""

import ast
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pytest

from architecture.trees import nodes_of

GUI = Path(__file__).parents[2] / "desktop" / "crossquote" / "gui"
TOY = Path(__file__).parents[1] / "recipes" / "test_dialog.py"
"""The toy of the recipe for a dialog: what holds for the window holds for it."""
DOOR = "plain.py"
# What can't be told to be plain, or is told so too late: only the door names it, a page of ours, or an enumeration.
CLASSES = {"QLabel", "QErrorMessage", "QInputDialog", "QToolTip", "QWhatsThis", "QWizard", "QTextDocumentFragment"}
# What shows markup, and where it shows pages of our own: what is a stranger's in them is escaped there.
MARKUP = {
    "setHtml": {"dialogs/pages.py", "paper/layout.py"},
    "setMarkdown": {"windows/help.py"},
    "insertHtml": set(),
    "insertMarkdown": set(),
    "fromHtml": set(),
    "setWhatsThis": set(),
    "setStatusTip": set(),
    "setTextFormat": set(),
    "setDetailedText": set(),
    "setInformativeText": set(),
    "setWindowTitle": set(),
    "setAutoFormatting": set(),
}
# What has a caption in which "&" is the sign of a key, and which of its arguments that is.
CAPTIONED = {"QAction", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu", "QCommandLinkButton"}
CAPTIONING = {
    "setText",
    "addAction",
    "addMenu",
    "addSection",
    "addButton",
    "addTab",
    "addRow",
    "setTitle",
    "setIconText",
}
# What gives a caption that is ours, with the signs of keys that it is to have, or one in which there are none.
CAPTIONS = {"plain_caption", "text_of", "menu_text", "brief_text"}
# Lines to write in and the clipboard show letters; an action's own text, and what a list's buttons say, are the
# catalogue's with the keys that they have there.
LETTERS = {
    ("dialogs/languages.py", "QGuiApplication.clipboard().setText(carry_list(self._missing))"),
    ("dialogs/newer_version.py", "self.named_page.setText(release.page)"),
    ("windows/shell.py", "button.setText(action.text().replace('&', '').rstrip('…'))"),
    ("windows/shell.py", "action.setText(text)"),
    ("views/start_page.py", "button.setText(action.text().replace('&', ''))"),
    ("dialogs/listing.py", "QPushButton(listing.act, self)"),
    ("dialogs/listing.py", "QPushButton(deed.text if deed else '', self)"),
    ("steps.py", "self._shell.actions_by_id[action].setText(text)"),
    ("views/beside_article.py", "menu.addAction(f'{text_of(entry)}\\t{shown_keys(entry)}')"),
}


@lru_cache(maxsize=1)
def modules() -> tuple[tuple[str, Sequence[ast.AST]], ...]:
    """Return each module of the window and what stands in it."""
    paths = {path.relative_to(GUI).as_posix(): path for path in sorted(GUI.rglob("*.py")) if path.name != DOOR}
    every = {**paths, TOY.name: TOY}
    return tuple((where, nodes_of(path.read_text(encoding="utf-8"))) for where, path in every.items())


@lru_cache(maxsize=1)
def calls() -> tuple[tuple[str, ast.Call, str], ...]:
    """Return every call in the window's code: where, what, and the name of what is called."""
    found = [(where, node) for where, nodes in modules() for node in nodes if isinstance(node, ast.Call)]
    return tuple((where, node, _name_of(node.func)) for where, node in found)


def _name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_labels_are_made_by_the_door() -> None:
    named = {
        f"{where}: {alias.name}"
        for where, nodes in modules()
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6")
        for alias in node.names
        if alias.name in CLASSES
    }
    assert named == set()


def test_boxes_are_made_by_the_door() -> None:
    made = [where for where, _, name in calls() if name == "QMessageBox"]
    static = [
        where
        for where, node, name in calls()
        if name in {"information", "question", "warning", "critical", "about"}
        and "QMessageBox" in ast.unparse(node.func)
    ]
    assert made + static == []


@pytest.mark.parametrize("name", MARKUP)
def test_markup_is_shown_on_pages_of_ours_alone(name: str) -> None:
    assert {where for where, _, called in calls() if called == name} <= MARKUP[name]


def test_tips_are_given_by_the_door() -> None:
    around = [
        f"{where}: {ast.unparse(node)}"
        for where, node, name in calls()
        if name in {"setToolTip", "setWhatsThis"}
        if not (node.args and is_call_of(node.args[-1], {"plain_tip"}))
    ]
    assert around == []


def test_models_give_their_tips_by_the_door() -> None:
    """A branch that asks for the role of tips returns what the door made of its text."""
    around = []
    for where, nodes in modules():
        for node in nodes:
            if isinstance(node, (ast.If, ast.IfExp)) and "ToolTipRole" in ast.unparse(node.test):
                body = node.body if isinstance(node.body, list) else [node.body]
                given = [ast.unparse(part) for part in body]
                around += [f"{where}: {given}"] if "plain_tip" not in " ".join(given) and not ours(body) else []
    assert around == []


def ours(body: list[ast.AST] | list[ast.stmt] | list[ast.expr]) -> bool:
    """Tell whether what is returned is the catalogue's own, without a fact."""
    last = body[-1].value if isinstance(body[-1], ast.Return) else body[-1]
    return isinstance(last, ast.Call) and is_call_of(last, {"say"}) and not last.keywords


def test_captions_have_no_keys_but_ours() -> None:
    around = [
        (where, ast.unparse(node))
        for where, node, name in calls()
        if name in CAPTIONED | CAPTIONING
        for text in node.args[:1]
        if not is_caption(text)
    ]
    assert [one for one in around if one not in LETTERS] == []
    assert {one for one in LETTERS if one not in around} == set(), "what no longer needs to be let through"


def is_caption(text: ast.expr) -> bool:
    """Tell whether what is given is no text of a stranger's: ours alone, or one whose signs are doubled."""
    if isinstance(text, ast.Constant):
        return True
    if isinstance(text, (ast.BoolOp, ast.IfExp)):
        parts = text.values if isinstance(text, ast.BoolOp) else [text.body, text.orelse]
        return all(map(is_caption, parts))
    if is_call_of(text, {"say"}) and isinstance(text, ast.Call):
        return not text.keywords
    return is_call_of(text, CAPTIONS) or is_widget(text)


def is_call_of(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def is_widget(node: ast.expr) -> bool:
    """Tell whether an argument is a part of the window, or what stands for one: it is no text at all."""
    told = ast.unparse(node)
    return told in WIDGETS or told.startswith(("QDialogButtonBox.StandardButton", "QMessageBox.StandardButton"))


WIDGETS = {
    "self", "action", "button", "self._shell", "self.base", "self._button", "self.leave", "self.ask", "self.page",
    "self.all", "self.list", "self.menus[name]", "self._language_menu(row, meant, menu)",
    "self._original_action(row, meant, menu)", "self._shell.actions_by_id[shared]",
}  # fmt: skip
"""Arguments that are widgets, actions or menus, as they are written."""


def test_dialogs_are_opened_in_one_way() -> None:
    """What opens a dialog lets it be freed; one that waits in a loop of its own holds up what is under way."""
    around = [
        f"{where}: {ast.unparse(node)}"
        for where, node, name in calls()
        if name in {"open", "exec"} and isinstance(node.func, ast.Attribute)
        if not node.args or ast.unparse(node.func) == "QDialog.open"
    ]
    assert around == ["app.py: application.exec()", "dialogs/opening.py: QDialog.open(dialog)"]
