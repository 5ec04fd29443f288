"""What may hold a stranger's words shows every letter of them, as far as one can take it in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossquote.gui.desk import Desk
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.crash import crash_dialog
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.plain import PlainLabel, at_most, give_title, in_line, plain_caption, plain_tip
from crossquote.gui.widgets.shortened import ElidedButton, ElidedLabel
from gui.letters import ODD, plain


@pytest.mark.parametrize("text", ODD)
def test_a_title_has_every_letter(qtbot: QtBot, text: str) -> None:
    window, flat = QWidget(), " ".join(text.split())
    qtbot.addWidget(window)
    give_title(window, text)
    assert window.windowTitle().replace("[*][*]", "[*]") == flat
    assert window.accessibleName() == flat


@pytest.mark.parametrize("text", [*ODD, "a  b\n  c <i>", "3 < 4", ""])
def test_a_tip_shows_every_letter(text: str) -> None:
    assert plain(plain_tip(text)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("badb\u202etxt.pdf", "badbtxt.pdf"),
        ("a\x1b[31m\x07", "a␛[31m␇"),
        ("\u2068one\u2069two\u2069", "\u2068one\u2069two"),
        ("\u2066one \u2068two\u2069", "one \u2068two\u2069"),
    ],
)
def test_nothing_turns_what_follows_it_and_controls_are_seen(qtbot: QtBot, text: str, shown: str) -> None:
    window, label, line, button = QWidget(), PlainLabel(text), ElidedLabel(text), ElidedButton(text)
    for widget in (window, label, line, button):
        qtbot.addWidget(widget)
    give_title(window, text)
    seen = (window.windowTitle(), label.text(), line.text(), line.toolTip(), button.text(), plain_caption(text))
    assert set(seen) == {shown}
    assert {widget.accessibleName() for widget in (window, label, line, button)} == {shown}


@pytest.mark.parametrize("endless", ["x" * 100_000, "x\n" * 3000, "x\u2028" * 3000, "x \n" * 100_000])
def test_what_nobody_can_take_in_is_cut_off_before_qt_lays_it_out(qtbot: QtBot, endless: str) -> None:
    """A project of a stranger's with such titles, outlets and speakers held the window up for seconds at each step."""
    window, label, line, word = QWidget(), PlainLabel(endless), ElidedLabel(endless), ElidedLabel("x")
    for widget in (window, label, line, word):
        qtbot.addWidget(widget)
    give_title(window, endless)
    assert line.sizeHint().height() == word.sizeHint().height()
    for shown in (label.text(), plain_tip(endless), line.toolTip()):
        assert len(shown) <= 4001
        assert len(shown.splitlines()) <= 101
        assert shown.endswith("…")
    for shown in (line.text(), plain_caption(endless), window.windowTitle()):
        assert len(shown) <= 1001
        assert len(shown.splitlines()) == 1
        assert shown.endswith("…")
    assert label.accessibleName() == line.accessibleName() == endless, "a screen reader can say all of it"


@pytest.mark.parametrize("text", ["", "a", "a b", "  a\tb  ", "x" * 1000, "one\n\ntwo"])
def test_what_is_short_is_shown_as_it_is(text: str) -> None:
    assert at_most(text) == text
    assert in_line(text) == (" ".join(text.split()) if "\n" in text else text)


def test_an_entry_of_a_list_is_one_line_whatever_is_in_it(desk: Desk, qtbot: QtBot) -> None:
    heights = set()
    for text in ("x", "x\n" * 3000):
        dialog: ListDialog[str] = ListDialog(Listing("Speakers", "", ("Name",)), desk.shell)
        qtbot.addWidget(dialog)
        dialog.show_lines([Line((text,), text)])
        heights.add(dialog.tree.sizeHintForIndex(dialog.tree.model().index(0, 0)).height())
        assert dialog.tree.model().index(0, 0).data() == text
    assert len(heights) == 1


def test_a_box_is_plain(desk: Desk, qtbot: QtBot) -> None:
    for box in (crash_dialog(Path(ODD[0]), desk.shell), confirm_dialog(desk.shell, ODD[0], ODD[0], ODD[0])):
        qtbot.addWidget(box)
        assert box.textFormat() is Qt.TextFormat.PlainText
