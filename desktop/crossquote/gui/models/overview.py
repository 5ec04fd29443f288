"""What the overview shows: a cell for each article and utterance, and lines with a share or a severity."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, Qt

from crossquote.gui.direction import is_mirrored, keep_direction
from crossquote.gui.model_index import ModelIndex
from crossquote.gui.plain import plain_tip
from crossquote.gui.words import say, say_joined, severity_word
from crossquote.model.finding import Severity
from crossquote.model.state import State
from crossquote.wording.joining import Joint
from crossquote.work.filters import Filters
from crossquote.work.overview import Overview, Treatment, survey

CELL_ROLE = int(Qt.ItemDataRole.UserRole)
LINE_ROLE = CELL_ROLE + 1
_HEAD_WORDS = 24
"""So many letters of an utterance stand above its column."""


class MatrixModel(QAbstractTableModel):
    """A row for each article, a column for each utterance of several articles, the severest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State()
        self.overview: Overview = survey(self.state)

    def show_overview(self, state: State, overview: Overview) -> None:
        """Show what articles made of utterances."""
        self.beginResetModel()
        self.state, self.overview = state, overview
        self.endResetModel()

    def told_at(self, index: ModelIndex) -> Treatment | None:
        """Return what an article made of an utterance; None where it does not quote it."""
        place = (self.overview.articles[index.row()], self.overview.utterances[index.column()])
        return self.overview.told.get(place)

    def outlet(self, row: int) -> str:
        """Return the outlet of a row's article."""
        return self.state.articles[self.overview.articles[row]].outlet

    def words(self, column: int) -> str:
        """Return the words of a column's utterance, as its base has them."""
        utterance = self.state.utterances[self.overview.utterances[column]]
        return utterance.renditions[utterance.base].shown

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self.overview.articles)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self.overview.utterances)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102 - Qt's
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.told_at(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._say(index)
        return plain_tip(self._say(index)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _say(self, index: ModelIndex) -> str:
        """Return what a cell shows, in words."""
        outlet, words = self.outlet(index.row()), _shortened(self.words(index.column()), 4 * _HEAD_WORDS)
        return say("window.overview.cell", outlet=outlet, words=words, told=_tell(self.told_at(index)))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102, N802 - Qt's signature
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.words(section) if across else self.outlet(section))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        text = _shortened(self.words(section), _HEAD_WORDS) if across else self.outlet(section)
        return keep_direction(text, mirrored=is_mirrored()) if role == Qt.ItemDataRole.DisplayRole else text


class OverviewLine(Struct, frozen=True):
    """A line of a list: who or what, what is told of it, and a `share` from 0 to 1 or a severity, drawn before it.

    `said` stands under the line, where there is something. A line leads to a `place`, or to what `filters` let through.
    """

    label: str
    told: str
    said: str = ""
    share: float | None = None
    severity: Severity | None = None
    place: Treatment | None = None
    filters: Filters = Filters()


class LineModel(QAbstractListModel):
    """Holds lines; `told` is all that is told of them: the room of the widest is left to each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[OverviewLine, ...] = ()
        self.told = frozenset[str]()

    def show_lines(self, lines: Sequence[OverviewLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.told = frozenset(line.told for line in lines)
        self.endResetModel()

    def line(self, row: int) -> OverviewLine:
        """Return the line in `row`."""
        return self._lines[row]

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102 - Qt's
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _say_line(line)
        return plain_tip(_say_line(line)) if role == Qt.ItemDataRole.ToolTipRole else None


def _say_line(line: OverviewLine) -> str:
    """Return what a line shows, in words."""
    severity = severity_word(line.severity) if line.severity is not None else ""
    return say_joined((line.label, line.told, severity, line.said), Joint.PART)


def _tell(told: Treatment | None) -> str:
    """Return what an article made of an utterance, in words."""
    if told is None:
        return say("window.overview.not-quoted")
    if told.base:
        return say("window.overview.base")
    if not told.compared:
        return say("window.overview.not-compared")
    return severity_word(told.severity) if told.severity is not None else say("window.overview.nothing-found")


def _shortened(words: str, most: int) -> str:
    """Return the beginning of `words`, cut at a blank where there is one."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
