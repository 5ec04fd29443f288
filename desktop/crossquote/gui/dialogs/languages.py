"""The language packages that are on this machine, those that can be had, and those that the open articles lack."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from crossquote.gui.clipboard import files_in, takes_copy
from crossquote.gui.dialogs.offers import Offers
from crossquote.gui.dialogs.packages_here import PackagesHere
from crossquote.gui.dialogs.packages_needed import PackagesNeeded
from crossquote.gui.messages import language_name
from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.choice_row import Segments
from crossquote.gui.widgets.room import make_room
from crossquote.gui.wishes.packages import DownloadMissing, Install
from crossquote.gui.wishes.program import ReadGuide
from crossquote.gui.words import say, say_joined
from crossquote.wording.joining import Joint
from crossquote.work.packages import Missing, carry_list

_FEW = 3
"""So many packages that lack are told with file and address; more are named."""
_NEEDED, _HERE, _OFFERS = "needed", "here", "offers"


class LanguagesDialog(QDialog):
    """Three pages, what the open articles lack above them, and what came of the last wish below."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, say("window.languages.languages"))
        self.setAcceptDrops(True)
        make_room(self, 780, 600)
        self._missing: tuple[Missing, ...] = ()
        self.needs = PlainLabel(parent=self)
        self.needs.setWordWrap(True)
        self.needs.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.news = PlainLabel(parent=self)
        self.news.setObjectName("soft")
        self.news.setWordWrap(True)
        self.news.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.needed, self.here, self.offers = PackagesNeeded(self), PackagesHere(self), Offers(self)
        for page in (self.here, self.offers):
            page.wished.connect(self.wished)
        self.pages = QStackedWidget(self)
        self.pages.setAccessibleName(say("window.languages.page"))
        self._by_name = {_NEEDED: self.needed, _HERE: self.here, _OFFERS: self.offers}
        for part in self._by_name.values():
            self.pages.addWidget(part)
        texts = {
            _NEEDED: say("window.languages.open-articles"),
            _HERE: say("window.languages.on-this-machine"),
            _OFFERS: say("window.languages.available"),
        }
        self.page = Segments(say("window.languages.packages"), texts, _NEEDED, self)
        self.page.chosen.connect(self._turn)
        self.download = plain_button(say("window.languages.download-what-is-missing"), self._download, self)
        self.carry = plain_button(say("window.languages.copy-the-list"), self._copy, self)
        self.explain = plain_button(
            say("window.languages.how-to-carry-it-over"), partial(self.wished.emit, ReadGuide("packages")), self
        )
        self.foot = QHBoxLayout()
        self._place()
        self.show_missing(())

    def _place(self) -> None:
        self.say(say("window.languages.used-as-they-are"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setAccessibleName(say("window.languages.choices"))
        buttons.rejected.connect(self.reject)
        needs = QHBoxLayout()
        needs.addWidget(self.needs, 1)
        ways = QVBoxLayout()
        for button in (self.download, self.carry, self.explain):
            ways.addWidget(button)
        ways.addStretch(1)
        needs.addLayout(ways)
        turn = QHBoxLayout()
        turn.addWidget(self.page)
        turn.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(needs)
        layout.addLayout(turn)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.news)
        layout.addLayout(self.foot)

    def add_progress(self, progress: QWidget) -> None:
        """Show `progress` beside the buttons."""
        self.foot.insertWidget(0, progress)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show what the open articles lack, and where it can be had."""
        self._missing = tuple(missing)
        text = say("window.languages.nothing-missing")
        if missing:
            lines = [_line(lack) for lack in missing] if len(missing) <= _FEW else _brief_lines(missing)
            text = "\n".join((say("window.languages.missing"), *lines))
        self.needs.show_text(text)
        offered = any(lack.offered for lack in missing)
        for button, shown in ((self.download, offered), (self.carry, offered), (self.explain, bool(missing))):
            button.setVisible(shown)

    def say(self, text: str) -> None:
        """Say what came of the last wish."""
        self.news.show_text(text, spoken=text or say("window.languages.no-news"))

    @Slot(str)
    def _turn(self, page: str) -> None:
        self.pages.setCurrentWidget(self._by_name[page])

    @Slot()
    def _download(self) -> None:
        self.wished.emit(DownloadMissing(tuple(lack for lack in self._missing if lack.offered)))

    @Slot()
    def _copy(self) -> None:
        """Copy what is to be fetched elsewhere and carried here: a file and its address a line."""
        QGuiApplication.clipboard().setText(carry_list(self._missing))
        self.say(say("window.languages.list-copied", number=sum(lack.offered for lack in self._missing)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102, N802 - Qt's
        if files_in(event.mimeData()):
            takes_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102, N802 - Qt's
        files = files_in(event.mimeData())
        if takes_copy(event):
            self.wished.emit(Install(tuple(map(Path, files))))


def _brief_lines(missing: Sequence[Missing]) -> list[str]:
    """Return in a line or two what lacks: files are in the list below, and in what is copied of it."""
    offered = [say_joined(map(language_name, lack.pair), Joint.ROUTE) for lack in missing if lack.offered]
    return [say_joined(offered, Joint.PART), *(_line(lack) for lack in missing if not lack.offered)]


def _line(lack: Missing) -> str:
    source, target = (language_name(code) for code in lack.pair)
    if not lack.offered:
        return say("window.languages.nobody-offers", source=source, target=target)
    return say("window.languages.lack", source=source, target=target, file=lack.file_name, link=lack.link)
