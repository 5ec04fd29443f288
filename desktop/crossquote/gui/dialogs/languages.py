"""The language packages that are on this machine, and what the open articles would need."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from crossquote.gui.messages import counted, language_name
from crossquote.model.state import State
from crossquote.translation.packages import Found, LanguagePackage, Place
from crossquote.work.session import Session

_PLACES = {Place.OURS: "Crossquote", Place.SHIPPED: "comes with Crossquote", Place.ARGOS: "Argos Translate"}


class LanguagesDialog(QDialog):
    """Lists packages: from, to, version, size, whose they are."""

    def __init__(self, session: Session, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Languages"))
        self.setAccessibleName(self.windowTitle())
        self.resize(640, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for text in need_lines(session):
            label = QLabel(text, self)
            label.setWordWrap(True)
            label.setAccessibleName(text)
            layout.addWidget(label)
        self.tree = self._tree(found)
        layout.addWidget(self.tree, 1)
        hint = QLabel(
            self.tr("Packages that Argos Translate or LibreTranslate installed are found and used as they are."),
            self,
        )
        hint.setObjectName("soft")
        hint.setWordWrap(True)
        hint.setAccessibleName(hint.text())
        layout.addWidget(hint)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setAccessibleName(self.tr("Choices"))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _tree(self, found: Found) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(self.tr("Installed packages"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels([self.tr("Translates"), self.tr("Version"), self.tr("Size"), self.tr("From")])
        tree.header().setAccessibleName(self.tr("Columns of the list of packages"))
        for package in found.packages:
            item = QTreeWidgetItem(tree, _cells(package))
            item.setToolTip(0, str(package.folder))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight)
        for fault in found.faults:
            item = QTreeWidgetItem(tree, [fault.message])
            item.setToolTip(0, str(fault))
        if not found.packages and not found.faults:
            QTreeWidgetItem(tree, [self.tr("No packages yet")]).setDisabled(True)
        for column, width in enumerate((270, 70, 80)):
            tree.setColumnWidth(column, width)
        return tree


def need_lines(session: Session) -> list[str]:
    """Say for each language of the open articles whether it can be read in the reading language."""
    state = session.state
    wanted = language_name(state.reading_language)
    lines = []
    for code, count in _languages(state).items():
        sample = session.translator is not None and session.translator.route(
            code, state.reading_language, sample_story=True
        )
        route = session.translator is not None and session.translator.route(code, state.reading_language)
        how = (
            "can be translated" if route else "sample package, for the sample stories only" if sample else "no package"
        )
        lines.append(f"{language_name(code)} → {wanted}: {how} ({counted(count, 'article')})")
    return lines


def _languages(state: State) -> Counter[str]:
    """Return the languages of the articles that need a translation, the most frequent first."""
    codes = Counter(article.language for article in state.articles.values() if article.language)
    del codes[state.reading_language]
    return Counter({str(code): number for code, number in codes.most_common()})


def _cells(package: LanguagePackage) -> list[str]:
    metadata = package.metadata
    kind = ", sample" if package.sample else ""
    megabytes = package.size / 1_000_000
    return [
        f"{metadata.from_name} → {metadata.to_name}{kind}",
        metadata.version,
        f"{megabytes:,.0f} MB" if megabytes >= 1 else "under 1 MB",
        _PLACES[package.place],
    ]
