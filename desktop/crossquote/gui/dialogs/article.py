"""Articles as the user has them: what they are called, who printed and wrote them, when, where, in what language."""

from collections.abc import Sequence

from msgspec.structs import asdict
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from crossquote.gui.messages import language_name
from crossquote.gui.plain import PlainLabel, give_title, plain_caption
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.wishes.articles import DescribeArticles
from crossquote.gui.words import say, say_joined
from crossquote.language.together import readable_languages
from crossquote.model.article import Article
from crossquote.text.visible import written
from crossquote.wording.joining import Joint, first_few
from crossquote.work.edits.descriptions import Description, day_of, is_sound, unsound

_FIELDS = ("title", "outlet", "author", "date", "address")
_SHARED = ("outlet", "author", "date")
"""What several articles can have in common."""
_FORMED = ("date", "address")
"""What has a form of its own, that its field shows."""
_NAMED, _LETTERS, _LIKELY = 3, 16, 4
"""How many of several articles are named; the room of the box of languages; how many of those go first."""


class ArticleDialog(QDialog):
    """Shows what is known of one article, or of several together, each of which can be corrected.

    `known` is what they have in common; what they have not stays as it is of each unless something is told. `first` is
    the field that is asked for: what stands in it goes with the first key.
    """

    wished = Signal(object)

    def __init__(
        self, articles: Sequence[Article], known: Description, parent: QWidget | None = None, *, first: str = ""
    ) -> None:
        super().__init__(parent)
        self._articles, self._known = tuple(article.id for article in articles), known
        self._several = len(articles) > 1
        give_title(self, say("window.article.about-several" if self._several else "window.article.about"))
        form = QFormLayout()
        self.fields = {name: self._field(name) for name in (_SHARED if self._several else _FIELDS)}
        for name, field in self.fields.items():
            form.addRow(say(f"window.article.{name}"), field)
        self.language = self._languages(articles)
        form.addRow(say("window.article.language"), self.language)
        self.original = self._original(len(articles))
        form.addRow("", self.original)
        self.wrong = PlainLabel(parent=self)
        self.wrong.setWordWrap(True)
        buttons, self.keep = answer_buttons(say("window.article.keep"), self)
        buttons.accepted.connect(self._tell)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 560)
        layout.setSpacing(12)
        if self._several:
            layout.addWidget(self._of_which(articles))
        layout.addLayout(form)
        layout.addWidget(self.wrong)
        layout.addStretch()  # of a window made larger, the room goes between the fields and the buttons
        layout.addWidget(buttons)
        self._check()
        if first in self.fields:
            self.fields[first].setFocus()
            self.fields[first].selectAll()

    def _of_which(self, articles: Sequence[Article]) -> PlainLabel:
        """Return what says which articles these are, and what becomes of what is left as it is."""
        outlets = first_few(tuple(dict.fromkeys(article.outlet for article in articles)), _NAMED)
        which = say("window.articles.of-which", count=len(articles), outlets=outlets)
        told = PlainLabel(f"{which}\n{say('window.articles.changed-in-all')}", self)
        told.setObjectName("soft")
        told.setWordWrap(True)
        return told

    def _field(self, name: str) -> LineField:
        known = getattr(self._known, name)
        field = LineField(known or "", self)
        field.setAccessibleName(say(f"window.article.{name}"))
        field.setCursorPosition(0)
        field.textChanged.connect(self._check)
        if known is None:
            field.setPlaceholderText(say("window.article.differs"))
        elif name in _FORMED:
            field.setPlaceholderText(say(f"window.article.{name}-hint"))
        return field

    def _languages(self, articles: Sequence[Article]) -> QComboBox:
        """Return a box of languages: what is known first, then the likeliest, then all."""
        box = QComboBox(self)
        box.setAccessibleName(say("window.article.language"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        known = self._known.language
        likely = dict.fromkeys(code for one in articles for code, _ in one.detection.candidates[:_LIKELY])
        if known is None or not known:
            box.addItem(say("window.article.differs" if known is None else "window.articles.no-language"), known)
        for code in dict.fromkeys((*filter(None, (known,)), *likely, *sorted(readable_languages(), key=language_name))):
            box.addItem(plain_caption(say_joined((language_name(code), code), Joint.ASIDE)), code)
        box.currentIndexChanged.connect(self._check)
        return box

    def _original(self, count: int) -> QCheckBox:
        known = self._known.original
        box = QCheckBox(plain_caption(say("window.articles.original-told", count=count)), self)
        box.setTristate(known is None)
        box.setCheckState(_STATES[known])
        box.checkStateChanged.connect(self._check)
        return box

    def _told(self) -> Description:
        """Return what differs from what is known."""
        now = {
            **{name: field.text().strip() for name, field in self.fields.items()},
            "date": day_of(self.fields["date"].text().strip()),
            "language": self.language.currentData(),
            "original": next(told for told, state in _STATES.items() if state is self.original.checkState()),
        }
        known = {**asdict(self._known), **{name: written(getattr(self._known, name) or "") for name in self.fields}}
        return Description(**{name: told for name, told in now.items() if told != known[name]})

    @Slot()
    def _check(self) -> None:
        told = self._told()
        self.keep.setEnabled(told != Description() and is_sound(told))
        wrong = unsound(told)
        lines = (_form_of(name) for name in wrong)
        self.wrong.show_text("\n".join(lines))
        self.wrong.setVisible(bool(wrong))
        for name in _FORMED:
            if name in self.fields:
                self.fields[name].setAccessibleDescription(_form_of(name) if name in wrong else "")

    @Slot()
    def _tell(self) -> None:
        self.wished.emit(DescribeArticles(self._articles, self._told()))
        self.accept()


_STATES = {
    None: Qt.CheckState.PartiallyChecked,
    False: Qt.CheckState.Unchecked,
    True: Qt.CheckState.Checked,
}
"""How a box shows what is known of several: of all, of none, of some."""


def _form_of(name: str) -> str:
    """Return what is to stand in a field that has a form of its own."""
    return say_joined((say(f"window.article.{name}"), say(f"window.article.{name}-hint")), Joint.ABOUT)
