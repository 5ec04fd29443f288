"""The user's own translation of some sentences, with what the engine could have written, asked for one at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.dialogs.text_entry import TextEntry
from crossquote.gui.dialogs.written import WrittenDialog
from crossquote.gui.messages import language_name
from crossquote.gui.models.provenance import full_line
from crossquote.gui.plain import PlainLabel, give_tip, give_title
from crossquote.gui.theme.fonts import scaled, serif
from crossquote.gui.widgets.buttons import answer_buttons, plain_button
from crossquote.gui.widgets.room import make_room
from crossquote.gui.widgets.shortened import ElidedLabel
from crossquote.gui.wishes.translations import Weigh
from crossquote.gui.words import say
from crossquote.model.translation import Hypothesis, SentenceKey
from crossquote.work.edits.own_versions import Offered

_TEXT = Qt.ItemDataRole.UserRole


class SentenceVersion(QFrame):
    """One sentence: the original, what is to be read for it, and the engine's other translations, if one has any."""

    wished = Signal(object)

    def __init__(self, offered: Offered, parent: QWidget | None = None, *, engine: bool = True) -> None:
        super().__init__(parent)
        self.offered = offered
        self.setObjectName("card")
        self.setAccessibleName(offered.key.text)
        made = offered.made
        self._before = made.text if made is not None else ""
        original = PlainLabel(parent=self)
        original.show_text(offered.key.text, spoken=say("window.versions.original", text=offered.key.text))
        original.setFont(serif(scaled(15)))
        original.setWordWrap(True)
        original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = TextEntry(self._before, self)
        self.edit.setFont(serif(scaled(16)))
        self.edit.setFixedHeight(scaled(64 if len(offered.key.text) < 160 else 104))
        self.edit.setPlaceholderText(
            say("window.versions.your-translation-hint" if engine else "window.provenance.yours")
        )
        self.edit.setAccessibleName(say("window.versions.translation-of", text=offered.key.text))
        self.about = ElidedLabel(full_line((made,)) if made else say("window.versions.not-translated"), self)
        self.about.setObjectName("soft")
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.others = plain_button(say("window.versions.other-translations"), self.ask, self)
        self.others.setVisible(engine)
        self.back = plain_button(say("window.versions.take-yours-back"), self.edit.clear, self)
        self.back.setVisible(made is not None and made.own)
        self.list = QListWidget(self)
        self.list.setItemDelegate(ListedDelegate(self.list))
        self.list.setAccessibleName(say("window.versions.other-translations-of", text=offered.key.text))
        self.list.setWordWrap(True)
        self.list.setFont(serif(scaled(15)))
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.list.hide()
        self._place(original)

    def _place(self, original: PlainLabel) -> None:
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.back)
        row.addWidget(self.others)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(7)
        layout.addWidget(original)
        layout.addWidget(self.edit)
        layout.addLayout(row)
        layout.addWidget(self.list)

    @property
    def version(self) -> str | None:
        """What the user wants to read from now on, empty for the engine's; None where nothing was changed."""
        text = self.edit.toPlainText().strip()
        own = self.offered.made is not None and self.offered.made.own
        if text == self._before.strip() or (not text and not own):
            return None
        return text

    @Slot()
    def ask(self) -> None:
        """Wish to see what else the engine could have written; who asked can go on writing meanwhile."""
        if self.others.hasFocus():
            self.edit.setFocus()
        self.others.setEnabled(False)
        self.others.setText(say("window.versions.weighing"))
        self.wished.emit(Weigh(self.offered.key, self.offered.article))

    def show_others(self, hypotheses: Sequence[Hypothesis]) -> None:
        """List what the engine could have written, likeliest first."""
        self.others.setText(say("window.versions.other-translations"))
        self.list.clear()
        for number, one in enumerate(hypotheses, 1):
            item = QListWidgetItem(say("window.versions.numbered", number=number, text=one.text), self.list)
            item.setData(_TEXT, one.text)
            give_tip(item, say("window.versions.score", score=one.score))
        if not hypotheses:
            self.list.addItem(say("window.versions.no-package"))
        self.list.show()
        self.list.setFixedHeight(min(self.list.sizeHintForRow(0) * self.list.count() + 10, 220))

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        if text := item.data(_TEXT):
            self.edit.setPlainText(str(text))


class VersionsDialog(WrittenDialog):
    """Asks for the user's own translations of an article's sentences; others are offered where an `engine` has some."""

    wished = Signal(object)

    def __init__(self, offered: Sequence[Offered], parent: QWidget | None = None, *, engine: bool = True) -> None:
        super().__init__(parent)
        give_title(self, say("window.provenance.yours"))
        make_room(self, 660, min(250 + 170 * len(offered), 620))
        self.rows = [SentenceVersion(one, self, engine=engine) for one in offered]
        ground = QWidget(self)
        ground.setAccessibleName(say("window.versions.sentences"))
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for row in self.rows:
            row.wished.connect(self.wished)
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setAccessibleName(say("window.versions.sentences"))
        area.setWidgetResizable(True)
        area.setWidget(ground)
        buttons, self.keep = answer_buttons(say("window.versions.use"), self)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._lead(offered))
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        if self.rows:
            self.rows[0].edit.setFocus()

    def _lead(self, offered: Sequence[Offered]) -> PlainLabel:
        key = offered[0].key if offered else SentenceKey("", "", "")
        text = say("window.versions.lead", source=language_name(key.source), target=language_name(key.target))
        lead = PlainLabel(text, self)
        lead.setObjectName("soft")
        lead.setWordWrap(True)
        return lead

    @property
    def versions(self) -> Mapping[SentenceKey, str]:
        """What was changed, by sentence."""
        return {row.offered.key: row.version for row in self.rows if row.version is not None}

    def write(self, versions: Mapping[SentenceKey, str]) -> None:
        """Write translations as a person does."""
        for row in self.rows:
            if row.offered.key in versions:
                row.edit.setPlainText(versions[row.offered.key])

    @property
    def is_written(self) -> bool:
        """Whether any sentence is to be read in another way than before."""
        return bool(self.versions)

    def show_others(self, key: SentenceKey, hypotheses: Sequence[Hypothesis]) -> None:
        """List what the engine could have written for a sentence."""
        for row in self.rows:
            if row.offered.key == key:
                row.show_others(hypotheses)

    def ask_all(self) -> None:
        """Wish to see what else the engine could have written for every sentence."""
        for row in self.rows:
            row.ask()
