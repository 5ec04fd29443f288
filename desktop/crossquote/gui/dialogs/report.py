"""What a report is to be: in which format, by which title, with what in it."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossquote.export.choice import Extent, Extra, Paper, ReportChoice
from crossquote.export.exporter import known_formats
from crossquote.gui.plain import PlainLabel, give_title, plain_caption
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.widgets.tabbing import tab_in_order
from crossquote.gui.wishes.reports import PreviewReport, WriteReport
from crossquote.gui.words import say, say_joined, say_message
from crossquote.model.finding import Severity
from crossquote.model.signs import severity_name
from crossquote.wording.joining import Joint
from crossquote.work.settings import LONGEST_NAME, clean_name

_EnumKind = TypeVar("_EnumKind", bound=StrEnum)
_LIST = 140
"""Pixels: so high the list of utterances is at least."""


class OfferedUtterance(Struct, frozen=True):
    """An utterance by its id, with the words that it is chosen by."""

    id: str
    words: str


def offered_formats() -> tuple[str, ...]:
    """Return the formats of reports as a user chooses among them."""
    return tuple(say_joined((say_message(known.name), known.ending), Joint.ASIDE) for known in known_formats().values())


class ReportDialog(QDialog):
    """Asks what goes into a report; where it goes is asked afterwards.

    What is `offered` is looked at once the utterances are to be chosen one by one: there may be thousands. It says how
    many of them a report would hold, as `count` knows.
    """

    wished = Signal(object)

    def __init__(
        self,
        ending: str,
        choice: ReportChoice,
        offered: Iterable[OfferedUtterance],
        count: Callable[[ReportChoice], int] = lambda _: 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._count, self._all = count, count(ReportChoice())
        self._offered, self._chosen = iter(offered), choice.chosen
        give_title(self, say("window.report.title"))
        endings = list(known_formats())
        self.format = self._box(offered_formats(), endings.index(ending), say("window.report.format"))
        self.named = LineField(choice.title, self)
        self.named.setPlaceholderText(say("window.report.name-of-file"))
        self.named.setAccessibleName(say("window.report.heading"))
        self.reviewer = LineField(choice.reviewer, self)
        self.reviewer.setPlaceholderText(say("window.report.nobody"))
        self.reviewer.setAccessibleName(say("window.report.reviewer"))
        self.reviewer.setMaxLength(LONGEST_NAME)
        extents = [say(f"window.report.extent.{one.value}") for one in Extent]
        self.extent = self._box(extents, list(Extent).index(choice.extent), say("window.report.utterances"))
        self.utterances = _list(self)
        self.extent.currentIndexChanged.connect(self._show_utterances)
        self.utterances.itemChanged.connect(self._show_utterances)
        self.held = PlainLabel(parent=self)
        self.held.setObjectName("soft")
        severities = [say_message(severity_name(one)) for one in Severity]
        self.least = self._box(severities, list(Severity).index(choice.least), say("window.report.least"))
        self.least.currentIndexChanged.connect(self._show_utterances)
        papers = [say(f"window.report.paper.{one.value}") for one in Paper]
        self.paper = self._box(papers, list(Paper).index(choice.paper), say("window.report.paper"))
        self.parts = {part: self._part(part, on=part not in choice.left_out) for part in Extra}
        buttons, self.give = answer_buttons(say("window.report.save"), self)
        buttons.accepted.connect(self._answer)
        self.preview = buttons.addButton(say("window.report.preview"), QDialogButtonBox.ButtonRole.ActionRole)
        self.preview.setAccessibleName(say("window.report.preview"))
        self.preview.clicked.connect(self._preview)
        self._lay_out(buttons)
        self._show_utterances()

    def choice(self) -> ReportChoice:
        """Return what is chosen."""
        extent = _at(Extent, self.extent)
        return ReportChoice(
            title=self.named.text().strip(),
            extent=extent,
            least=_at(Severity, self.least),
            left_out=frozenset(part for part, box in self.parts.items() if not box.isChecked()),
            chosen=frozenset(_checked(self.utterances)) if extent is Extent.CHOSEN else frozenset(),
            reviewer=clean_name(self.reviewer.text()),
            paper=_at(Paper, self.paper),
        )

    @Slot()
    def _show_utterances(self) -> None:
        one_by_one = _at(Extent, self.extent) is Extent.CHOSEN
        if one_by_one and not self.utterances.count():
            _fill(self.utterances, self._offered, self._chosen)
        self.utterances.setVisible(one_by_one)
        for button in (self.give, self.preview):
            button.setEnabled(not one_by_one or any(_checked(self.utterances)))
        self.held.show_text(say("window.report.holds", shown=self._count(self.choice()), all=self._all))

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        fields = (self.format, self.paper, self.named, self.reviewer, self.least, self.extent)
        tab_in_order((*fields, self.utterances, *self.parts.values()))
        for row, field in enumerate(fields):
            form.addWidget(PlainLabel(field.accessibleName(), self), row, 0)
            form.addWidget(field, row, 1)
        form.addWidget(self.utterances, form.rowCount(), 1)
        form.addWidget(self.held, form.rowCount(), 1)
        for row, box in enumerate(self.parts.values(), form.rowCount()):
            form.addWidget(box, row, 1)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 460)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(buttons)

    def _box(self, texts: Iterable[str], at: int, name: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems([plain_caption(text) for text in texts])
        box.setCurrentIndex(at)
        box.setAccessibleName(name)
        return box

    def _part(self, part: Extra, *, on: bool) -> QCheckBox:
        box = QCheckBox(say(f"window.report.part.{part.value}"), self)
        box.setAccessibleName(box.text())
        box.setChecked(on)
        return box

    @Slot()
    def _preview(self) -> None:
        self.wished.emit(PreviewReport(self.choice()))

    @Slot()
    def _answer(self) -> None:
        ending = list(known_formats())[self.format.currentIndex()]
        self.accept()
        self.wished.emit(WriteReport(ending, self.choice()))


def _list(parent: QWidget) -> QListWidget:
    """Return a list for utterances, with nothing in it."""
    made = QListWidget(parent)
    made.setAccessibleName(say("window.report.extent.chosen"))
    made.setMinimumHeight(_LIST)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _fill(utterances: QListWidget, offered: Iterable[OfferedUtterance], chosen: frozenset[str]) -> None:
    """List utterances, each with a box; those that were chosen are checked. It is no news to anybody."""
    with QSignalBlocker(utterances):
        for one in offered:
            item = QListWidgetItem(plain_caption(one.words))
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.id in chosen else Qt.CheckState.Unchecked)
            utterances.addItem(item)


def _checked(utterances: QListWidget) -> Iterator[str]:
    for item in map(utterances.item, range(utterances.count())):
        if item.checkState() is Qt.CheckState.Checked:
            yield item.data(Qt.ItemDataRole.UserRole)


def _at(kind: type[_EnumKind], box: QComboBox) -> _EnumKind:
    return list(kind)[box.currentIndex()]
