"""The desk: fills the window's frame with views and runs what the actions ask for."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QDialog

from crossquote.errors import UserError
from crossquote.gui.action_icons import dress_actions
from crossquote.gui.actions import When, real_actions
from crossquote.gui.applies import applying
from crossquote.gui.bridge import Bridge
from crossquote.gui.connection import Connection
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.controllers.find import Find
from crossquote.gui.controllers.help import Help
from crossquote.gui.controllers.intake import Intake, Takers
from crossquote.gui.controllers.languages import Languages
from crossquote.gui.controllers.leaving import Leaving
from crossquote.gui.controllers.newer_version import NewerVersion
from crossquote.gui.controllers.people import People
from crossquote.gui.controllers.placing import Placing
from crossquote.gui.controllers.projects import Projects
from crossquote.gui.controllers.reading_language import ReadingLanguage
from crossquote.gui.controllers.review import Review
from crossquote.gui.controllers.rules import Rules
from crossquote.gui.controllers.switches import Switches
from crossquote.gui.controllers.translations import Translations
from crossquote.gui.crash import CrashReporter
from crossquote.gui.dialogs.crash import crash_dialog
from crossquote.gui.dialogs.files import ask_report, suggested_path
from crossquote.gui.dialogs.pages import about_page, shortcuts_page
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.messages import problem_line, state_line
from crossquote.gui.steps import Steps
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.widgets.banner import Banner
from crossquote.gui.widgets.busy import Busy
from crossquote.gui.widgets.drop_hint import DropHint
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say
from crossquote.model.changes import Changes
from crossquote.progress import Step
from crossquote.resources import resource
from crossquote.work.save_report import save_report
from crossquote.work.settings import Settings


class Desk(QObject):
    """Connects shell, views and bridge; what an action names is found from here and takes no argument."""

    def __init__(self, shell: Shell, bridge: Bridge, settings: Settings, crashes: CrashReporter) -> None:
        super().__init__(shell)
        self.shell, self.bridge = shell, bridge
        self.workspace = Workspace(shell.appearance, shell)
        self.articles, self.utterances = self.workspace.articles, self.workspace.utterances
        self.comparison = self.workspace.comparison
        self.banner = Banner(shell)
        self.busy = Busy(shell.actions_by_id["stop"], shell)
        self.readers: list[ReaderWindow] = []
        shell.stack.addWidget(self.workspace)
        shell.column.insertWidget(1, self.banner)
        shell.status_row.insertWidget(1, self.busy)
        self.projects = Projects(shell, bridge)
        self.projects.told.connect(self.banner.show_lines)
        connection = Connection(shell)
        self.languages = Languages(shell, bridge, connection)
        self.newer_version = NewerVersion(shell, bridge, connection)
        self.translations = Translations(shell, bridge)
        self.help = Help(shell)
        self.languages.explain_requested.connect(self.help.show_packages)
        self.languages.missing_found.connect(self._show_missing)
        self.review = Review(shell, bridge, self.comparison)
        self.rules = Rules(shell, bridge, self.comparison)
        self.placing = Placing(shell, bridge, self.comparison)
        self.people = People(shell, bridge)
        self.choices = Choices(settings, shell, self.workspace.comparison)
        self.switches = Switches(shell, bridge, self.choices)
        self.steps = Steps(shell, bridge)
        self.leaving = Leaving(shell, bridge, self.projects)
        self.leave = self.leaving.at_once
        self.find = Find(shell, self.workspace)
        self.intake = Intake(shell, bridge, self._takers())
        self.take_in = self.intake.take
        self._connect_actions()
        self._connect_reviewing()
        self._connect_views()
        self.reading = ReadingLanguage(shell, bridge, self.choices)
        bridge.changed.connect(self._show_changes)
        bridge.came_to_rest.connect(self._update_actions)
        bridge.came_to_rest.connect(self._show_counts)
        bridge.came_to_rest.connect(self.workspace.forget_ruling)
        bridge.problems_found.connect(self.show_problems)
        bridge.crashed.connect(crashes.report)
        bridge.jobs.changed.connect(self._show_busy)
        bridge.jobs.stepped.connect(self.busy.show_step)
        crashes.written.connect(self._show_crash)
        shell.appearance.changed.connect(self._dress)
        self._dress()
        self._update_actions()
        self._finish(shell)
        shell.setWindowIcon(QIcon(str(resource("icons", "crossquote.svg"))))

    def _finish(self, shell: Shell) -> None:
        """Give the frame what its first paint could do without."""
        for button in shell.buttons:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        shell.drop_hint = DropHint(shell)
        shell.appearance.heed_contrast()

    def _takers(self) -> Takers:
        return Takers(
            self.projects.open_path, self.languages.install, self.translations.take_in, self.banner.show_lines
        )

    def _connect_actions(self) -> None:
        for entry in real_actions():
            run: Callable[[], object] = attrgetter(entry.runs)(self)
            self.shell.actions_by_id[entry.id].triggered.connect(run)
            self.shell.actions_by_id[entry.id].setShortcut(QKeySequence(entry.shortcut))

    def _connect_reviewing(self) -> None:
        self.placing.placed.connect(self.utterances.select)
        self.placing.marked.connect(self._show_marked)
        self.utterances.rendition_dropped.connect(self.placing.bring_article)
        self.utterances.utterance_dropped.connect(self.placing.bring_utterance)
        actions = self.shell.actions_by_id
        self.utterances.row_actions = [actions[name] for name in ("merge", "note-utterance", "reference")]
        self.help.switch_requested.connect(self.switches.switch)
        self.switches.switched.connect(self.help.show_off)
        self.help.show_off(self.switches.off)

    def _connect_views(self) -> None:
        self.leaving.left.connect(self._close)
        self.shell.dropped.connect(self.intake.take)
        work = self.workspace
        work.articles.open_requested.connect(self.open_article)
        work.articles.remove_requested.connect(self.bridge.remove_articles)
        work.articles.language_requested.connect(self.bridge.set_language)
        work.comparison.base_requested.connect(self.bridge.pin_base)
        work.comparison.article_requested.connect(self.open_article)
        work.comparison.version_requested.connect(self.translations.edit_rendition)
        work.comparison.others_requested.connect(self.translations.weigh_rendition)
        work.comparison.judge_requested.connect(self.bridge.judge)
        work.comparison.rule_requested.connect(self.bridge.rule_on)
        work.comparison.dismiss_alike_requested.connect(self.bridge.dismiss_alike)
        work.utterances.read_requested.connect(self._read_base)
        work.comparison.unpin_requested.connect(self.bridge.unpin_base)
        work.comparison.current_changed.connect(self._update_actions)
        work.comparison.why_requested.connect(self.help.show_finding)
        work.utterance_changed.connect(self._update_actions)
        work.utterances.listed.connect(self._show_counts)

    @Slot(object)
    def _show_changes(self, changes: Changes) -> None:
        state = self.bridge.state
        page = self.workspace if state.articles else self.shell.start_page
        if self.shell.stack.currentWidget() is not page:
            self.shell.stack.setCurrentWidget(page)
            (self.utterances.table if state.articles else page).setFocus()
        self.workspace.show_state(state, changes)
        self._show_counts()
        for reader in self.readers:
            reader.show_state(state)
        self._update_actions()

    @Slot()
    def _show_counts(self) -> None:
        model = self.utterances.model
        line = state_line(self.bridge.state, model.waiting(), model.open_findings())
        if model.search.strip():
            found = say("window.desk.found", utterances=len(model.ids()), articles=self.utterances.elsewhere)
            line = f"{found} · {line}"
        self.shell.counts.setText(line)
        self.shell.counts.setAccessibleName(line)

    @Slot(object)
    def show_problems(self, problems: Sequence[UserError]) -> None:
        """Show what went wrong, without a dialog."""
        self.banner.show_lines([problem_line(problem) for problem in problems])

    @Slot(object)
    def _show_missing(self, problems: Sequence[UserError]) -> None:
        """Show which packages the open articles lack, and a way to them."""
        lines = [problem_line(problem) for problem in problems]
        self.banner.show_lines(lines, self.shell.actions_by_id["languages"])

    @Slot()
    def _show_busy(self) -> None:
        job = self.bridge.jobs.current
        self.utterances.show_busy(job is not None)
        if job is None:
            self.busy.hide()
        else:
            self.busy.show_step(Step(job.step.done, job.step.total, job.step.label))
        self._update_actions()

    @Slot()
    def _update_actions(self) -> None:
        holds = {
            When.ALWAYS: True,
            When.OPEN: bool(self.bridge.state.articles),
            When.BUSY: self.bridge.jobs.current is not None,
            When.UNDO: self.steps.last is not None,
            When.REDO: self.steps.undone is not None,
            **dict.fromkeys(applying(self.comparison, self.bridge.state), True),
        }
        for entry in real_actions():
            self.shell.actions_by_id[entry.id].setEnabled(holds.get(entry.when, False))
        self.shell.search.setEnabled(holds[When.OPEN])

    @Slot()
    def _dress(self) -> None:
        dress_actions(self.shell.actions_by_id, self.shell.appearance.theme)
        self.choices.show_checks()

    @Slot(object)
    def _show_crash(self, report: Path | None) -> None:
        crash_dialog(report, self.shell).open()

    @Slot(str)
    @Slot(str, str)
    def open_article(self, article_id: str, quote_id: str = "") -> None:
        """Open an article in a reader, with one of its quotes in view."""
        if article_id not in self.bridge.state.articles:
            return
        self.readers = [reader for reader in self.readers if not reader.gone]
        reader = next((reader for reader in self.readers if reader.article_id == article_id), None)
        if reader is None:
            reader = ReaderWindow(self.shell.appearance, article_id, self.shell)
            reader.utterance_requested.connect(self.workspace.show_rendition)
            reader.packages_requested.connect(self.languages.show)
            self.translations.attach(reader)
            reader.mark_requested.connect(self.placing.mark_quote)
            reader.correct_requested.connect(self.placing.correct_quote)
            reader.unmark_requested.connect(self.placing.unmark_quote)
            reader.move_requested.connect(self.placing.move_quote)
            reader.part_requested.connect(self.placing.part_quote)
            reader.note_requested.connect(self.review.note_article)
            for shared in ("undo", "redo"):
                reader.addAction(self.shell.actions_by_id[shared])
            self.readers.append(reader)
        reader.show_state(self.bridge.state)
        self.translations.show_strip(reader)
        if quote_id:
            reader.show_quote(quote_id)
        else:
            reader.show_words(self.shell.search.text())
        reader.show()
        reader.raise_()
        reader.activateWindow()

    @Slot(str, str)
    def _show_marked(self, article_id: str, quote_id: str) -> None:
        """Choose a quote that was just marked, in the reader that it was marked in."""
        for reader in self.readers:
            if reader.article_id == article_id and not reader.gone:
                reader.show_quote(quote_id)

    @Slot(str)
    def _read_base(self, utterance_id: str) -> None:
        utterance = self.bridge.state.utterances.get(utterance_id)
        if utterance is not None:
            base = utterance.renditions[utterance.base]
            self.open_article(base.article, base.quotes[0] if base.quotes else "")

    # What the table of actions names.

    def save_report(self) -> None:
        """Ask for a place and save a report there."""
        if path := ask_report(self.shell, suggested_path(self.bridge.session, "report")):
            project = self.bridge.session.project
            log = project.steps() if project is not None else ()
            self.bridge.run(say("window.desk.writing"), save_report(self.bridge.state, path, log=log), self._say_saved)

    @Slot(object)
    def _say_saved(self, path: object) -> None:
        self.shell.counts.setText(say("window.saved", file=str(path)))

    @Slot()
    def _close(self) -> None:
        for reader in self.readers:
            reader.close()
        self.help.close()
        self.choices.keep_window()

    def open_palette(self) -> None:
        """Open the list of everything that can be done."""
        self._open(PaletteDialog(self.shell.actions_by_id, self.shell))

    def read_article(self) -> None:
        """Open the article that the list of articles is on, else that of the current card, else that of the base."""
        if self.articles.list.hasFocus() and self.articles.selected():
            self.articles.open_selected()
        elif self.comparison.current_article is not None:
            self.comparison.open_current()
        else:
            self._read_base(self.comparison.utterance_id or "")

    def show_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        self._open(shortcuts_page(self.shell))

    def show_about(self) -> None:
        """Say what this program is."""
        self._open(about_page(self.shell))

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
