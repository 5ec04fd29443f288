"""All renditions against all: a row a rendition, a column a stretch of the utterance, the consensus as its heading."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from crossquote.comparison.instruments.apparatus import Stretch, cut_stretches
from crossquote.comparison.instruments.side_by_side import AT_MOST, FEWEST, SideText, in_one_language
from crossquote.comparison.instruments.variants import tabulate
from crossquote.gui.messages import language_name, say_finding
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.models.cards import CardData
from crossquote.gui.models.judgement import is_dismissed
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import say, say_joined
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.finding import Finding, Severity
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.span import Span
from crossquote.wording.joining import Joint

_MOST_LETTERS = 24_000
"""Of all texts of a table together: some 4,000 words, each a column of its own at the worst."""
CELL_ROLE = int(Qt.ItemDataRole.UserRole)


class Agreement(Enum):
    """What a rendition has at a place: as the consensus, otherwise, nothing where the consensus has words, no say."""

    AGREES = "agrees"
    DIFFERS = "differs"
    LACKS = "lacks"
    SILENT = "silent"


_SPOKEN = {
    Agreement.AGREES: "window.variants.as-the-consensus",
    Agreement.DIFFERS: "window.variants.differs",
    Agreement.LACKS: "window.variants.missing-here",
    Agreement.SILENT: "window.variants.not-quoted",
}


class VariantCell(Struct, frozen=True):
    """One cell, with the findings that touch its words; `begun` are those that touch no cell before."""

    text: str
    reading: Agreement
    findings: tuple[Finding, ...] = ()
    begun: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """The severity of the worst finding that begins here, None where none does: each has one sign in its row."""
        return max((finding.severity for finding in self.begun), key=lambda worst: worst.rank, default=None)


class VariantRow(Struct, frozen=True):
    """One rendition: how much of what it says agrees with the consensus, if there is one; whether it is the outlier."""

    card: CardData
    agreement: float | None
    outlier: bool

    @property
    def about(self) -> str:
        """Language and agreement in a few words: "uk · 78 %"."""
        share = "" if self.agreement is None else say("window.share", share=self.agreement)
        return say_joined((self.card.language or "?", share), Joint.DOT)


def _fitting(texts: Iterable[SideText]) -> Iterator[SideText]:
    """Yield the texts that a table has room for, first come, first served."""
    room = _MOST_LETTERS
    for one in texts:
        if len(one.text) <= room:
            room -= len(one.text)
            yield one


class VariantModel(QAbstractTableModel):
    """Holds the table of one utterance; it is worked out only when it is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[VariantRow, ...] = ()
        self.stretches: tuple[Stretch, ...] = ()
        self.left_out: tuple[CardData, ...] = ()
        self._key: tuple[object, ...] = ()

    def show_cards(self, cards: tuple[CardData, ...]) -> bool:
        """Show the renditions in `cards`, the base first; tell whether that is anything new."""
        key = tuple((card.index, card.outlet, card.text, card.shown_language, card.reviewed) for card in cards)
        if key == self._key:
            return False
        self._key = key
        language = cards[0].shown_language if cards else None
        set_beside = tuple(_fitting(in_one_language([card.beside for card in cards], language_of(language))[:AT_MOST]))
        by_index = {card.index: card for card in cards}
        told = [by_index[one.row] for one in set_beside] if len(set_beside) > 1 else []
        texts = [card.text for card in told]
        table = tabulate(texts, language_of(language))
        self.beginResetModel()
        self.rows = tuple(
            VariantRow(card, agreement if len(told) >= FEWEST else None, number == table.outlier)
            for number, (card, agreement) in enumerate(zip(told, table.agreement, strict=True))
        )
        self.stretches = cut_stretches(table, texts)
        self.left_out = tuple(card for card in cards if card not in told)
        self.endResetModel()
        return True

    def cell(self, row: int, column: int) -> VariantCell:
        """Return what a rendition has in a stretch."""
        stretch = self.stretches[column]
        words = stretch.cells[row]
        if not stretch.covered[row]:
            return VariantCell(OUTSIDE_SIGN, Agreement.SILENT)
        found = tuple(self._findings(row, stretch.spans[row]))
        before = [span for earlier in self.stretches[:column] for span in earlier.spans[row]]
        touched = tuple(self._findings(row, before)) if found else ()
        begun = tuple(finding for finding in found if finding not in touched)
        if stretch.agreeing[row]:
            return VariantCell(words, Agreement.AGREES, found, begun)
        return (
            VariantCell(words, Agreement.DIFFERS, found, begun) if words else VariantCell(MISSING_SIGN, Agreement.LACKS)
        )

    def _findings(self, row: int, spans: Sequence[Span]) -> Iterator[Finding]:
        """Yield the findings on a rendition that touch the words at `spans` and still count."""
        for reviewed in self.rows[row].card.reviewed:
            place = reviewed.finding.text
            if place is not None and any(span.overlaps(place) for span in spans) and not is_dismissed(reviewed):
                yield reviewed.finding

    def place_of(self, card: int, span: Span | None, base: Span | None = None) -> QModelIndex:
        """Return the cell that holds the words at `span` of a rendition, its first cell where none does.

        Where the rendition has no words for it, the base's words at `base` tell where it would have them.
        """
        row = next((number for number, shown in enumerate(self.rows) if shown.card.index == card), -1)
        if row < 0 or not self.stretches:
            return QModelIndex()
        first = next((number for number, shown in enumerate(self.rows) if shown.card.base), row)
        for place, where in ((span, row), (base, first)):
            for column, stretch in enumerate(self.stretches):
                if place is not None and any(word.overlaps(place) for word in stretch.spans[where]):
                    return self.index(row, column)
        return self.index(row, 0)

    def summary(self) -> str:
        """Return in words what the table shows: consensus, outlier, and who is not in it."""
        return say_joined((self._agreement(), _absent(self.left_out)), Joint.NEXT)

    def _agreement(self) -> str:
        if not self.rows:
            return say("window.variants.none")
        if len(self.rows) < FEWEST:
            return say("window.variants.two")
        shares = sorted(row.agreement or 0.0 for row in self.rows)
        outlier = next((row for row in self.rows if row.outlier), None)
        head = say("window.variants.consensus-on-top", all=len(self.rows))
        if outlier is None:
            return say_joined((say("window.variants.no-outlier", share=shares[0]), head), Joint.NEXT)
        outlet, share, others = outlier.card.outlet, shares[0], shares[1]
        if others < 1:
            apart = say("window.variants.outlier", outlet=outlet, share=share, others=others)
        else:
            apart = say("window.variants.sole-outlier", outlet=outlet, share=share)
        return say_joined((apart, head), Joint.NEXT)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self.stretches)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102 - Qt's
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        consensus = self.stretches[index.column()].consensus
        told = [say_finding(finding) for finding in cell.findings]
        if role == Qt.ItemDataRole.ToolTipRole:
            differs = cell.reading is not Agreement.AGREES and consensus
            return plain_tip("\n".join((*told, _told(cell.reading, consensus)) if differs else told)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            outlet = self.rows[index.row()].card.outlet
            words = cell.text if cell.reading in (Agreement.AGREES, Agreement.DIFFERS) else ""
            return say_joined((outlet, words, say(_SPOKEN[cell.reading]), *told), Joint.PART)
        return None

    def headerData(  # noqa: D102, N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.stretches) if across else len(self.rows)):
            return None
        if across:
            return self._heading(section, role)
        row = self.rows[section]
        if role == CELL_ROLE:
            return row
        parts = [row.card.outlet, row.about]
        parts += [say("window.variants.spoken-base")] if row.card.base else []
        parts += [say("window.variants.spoken-outlier")] if row.outlier else []
        told = say_joined(parts, Joint.PART)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(told)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told
        return row.card.outlet if role == Qt.ItemDataRole.DisplayRole else None

    def _heading(self, section: int, role: int) -> str | None:
        consensus = self.stretches[section].consensus
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say("window.variants.consensus-told", words=consensus or say("window.variants.consensus-nothing"))
        if role == Qt.ItemDataRole.DisplayRole:
            return consensus or "—"
        return None


def _absent(cards: Sequence[CardData]) -> str:
    """Say who is not in the table."""
    if not cards:
        return ""
    named = tuple(
        message("window.variants.absent-one", outlet=card.outlet, language=language_name(card.shown_language))
        for card in cards[:6]
    )
    if len(cards) > 6:
        return say("window.variants.absent-many", named=named, rest=len(cards) - 6)
    return say("window.variants.absent", named=named)


def _told(reading: Agreement, consensus: str) -> str:
    """Return how a cell stands to the consensus, and what that is."""
    return say("window.variants.reading", reading=say(_SPOKEN[reading]), consensus=consensus)
