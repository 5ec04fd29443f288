"""Everything by name: type a few letters of an action, press Return."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crossquote.gui.actions import plain_text, real_actions
from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.key_names import shown_keys
from crossquote.gui.menu_names import menu_text
from crossquote.gui.plain import PlainLabel, give_title
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.line_field import LineField
from crossquote.gui.widgets.room import make_room
from crossquote.gui.words import say

_ID = Qt.ItemDataRole.UserRole


class PaletteDialog(QDialog):
    """Lists the actions that can be run now and match what is typed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        give_title(self, say("window.palette.find-an-action"))
        make_room(self, 520, 380)
        self.field = LineField(parent=self)
        self.field.setPlaceholderText(say("window.palette.type-what-you-want"))
        self.field.setAccessibleName(say("window.palette.action"))
        self.none = PlainLabel(say("window.palette.none"), self)
        self.none.setObjectName("soft")
        self.none.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setItemDelegate(ListedDelegate(self.list))
        self.list.setAccessibleName(say("window.palette.actions"))
        self.list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.field)
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._run)
        self.list.setIconSize(QSize(scaled(17), scaled(17)))
        self._blank = QIcon(_blank(self.list.iconSize()))
        self._fill("")

    @Slot(str)
    def _fill(self, text: str) -> None:
        words = frozenset(text.casefold().split())
        self.list.clear()
        for entry in real_actions():
            action = self._actions[entry.id]
            name = plain_text(entry)
            if entry.id == "palette" or not action.isEnabled():
                continue
            told = f"{name} {menu_text(entry.menu).replace('&', '')}".casefold()
            if all(word in told for word in words):
                keys = shown_keys(entry)
                item = QListWidgetItem(f"{name}    {keys}" if keys else name, self.list)
                item.setData(_ID, entry.id)
                item.setIcon(self._blank if action.icon().isNull() else action.icon())
        self.list.setCurrentRow(0)
        self.none.setVisible(self.list.count() == 0)

    @Slot()
    def _run(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self._actions[str(item.data(_ID))].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802 - Qt's
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)


def _blank(size: QSize) -> QPixmap:
    """Return what stands where an action has no icon, so that all names begin at one place."""
    blank = QPixmap(size)
    blank.fill(Qt.GlobalColor.transparent)
    return blank
