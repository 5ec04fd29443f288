"""What the user is to know, without a dialog: what happened, to which file, and what to do."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from crossquote.gui.announcing import announce
from crossquote.gui.direction import set_margins
from crossquote.gui.plain import PlainLabel, give_tip
from crossquote.gui.words import say
from crossquote.wording.joining import first_few

_AT_MOST = 4
_NAMED = 3
"""So many files are named, where all that could not be read are told in one line."""
_ROOM = 480
"""Pixels that lines want beside the buttons."""


class Banner(QFrame):
    """A strip of lines at the top of the window, there until it is dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(say("window.banner.messages"))
        self._helped: dict[str, QAction | None] = {}
        self._files: dict[str, str] = {}
        self.offers: dict[QAction, QToolButton] = {}
        self._text = PlainLabel(parent=self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._dismiss = QToolButton(self)
        self._dismiss.setText(say("window.banner.dismiss"))
        self._dismiss.setAccessibleName(say("window.banner.dismiss-messages"))
        self._dismiss.clicked.connect(self.dismiss)
        self._row = QHBoxLayout()
        self._row.addWidget(self._dismiss)
        self._row.addStretch(1)
        side = QVBoxLayout()
        side.addLayout(self._row)
        side.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        set_margins(self._halves, 14, 7, 8, 7)
        self._halves.addWidget(self._text, 1)
        self._halves.addLayout(side)
        self.hide()

    @property
    def lines(self) -> list[str]:
        """What is told and was not dismissed, all of it, the newest first."""
        return list(self._helped)

    def show_lines(
        self, lines: Sequence[str], offer: QAction | None = None, files: Mapping[str, str] | None = None
    ) -> None:
        """Show `lines` over those that are not dismissed yet; `offer` is the action that they are helped by.

        `files` are the files that could not be read, each with the line that says why: many are told in one line.
        A screen reader says what is shown now and was not before, where one of the lines is new.
        """
        before, unheard = self._shown(), any(line not in self._helped for line in lines)
        self._files |= files or {}
        new: dict[str, QAction | None] = dict.fromkeys(lines, offer)
        self._helped = new | {line: known for line, known in self._helped.items() if line not in new}
        if lines and offer is not None:
            self._offer(offer).show()
        shown = self._shown()
        every = "\n".join(self.lines)
        self._text.show_text("\n".join(shown), spoken=every)
        give_tip(self._text, every if shown != self.lines else "")
        self.setVisible(bool(self.lines))
        self._arrange()
        if unheard and (told := [line for line in shown if line not in before]):
            announce(self, "\n".join(told))

    def take_back(self, lines: Iterable[str]) -> None:
        """Show no more of what has been helped, and no way to help what is not told any more."""
        gone = set(lines)
        self._helped = {line: offer for line, offer in self._helped.items() if line not in gone}
        self._files = {path: line for path, line in self._files.items() if line not in gone}
        for action, button in self.offers.items():
            button.setVisible(action in self._helped.values())
        self.show_lines(())

    def take_back_files(self, paths: Iterable[str]) -> None:
        """Show no more why files could not be read; a line that is another's, too, stays."""
        lines = [self._files.pop(path) for path in paths if path in self._files]
        self.take_back(set(lines) - set(self._files.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside the lines, or below them where those would be left too little room."""
        narrow = self.width() - self._row.sizeHint().width() < _ROOM
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _shown(self) -> list[str]:
        """Return the first lines of those that are helped alike, and of how many more each time: none hides another."""
        kinds = dict.fromkeys(self._helped.values())
        shown: list[str] = []
        for kind in kinds:
            alike = [line for line, offer in self._helped.items() if offer is kind]
            room = max(1, _AT_MOST // len(kinds))
            rest = len(alike) - room
            lines = set(alike)
            files = [path for path, line in self._files.items() if line in lines]
            if len(files) > min(len(alike), room) and lines <= set(self._files.values()):
                shown.append(_tell_unread(files))
                continue
            shown += alike[:room] + ([say("window.banner.and-more", number=rest)] if rest > 0 else [])
        return shown

    def _offer(self, action: QAction) -> QToolButton:
        """Return the button of an action."""
        if action not in self.offers:
            button = QToolButton(self)
            button.setObjectName("offer")
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setAccessibleName(action.iconText())
            self._row.insertWidget(len(self.offers), button)
            self.offers[action] = button
        return self.offers[action]

    @Slot()
    def dismiss(self) -> None:
        """Take all lines away."""
        self._helped, self._files = {}, {}
        for button in self.offers.values():
            button.hide()
        self.hide()


def _tell_unread(paths: Sequence[str]) -> str:
    """Return in one line which files could not be read; the button beside it says why of each."""
    names = list(dict.fromkeys(Path(path).name for path in paths))
    return say("window.banner.unread", count=len(paths), files=first_few(names, _NAMED))
