"""Pages that only tell: keyboard shortcuts, and what this program is."""

from html import escape
from math import ceil

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from crossquote.gui.actions import READER, READER_ACTIONS, SENTENCE_ACTIONS, plain_text, real_actions
from crossquote.gui.key_names import shown_keys
from crossquote.gui.menu_names import MENUS, menu_text
from crossquote.gui.plain import give_title
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.room import make_room
from crossquote.gui.words import say
from crossquote.version import this_version

_BAR = 16
"""What is left free beside a text and under it, for a bar that scrolls it."""


class TextPage(QDialog):
    """A title and a text to read."""

    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_title(self, title)
        make_room(self, 520, 520)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(title)
        self.text.setHtml(html)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setAccessibleName(say("window.pages.choices"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self._fit(layout, buttons)

    def _fit(self, layout: QVBoxLayout, buttons: QDialogButtonBox) -> None:
        """Be no higher than the text is."""
        self.text.ensurePolished()
        margins, told = layout.contentsMargins(), self.text.document().clone()  # its own is as wide as it stands now
        told.setTextWidth(self.width() - margins.left() - margins.right() - scaled(_BAR))
        around = margins.top() + margins.bottom() + layout.spacing() + buttons.sizeHint().height()
        self.resize(self.width(), min(self.height(), ceil(told.size().height()) + around + scaled(_BAR)))


def shortcuts_page(parent: QWidget) -> TextPage:
    """Return the page of keyboard shortcuts, made from the table of actions."""
    rows = []
    every = (*real_actions(), *READER_ACTIONS, *SENTENCE_ACTIONS)
    for menu in (*MENUS, READER):
        entries = [entry for entry in every if entry.menu == menu and entry.shortcut]
        if entries:
            rows.append(f"<tr><td colspan=2><h4>{escape(menu_text(menu).replace('&', ''))}</h4></td></tr>")
        for entry in entries:
            keys = shown_keys(entry)
            rows.append(f"<tr><td>{escape(plain_text(entry))}</td><td>&nbsp;&nbsp;<b>{escape(keys)}</b></td></tr>")
    return TextPage(say("window.pages.keyboard-shortcuts"), f"<table cellpadding=3>{''.join(rows)}</table>", parent)


def about_page(parent: QWidget) -> TextPage:
    """Return the page that says what this program is."""
    heading = say("window.program.of-version", version=this_version())
    lines = (
        say("window.pages.what-it-does"),
        say("window.pages.offline"),
        say("window.pages.licence"),
    )
    html = f"<h2>{escape(heading)}</h2>" + "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
    return TextPage(say("window.pages.about-crossquote"), html, parent)
