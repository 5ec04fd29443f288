"""The language packages on this machine: a list, and what is known of the chosen one, its licence included."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import asdict
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from crossquote.gui.delegates.listed import ListedDelegate
from crossquote.gui.messages import route_name, say_size
from crossquote.gui.plain import plain_tip
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.widgets.buttons import plain_button
from crossquote.gui.widgets.flow import WholeFlow
from crossquote.gui.widgets.text_field import TextField
from crossquote.gui.wishes.packages import AllowSample, InstallFiles, InstallFolder, RemovePackage, VerifyPackage
from crossquote.gui.words import say, say_error, say_joined, say_message
from crossquote.translation.packages import Found, LanguagePackage, PackagePlace, licence_text
from crossquote.wording.joining import Joint
from crossquote.work.measuring import known_measured

_PLACES = {
    PackagePlace.OURS: "window.packages.place.ours",
    PackagePlace.SHIPPED: "window.packages.place.shipped",
    PackagePlace.ARGOS: "window.packages.place.argos",
}
_ROLE = Qt.ItemDataRole.UserRole
_ALLOWED = 4
"""The column that says whether a sample package may translate the user's own articles."""
_WIDTHS = (230, 70, 90, 180)
"""Of the columns; the first is wider where its words are."""


class PackagesHere(QWidget):
    """Lists packages; says which one the user wishes to check, remove or allow."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.packages.on-this-machine"))
        self._digests: dict[Path, str] = {}
        self.tree = self._tree()
        self.tree.itemSelectionChanged.connect(self.show_details)
        self.tree.itemChanged.connect(self._allow)
        self.details = TextField(parent=self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(say("window.packages.about-the-chosen-package"))
        self.details.setPlaceholderText(say("window.packages.choose-a-package"))
        self.install = plain_button(
            say("window.packages.install-from-files"), partial(self.wished.emit, InstallFiles()), self
        )
        self.folder = plain_button(
            say("window.packages.install-from-folder-or-stick"), partial(self.wished.emit, InstallFolder()), self
        )
        self.verify = plain_button(say("window.packages.check"), self._verify, self)
        self.remove = plain_button(say("window.packages.remove"), self._remove, self)
        row = WholeFlow(across=6, down=6)
        for button in (self.install, self.folder, self.verify, self.remove):
            row.addWidget(button)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setAccessibleName(say("window.packages.packages-and-details"))
        parts.addWidget(self.tree)
        parts.addWidget(self.details)
        parts.setSizes([240, 150])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts, 1)
        layout.addLayout(row)
        self.show_details()

    def show_packages(self, found: Found, allowed: frozenset[str]) -> None:
        """Show what is here; `allowed` are the sample packages that may translate the user's own articles."""
        before = self.chosen
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt's
        self.tree.clear()
        for package in found.packages:
            item = QTreeWidgetItem(self.tree, _cells(package))
            item.setData(0, _ROLE, package)
            item.setToolTip(0, plain_tip(str(package.folder)))
            if package.sample:
                self._offer_permission(item, allowed=package.code in allowed)
            if before is not None and package.folder == before.folder:
                self.tree.setCurrentItem(item)
        self._fit_pairs()
        for fault in found.faults:
            QTreeWidgetItem(self.tree, [say_message(fault.message)]).setToolTip(0, plain_tip(say_error(fault)))
        self.tree.blockSignals(False)  # noqa: FBT003 - Qt's
        self.show_details()

    def _fit_pairs(self) -> None:
        """Give the languages the room that they take; what is told of a fault goes on under the other columns."""
        self.tree.resizeColumnToContents(0)
        self.tree.setColumnWidth(0, max(scaled(_WIDTHS[0]), self.tree.columnWidth(0)))

    def _offer_permission(self, item: QTreeWidgetItem, *, allowed: bool) -> None:
        item.setCheckState(_ALLOWED, Qt.CheckState.Checked if allowed else Qt.CheckState.Unchecked)
        item.setToolTip(_ALLOWED, plain_tip(say("window.packages.allow-sample")))

    def show_digest(self, package: LanguagePackage, digest: str) -> None:
        """Show what a check found the SHA-256 of a package's model to be."""
        self._digests[package.folder] = digest
        self.show_details()

    @property
    def chosen(self) -> LanguagePackage | None:
        """The package that is chosen."""
        items = self.tree.selectedItems()
        package = items[0].data(0, _ROLE) if items else None
        return package if isinstance(package, LanguagePackage) else None

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setItemDelegate(ListedDelegate(tree))
        tree.setAccessibleName(say("window.packages.installed-packages"))
        tree.setRootIsDecorated(False)
        labels = (
            say("window.packages.translates"),
            say("window.packages.version"),
            say("window.packages.size"),
            say("window.packages.from"),
            say("window.packages.own-articles"),
        )
        tree.setHeaderLabels(labels)
        tree.header().setAccessibleName(say("window.packages.columns"))
        for column, width in enumerate(_WIDTHS):
            tree.setColumnWidth(column, scaled(width))
        return tree

    @Slot()
    def show_details(self) -> None:
        """Show where the chosen package lies and what its licence is."""
        package = self.chosen
        self.verify.setEnabled(package is not None)
        self.remove.setEnabled(package is not None and package.place is PackagePlace.OURS)
        self.details.setPlainText(_details(package, self._digests) if package is not None else "")

    @Slot(QTreeWidgetItem, int)
    def _allow(self, item: QTreeWidgetItem, column: int) -> None:
        package = item.data(0, _ROLE)
        if column == _ALLOWED and isinstance(package, LanguagePackage):
            allowed = item.checkState(_ALLOWED) == Qt.CheckState.Checked
            self.wished.emit(AllowSample(package, allowed))

    @Slot()
    def _verify(self) -> None:
        if package := self.chosen:
            self.wished.emit(VerifyPackage(package))

    @Slot()
    def _remove(self) -> None:
        if package := self.chosen:
            self.wished.emit(RemovePackage(package))


def _details(package: LanguagePackage, digests: Mapping[Path, str]) -> str:
    digest = digests.get(package.folder)
    lines = [say_message(package.name), str(package.folder)]
    lines += [say("window.packages.digest", digest=digest)] if digest else []
    lines.append(_measured(package))
    licence = licence_text(package).strip()
    return "\n".join([*lines, "", licence or say("window.packages.no-licence")])


def _cells(package: LanguagePackage) -> list[str]:
    metadata = package.metadata
    pair = route_name(metadata.pair, (metadata.from_name, metadata.to_name))
    return [
        say_joined((pair, say("window.packages.sample") if package.sample else ""), Joint.NEXT),
        metadata.version,
        say_size(package.size),
        say(_PLACES[package.place]),
        "",
    ]


def _measured(package: LanguagePackage) -> str:
    """Return what a measurement of a package came to on this machine, or that there was none."""
    measured = known_measured(package.code, package.version)
    if measured is None:
        return say("window.packages.never-measured")
    return say("window.packages.measured", **asdict(measured))
