"""One walk through the steps of the tour: shows each beside what it speaks of, and goes on where its deed is done."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from crossquote.gui.bridge import Bridge
from crossquote.gui.views.finding import FindingRow
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.widgets.beside import Flank
from crossquote.gui.widgets.callout import Callout, CalloutText
from crossquote.gui.widgets.follower import Follower
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say_message
from crossquote.work.tour import STEPS, Stop, Tour

_AROUND = 24
"""So much is shown above and below a finding that is brought into view."""
_UNDER, _OVER = (Flank.BELOW, Flank.ABOVE), (Flank.ABOVE, Flank.BELOW)
_FLANKS: Mapping[Stop, Sequence[Flank]] = MappingProxyType(
    {
        Stop.LIST: _UNDER,
        Stop.CARDS: _OVER,
        Stop.FINDING: (Flank.RIGHT, Flank.LEFT, *_OVER),
        Stop.REPORT: _UNDER,
    }
)
"""On which sides of what it speaks of a step is shown, the best first, as they are where one reads from the left."""


class Walk(QObject):
    """Leads through one window; says when it has come to its end, or was left."""

    ended = Signal()

    def __init__(self, shell: Shell, bridge: Bridge, workspace: Workspace, tour: Tour) -> None:
        super().__init__(shell)
        self.tour = tour
        self._shell, self._bridge, self._workspace = shell, bridge, workspace
        self._articles = frozenset(bridge.state.articles)
        self._follower: Follower | None = None
        self._seen: object = None
        self.callout = Callout(shell.appearance, shell)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.point)
        self.callout.next_wanted.connect(self.go_on)
        self.callout.back_wanted.connect(self.go_back)
        self.callout.leave_wanted.connect(self.ended)
        workspace.comparison.current_changed.connect(self._look)
        workspace.comparison.style_changed.connect(self._point_soon)
        bridge.changed.connect(self._look)
        shell.appearance.changed.connect(self._point_soon)
        shell.actions_by_id["report"].triggered.connect(self._report)
        self._begin_step()

    def close(self) -> None:
        """Leave nothing behind, and the focus with the list where it was here."""
        had_focus = self.callout.has_focus()
        self.callout.hide()
        if had_focus:
            self._workspace.utterances.table.setFocus()
        self.callout.deleteLater()
        self.deleteLater()

    @Slot()
    def go_on(self) -> None:
        """Go on to the next step, or to the end."""
        following = self.tour.forward()
        if following is None:
            self.ended.emit()
        else:
            self.tour = following
            self._begin_step()

    @Slot()
    def go_back(self) -> None:
        """Go back to the step before."""
        self.tour = self.tour.backward()
        self._begin_step()

    def _begin_step(self) -> None:
        step = self.tour.step
        self._seen = self._situation()
        if step.stop is Stop.FINDING and isinstance(row := self.part(), FindingRow):
            self._workspace.comparison.board.bring_into_view(row, _AROUND)
        self.callout.tell(CalloutText(say_message(step.title), say_message(step.text), self.tour.at + 1, len(STEPS)))
        self._point_soon()

    @Slot()
    def _point_soon(self) -> None:
        self._soon.start(0)

    @Slot()
    def point(self) -> None:
        """Show the step beside what it speaks of, wherever that is now."""
        part = self.part()
        if self._follower is None or self._follower.followed is not part:
            if self._follower is not None:
                self._follower.deleteLater()
            self._follower = Follower(part, self)
            self._follower.moved.connect(self._point_soon)
            self.callout.follow_in_order(part)
        self.callout.point_at(part, self._shell.stack, _FLANKS[self.tour.step.stop])

    def part(self) -> QWidget:
        """Return what the step speaks of."""
        comparison = self._workspace.comparison
        match self.tour.step.stop:
            case Stop.LIST:
                return self._workspace.utterances.table
            case Stop.CARDS:
                tabled = comparison.table.table if comparison.table.isVisible() else comparison.board
                return next((card for card in comparison.board.cards if not card.data.base), tabled)
            case Stop.FINDING:
                return next(iter(self._findings()), comparison)
            case Stop.REPORT:
                report = self._shell.actions_by_id["report"]
                return next(one for one in self._shell.buttons if one.defaultAction() is report)

    def _findings(self) -> Sequence[FindingRow]:
        """Return what the cards say of findings: that of the chosen one first, then those of the chosen card."""
        comparison = self._workspace.comparison
        card, at = comparison.current_card, comparison.current_place
        rows = [(one.data.index, row) for one in comparison.board.cards for row in one.findings]
        if card is not None:
            rows.sort(key=lambda found: found[0] != card.index)
        if at is not None:
            rows.sort(key=lambda found: (found[0], found[1].number) != (at.rendition, at.number))
        return [row for _, row in rows]

    def _situation(self) -> object:
        """Return what is another once the deed is done that the step tells."""
        comparison, state = self._workspace.comparison, self._bridge.state
        match self.tour.step.stop:
            case Stop.LIST:
                return comparison.utterance_id
            case Stop.CARDS:
                card = comparison.current_card
                return (comparison.utterance_id, card.index if card is not None else None)
            case Stop.FINDING:
                return (state.rulings, state.verdicts)
            case Stop.REPORT:
                return None

    @Slot()
    def _look(self) -> None:
        """Go on where the deed is done; end where the sample is not open any more; else point anew."""
        if self._articles.isdisjoint(self._bridge.state.articles):
            self.ended.emit()
        elif self._is_done():
            self.go_on()
        else:
            self._point_soon()

    def _is_done(self) -> bool:
        seen, now = self._seen, self._situation()
        if now == seen:
            return False
        if isinstance(seen, tuple) and isinstance(now, tuple) and self.tour.step.stop is Stop.CARDS:
            self._seen = now
            return bool(now[0] == seen[0]) and now[1] is not None
        return now is not None

    @Slot()
    def _report(self) -> None:
        """Come to the end once the report is asked for."""
        if self.tour.is_last:
            self.ended.emit()
