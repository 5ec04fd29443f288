"""Projects to go on with: the recent ones, and work without a name, in the menu and on the first page."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crossquote.gui.actions import MENUS
from crossquote.gui.bridge import Bridge
from crossquote.gui.plain import give_tip, plain_action
from crossquote.gui.views.go_on import GoOnWith
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say, say_joined
from crossquote.project.store import was_left_open
from crossquote.wording.joining import Joint
from crossquote.work.projects import Left, forget_recent, recent, recoverable

_FEW = 4
"""So many projects are offered on the first page."""
_MENU_FEW = 5
"""So many pieces of work without a name are listed in the menu."""


class RecentProjects(QObject):
    """Offers projects to go on with; says which one the user chose."""

    chosen = Signal(str)

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._bridge = bridge
        self._menu = QMenu(say("window.recent.open-recent"), shell)
        shell.menus[MENUS[0]].insertMenu(shell.actions_by_id["save"], self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._choose)
        bridge.came_to_rest.connect(self._show_while_empty)
        self.page = GoOnWith(shell.start_page)
        self.page.opened.connect(self.chosen)
        shell.start_page.add_below(self.page)
        self.show()

    def show(self) -> None:
        """Offer recent projects on the first page, before them work without a name that an earlier run left behind."""
        offered = [(self._name(left), str(left.path)) for left in self._left()[:_FEW]]
        offered += [(self._stem(path), str(path)) for path in recent()[:_FEW]]
        self.page.show_projects(offered)

    @Slot()
    def _show_while_empty(self) -> None:
        if not self._bridge.state.articles:
            self.show()

    def _left(self) -> list[Left]:
        """Return work without a name that an earlier run left behind."""
        open_now = self._bridge.session.project
        return [left for left in recoverable() if open_now is None or left.path != open_now.path]

    def _stem(self, path: Path) -> str:
        if was_left_open(path):
            return say("window.recent.open-at-crash", project=path.stem)
        return say_joined((path.stem, path.parent.name), Joint.DOT)

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
        for path in recent():
            self._add(self._stem(path), path)
        left = self._left()
        if left:
            self._menu.addSection(say("window.recent.without-a-name"))
        for one in left[:_MENU_FEW]:
            self._add(self._name(one), one.path)
        if self._menu.isEmpty():
            self._menu.addAction(say("window.recent.nothing-yet")).setEnabled(False)
        elif recent():
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
