"""In which encoding a text is: what it would say in each likely one is shown, and the user picks the one that reads."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.theme.fonts import scaled, serif
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.room import make_room
from crossquote.gui.widgets.text_field import TextField
from crossquote.gui.wishes.articles import ReadIn
from crossquote.gui.words import say
from crossquote.work.encodings import Unsure

_SHOWN, _TASTE = 3000, 60
_BEYOND = re.compile(r"[^\x00-\x7f]")


class EncodingDialog(QDialog):
    """Shows files whose encoding is not said, one at a time; each is read in the likeliest unless another is picked."""

    wished = Signal(object)

    def __init__(self, files: Sequence[Unsure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = tuple(files)
        self._picked = [0] * len(files)
        give_title(self, say("window.encodings.title"))
        make_room(self, 820, 520)
        self.about = PlainLabel(say("window.encodings.about", count=len(files), file=files[0].path.name), self)
        self.about.setWordWrap(True)
        self.files = self._list(say("window.encodings.files"))
        self.files.addItems([self._file(at) for at in range(len(files))])
        self.files.setVisible(len(files) > 1)
        self.files.setFixedWidth(scaled(250))
        self.encodings = self._list(say("window.encodings.encodings"))
        self.encodings.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.encodings.setMaximumHeight(scaled(170))
        self.text = TextField(parent=self)
        self.text.setReadOnly(True)
        self.text.setFont(serif(16))
        self.text.setAccessibleName(say("window.encodings.preview"))
        buttons, self.read = answer_buttons(say("window.encodings.read", count=len(files)), self)
        buttons.accepted.connect(self._answer)
        self._place(buttons)
        self.files.currentRowChanged.connect(self._show_file)
        self.encodings.currentRowChanged.connect(self._pick)
        self.encodings.itemActivated.connect(self._answer)
        self.files.setCurrentRow(0)
        self.encodings.setFocus()

    def _list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setItemDelegate(ListedDelegate(made))
        made.setAccessibleName(name)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        return made

    def _place(self, buttons: QWidget) -> None:
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.encodings)
        side.addWidget(self.text, 1)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.files)
        middle.addLayout(side, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)

    def _file(self, at: int) -> str:
        file = self._files[at]
        return say("window.encodings.file", file=file.path.name, encoding=file.guesses[self._picked[at]].name)

    @Slot(int)
    def _show_file(self, at: int) -> None:
        picked = self._picked[at]
        self.encodings.clear()
        guesses = self._files[at].guesses
        self.encodings.addItems(
            [say("window.encodings.line", name=one.name, words=_taste(one.text)) for one in guesses]
        )
        self.encodings.setCurrentRow(picked)

    @Slot(int)
    def _pick(self, row: int) -> None:
        at = self.files.currentRow()
        if row < 0 or at < 0:
            return
        self._picked[at] = row
        item = self.files.item(at)
        item.setData(Qt.ItemDataRole.DisplayRole, self._file(at))
        self.text.setPlainText(self._files[at].guesses[row].text[:_SHOWN])

    @Slot()
    def _answer(self) -> None:
        chosen = zip(self._files, self._picked, strict=True)
        self.accept()
        self.wished.emit(ReadIn(tuple((file, file.guesses[row].name) for file, row in chosen)))


def _taste(text: str) -> str:
    """Return some words of a text from where encodings differ: from the line on that has a letter beyond ASCII."""
    found = _BEYOND.search(text)
    start = text.rfind("\n", 0, found.start()) + 1 if found else 0
    line = " ".join(text[start : start + 4 * _TASTE].split())
    at = next((match.start() for match in _BEYOND.finditer(line)), 0)
    begin = line.rfind(" ", 0, at) + 1 if at > _TASTE // 2 else 0
    return line[begin : begin + _TASTE]
