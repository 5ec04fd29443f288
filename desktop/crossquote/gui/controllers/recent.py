"""Projects to go on with: the recent ones, and work without a name, in the menu and on the first page."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.menu_names import MENUS
from crossquote.gui.plain import give_tip, plain_action
from crossquote.gui.views.go_on import GoOnWith
from crossquote.gui.views.left_work import LeftTold, LeftWork
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say, say_fact, say_joined
from crossquote.message import message
from crossquote.project.store import was_left_open
from crossquote.wording.joining import Joint, first_few
from crossquote.work.projects import Left, discard_left, recoverable
from crossquote.work.recent import RecentProject, forget_recent, places, recent

_FEW = 4
"""So many projects are offered on the first page."""
_WHOLE, _NAMED = 2, 3
"""So many pieces of work without a name are told of whole there, and so many outlets of each."""
_MENU_FEW = 5
"""So many pieces of work without a name are listed in the menu."""


class RecentProjects(QObject):
    """Offers projects to go on with; says which one the user chose."""

    chosen = Signal(str)
    save_requested = Signal(object)

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._bridge = bridge
        self._menu = QMenu(say("window.recent.open-recent"), shell)
        shell.menus[MENUS[0]].insertMenu(shell.actions_by_id["save"], self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._choose)
        bridge.came_to_rest.connect(self._show_while_empty)
        self._shell, self._places = shell, places()
        self.left: list[LeftWork] = []
        self.page = GoOnWith(shell.start_page)
        self.page.opened.connect(self.chosen)
        shell.start_page.add_above(self.page)
        self.show()

    def show(self) -> None:
        """Offer recent projects on the first page, before all else work without a name that was left behind."""
        left = self._left()
        self._show_left(left[:_WHOLE])
        offered = [(self._name(one), str(one.path)) for one in left[_WHOLE:_FEW]]
        offered += [(self._told(one), str(one.path)) for one in recent(self._places)[:_FEW]]
        self.page.show_projects(offered)
        self._shell.start_page.begin_at(self.page.first)

    @Slot()
    def _show_while_empty(self) -> None:
        if not self._bridge.state.articles:
            self.show()

    def _left(self) -> list[Left]:
        """Return work without a name that an earlier run left behind."""
        open_now = self._bridge.session.project
        return [left for left in recoverable() if open_now is None or left.path != open_now.path]

    def _told(self, known: RecentProject) -> str:
        path = known.path
        if known.there and was_left_open(path):
            return say("window.recent.open-at-crash", project=path.stem)
        day = say_fact(datetime.fromtimestamp(known.changed, UTC).isoformat(), "here") if known.changed else ""
        named = say_joined((path.stem, path.parent.name, day), Joint.DOT)
        return named if known.there else say("window.recent.away", project=named)

    def _show_left(self, left: Sequence[Left]) -> None:
        """Tell of work that was left behind; what is told already stays, with the focus that it may have."""
        told = [self._tell(one) for one in left]
        if told == [part.told for part in self.left]:
            return
        for part in self.left:
            part.hide()
            part.deleteLater()
        self.left = [LeftWork(one, self._shell.start_page) for one in told]
        for part in reversed(self.left):
            part.open_requested.connect(self._open_left)
            part.save_requested.connect(self._save_left)
            part.discard_requested.connect(self._ask_discard)
            self._shell.start_page.add_above(part)

    def _tell(self, left: Left) -> LeftTold:
        heading = say("window.left.crashed" if left.crashed else "window.left.unsaved")
        outlets = say("window.outlets-left", outlets=first_few(left.outlets, _NAMED)) if left.outlets else ""
        counts = (say("count.articles", count=left.articles), say("count.quotes", count=left.quotes))
        at = say_fact(datetime.fromtimestamp(left.at, UTC).isoformat(), "here")
        return LeftTold(left.path, heading, say_joined((outlets, *counts, at), Joint.DOT))

    @Slot(object)
    def _open_left(self, told: LeftTold) -> None:
        self.chosen.emit(str(told.path))

    @Slot(object)
    def _save_left(self, told: LeftTold) -> None:
        self.save_requested.emit(told.path)

    @Slot(object)
    def _ask_discard(self, told: LeftTold) -> None:
        """Ask whether work is to be removed: nothing brings it back."""
        more = f"{told.about}\n{say('window.left.for-good')}"
        box = confirm_dialog(self._shell, say("window.left.discard-this"), more, say("window.left.discard-it"))
        box.accepted.connect(partial(self._discard, told.path))
        open_dialog(box)

    def _discard(self, path: Path) -> None:
        self._bridge.do(message("window.left.discarding"), partial(discard_left, path)).then(self._show_anew)

    def _show_anew(self, _: object) -> None:
        self.show()
        self._shell.start_page.setFocus()

    def _name(self, left: Left) -> str:
        at = datetime.fromtimestamp(left.at, UTC).isoformat()
        name = (
            say("window.recent.kept-after-crash", at=at)
            if left.crashed
            else say("window.recent.unsaved-work-of", at=at)
        )
        return say_joined((name, say("count.articles", count=left.articles)), Joint.DOT)

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        projects = recent(self._places)
        for project in projects:
            self._add(self._told(project), project.path)
        left = self._left()
        if left:
            self._menu.addSection(say("window.recent.without-a-name"))
        for one in left[:_MENU_FEW]:
            self._add(self._name(one), one.path)
        if self._menu.isEmpty():
            self._menu.addAction(say("window.recent.nothing-yet")).setEnabled(False)
        elif projects:
            self._menu.addSeparator()
            self._menu.addAction(say("window.recent.forget")).triggered.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        """List no project any more; the files stay where they are."""
        forget_recent()
        self.show()

    def _add(self, text: str, path: Path) -> None:
        action = plain_action(text, self._menu)
        action.setData(str(path))
        give_tip(action, str(path))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(str(action.data()))
