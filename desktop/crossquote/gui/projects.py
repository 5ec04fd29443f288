"""Project files in the window: opened, saved under a name, listed, asked about before they are lost."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from crossquote.gui.actions import MENUS
from crossquote.gui.bridge import Bridge
from crossquote.gui.windows.shell import Shell
from crossquote.work.projects import SUFFIX, discard, is_untitled, open_project, recent, recoverable, save_as
from crossquote.work.session import Session

_FEW = 4
"""So many projects are offered on the first page."""
_KIND = f"Crossquote projects (*{SUFFIX})"


class Projects(QObject):
    """Opens and saves projects; says when the window may close."""

    ready_to_close = Signal()

    def __init__(self, shell: Shell, bridge: Bridge) -> None:
        super().__init__(shell)
        self._shell, self._bridge = shell, bridge
        self._menu = QMenu(self.tr("Open &recent"), shell)
        menu = shell.menus[MENUS[0]]
        menu.insertMenu(shell.actions_by_id["save"], self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._open_listed)
        bridge.came_to_rest.connect(self.show_title)
        bridge.came_to_rest.connect(self._show_recent)
        shell.start_page.opened.connect(self._open_named)
        self.show_recent()

    def open(self) -> None:
        """Ask for a project and open it."""
        name, _ = QFileDialog.getOpenFileName(self._shell, self.tr("Open a project"), "", _KIND)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open the project at `path` in place of what is open, which is kept."""
        translator = self._bridge.session.translator
        self._bridge.do(self.tr("Opening"), lambda: open_project(path, translator), self._take_over)

    def save(self) -> None:
        """Save under the name it has; ask for one where it has none."""
        if self._bridge.session.project is None or is_untitled(self._bridge.session):
            self.save_as()
        else:
            self._shell.counts.setText(self.tr("Saved: every step is kept as you make it."))

    def save_as(self) -> None:
        """Ask for a name and save there."""
        if path := self._ask_path():
            self._save_to(path, self._say_saved)

    def may_close(self) -> None:
        """Ask about work that has no name yet; `ready_to_close` follows unless the user stays."""
        session = self._bridge.session
        if not is_untitled(session) or not session.state.articles:
            self._leave()
            return
        box = QMessageBox(self._shell)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Crossquote")
        box.setText(self.tr("Save this work as a project?"))
        box.setInformativeText(self.tr("Without a name it can't be opened again."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.finished.connect(self._answer)
        box.open()

    def let_go(self) -> None:
        """Close the file of what is open; without a name it stays where an earlier run's work is found."""
        session = self._bridge.session
        if session.project is not None:
            session.project.close()
            session.project = None

    def show_title(self) -> None:
        """Show the project's name in the title."""
        session = self._bridge.session
        named = session.project is not None and not is_untitled(session)
        self._shell.setWindowTitle(
            f"{session.project.path.stem} – Crossquote" if named and session.project else "Crossquote"
        )

    def _ask_path(self) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._shell, self.tr("Save as"), f"story{SUFFIX}", _KIND)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _save_to(self, path: Path, then: Callable[[object], None]) -> None:
        session = self._bridge.session
        self._bridge.do(self.tr("Saving"), lambda: save_as(session, path), then)

    @Slot(object)
    def _say_saved(self, _: object) -> None:
        self.show_title()
        self._shell.counts.setText(self.tr("Saved."))

    @Slot(int)
    def _answer(self, answer: int) -> None:
        if answer == QMessageBox.StandardButton.Discard.value:
            self._leave()
        elif answer == QMessageBox.StandardButton.Save.value and (path := self._ask_path()):
            self._save_to(path, self._leave_saved)

    @Slot(object)
    def _leave_saved(self, _: object) -> None:
        self._leave()

    def _leave(self) -> None:
        """Close what is open; work that has no name goes."""
        discard(self._bridge.session)
        self.ready_to_close.emit()

    @Slot(object)
    def _take_over(self, session: object) -> None:
        if isinstance(session, Session):
            before = self._bridge.session
            self._bridge.change_session(session)
            if is_untitled(before) and before.state.articles and before.project is not None:
                before.project.close()
            else:
                discard(before)
            self.show_title()

    def show_recent(self) -> None:
        """Offer recent projects on the first page, before them work without a name that an earlier run left behind."""
        offered = [(self._left_name(path), str(path)) for path in self._left()[:_FEW]]
        offered += [(path.stem, str(path)) for path in recent()[:_FEW]]
        self._shell.start_page.show_recent(offered)

    def _left(self) -> list[Path]:
        """Return work without a name that an earlier run left behind."""
        open_now = self._bridge.session.project
        return [path for path in recoverable() if open_now is None or path != open_now.path]

    def _left_name(self, path: Path) -> str:
        at = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
        return self.tr("Unsaved work of {}").format(at.strftime("%Y-%m-%d %H:%M"))

    @Slot()
    def _show_recent(self) -> None:
        if not self._bridge.state.articles:
            self.show_recent()

    @Slot(str)
    def _open_named(self, name: str) -> None:
        self.open_path(Path(name))

    @Slot()
    def _fill_menu(self) -> None:
        """List recent projects, and work without a name that an earlier run left behind."""
        self._menu.clear()
        for path in recent():
            self._add(path.stem, path)
        left = self._left()
        if left:
            self._menu.addSection(self.tr("Without a name"))
        for path in left[:5]:
            self._add(self._left_name(path), path)
        if self._menu.isEmpty():
            self._menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _add(self, text: str, path: Path) -> None:
        action = self._menu.addAction(text)
        action.setData(str(path))
        action.setToolTip(str(path))

    @Slot(QAction)
    def _open_listed(self, action: QAction) -> None:
        if action.data():
            self.open_path(Path(str(action.data())))
