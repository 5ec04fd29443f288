"""A note above what it is about, and what else is to be known of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crossquote.gui.messages import local_time
from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.words import say, say_joined
from crossquote.model.state import State
from crossquote.wording.joining import Joint


def note_label(parent: QWidget) -> PlainLabel:
    """Return where a note is shown; it takes no room while there is none."""
    label = PlainLabel(parent=parent)
    label.setObjectName("soft")
    label.setWordWrap(True)
    label.setContentsMargins(18, 4, 18, 4)
    label.hide()
    return label


def show_note(label: PlainLabel, state: State, about: str) -> None:
    """Show the note on what `about` names, or nothing."""
    note = state.notes.get(about)
    text = say("window.note", text=note.text) if note else ""
    label.show_text(text)
    give_tip(label, say_joined((note.stamp.who, local_time(note.stamp.at)), Joint.PART) if note else "")
    label.setVisible(note is not None)


def show_lines(label: PlainLabel, lines: Sequence[str]) -> None:
    """Show `lines` in the place of a note, or nothing."""
    label.show_text("\n".join(lines))
    label.setVisible(bool(lines))
