"""Choosing which checks are on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.dialogs.row_tree import RowTree
from crossquote.gui.plain import PlainLabel, give_title, plain_tip
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.room import make_room
from crossquote.gui.wishes.checks import CompareWithout
from crossquote.gui.words import say, say_fact, say_joined, severity_word
from crossquote.wording.joining import Joint
from crossquote.work.checks import CheckSummary

_ID = Qt.ItemDataRole.UserRole
_BOX = 16
"""What the box of a line takes besides what Qt reckons for it."""


class ChecksDialog(QDialog):
    """Lists the checks with a box each; says which are to be off.

    `off` are those that are off by the settings, `compared_without` those that were when what is open was compared.
    """

    wished = Signal(object)

    def __init__(
        self,
        checks: Sequence[CheckSummary],
        off: frozenset[str],
        compared_without: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        give_title(self, say("window.checks.title"))
        make_room(self, 900, 640)
        about = PlainLabel(self._about(off, compared_without), self)
        about.setWordWrap(True)
        self.tree = self._tree(checks, off)
        self.told = PlainLabel(parent=self)
        self.told.setWordWrap(True)
        self.told.setObjectName("soft")
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing())
        self.tree.currentItemChanged.connect(self._tell)
        self._tell(self.tree.currentItem())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.setAccessibleName(say("window.checks.choices"))
        self.all = QPushButton(say("window.checks.all-on"), self)
        buttons.addButton(self.all, QDialogButtonBox.ButtonRole.ResetRole)
        self.all.clicked.connect(self._turn_all_on)
        self.keep = buttons.addButton(say("window.checks.compare-with-these"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        self.tree.setFocus()

    def _about(self, off: frozenset[str], compared_without: frozenset[str]) -> str:
        text = say("window.checks.about")
        if off == compared_without:
            return text
        named = tuple(sorted(compared_without)) or (say("window.checks.none"),)
        return f"{text} {say('window.checks.compared-without', checks=named)}"

    def off(self) -> frozenset[str]:
        """Return the checks whose box is empty."""
        return frozenset(
            str(item.data(0, _ID)) for item in self._items() if item.checkState(0) is Qt.CheckState.Unchecked
        )

    def _items(self) -> Sequence[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _tree(self, checks: Sequence[CheckSummary], off: frozenset[str]) -> RowTree:
        tree = RowTree(self)
        tree.setAccessibleName(self.accessibleName())
        tree.ensurePolished()
        tree.setHeaderLabels(
            [say("window.checks.check"), say("window.checks.what-it-looks-for"), say("window.checks.severity")]
        )
        header = tree.header()
        header.setAccessibleName(say("window.checks.columns"))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setMaximumSectionSize(min(scaled(260), self.width() // 3))
        for check in checks:
            cells = [
                say_fact(check.id, "check"),
                check.summary,
                say_fact(tuple(map(severity_word, check.severity)), "row"),
            ]
            item = QTreeWidgetItem(tree, cells)
            item.setData(0, _ID, check.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked if check.id in off else Qt.CheckState.Checked)
            for column, cell in enumerate(cells):
                item.setToolTip(column, plain_tip(cell))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, tree.sizeHintForColumn(0) + scaled(_BOX))
        tree.setCurrentIndex(tree.model().index(0, 0))
        return tree

    @Slot(QTreeWidgetItem)
    def _tell(self, item: QTreeWidgetItem | None) -> None:
        """Tell whole what the line says of the check that one is at: in a small window it is cut short."""
        cells = (item.text(1), item.text(2)) if item is not None else ()
        self.told.show_text(say_joined(cells, Joint.ASIDE))

    @Slot()
    def _turn_all_on(self) -> None:
        for item in self._items():
            item.setCheckState(0, Qt.CheckState.Checked)

    @Slot()
    def _choose(self) -> None:
        off = self.off()
        self.accept()
        self.wished.emit(CompareWithout(off))
