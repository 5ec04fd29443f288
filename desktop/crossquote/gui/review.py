"""Reviewing in the window: reasons, rules, notes, what was really said, and what has been done."""

import uuid
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.rule import RuleDialog, Scope
from crossquote.gui.messages import local_time
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.windows.shell import Shell
from crossquote.model.review import Rule, Ruling
from crossquote.model.utterance import Rendition
from crossquote.work import quotes, review

CARD_MENU = (
    ("read", "base"),
    ("faithful", "paraphrase", "distorted", "elsewhere", "no-verdict"),
    ("move", "split", "merge"),
    ("version", "others", "correct", "unmark"),
    ("note", "reference", "trail"),
)
FINDING_MENU = (("accept", "dismiss", "dismiss-reason", "reopen"), ("dismiss-alike", "rule"), ("why",))
REASONS = (
    "Same meaning",
    "Only style",
    "The machine translation's doing",
    "The outlet corrected it",
    "Not relevant here",
)
_ABOUT_RENDITION = ("verdicts", "rulings", "joined", "parted", "corrections", "notes", "pins", "references")


class Review(QObject):
    """Asks what reviewing needs to know, and hands it on."""

    def __init__(self, shell: Shell, bridge: Bridge, comparison: ComparisonPane) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._comparison = shell, bridge, comparison
        self._asked: Any = None
        self._rules: ListDialog | None = None
        comparison.card_menu_requested.connect(self._show_card_menu)
        comparison.finding_menu_requested.connect(self._show_finding_menu)
        bridge.changed.connect(self._show_rules)

    def dismiss_with_reason(self) -> None:
        """Dismiss the current finding, and say why."""
        found = self._comparison.current_finding
        if found is not None:
            question = Question(
                self.tr("Dismiss with a reason"),
                found.finding.message,
                self.tr("Dismiss"),
                found.decision.reason if found.decision else "",
                self.tr("Why does this not matter?"),
                REASONS,
            )
            self._ask(question, found.key).answered.connect(self._dismiss)

    @Slot(str)
    def _dismiss(self, reason: str) -> None:
        self._bridge.rule_on(self._asked, Ruling.DISMISSED, reason)

    def reopen(self) -> None:
        """Take back what was decided on the current finding."""
        found = self._comparison.current_finding
        if found is not None and found.decision is not None:
            self._bridge.rule_on(found.key, None)

    def make_rule(self) -> None:
        """Make a rule of the current finding."""
        found = self._comparison.current_finding
        if found is not None:
            dialog = RuleDialog(found.key, self._count, self._shell)
            dialog.wanted.connect(self._add_rule)
            self._open(dialog)

    def _count(self, scope: Scope) -> int:
        return review.silenced_by(self._bridge.state, _rule(scope))

    @Slot(object)
    def _add_rule(self, scope: Scope) -> None:
        rule = _rule(scope)
        self._bridge.keep(lambda session: review.add_rule(session, rule))

    def show_rules(self) -> None:
        """List the rules."""
        listing = Listing(
            self.tr("Rules"),
            self.tr("Findings that are not raised in this project."),
            (self.tr("Check"), self.tr("In the rendition"), self.tr("In the base"), self.tr("Silences"),
             self.tr("Reason"), self.tr("Made")),
            self.tr("Take back"),
            self.tr("Export…"),
            self.tr("No rules yet. Choose a finding, then Review → Make a rule."),
            4,
        )  # fmt: skip
        self._rules = dialog = ListDialog(listing, self._shell)
        dialog.acted.connect(self._take_back)
        dialog.other_wanted.connect(self._export_rules)
        dialog.finished.connect(self._forget_rules)
        self._show_rules()
        self._open(dialog)

    @Slot()
    @Slot(object)
    def _show_rules(self, _: object = None) -> None:
        if self._rules is not None:
            state = self._bridge.state
            counts = review.silenced_now(state)
            any_ = self.tr("any words")
            self._rules.show_lines(
                [
                    Line(
                        (rule.check, rule.text or any_, rule.base or any_, str(counts[rule.id]), rule.reason,
                         f"{rule.stamp.who}, {local_time(rule.stamp.at)}"),
                        rule.id,
                    )
                    for rule in state.rules.values()
                ]
            )  # fmt: skip

    @Slot()
    def _forget_rules(self) -> None:
        self._rules = None

    @Slot(object)
    def _take_back(self, rule_id: str) -> None:
        self._bridge.keep(lambda session: review.remove_rule(session, rule_id))

    @Slot()
    def _export_rules(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._shell, self.tr("Export rules"), "rules.json", "JSON (*.json)")
        if name:
            path, state = Path(name), self._bridge.state
            self._bridge.do(self.tr("Writing"), lambda: review.export_rules(state, path), self._say_written)

    @Slot(object)
    def _say_written(self, path: object) -> None:
        self._shell.counts.setText(self.tr("Saved {}").format(path))

    def write_note(self) -> None:
        """Write a note on the current rendition; where none is chosen, on the utterance."""
        rendition = self._comparison.current_rendition
        if rendition is not None:
            outlet = self._bridge.state.articles[rendition.article].outlet
            self._ask_note(f"quote:{rendition.quotes[0]}", self.tr("On the rendition of {}").format(outlet))
        else:
            self.note_utterance()

    def note_utterance(self) -> None:
        """Write a note on the utterance."""
        if key := self._comparison.utterance_id:
            self._ask_note(f"utterance:{key}", self.tr("On the whole utterance"))

    @Slot(str)
    def note_article(self, article_id: str) -> None:
        """Write a note on an article."""
        outlet = self._bridge.state.articles[article_id].outlet
        self._ask_note(f"article:{article_id}", self.tr("On the article of {}").format(outlet))

    def _ask_note(self, about: str, said: str) -> None:
        note = self._bridge.state.notes.get(about)
        hint = self.tr("An empty note is taken away")
        question = Question(self.tr("Note"), said, self.tr("Keep note"), note.text if note else "", hint)
        self._ask(question, about).answered.connect(self._write)

    @Slot(str)
    def _write(self, text: str) -> None:
        about = self._asked
        self._bridge.keep(lambda session: review.write_note(session, about, text))

    def give_reference(self) -> None:
        """Ask what was really said; everything is then compared with that."""
        if key := self._comparison.utterance_id:
            utterance = self._bridge.state.utterances[key]
            question = Question(
                self.tr("What was really said"),
                self.tr("Every rendition of this utterance is compared with it. Empty, it is taken back."),
                self.tr("Compare with this"),
                utterance.reference,
                self.tr("From the recording, the transcript or the speaker's own text, in the language you read in"),
            )
            self._ask(question, key).answered.connect(self._refer)

    @Slot(str)
    def _refer(self, text: str) -> None:
        key = self._asked
        self._bridge.edit(lambda session: quotes.give_reference(session, key, text))

    def show_trail(self) -> None:
        """List what has been done about the current rendition."""
        rendition, project = self._comparison.current_rendition, self._bridge.session.project
        if rendition is None or project is None:
            return
        ids = (*rendition.quotes, *rendition.reports)
        self._bridge.do(self.tr("Looking"), lambda: project.steps_about(_ABOUT_RENDITION, ids), self._list_trail)
        self._asked = rendition

    @Slot(object)
    def _list_trail(self, steps: Any) -> None:
        rendition = self._asked
        outlet = self._bridge.state.articles[rendition.article].outlet if isinstance(rendition, Rendition) else ""
        reason = f"\n{self.tr('Here because:')} {rendition.reason}" if rendition.reason else ""
        listing = Listing(
            self.tr("History of a rendition"),
            f"{outlet}: {' '.join(rendition.shown.split())[:200]}{reason}",
            (self.tr("What"), self.tr("Who"), self.tr("When")),
        )
        dialog = ListDialog(listing, self._shell)
        dialog.show_lines([Line((step.name, step.who, local_time(step.at)), step.number) for step in steps])
        self._open(dialog)

    def show_steps(self) -> None:
        """List every step; the user may go back to any, and on again."""
        project = self._bridge.session.project
        if project is not None:
            self._bridge.do(self.tr("Looking"), project.steps, self._list_steps)

    @Slot(object)
    def _list_steps(self, steps: Any) -> None:
        listing = Listing(
            self.tr("History"),
            self.tr("Every step, the latest first. Go back to any; the steps after it can be done again."),
            (self.tr("Step"), self.tr("Who"), self.tr("When")),
            self.tr("Go here"),
            empty=self.tr("Nothing has been done yet."),
        )
        dialog = ListDialog(listing, self._shell)
        lines = [Line((_step_name(step), step.who, local_time(step.at)), step.number, step.undone) for step in steps]
        beginning = [Line((self.tr("The beginning"), "", ""), 0)] if lines else []
        ahead = sum(step.undone for step in steps)
        dialog.show_lines([*reversed(lines), *beginning], ahead)
        dialog.acted.connect(self._go)
        dialog.acted.connect(dialog.accept)
        self._open(dialog)

    @Slot(object)
    def _go(self, number: int) -> None:
        self._bridge.keep(lambda session: session.go_to(number))

    @Slot(object)
    def _show_card_menu(self, at: QPoint) -> None:
        self._show_menu(CARD_MENU, at)

    @Slot(object)
    def _show_finding_menu(self, at: QPoint) -> None:
        self._show_menu(FINDING_MENU, at)

    def _show_menu(self, groups: tuple[tuple[str, ...], ...], at: QPoint) -> None:
        menu = QMenu(self._shell)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            for action in group:
                menu.addAction(self._shell.actions_by_id[action])
        menu.popup(at)

    def _ask(self, question: Question, asked: Any) -> AskDialog:
        """Ask; the answer belongs to `asked`."""
        self._asked = asked
        dialog = AskDialog(question, self._shell)
        self._open(dialog)
        return dialog

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _rule(scope: Scope) -> Rule:
    return Rule(uuid.uuid4().hex, scope.check, scope.base, scope.text, scope.reason, review.stamp())


def _step_name(step: Any) -> str:
    return f"{step.name}  (taken back)" if step.undone else str(step.name)
