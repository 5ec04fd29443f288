"""A small line under a translation: how it came about, and what is doubtful in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crossquote.gui.models.provenance import doubts, short_line, tip
from crossquote.gui.plain import give_tip
from crossquote.gui.theme.fonts import SMALL, sans
from crossquote.gui.theme.tokens import Theme
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.words import say_joined
from crossquote.model.translation import Translation
from crossquote.wording.joining import Joint

_SIGN = "△"
"""The sign of a minor finding: a doubt weighs as much."""


class ProvenanceLine(ElidedLabel):
    """Route, "sample" and doubts in a few words; all the rest where the pointer rests."""

    def __init__(self, made: Sequence[Translation], theme: Theme, parent: QWidget | None = None) -> None:
        doubtful = [f"{_SIGN} {words}" for words in doubts(made)]
        super().__init__(say_joined([short_line(made), *doubtful], Joint.DOT), parent)
        self.setFont(sans(SMALL))
        self.write_in(theme.text.ink if doubtful else theme.text.soft)
        give_tip(self, tip(made))
