"""The desk: fills the window's frame with views and runs what the actions ask for."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QDialog

from crossquote.errors import UserError
from crossquote.gui.action_icons import dress_actions
from crossquote.gui.actions import ACTIONS, When, real_actions
from crossquote.gui.applies import applying
from crossquote.gui.bridge import Bridge
from crossquote.gui.connection import Connection
from crossquote.gui.controllers.archives import Archives
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.controllers.copying import Copying
from crossquote.gui.controllers.faces import Faces
from crossquote.gui.controllers.filters import ListedFilters
from crossquote.gui.controllers.help import Help
from crossquote.gui.controllers.intake import Intake, Takers
from crossquote.gui.controllers.judging import Judging
from crossquote.gui.controllers.languages import Languages
from crossquote.gui.controllers.leaving import Leaving
from crossquote.gui.controllers.left_at import LeftAt
from crossquote.gui.controllers.lexicons import Lexicons
from crossquote.gui.controllers.newer_version import NewerVersion
from crossquote.gui.controllers.overviews import Overviews
from crossquote.gui.controllers.packs import Packs
from crossquote.gui.controllers.people import People
from crossquote.gui.controllers.placing import Placing
from crossquote.gui.controllers.preferences import Preferences
from crossquote.gui.controllers.projects import Projects
from crossquote.gui.controllers.readers import Readers
from crossquote.gui.controllers.reading_language import ReadingLanguage
from crossquote.gui.controllers.reports import Reports
from crossquote.gui.controllers.review import Review
from crossquote.gui.controllers.room import SharedRoom
from crossquote.gui.controllers.rules import Rules
from crossquote.gui.controllers.saved_views import SavedViews
from crossquote.gui.controllers.search import Find
from crossquote.gui.controllers.switches import Switches
from crossquote.gui.controllers.tours import Tours
from crossquote.gui.controllers.translations import Translations
from crossquote.gui.controllers.web_pages import WebPages
from crossquote.gui.crash import CrashReporter
from crossquote.gui.dialogs.crash import crash_dialog
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.granting import Wishes
from crossquote.gui.messages import problem_line, state_line
from crossquote.gui.steps import Steps
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.widgets.banner import Banner
from crossquote.gui.widgets.busy import Busy
from crossquote.gui.widgets.drop_hint import DropHint
from crossquote.gui.widgets.folded import FoldedButtons
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say, say_joined
from crossquote.model.changes import Changes
from crossquote.resources import resource
from crossquote.wording.joining import Joint
from crossquote.work.columns import table_of
from crossquote.work.encodings import can_be_chosen
from crossquote.work.settings import Settings


class Desk(QObject):
    """Connects shell, views and bridge; what an action names is found from here and takes no argument."""

    another_wanted = Signal()

    def __init__(self, shell: Shell, bridge: Bridge, settings: Settings, crashes: CrashReporter) -> None:
        super().__init__(shell)
        self.shell, self.bridge, self.crashes = shell, bridge, crashes
        self._crash_told: QDialog | None = None
        shell.fill_menus(ACTIONS)
        self.workspace = Workspace(shell.appearance, shell.stack)
        self.articles, self.utterances = self.workspace.articles, self.workspace.utterances
        self.comparison = self.workspace.comparison
        self.banner = Banner(shell)
        self.busy = Busy(shell.actions_by_id["stop"], shell)
        shell.stack.addWidget(self.workspace)
        shell.column.insertWidget(1, self.banner)
        shell.status_row.insertWidget(1, self.busy)
        self.busy.keep_room(shell.status_row)
        self.wishes = Wishes(shell)
        self._make_controllers(settings)
        self._connect_actions()
        self._connect_reviewing()
        self._grant_wishes()
        self._connect_views()
        self._connect_bridge(crashes)
        self._dress()
        self._update_actions()
        self._finish(shell)

    def _connect_bridge(self, crashes: CrashReporter) -> None:
        bridge = self.bridge
        bridge.changed.connect(self._show_changes)
        bridge.came_to_rest.connect(self._update_actions)
        bridge.came_to_rest.connect(self._show_counts)
        bridge.came_to_rest.connect(self.workspace.forget_ruling)
        bridge.turned.connect(self.workspace.show_turned)
        bridge.problems_found.connect(self.show_problems)
        bridge.unread_found.connect(self._show_unread)
        bridge.crashed.connect(crashes.report)
        bridge.jobs.changed.connect(self._show_busy)
        bridge.stepped.connect(self.busy.show_step)
        crashes.written.connect(self._show_crash)
        self.shell.appearance.changed.connect(self._dress)

    def _make_controllers(self, settings: Settings) -> None:
        """Make what grants wishes and what actions run."""
        shell, bridge, wishes = self.shell, self.bridge, self.wishes
        self.projects = Projects(shell, bridge, wishes)
        self.projects.told.connect(self.banner.show_lines)
        connection = Connection(shell)
        self.languages = Languages(shell, bridge, connection, wishes)
        self.languages.missing_found.connect(self._show_missing)
        self.languages.missing_came.connect(self._take_back)
        self.newer_version = NewerVersion(shell, bridge, connection, wishes)
        self.web_pages = WebPages(shell, bridge, connection)
        self.lexicons = Lexicons(bridge)
        self.faces = Faces(bridge)
        self.faces.told.connect(self.banner.show_lines)
        self.translations = Translations(shell, bridge, wishes)
        self.help = Help(shell, wishes)
        self.choices = Choices(settings, shell, self.workspace.comparison)
        self.review = Review(shell, bridge, self.comparison, self.choices)
        self.judging = Judging(self.review, self.workspace.findings, bridge, self.choices)
        self.rules = Rules(shell, bridge, self.comparison, self.choices, wishes)
        self.placing = Placing(shell, bridge, self.comparison, wishes)
        self.people = People(shell, bridge)
        self.switches = Switches(shell, bridge, self.choices, wishes)
        self.steps = Steps(shell, bridge)
        self.leaving = Leaving(shell, bridge, self.projects)
        self.leave = self.leaving.at_once
        self.find = Find(shell, self.workspace)
        self.intake = Intake(shell, bridge, self._takers(), self.wishes)
        self.take_in = self.intake.take
        self.web_pages.fetched.connect(self.intake.add_page)
        self.projects.left.connect(self.intake.forget)
        self.left_at = LeftAt(bridge, self.utterances, self.projects)
        self.archives = Archives(shell, bridge, self.comparison, self.choices, wishes)
        self.archives.told.connect(self.banner.show_lines)
        self.reports = Reports(shell, bridge, wishes, self.choices, self.utterances)
        self.copying = Copying(shell, bridge, self.workspace)
        self.packs = Packs(shell, bridge)
        self.overviews = Overviews(shell, bridge, self.workspace)
        self.readers = Readers(shell, bridge, self.workspace, self.translations, wishes)
        self.reading_language = ReadingLanguage(shell, bridge, self.choices)
        self.saved_views = SavedViews(shell, self.choices, self.utterances.bar)
        self.listed_filters = ListedFilters(shell, self.utterances.bar)
        self.room = SharedRoom(shell, self.workspace, self.choices)
        self.readers.made.connect(self.room.take_reader)
        self.help.made.connect(self.room.take_help)
        self.tours = Tours(shell, bridge, self.workspace, self.choices, self.intake)
        self.tours.begun.connect(self.overviews.leave)
        self.preferences = Preferences(shell, self.choices, self.reading_language, wishes)

    def _finish(self, shell: Shell) -> None:
        """Give the frame what its first paint could do without."""
        for button in shell.buttons:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FoldedButtons(shell.bar, (*shell.buttons[1:], shell.buttons[0]), shell.search)
        shell.drop_hint = DropHint(shell)
        shell.appearance.heed_contrast()
        shell.setWindowIcon(QIcon(str(resource("icons", "crossquote.svg"))))

    def _takers(self) -> Takers:
        return Takers(
            self.projects.open_path,
            self.languages.install,
            self.translations.take_in,
            self.banner.show_lines,
            self.banner.take_back_files,
            self.banner.take_back,
            self.projects.begin,
            self.web_pages.offer,
        )

    def _connect_actions(self) -> None:
        for entry in real_actions():
            run: Callable[[], object] = attrgetter(entry.runs)(self)
            self.shell.actions_by_id[entry.id].triggered.connect(run)
            keys = [QKeySequence(keys) for keys in (entry.shortcut, entry.also) if keys]
            self.shell.actions_by_id[entry.id].setShortcuts(keys)

    def _connect_reviewing(self) -> None:
        self.placing.placed.connect(self.workspace.show_placed)
        self.placing.marked.connect(self.readers.show_marked)
        self.translations.given.connect(self.placing.follow)
        actions = self.shell.actions_by_id
        self.articles.row_actions = [actions[name] for name in ("copy", "describe")]
        self.utterances.row_actions = [actions[name] for name in ("merge", "archive", "note-utterance", "reference")]
        self.switches.switched.connect(self.help.show_off)
        self.help.show_off(self.switches.off)

    def _grant_wishes(self) -> None:
        self.wishes.serve(
            self.intake, self.readers, self.review, self.placing, self.translations, self.languages, self.help,
            self.switches, self.newer_version, self.reports, self.preferences,
            self.projects, self.rules, self.saved_views, self.listed_filters, self.judging, self.copying, self.archives,
        )  # fmt: skip
        for view in (self.articles, self.utterances, self.comparison, self.workspace.findings):
            view.wished.connect(self.wishes.grant)

    def _connect_views(self) -> None:
        self.leaving.left.connect(self._close)
        self.shell.lock.clicked.connect(self.help.show_connections)
        self.shell.dropped.connect(self.intake.take)
        self.comparison.current_changed.connect(self._update_actions)
        self.workspace.utterance_changed.connect(self._update_actions)
        self.utterances.listed.connect(self._show_counts)
        self.utterances.listed.connect(self._update_actions)
        self.workspace.findings.several_changed.connect(self._update_actions)
        self.articles.list.selectionModel().selectionChanged.connect(self._update_actions)

    @Slot(object)
    def _show_changes(self, changes: Changes) -> None:
        state = self.bridge.state
        page = self.overviews.page if state.articles else self.shell.start_page
        if self.shell.stack.currentWidget() is not page:
            self.shell.stack.setCurrentWidget(page)
            (self.utterances.table if page is self.workspace else page).setFocus()
        self.workspace.show_state(state, changes)
        self.overviews.refresh()
        self._show_counts()
        self._update_actions()

    @Slot()
    def _show_counts(self) -> None:
        model = self.utterances.model
        line = state_line(self.bridge.state, model.progress(), busy=self.bridge.asked_for is not None)
        shown = ""
        if model.search.strip():
            shown = say("window.desk.found", utterances=model.rowCount(), articles=self.utterances.elsewhere)
        elif model.filters:
            shown = say("window.desk.shown", shown=model.rowCount(), all=len(self.bridge.state.utterances))
        line = say_joined((shown, line), Joint.DOT)
        self.shell.counts.show_text(line)

    @Slot(object)
    def show_problems(self, problems: Sequence[UserError], helping: str = "") -> None:
        """Show what went wrong, without a dialog, and the action that helps where there is one."""
        lines = [problem_line(problem) for problem in problems]
        self.banner.show_lines(lines, self.shell.actions_by_id.get(helping))

    @Slot(object)
    def _show_unread(self, problems: Sequence[UserError]) -> None:
        """Show which files could not be read, and a way to read them: in an encoding, or from the list of them."""
        helped: dict[str, list[UserError]] = {"encodings": [], "columns-of-table": [], "unread": []}
        for problem in problems:
            table = "columns-of-table" if table_of(problem) is not None else "unread"
            helped["encodings" if can_be_chosen(problem) else table].append(problem)
        for helping, alike in helped.items():
            lines = list(map(problem_line, alike))
            files = {one.path: line for line, one in zip(lines, alike, strict=True) if one.path}
            self.banner.show_lines(lines, self.shell.actions_by_id[helping], files)
        self._update_actions()

    @Slot(object)
    def _take_back(self, problems: Sequence[UserError]) -> None:
        """Show no more of what went wrong and does not any more."""
        self.banner.take_back([problem_line(problem) for problem in problems])

    @Slot(object)
    def _show_missing(self, problems: Sequence[UserError]) -> None:
        """Show which packages the open articles lack, and a way to them."""
        self.show_problems(problems, "languages")

    @Slot()
    def _show_busy(self) -> None:
        job = self.bridge.seen
        self.utterances.show_busy(job is not None)
        if job is None:
            self.busy.hide()
        else:
            self.busy.show_step(job.step)
        self._update_actions()

    @Slot()
    def _update_actions(self) -> None:
        holds = {
            When.ALWAYS: True,
            When.OPEN: bool(self.bridge.state.articles),
            When.ARTICLES: self.articles.list.selectionModel().hasSelection(),
            When.BEGUN: bool(self.bridge.state.articles) or self.bridge.asked_for is None,
            When.NARROWED: bool(self.bridge.state.articles) and self.utterances.narrowed,
            When.UNREAD: bool(self.intake.unread),
            When.UNSURE: bool(self.intake.unsure()),
            When.TABLE: bool(self.intake.tables()),
            When.BUSY: self.bridge.seen is not None,
            When.UNDO: self.steps.last is not None or self.bridge.brings_steps,
            When.REDO: self.steps.undone is not None or self.bridge.takes_back,
            **dict.fromkeys(applying(self.comparison, self.bridge.state), True),
            **(self._of_several() if self.workspace.findings.several else {}),
        }
        for entry in real_actions():
            self.shell.actions_by_id[entry.id].setEnabled(holds.get(entry.when, False))
        self.shell.search.setEnabled(holds[When.OPEN])

    def _of_several(self) -> dict[When, bool]:
        """Return what can be done with several findings that are chosen together."""
        return {
            When.FINDINGS: True,
            When.COMPARED: True,
            When.RULED: self.judging.decided,
            When.JUDGED: self.judging.judged,
        }

    @Slot()
    def _dress(self) -> None:
        dress_actions(self.shell.actions_by_id, self.shell.appearance.theme)
        self.choices.show_checks()

    @Slot(object)
    def _show_crash(self, report: Path | None) -> None:
        """Say what happened, unless that is being said: a bug that comes back must not bury the window."""
        if self._crash_told is None:
            self._crash_told = crash_dialog(report, self.shell)
            self._crash_told.finished.connect(self._forget_crash)
            open_dialog(self._crash_told)

    @Slot()
    def _forget_crash(self) -> None:
        self._crash_told = None

    @Slot()
    def _close(self) -> None:
        self.readers.close()
        self.help.close()
        self.tours.leave()
        self.left_at.keep()
        self.room.keep()

    def open_another(self) -> None:
        """Open one more window, for another project."""
        self.another_wanted.emit()

    def open_palette(self) -> None:
        """Open the list of everything that can be done."""
        open_dialog(PaletteDialog(self.shell.actions_by_id, self.shell))
