"""One page of the help before a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from crossquote.gui.direction import set_margins
from crossquote.gui.plain import give_title
from crossquote.gui.widgets.room import make_room
from crossquote.gui.windows.help import PageText
from crossquote.gui.words import say
from crossquote.work.help import HelpPage


class PageDialog(QDialog):
    """Shows one page, and those of `others` that its links lead to."""

    def __init__(self, page: HelpPage, parent: QWidget | None = None, others: Sequence[HelpPage] = ()) -> None:
        super().__init__(parent)
        self._others = {other.id: other for other in others}
        make_room(self, 720, 560)
        self.text = PageText(self)
        self.text.page_wanted.connect(self._follow)
        self._show(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setAccessibleName(say("window.page.choices"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        set_margins(layout, 0, 0, 16, 12)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def _show(self, page: HelpPage) -> None:
        give_title(self, page.title)
        self.text.setAccessibleName(page.title)
        self.text.show_markdown(page.text)

    @Slot(str)
    def _follow(self, name: str) -> None:
        if (page := self._others.get(name)) is not None:
            self._show(page)
