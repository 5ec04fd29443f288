"""What an archive has of an utterance: its renditions, to be chosen and added, and who printed which wording first."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.traced import TracedDelegate
from crossquote.gui.models.traced import ROW_ROLE, TracedModel, TracedRow
from crossquote.gui.plain import PlainLabel, give_tip, give_title, plain_caption
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled, serif
from crossquote.gui.widgets.buttons import answer_buttons, plain_button
from crossquote.gui.widgets.choice_row import Segments
from crossquote.gui.widgets.room import make_room
from crossquote.gui.widgets.tabbing import tab_in_order
from crossquote.gui.wishes.archive import BringIn, ChooseArchive, LookAgain
from crossquote.gui.wishes.program import ReadGuide
from crossquote.gui.words import say

_RENDITIONS, _TIMELINE = "renditions", "timeline"


class ArchiveDialog(QDialog):
    """Two lists of what was found; what is chosen in the first is added. Where there is nothing, a note says why."""

    wished = Signal(object)

    def __init__(self, words: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, say("window.archive.title"))
        make_room(self, 860, 640)
        self.about = PlainLabel(words, self)
        self.about.setFont(serif(scaled(15)))
        self.about.setWordWrap(True)
        self.folder = PlainLabel(parent=self)
        self.folder.setObjectName("soft")
        self.folder.setWordWrap(True)
        self.choose = plain_button(say("window.archive.choose"), partial(self.wished.emit, ChooseArchive()), self)
        self.again = plain_button(say("window.archive.again"), partial(self.wished.emit, LookAgain()), self)
        self.explain = plain_button(
            say("window.archive.explain"), partial(self.wished.emit, ReadGuide("archive")), self
        )
        names = {_RENDITIONS: say("window.archive.renditions"), _TIMELINE: say("window.archive.timeline")}
        self.page = Segments(say("window.archive.page"), names, _RENDITIONS, self)
        self.page.chosen.connect(self._turn)
        self.note = PlainLabel(parent=self)
        self.note.setWordWrap(True)
        self.note.setMargin(40)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.renditions, self.timeline = (_list(names[key], appearance, self) for key in names)
        self.renditions.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.renditions.selectionModel().selectionChanged.connect(self._check)
        self.timeline.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.found = PlainLabel(parent=self)
        self.found.setObjectName("soft")
        self.found.setWordWrap(True)
        self.pages = QStackedWidget(self)
        self.pages.setAccessibleName(say("window.archive.page"))
        for part in (self.note, self.renditions, self.timeline):
            self.pages.addWidget(part)
        self.buttons, self.add = answer_buttons(say("window.archive.add"), self)
        self.buttons.accepted.connect(self._wish)
        self.foot = QHBoxLayout()
        self._place()
        self.show_note("")

    def _place(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        for button in (self.again, self.choose, self.explain):
            where.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        turn = QHBoxLayout()
        turn.addWidget(self.page)
        turn.addWidget(self.found, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.buttons)
        tab_in_order((self.again, self.choose, self.explain, self.page, self.renditions, self.timeline, self.buttons))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addLayout(where)
        layout.addLayout(turn)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self.foot)

    def add_progress(self, progress: QWidget) -> None:
        """Show `progress` beside the buttons."""
        self.foot.insertWidget(0, progress)

    def show_folder(self, folder: str) -> None:
        """Show which archive is looked into, empty where none is known."""
        self.folder.show_text(say("window.archive.folder", folder=folder) if folder else "")
        give_tip(self.folder, folder)
        text = say("window.archive.choose-another") if folder else say("window.archive.choose")
        self.choose.setText(plain_caption(text))
        self.choose.setAccessibleName(text)

    def show_note(self, text: str, *, again: bool = False) -> None:
        """Say in the place of the lists why there is nothing in them; where looking `again` may help, offer that."""
        self.note.show_text(text)
        self.again.setVisible(again)
        self._fill((), ())
        for part in (self.page, self.found):
            part.hide()
        self.pages.setCurrentWidget(self.note)

    def show_found(self, renditions: Sequence[TracedRow], timeline: Sequence[TracedRow]) -> None:
        """Show what was found, the surest first, and the wordings one by one."""
        self._fill(renditions, timeline)
        for part in (self.page, self.found):
            part.show()
        self._turn(self.page.current)
        (self.timeline if self.page.current == _TIMELINE else self.renditions).setFocus()

    @property
    def chosen(self) -> tuple[TracedRow, ...]:
        """The renditions that are chosen, in their order."""
        indexes = sorted(self.renditions.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(ROW_ROLE) for index in indexes)

    def _fill(self, renditions: Sequence[TracedRow], timeline: Sequence[TracedRow]) -> None:
        for part, rows in ((self.renditions, renditions), (self.timeline, timeline)):
            model = part.model()
            if isinstance(model, TracedModel):
                model.show_rows(rows)
            first = next((place for place, row in enumerate(rows) if row.rendition is not None), 0)
            part.setCurrentIndex(model.index(first, 0))
        self.renditions.clearSelection()
        self._check()

    @Slot(str)
    def _turn(self, page: str) -> None:
        """Show one of the lists, and say what there is in it."""
        rows = _rows(self.renditions)
        if page == _TIMELINE:
            self.pages.setCurrentWidget(self.timeline)
            self.found.show_text(say("window.archive.by-day"))
        else:
            self.pages.setCurrentWidget(self.renditions)
            there = sum(row.there for row in rows)
            self.found.show_text(say("window.archive.found", count=len(rows), there=there))

    @Slot()
    def _check(self) -> None:
        count = len(self.chosen)
        text = say("window.archive.add-chosen", count=count) if count else say("window.archive.add")
        self.add.setText(plain_caption(text))
        self.add.setAccessibleName(text)
        self.add.setEnabled(bool(count))

    @Slot()
    def _wish(self) -> None:
        chosen = tuple(row.rendition for row in self.chosen if row.rendition is not None)
        self.accept()
        self.wished.emit(BringIn(chosen))


def _rows(part: QListView) -> tuple[TracedRow, ...]:
    model = part.model()
    return model.rows if isinstance(model, TracedModel) else ()


def _list(name: str, appearance: Appearance, parent: QWidget) -> QListView:
    made = QListView(parent)
    made.setAccessibleName(name)
    made.setModel(TracedModel(made))
    made.setItemDelegate(TracedDelegate(appearance, made))
    made.setUniformItemSizes(True)
    made.setMouseTracking(True)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
