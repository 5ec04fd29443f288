"""The languages of the open articles: how many are in each, by which packages they are read, and which are lacking."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from crossquote.gui.dialogs.row_tree import RowTree
from crossquote.gui.messages import language_name, say_size
from crossquote.gui.plain import PlainLabel, plain_tip
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.words import say, say_fact, say_joined
from crossquote.wording.joining import Joint
from crossquote.work.language_needs import LanguageNeed

_WIDTHS = (150, 70, 270, 80)
_STATE = 4


class PackagesNeeded(QWidget):
    """Lists what the languages of the open articles need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.needed.languages"))
        self.about = PlainLabel(parent=self)
        self.about.setObjectName("soft")
        self.about.setWordWrap(True)
        self.tree = RowTree(self)
        self.tree.setAccessibleName(say("window.needed.languages"))
        heads = ("language", "articles", "package", "size", "state")
        self.tree.setHeaderLabels([say(f"window.needed.{head}") for head in heads])
        self.tree.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.tree.header().setAccessibleName(say("window.packages.columns"))
        for column, width in enumerate(_WIDTHS):
            self.tree.setColumnWidth(column, scaled(width))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        layout.addWidget(self.tree, 1)
        self.show_needs(())

    def show_needs(self, needs: Sequence[LanguageNeed]) -> None:
        """Show what is needed, a row a package; the language stands in the first of its rows."""
        self.tree.clear()
        for need in needs:
            for number, row in enumerate(_rows(need)):
                named = [language_name(need.language), say_fact(need.articles)] if not number else ["", ""]
                item = QTreeWidgetItem(self.tree, [*named, row.package, row.size, row.state])
                item.setToolTip(2, plain_tip(row.tip))
                if row.lacking:
                    font = item.font(_STATE)
                    font.setBold(True)
                    item.setFont(_STATE, font)
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.about.show_text(say("window.needed.about") if needs else say("window.needed.none"))


class _PackageRow(Struct, frozen=True):
    """What the list shows of a package that is needed, and whether it is lacking."""

    state: str
    package: str = ""
    size: str = ""
    tip: str = ""
    lacking: bool = False


def _rows(need: LanguageNeed) -> Iterator[_PackageRow]:
    """Yield the rows of a language: one at least."""
    if not need.packages and not need.missing:
        yield _PackageRow(say("window.needed.as-it-is"))
    for package in need.packages:
        sample = say("window.packages.sample") if package.sample else ""
        called = say_joined((f"{package.code} {package.version}", sample), Joint.NEXT)
        yield _PackageRow(say("window.needed.here"), called, say_size(package.size), str(package.folder))
    for lack in need.missing:
        state = say("window.needed.lacking") if lack.offered else say("window.needed.nobody")
        yield _PackageRow(state, lack.file_name if lack.offered else lack.code, tip=lack.link, lacking=True)
