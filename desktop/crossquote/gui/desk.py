"""The desk: fills the window's frame with views and runs what the actions ask for."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu

from crossquote.errors import UserError
from crossquote.gui.actions import When, real_actions
from crossquote.gui.bridge import Bridge
from crossquote.gui.choices import Choices
from crossquote.gui.connection import Connection
from crossquote.gui.crash import CrashReporter
from crossquote.gui.dialogs.confirm import confirm_dialog
from crossquote.gui.dialogs.crash import crash_dialog
from crossquote.gui.dialogs.files import ask_articles, ask_report, suggested_path
from crossquote.gui.dialogs.pages import about_page, shortcuts_page
from crossquote.gui.dialogs.palette import PaletteDialog
from crossquote.gui.dialogs.paste import TextDialog
from crossquote.gui.help import Help
from crossquote.gui.languages import Languages
from crossquote.gui.messages import language_name, problem_line, state_line
from crossquote.gui.newer_version import NewerVersion
from crossquote.gui.people import People
from crossquote.gui.placing import Placing
from crossquote.gui.projects import Projects
from crossquote.gui.review import Review
from crossquote.gui.rules import Rules
from crossquote.gui.switches import Switches
from crossquote.gui.theme.icons import dress_actions
from crossquote.gui.translations import MEMORY, Translations
from crossquote.gui.views.workspace import Workspace
from crossquote.gui.widgets.banner import Banner
from crossquote.gui.widgets.busy import Busy
from crossquote.gui.widgets.drop_hint import DropHint
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.windows.shell import Shell
from crossquote.model.changes import Changes
from crossquote.progress import Step
from crossquote.project.journal import StepName
from crossquote.project.store import is_project
from crossquote.resources import resource
from crossquote.text.lexicon import known_languages
from crossquote.work.packages import holds_packages
from crossquote.work.projects import SUFFIX
from crossquote.work.save_report import save_report
from crossquote.work.settings import Settings
from crossquote.work.stories import list_stories

_PATIENCE = 4000
"""Milliseconds that closing waits for the step that is running."""


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
        self._steps: tuple[StepName | None, StepName | None] = (None, None)
        shell.stack.addWidget(self.workspace)
        shell.column.insertWidget(1, self.banner)
        shell.status_row.insertWidget(1, self.busy)
        self.projects = Projects(shell, bridge)
        self.projects.ready_to_close.connect(self._close)
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
        self._connect_actions()
        self._connect_reviewing()
        self._connect_views()
        self._make_reading_menu()
        bridge.changed.connect(self._show_changes)
        bridge.came_to_rest.connect(self._name_steps)
        bridge.came_to_rest.connect(self._show_counts)
        bridge.problems_found.connect(self.show_problems)
        bridge.crashed.connect(crashes.report)
        bridge.jobs.changed.connect(self._show_busy)
        bridge.jobs.stepped.connect(self.busy.show_step)
        crashes.written.connect(self._show_crash)
        shell.close_requested.connect(self.quit, Qt.ConnectionType.QueuedConnection)
        shell.dropped.connect(self.take_in)
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

    def _connect_actions(self) -> None:
        for entry in real_actions():
            run: Callable[[], object] = attrgetter(entry.runs)(self)
            self.shell.actions_by_id[entry.id].triggered.connect(run)
            self.shell.actions_by_id[entry.id].setShortcut(QKeySequence(entry.shortcut))

    def _connect_reviewing(self) -> None:
        self.placing.placed.connect(self.utterances.select)
        self.utterances.rendition_dropped.connect(self.placing.bring_article)
        self.utterances.utterance_dropped.connect(self.placing.bring_utterance)
        actions = self.shell.actions_by_id
        self.utterances.row_actions = [actions[name] for name in ("merge", "note-utterance", "reference")]
        self.help.switch_requested.connect(self.switches.switch)
        self.switches.switched.connect(self.help.show_off)
        self.help.show_off(self.switches.off)

    def _connect_views(self) -> None:
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
        work.comparison.why_requested.connect(self.help.show_check)
        work.utterance_changed.connect(self._update_actions)
        self.shell.search.textChanged.connect(work.utterances.search)

    def _make_reading_menu(self) -> None:
        menu = QMenu(self.shell.reading)
        for code in sorted(known_languages(), key=language_name):
            action = menu.addAction(language_name(code))
            action.setCheckable(True)
            action.setData(code)
        menu.triggered.connect(self._choose_reading_language)
        self.shell.reading.setMenu(menu)
        self._show_reading_language()

    def _show_reading_language(self) -> None:
        code = self.bridge.state.reading_language
        self.shell.reading.setText(self.tr("Read in: {} ▾").format(language_name(code)))
        self.shell.reading.setAccessibleName(self.tr("Read in {}").format(language_name(code)))
        for action in self.shell.reading.menu().actions():
            action.setChecked(action.data() == code)

    @Slot(QAction)
    def _choose_reading_language(self, action: QAction) -> None:
        code = str(action.data())
        self.choices.choose_reading_language(code)
        self.bridge.set_reading_language(code)

    @Slot(object)
    def _show_changes(self, changes: Changes) -> None:
        state = self.bridge.state
        page = self.workspace if state.articles else self.shell.start_page
        if self.shell.stack.currentWidget() is not page:
            self.shell.stack.setCurrentWidget(page)
            (self.utterances.table if state.articles else page).setFocus()
        self.workspace.show_state(state, changes)
        self._show_counts()
        self._show_reading_language()
        for reader in self.readers:
            reader.show_state(state)
        self._update_actions()

    @Slot()
    def _show_counts(self) -> None:
        model = self.utterances.model
        line = state_line(self.bridge.state, model.waiting(), model.open_findings())
        self.shell.counts.setText(line)
        self.shell.counts.setAccessibleName(line)

    @Slot()
    def _name_steps(self) -> None:
        """Let the menu say what undo and redo would act on."""
        project = self.bridge.session.project
        self._steps = project.next_steps if project is not None else (None, None)
        for action, word, step in zip(("undo", "redo"), ("&Undo", "R&edo"), self._steps, strict=True):
            self.shell.actions_by_id[action].setText(f"{word}: {step.name}" if step else word)
        self._update_actions()

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
            When.CHOSEN: self.workspace.comparison.utterance_id is not None,
            When.BUSY: self.bridge.jobs.current is not None,
            When.UNDO: self._steps[0] is not None,
            When.REDO: self._steps[1] is not None,
        }
        for entry in real_actions():
            self.shell.actions_by_id[entry.id].setEnabled(holds[entry.when])
        self.shell.search.setEnabled(holds[When.OPEN])

    @Slot()
    def _dress(self) -> None:
        dress_actions(self.shell.actions_by_id, self.shell.appearance.theme)
        self.choices.show_checks()

    @Slot(object)
    def _show_crash(self, report: Path | None) -> None:
        crash_dialog(report, self.shell).open()

    @Slot(object)
    def take_in(self, dropped: tuple[str, ...] | str) -> None:
        """Add what was dropped or pasted: files, or a text."""
        if isinstance(dropped, str):
            if dropped.strip():
                self.bridge.add_text(dropped, "", self._next_name())
        elif projects := [Path(name) for name in dropped if name.endswith(SUFFIX) or is_project(Path(name))]:
            self.projects.open_path(projects[0])
            if len(dropped) > 1:
                self.banner.show_lines(
                    [self.tr("Opened {} alone: a project takes the place of what is open.").format(projects[0].name)]
                )
        elif dropped:
            packages = [Path(name) for name in dropped if holds_packages(Path(name))]
            memories = [Path(name) for name in dropped if name.lower().endswith(MEMORY)]
            articles = [Path(name) for name in dropped if Path(name) not in {*packages, *memories}]
            if packages:
                self.languages.install(packages)
            if memories:
                self.translations.take_in(memories)
            if articles:
                self.bridge.add_files(articles)

    def _next_name(self) -> str:
        return self.tr("Pasted {}").format(1 + sum(not a.path for a in self.bridge.state.articles.values()))

    @Slot(str)
    @Slot(str, str)
    def open_article(self, article_id: str, quote_id: str = "") -> None:
        """Open an article in a reader, with one of its quotes in view."""
        if article_id not in self.bridge.state.articles:
            return
        self.readers = [reader for reader in self.readers if not reader.gone]
        reader = next((reader for reader in self.readers if reader.article_id == article_id), None)
        if reader is None:
            reader = ReaderWindow(self.shell.appearance, article_id, self.shell, self.choices.settings.text_size)
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
        reader.show_quote(quote_id)
        reader.show()
        reader.raise_()
        reader.activateWindow()

    @Slot(str)
    def _read_base(self, utterance_id: str) -> None:
        utterance = self.bridge.state.utterances.get(utterance_id)
        if utterance is not None:
            base = utterance.renditions[utterance.base]
            self.open_article(base.article, base.quotes[0] if base.quotes else "")

    # What the table of actions names.

    def add_articles(self) -> None:
        """Ask for files and add them."""
        if names := ask_articles(self.shell):
            self.take_in(names)

    def paste_article(self) -> None:
        """Add what is on the clipboard: files, or a text."""
        data = QGuiApplication.clipboard().mimeData()
        files = tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile())
        self.take_in(files or data.text())

    def write_article(self) -> None:
        """Ask for a text and its outlet."""
        dialog = TextDialog("", self.shell)
        dialog.accepted.connect(self._add_written)
        dialog.open()

    @Slot()
    def _add_written(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, TextDialog):
            self.bridge.add_text(dialog.words.toPlainText(), dialog.outlet.text().strip(), self._next_name())

    def open_sample(self) -> None:
        """Open the first sample story."""
        for story in list_stories()[:1]:
            self.bridge.add_files(story.files)

    def save_report(self) -> None:
        """Ask for a place and save a report there."""
        if path := ask_report(self.shell, suggested_path(self.bridge.session, "report")):
            project = self.bridge.session.project
            log = project.steps() if project is not None else ()
            self.bridge.run(self.tr("Writing"), save_report(self.bridge.state, path, log=log), self._say_saved)

    @Slot(object)
    def _say_saved(self, path: object) -> None:
        self.shell.counts.setText(self.tr("Saved {}").format(path))

    def quit(self) -> None:
        """Ask about work that is under way and about what has no name, then close."""
        job = self.bridge.jobs.current
        if job is None:
            self.projects.may_close()
            return
        box = confirm_dialog(
            self.shell,
            self.tr("Crossquote is still at work: {}").format(job.step.label or job.label),
            self.tr("Finished steps are kept. What is still to come is not begun."),
            self.tr("Stop and close"),
        )
        box.accepted.connect(self._stop_and_close)
        box.open()

    @Slot()
    def _stop_and_close(self) -> None:
        if self.bridge.jobs.current is None:
            self.projects.may_close()
            return
        self.bridge.jobs.stop_all()
        self.shell.counts.setText(self.tr("Stopping…"))
        self.bridge.came_to_rest.connect(self.projects.may_close, Qt.ConnectionType.SingleShotConnection)

    @Slot()
    def _close(self) -> None:
        self.bridge.jobs.wait(_PATIENCE)
        for reader in self.readers:
            reader.close()
        self.help.close()
        self.choices.keep_window()
        self.shell.may_close = True
        self.shell.close()

    @Slot()
    def leave(self) -> None:
        """Close at once and ask nothing; work without a name is there the next time."""
        self.bridge.jobs.wait(_PATIENCE)
        self.projects.let_go()
        self._close()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.shell.search.setFocus()
        self.shell.search.selectAll()

    def open_palette(self) -> None:
        """Open the list of everything that can be done."""
        self._open(PaletteDialog(self.shell.actions_by_id, self.shell))

    def read_article(self) -> None:
        """Open the article of the current card, else the one selected in the list."""
        if self.workspace.articles.list.hasFocus() or self.workspace.comparison.current_article is None:
            self.workspace.articles.open_selected()
        else:
            self.workspace.comparison.open_current()

    def show_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        self._open(shortcuts_page(self.shell))

    def show_about(self) -> None:
        """Say what this program is."""
        self._open(about_page(self.shell))

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
