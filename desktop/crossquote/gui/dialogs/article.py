"""An article as the user has it: what it is called, who printed it, who wrote it, when, and where it stands."""

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.wishes.articles import DescribeArticle
from crossquote.gui.words import say, say_joined
from crossquote.model.article import Article
from crossquote.wording.joining import Joint
from crossquote.work.edits.descriptions import Description, description_of, is_sound, unsound

_FIELDS = ("title", "outlet", "author", "date", "address")
_FORMED = ("date", "address")
"""What has a form of its own, that its field shows."""


class ArticleDialog(QDialog):
    """Shows what is known of an article, each of which can be corrected."""

    wished = Signal(object)

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article, self._known = article.id, description_of(article)
        give_title(self, say("window.article.about"))
        form = QFormLayout()
        self.fields: dict[str, QLineEdit] = {}
        for name in _FIELDS:
            field = QLineEdit(str(getattr(self._known, name)), self)
            field.setAccessibleName(say(f"window.article.{name}"))
            field.setCursorPosition(0)
            field.textChanged.connect(self._check)
            form.addRow(say(f"window.article.{name}"), field)
            self.fields[name] = field
        for name in _FORMED:
            self.fields[name].setPlaceholderText(say(f"window.article.{name}-hint"))
        self.wrong = PlainLabel(parent=self)
        self.wrong.setWordWrap(True)
        buttons, self.keep = answer_buttons(say("window.article.keep"), self)
        buttons.accepted.connect(self._tell)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 560)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.wrong)
        layout.addWidget(buttons)
        self._check()

    def _told(self) -> Description:
        return replace(self._known, **{name: field.text().strip() for name, field in self.fields.items()})

    @Slot()
    def _check(self) -> None:
        told = self._told()
        self.keep.setEnabled(told != self._known and is_sound(told))
        wrong = unsound(told)
        lines = (_form_of(name) for name in wrong)
        self.wrong.show_text("\n".join(lines))
        self.wrong.setVisible(bool(wrong))
        for name in _FORMED:
            self.fields[name].setAccessibleDescription(_form_of(name) if name in wrong else "")

    @Slot()
    def _tell(self) -> None:
        self.wished.emit(DescribeArticle(self._article, self._told()))
        self.accept()


def _form_of(name: str) -> str:
    """Return what is to stand in a field that has a form of its own."""
    return say_joined((say(f"window.article.{name}"), say(f"window.article.{name}-hint")), Joint.ABOUT)
