"""The panes: articles on the left, utterances above, their renditions below, findings on the right when asked for."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from crossquote.gui.announcing import announce
from crossquote.gui.delegates.utterances import ROW_HEIGHT
from crossquote.gui.models.findings import FindingPlace, next_open
from crossquote.gui.theme.appearance import Appearance
from crossquote.gui.theme.fonts import scaled
from crossquote.gui.views.articles import ArticlesPane
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.views.findings import FindingsPane
from crossquote.gui.views.panes import Pane, entry_of, step_on
from crossquote.gui.views.utterances import TABLE_HEAD, UtterancesPane
from crossquote.gui.widgets.found import find_places
from crossquote.gui.words import say
from crossquote.model.changes import Changes
from crossquote.model.state import State
from crossquote.model.utterance import Rendition
from crossquote.model.utterances import heir_of, quotes_of
from crossquote.work.filters import POSSIBLE, Facet, Filter

_ARTICLES = 184
"""How wide the list of articles is at least."""
DOUBTFUL = Filter(Facet.SURENESS, POSSIBLE)
_MANY = 300
"""Of so many new utterances at once not all is shown before anything else is answered."""
_FINDINGS = 280
"""How wide the findings panel begins."""


class Workspace(QWidget):
    """Places the panes and keeps them in step.

    Each part is made where it stays: a pane that is put elsewhere is dressed anew, with all that is in it.
    """

    utterance_changed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("window.panes.workspace"))
        self._state = State()
        self._parts: Iterator[None] = iter(())
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._show_part)
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.across.setAccessibleName(say("window.panes.panes"))
        self.across.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.across)
        self.articles = ArticlesPane(appearance, self.across)
        self.right = QSplitter(Qt.Orientation.Vertical, self.across)
        self.right.setAccessibleName(say("window.panes.utterances-and-their-renditions"))
        self.right.setHandleWidth(1)
        self.utterances = UtterancesPane(appearance, self.right)
        self.comparison = ComparisonPane(appearance, self.right)
        self.findings = FindingsPane(appearance, self.across)
        self.articles.setMinimumWidth(_ARTICLES)
        self.findings.setMinimumWidth(220)
        self.findings.hide()
        for pane, stretch in ((self.utterances, 1), (self.comparison, 2)):
            self.right.setStretchFactor(self.right.indexOf(pane), stretch)
        self.right.setChildrenCollapsible(False)
        for part, stretch in ((self.articles, 0), (self.right, 1), (self.findings, 0)):
            self.across.setStretchFactor(self.across.indexOf(part), stretch)
        self._wanted = ""
        self._moved: set[QSplitter] = set()
        self._given: dict[QSplitter, tuple[int, ...]] = {}
        self.utterances.chosen.connect(self._show_utterance)
        self.utterances.listed.connect(self._list_findings)
        self.utterances.searched.connect(self._find_in_articles)
        self.findings.chosen.connect(self.show_finding)
        for splitter in (self.right, self.across):
            splitter.splitterMoved.connect(self._keep_sizes)
        appearance.changed.connect(self._fit_rows)
        self.comparison.finding_chosen.connect(self._mark_finding)
        self.comparison.possible.chosen.connect(self.utterances.select)
        self.comparison.ruled_by_key.connect(self._remember)
        self._ruled: Sequence[FindingPlace] = ()

    def show_state(self, state: State, changes: Changes) -> None:
        """Show `state`, of which `changes` are new: at once, or one part after the other between other events.

        Parts that still wait are shown before those of another state.
        """
        self._show_rest()
        self._parts = self._parts_of(state, changes)
        if len(changes.utterances) < _MANY:
            self._show_rest()
        else:
            self._soon.start()
            self._show_part()

    @Slot()
    def _show_part(self) -> None:
        if next(self._parts, self) is self:
            self._soon.stop()

    def _show_rest(self) -> None:
        for _ in self._parts:
            pass
        self._soon.stop()

    def _parts_of(self, state: State, changes: Changes) -> Iterator[None]:
        heir, article = self._heir(state), self.comparison.chosen_article
        whole = self._state.unfinished and not state.unfinished
        marked, self._state = state.pins != self._state.pins, state
        if changes.articles or changes.quotes or marked or whole:
            self.articles.show_state(state)
            yield
        if changes.utterances or changes.articles:
            yield from self.utterances.parts_of(state, changes.utterances, heir)
            self._place()  # the filters may take another line now
            if heir:
                self._follow(heir)
            self._show_utterance(self.utterances.current_id() or "")
            if heir and article:
                self.comparison.bring_article(article)
            self._go_on()

    @Slot(object)
    def _remember(self, place: FindingPlace | None) -> None:
        """Keep in mind what stands behind a finding that was ruled on: once that shows, the next is gone to."""
        self._ruled = self.findings.places_from(place) if place is not None else ()

    @Slot()
    def forget_ruling(self) -> None:
        """Stay where one is: what was to be ruled on has not changed."""
        self._ruled = ()

    def _go_on(self) -> None:
        """After a ruling by key, go to the next finding that is open."""
        behind, self._ruled = self._ruled, ()
        if behind and (place := next_open(self._state, behind)) is not None:
            self.show_finding(place)

    def _heir(self, state: State) -> str:
        """Return the utterance of `state` that has what the user looked at, where the chosen one has it no longer."""
        chosen = self._state.utterances.get(self.utterances.current_id() or "")
        if chosen is None:
            return ""
        rendition, now = self.comparison.current_rendition, state.utterances.get(chosen.id)
        looked_at = rendition.quotes if rendition is not None else ()
        if now is not None and (not looked_at or not quotes_of(now).isdisjoint(looked_at)):
            return ""
        return heir_of(chosen, looked_at, state.utterances)

    @Slot(object)
    def show_turned(self, changes: Changes) -> None:
        """Show what was taken back, or done again, to one who looks at something else by now."""
        self._show_rest()
        rows = {self.utterances.model.row_of(key): key for key in changes.utterances}
        shown = [row for row in rows if row >= 0]
        if shown and self.utterances.current_id() not in changes.utterances:
            self.utterances.select(rows[min(shown)])

    @Slot(str)
    def _find_in_articles(self, text: str) -> None:
        self.utterances.elsewhere = self.articles.look_for(text)
        self._wanted = text
        self.comparison.seek(text)

    def go_to_found(self) -> None:
        """Put the focus on what was found: on the utterances, else on the articles."""
        self.utterances.find_now()
        if self.utterances.model.rowCount():
            self.utterances.table.setFocus()
            self._bring_found()
        else:
            self.articles.go_to_found()

    def toggle_findings(self) -> None:
        """Show or hide the findings panel."""
        self.findings.setVisible(self.findings.isHidden())
        self._place()

    def next_pane(self) -> None:
        """Go to the next pane."""
        step_on(self._panes(), 1)

    def previous_pane(self) -> None:
        """Go to the pane before."""
        step_on(self._panes(), -1)

    def _panes(self) -> tuple[Pane, ...]:
        return (
            Pane(self.articles, self.articles.list),
            Pane(self.utterances, self.utterances.table),
            Pane(self.comparison, entry_of(self.comparison)),
            Pane(self.findings, self.findings.list),
        )

    def next_finding(self) -> None:
        """Go to the next finding."""
        self.findings.step(1, self.utterances.current_id() or "")

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self.findings.step(-1, self.utterances.current_id() or "")

    @Slot(object)
    def show_finding(self, place: FindingPlace) -> None:
        """Show a finding's utterance and light up its words."""
        if self.utterances.current_id() != place.utterance:
            self.utterances.select(place.utterance)
        self.comparison.show_finding(place.rendition, place.number)
        if not self.findings.list.hasFocus():
            announce(self, self.findings.told(place))

    @Slot(str, str)
    def show_rendition(self, utterance_id: str, article: str) -> None:
        """Show an article's rendition beside the others of its utterance."""
        self.utterances.select(utterance_id)
        self.comparison.choose_article(article)

    @Slot(str, str)
    def show_placed(self, utterance_id: str, article: str) -> None:
        """Show an utterance to which something was brought; where it is an article's rendition, with that current."""
        self._follow(utterance_id)
        self.comparison.bring_article(article)

    def _follow(self, utterance_id: str) -> None:
        """Show where something went; whoever walks through what is doubtful goes on, once it no longer is."""
        if self.utterances.model.row_of(utterance_id) >= 0 or DOUBTFUL not in self.utterances.model.filters:
            self.utterances.select(utterance_id)

    @Slot(str)
    def _show_utterance(self, utterance_id: str) -> None:
        before = self.comparison.utterance_id
        self.comparison.show_utterance(self._state.utterances.get(utterance_id), self._state)
        if self.comparison.utterance_id != before and self.utterances.table.hasFocus():
            self._bring_found()
        self.utterance_changed.emit(utterance_id)

    def _bring_found(self) -> None:
        """Bring the rendition that has most of what is looked for into view, beside a base that has less of it."""
        utterance = self._state.utterances.get(self.comparison.utterance_id or "")
        if utterance is not None and self._wanted.strip():
            has = [_most_of(self._wanted, one) for one in utterance.renditions]
            if max(has) > has[utterance.base]:
                self.comparison.bring_article(utterance.renditions[has.index(max(has))].article)

    @Slot()
    def _list_findings(self) -> None:
        model = self.utterances.model
        self.findings.show_state(self._state, model.ids(), model.sieve)

    @Slot(object)
    def _mark_finding(self, place: FindingPlace) -> None:
        self.findings.mark(place)

    @Slot()
    def _keep_sizes(self) -> None:
        """Leave panes as the user made them, from now on."""
        moved = self.sender()
        if isinstance(moved, QSplitter):
            self._moved.add(moved)

    def take_sizes(self, across: tuple[int, ...], down: tuple[int, ...], *, findings: bool) -> None:
        """Share the room as it was shared before; without sizes, as the program does it."""
        self._given = {splitter: sizes for splitter, sizes in ((self.across, across), (self.right, down)) if sizes}
        self.findings.setVisible(findings)
        self._place()

    def sizes(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return how the user has shared the room among the panes, across and down; none where the program did it."""
        across, down = (self._sizes_of(splitter) for splitter in (self.across, self.right))
        if across and self.findings.isHidden():
            across = (*across[:2], (self._given.get(self.across) or (scaled(_FINDINGS),))[-1])
        return across, down

    def _sizes_of(self, splitter: QSplitter) -> tuple[int, ...]:
        return tuple(splitter.sizes()) if splitter in self._moved else self._given.get(splitter, ())

    @Slot()
    def _fit_rows(self) -> None:
        """Make the table's rows as high as text is now."""
        self.utterances.table.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self._place()

    def _place(self) -> None:
        """Share the room among the panes that the user has not moved."""
        if self.height() <= 200:
            return
        for splitter, sizes in self._given.items():
            if splitter not in self._moved:
                splitter.setSizes(list(sizes))
        if self.right not in (*self._moved, *self._given):
            self.right.setSizes(self._heights())
        if self.across not in (*self._moved, *self._given):
            articles = min(max(self.width() // 4, _ARTICLES), scaled(250))
            findings = scaled(_FINDINGS) if self.findings.isVisibleTo(self) else 0
            self.across.setSizes([articles, self.width() - articles - findings, findings])

    def _heights(self) -> list[int]:
        """Return how high table and comparison are: less than a third for the table, in whole rows."""
        row, head = scaled(ROW_HEIGHT), max(scaled(TABLE_HEAD), self.utterances.head_height)
        rows = max(int((self.height() / 3 - head) // row), 2)
        table = head + rows * row + 2
        return [table, self.height() - table]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's
        super().resizeEvent(event)
        self._place()


def _most_of(wanted: str, rendition: Rendition) -> int:
    """Return how many letters long the longest part of what is looked for is that a rendition shows; 0 where none."""
    shown = (rendition.shown, rendition.text)
    return max((len(place) for text in shown for place in find_places(text, wanted)), default=0)
