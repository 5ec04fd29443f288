"""Every widget that a screen reader meets has a name, in every window and dialog."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.checks import ChecksDialog
from crossquote.gui.dialogs.help_page import PageDialog
from crossquote.gui.dialogs.languages import LanguagesDialog
from crossquote.gui.dialogs.listing import Deed, Line, ListDialog, Listing
from crossquote.gui.dialogs.pages import about_page, shortcuts_page
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.dialogs.quote import HomeOffer, QuoteDialog, Wording
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.wishes.articles import ReadArticle
from crossquote.gui.wishes.checks import ExportRules
from crossquote.model.quote import QuoteKind
from crossquote.model.review import FindingKey
from crossquote.model.translation import SentenceKey
from crossquote.work.checks import list_checks
from crossquote.work.edits.own_versions import Offered
from crossquote.work.help import guide_page

UNSPOKEN = {
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Separator,
    QAccessible.Role.Grip,
    QAccessible.Role.Indicator,
    QAccessible.Role.Whitespace,
}
"""Parts that a screen reader passes over."""


DIALOGS = ("text", "palette", "shortcuts", "about", "languages", "versions", "page")
REVIEWING = ("note", "reason", "rule", "list", "quote", "new quote", "checks")


def filled_list(parent: QWidget) -> ListDialog[object]:
    dialog: ListDialog[object] = ListDialog(
        Listing("Rules", "What is not raised", ("Check", "Words"), "Take back", Deed("Export", ExportRules())), parent
    )
    dialog.show_lines([Line(("date", "Monday"), 1), Line(("number", "7"), 2, faint=True)])
    return dialog


def new_quote(parent: QWidget) -> QuoteDialog:
    dialog = QuoteDialog("Mark", Wording("Yes", "", QuoteKind.DIRECT, new=True), parent)
    dialog.show()
    dialog.offer([HomeOffer("q1", "Yes, we do", "shares yes")], "q1")
    assert dialog.why.isVisible()
    return dialog


def object_of(interface: QAccessibleInterface) -> QObject | None:
    """Return the object behind `interface`; a cell of a table has none, whatever Qt's types say."""
    return interface.object()


def children_of(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Return the first parts of `interface` that are there; Qt gives none for some, whatever its types say."""
    places = range(min(interface.childCount(), 40))
    found: list[QAccessibleInterface | None] = [interface.child(place) for place in places]
    return [child for child in found if child is not None and child.isValid()]


def unnamed(widget: QWidget) -> list[str]:
    """Return the widgets below `widget` that have neither a name nor a text."""
    found: list[str] = []
    waiting: list[tuple[QAccessibleInterface, str]] = [(QAccessible.queryAccessibleInterface(widget), "")]
    while waiting:
        interface, path = waiting.pop()
        part = object_of(interface)
        role = interface.role()
        here = f"{path}/{type(part).__name__ if part is not None else role.name}"
        waiting += [(child, here) for child in children_of(interface)]
        own = isinstance(part, QWidget) and part.isVisible() and not part.objectName().startswith("qt_")
        if own and role not in UNSPOKEN and not interface.text(QAccessible.Text.Name).strip():
            found.append(here)
    return found


def test_the_first_page_is_named(empty_desk: Desk) -> None:
    assert unnamed(empty_desk.shell) == []


def test_what_empties_a_field_is_named(desk: Desk) -> None:
    desk.shell.search.setText("asked")
    QApplication.processEvents()
    assert unnamed(desk.shell) == []


@pytest.mark.parametrize("action", ["columns", "rows", "table", "findings"])
def test_the_workspace_is_named(desk: Desk, action: str) -> None:
    desk.shell.actions_by_id[action].trigger()
    assert unnamed(desk.shell) == []


def test_the_reader_is_named(desk: Desk) -> None:
    desk.wishes.grant(ReadArticle("harbour", "u1-harbour"))
    assert unnamed(desk.readers.windows[0]) == []


@pytest.mark.parametrize(
    "which", ["text", "palette", "shortcuts", "about", "languages", "versions", "page", *REVIEWING]
)
def test_every_dialog_is_named(standing: Desk, qtbot: QtBot, which: str) -> None:
    shell = standing.shell
    make: dict[str, Callable[[], QWidget]] = {
        "text": lambda: TextDialog("", shell),
        "palette": lambda: PaletteDialog(shell.actions_by_id, shell),
        "shortcuts": lambda: shortcuts_page(shell),
        "about": lambda: about_page(shell),
        "languages": lambda: LanguagesDialog(shell),
        "versions": lambda: VersionsDialog([Offered(SentenceKey("Так.", "uk", "en"), "harbour", None)], shell),
        "note": lambda: AskDialog(Question("Note", "On an article", "Keep"), shell),
        "reason": lambda: AskDialog(Question("Reason", "Weaker", "Dismiss", offered=("Style",)), shell),
        "rule": lambda: RuleDialog(FindingKey("date", "u1", "Monday", "Tuesday"), lambda _: 2, shell),
        "list": lambda: filled_list(shell),
        "quote": lambda: QuoteDialog("Correct", Wording("Yes", "Ada", QuoteKind.DIRECT, ("Ada",), "Yes, yes"), shell),
        "new quote": lambda: new_quote(shell),
        "checks": lambda: ChecksDialog(list_checks(), frozenset({"order"}), frozenset(), shell),
        "page": lambda: PageDialog(guide_page("translations"), shell),
    }
    dialog = make[which]()
    if isinstance(dialog, LanguagesDialog):
        dialog.page.choose("offers")
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert unnamed(dialog) == []


def test_rows_speak(desk: Desk) -> None:
    model = desk.workspace.utterances.model
    spoken = [str(model.index(0, column).data(11)) for column in range(model.columnCount())]
    whole, *cells = spoken
    assert whole == "; ".join(("critical", *cells))
    assert cells == [
        "Ada Lindqvist",
        "I have strongly requested that the ministry send three ferries before winter.",
        "4 in 3 languages, 0 of 3 reviewed",
        "number, strength ×2, truncation, not compared",
    ]
