"""Making a rule of a finding: which findings are no longer to be raised, and how many that would silence now."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.plain import PlainLabel, give_title, plain_caption
from crossquote.gui.widgets.buttons import answer_buttons
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import be_wide
from crossquote.gui.wishes.checks import MakeRule
from crossquote.gui.words import say
from crossquote.model.review import FindingKey


class RuleDialog(QDialog):
    """Offers the rules that a finding can make; `count` says how many findings one would silence now."""

    wished = Signal(object)

    def __init__(self, key: FindingKey, count: Callable[[MakeRule], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        give_title(self, say("window.rule.make-a-rule"))
        head = PlainLabel(say("window.rule.head", check=key.check), self)
        head.setWordWrap(True)
        layout = QVBoxLayout(self)
        be_wide(self, layout, 480)
        layout.setSpacing(9)
        layout.addWidget(head)
        self.choices: dict[QRadioButton, MakeRule] = {}
        self._group = QButtonGroup(self)
        for text, rule in self._offered(key).items():
            button = QRadioButton(plain_caption(text), self)
            button.setAccessibleName(text.replace("\n", " "))
            self.choices[button] = rule
            self._group.addButton(button)
            layout.addWidget(button)
        self.preview = PlainLabel(parent=self)
        self.preview.setObjectName("soft")
        self.preview.setWordWrap(True)
        layout.addWidget(self.preview)
        self.reason = LineField(parent=self)
        self.reason.setPlaceholderText(say("window.rule.why-optional"))
        self.reason.setAccessibleName(say("window.rule.reason"))
        layout.addWidget(self.reason)
        buttons, self.make = answer_buttons(say("window.rule.make-rule"), self)
        buttons.accepted.connect(self._want)
        layout.addWidget(buttons)
        next(iter(self.choices)).setChecked(True)
        self._group.buttonToggled.connect(self._show_count)
        self._show_count()

    def rule(self) -> MakeRule:
        """Return the rule that is chosen."""
        button = self._group.checkedButton()
        chosen = next(rule for known, rule in self.choices.items() if known is button)
        return replace(chosen, reason=self.reason.text().strip())

    def _offered(self, key: FindingKey) -> Mapping[str, MakeRule]:
        offered: dict[str, MakeRule] = {}
        base, text = _short(key.base), _short(key.text)
        if base and text:
            offered[say("window.rule.both", text=text, base=base)] = MakeRule(key.check, key.base, key.text)
        if text:
            offered[say("window.rule.text-alone", text=text)] = MakeRule(key.check, "", key.text)
        if base:
            offered[say("window.rule.base-alone", base=base)] = MakeRule(key.check, key.base, "")
        offered[say("window.rule.whole-check")] = MakeRule(key.check, "", "")
        return offered

    @Slot()
    def _show_count(self) -> None:
        number = self._count(self.rule())
        self.preview.show_text(say("window.rule.preview", count=number))

    @Slot()
    def _want(self) -> None:
        self.accept()
        self.wished.emit(self.rule())


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 32 else f"{flat[:31]}…"
