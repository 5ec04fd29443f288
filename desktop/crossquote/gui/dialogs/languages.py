"""The language packages that are on this machine, and those that the open articles lack."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossquote.gui.messages import language_name
from crossquote.translation.packages import Found, LanguagePackage, Place
from crossquote.work.packages import Missing

_PLACES = {Place.OURS: "Crossquote", Place.SHIPPED: "comes with Crossquote", Place.ARGOS: "Argos Translate"}
_ROLE = Qt.ItemDataRole.UserRole


class LanguagesDialog(QDialog):
    """Lists packages; says which one the user wishes to install, remove, check, allow or fetch."""

    install_requested = Signal()
    remove_requested = Signal(object)
    verify_requested = Signal(object)
    allow_requested = Signal(object, bool)
    download_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Languages"))
        self.setAccessibleName(self.windowTitle())
        self.resize(720, 520)
        self._missing: tuple[Missing, ...] = ()
        self.needs = QLabel(self)
        self.needs.setWordWrap(True)
        self.needs.setTextFormat(Qt.TextFormat.PlainText)
        self.needs.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.news = QLabel(self)
        self.news.setObjectName("soft")
        self.news.setWordWrap(True)
        self.tree = self._tree()
        self.tree.itemSelectionChanged.connect(self._check)
        self.tree.itemChanged.connect(self._allow)
        self.install = self._button(self.tr("Install from file…"), self.install_requested.emit)
        self.download = self._button(self.tr("Download what is missing…"), self._download)
        self.verify = self._button(self.tr("Check"), self._verify)
        self.remove = self._button(self.tr("Remove"), self._remove)
        self._place()
        self._check()

    def show_packages(self, found: Found, allowed: frozenset[str]) -> None:
        """Show what is here; `allowed` are the sample packages that may translate the user's own articles."""
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt's
        self.tree.clear()
        for package in found.packages:
            item = QTreeWidgetItem(self.tree, _cells(package))
            item.setData(0, _ROLE, package)
            item.setToolTip(0, str(package.folder))
            if package.sample:
                state = Qt.CheckState.Checked if package.code in allowed else Qt.CheckState.Unchecked
                item.setCheckState(4, state)
                item.setToolTip(
                    4, self.tr("Made for the sample stories; let it translate your own articles all the same")
                )
        for fault in found.faults:
            QTreeWidgetItem(self.tree, [fault.message]).setToolTip(0, str(fault))
        self.tree.blockSignals(False)  # noqa: FBT003 - Qt's
        self._check()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show what the open articles lack, and where it can be had."""
        self._missing = tuple(missing)
        if not missing:
            text = self.tr("Every open article can be read in your language.")
        else:
            pairs = ", ".join(f"{language_name(m.pair[0])} → {language_name(m.pair[1])}" for m in missing)
            text = self.tr("Missing for the open articles: {}.").format(pairs)
        self.needs.setText(text)
        self.needs.setAccessibleName(text)
        self.download.setEnabled(bool(missing))

    def say(self, text: str) -> None:
        """Say what came of the last wish."""
        self.news.setText(text)
        self.news.setAccessibleName(text or self.tr("No news"))

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(self.tr("Installed packages"))
        tree.setRootIsDecorated(False)
        labels = (self.tr("Translates"), self.tr("Version"), self.tr("Size"), self.tr("From"), self.tr("Own articles"))
        tree.setHeaderLabels(labels)
        tree.header().setAccessibleName(self.tr("Columns of the list of packages"))
        for column, width in enumerate((230, 70, 90, 170)):
            tree.setColumnWidth(column, width)
        return tree

    def _button(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _place(self) -> None:
        row = QHBoxLayout()
        for button in (self.install, self.download, self.verify, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setAccessibleName(self.tr("Choices"))
        buttons.rejected.connect(self.reject)
        self.say(self.tr("Packages that Argos Translate or LibreTranslate installed are found and used as they are."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.needs)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addWidget(self.news)
        layout.addWidget(buttons)

    def _chosen(self) -> LanguagePackage | None:
        item = self.tree.currentItem()
        package = item.data(0, _ROLE) if item is not None else None
        return package if isinstance(package, LanguagePackage) else None

    @Slot()
    def _check(self) -> None:
        package = self._chosen()
        self.verify.setEnabled(package is not None)
        self.remove.setEnabled(package is not None and package.place is Place.OURS)

    @Slot(QTreeWidgetItem, int)
    def _allow(self, item: QTreeWidgetItem, column: int) -> None:
        package = item.data(0, _ROLE)
        if column == 4 and isinstance(package, LanguagePackage):
            self.allow_requested.emit(package, item.checkState(4) == Qt.CheckState.Checked)

    @Slot()
    def _verify(self) -> None:
        if package := self._chosen():
            self.verify_requested.emit(package)

    @Slot()
    def _remove(self) -> None:
        if package := self._chosen():
            self.remove_requested.emit(package)

    @Slot()
    def _download(self) -> None:
        self.download_requested.emit(self._missing)


def _cells(package: LanguagePackage) -> list[str]:
    metadata = package.metadata
    megabytes = package.size / 1_000_000
    return [
        f"{metadata.from_name} → {metadata.to_name}{' (sample)' if package.sample else ''}",
        metadata.version,
        f"{megabytes:,.0f} MB" if megabytes >= 1 else "under 1 MB",
        _PLACES[package.place],
        "",
    ]
