"""Rules in the window: made of a finding, listed with what they silence, taken back, exported and imported."""

import uuid
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from crossquote.files import agreed_at
from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.dialogs.listing import Deed, Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.rule import RuleDialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.messages import local_time
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.checks import ExportRules, ImportRules, MakeRule
from crossquote.gui.words import say, say_fact, say_joined
from crossquote.message import message
from crossquote.model.review import Rule
from crossquote.wording.joining import Joint
from crossquote.work.edits import review, rules


class Rules(QObject):
    """Asks which findings are not to be raised any more."""

    def __init__(
        self, shell: Shell, bridge: Bridge, comparison: ComparisonPane, choices: Choices, wishes: Wishes
    ) -> None:
        super().__init__(shell)
        self._choices = choices
        self._shell, self._bridge, self._comparison, self._wishes = shell, bridge, comparison, wishes
        self._list: ListDialog[str] | None = None
        bridge.changed.connect(self._show_rules)

    def make(self) -> None:
        """Make a rule of the current finding."""
        found = self._comparison.current_finding
        if found is not None:
            dialog = RuleDialog(found.key, self._count, self._shell)
            dialog.wished.connect(self._wishes.grant)
            open_dialog(dialog)

    def _count(self, wish: MakeRule) -> int:
        return review.silenced_by(self._bridge.state, _rule(wish))

    @grants(MakeRule)
    def _add_rule(self, wish: MakeRule) -> None:
        rule = _rule(wish)
        self._choices.name_first(partial(self._bridge.keep, lambda session: review.add_rule(session, rule)))

    def show(self) -> None:
        """List the rules."""
        listing = Listing(
            say("window.rules.rules"),
            say("window.rules.about"),
            _columns(),
            say("window.rules.take-back"),
            Deed(say("window.rules.export"), ExportRules()),
            say("window.rules.no-rules"),
            4,
            Deed(say("window.rules.import"), ImportRules()),
            weighty=True,
        )
        dialog: ListDialog[str] = ListDialog(listing, self._shell)
        self._list = dialog
        dialog.when_answered(self._take_back)
        dialog.wished.connect(self._wishes.grant)
        dialog.finished.connect(self._forget_rules)
        self._show_rules()
        open_dialog(dialog)

    @Slot()
    @Slot(object)
    def _show_rules(self, _: object = None) -> None:
        if self._list is not None:
            state = self._bridge.state
            counts = review.silenced_now(state)
            self._list.show_lines([self._line(rule, counts[rule.id]) for rule in state.rules.values()])

    @Slot()
    def _forget_rules(self) -> None:
        self._list = None

    def _take_back(self, rule_id: str) -> None:
        self._bridge.keep(lambda session: review.remove_rule(session, rule_id))

    @grants(ExportRules)
    def _export_rules(self, _wish: ExportRules) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._shell, say("window.rules.export-rules"), "rules.json", say("window.rules.file-kind")
        )
        if name:
            path, state = Path(name), self._bridge.state
            writing = self._bridge.do(
                message("window.rules.writing"), partial(review.export_rules, state, path, agreed_at(path))
            )
            writing.then(self._say_written)

    def _say_written(self, path: Path) -> None:
        self._shell.counts.show_text(say("window.saved", file=str(path)))

    @grants(ImportRules)
    def _import_rules(self, _wish: ImportRules) -> None:
        self.take_in()

    def take_in(self) -> None:
        """Ask for a file of rules, and show what they would silence."""
        name, _ = QFileDialog.getOpenFileName(
            self._over(), say("window.rules.import-rules"), "", say("window.rules.file-kind")
        )
        if name:
            path, state = Path(name), self._bridge.state
            self._bridge.do(message("window.rules.reading"), partial(rules.look_at, state, path)).then(self._preview)

    def _preview(self, offer: rules.OfferedRules) -> None:
        """Show the rules of a file before any of them holds."""
        about = say(
            "window.rules.about-import",
            file=offer.path.name,
            new=len(offer.rules),
            known=offer.known,
            silenced=offer.together,
        )
        listing = Listing(
            say("window.rules.import-rules"),
            about,
            _columns(),
            say("window.rules.import-all"),
            empty=say("window.rules.nothing-new", file=offer.path.name),
            wide=4,
            weighty=True,
        )
        dialog: ListDialog[str] = ListDialog(listing, self._over())
        dialog.show_lines(
            [
                self._line(rule, silenced)
                for rule, silenced in sorted(zip(offer.rules, offer.silenced, strict=True), key=lambda pair: -pair[1])
            ]
        )
        dialog.answered.connect(partial(self._take, offer.rules))
        dialog.answered.connect(dialog.accept)
        open_dialog(dialog)

    def _take(self, offered: tuple[Rule, ...], _: object = None) -> None:
        self._bridge.keep(lambda session: rules.import_rules(session, offered))

    def _line(self, rule: Rule, silenced: int) -> Line[str]:
        any_ = say("window.rules.any-words")
        made = say_joined((rule.stamp.who, local_time(rule.stamp.at)), Joint.PART)
        return Line(
            (say_fact(rule.check, "check"), rule.text or any_, rule.base or any_, str(silenced), rule.reason, made),
            rule.id,
        )

    def _over(self) -> QWidget:
        return self._list or self._shell


def _rule(wish: MakeRule) -> Rule:
    return Rule(uuid.uuid4().hex, wish.check, wish.base, wish.text, wish.reason, review.stamp())


def _columns() -> tuple[str, ...]:
    """Return the heads of a list of rules."""
    return (
        say("window.rules.check"),
        say("window.rules.in-the-rendition"),
        say("window.rules.in-the-base"),
        say("window.rules.silences"),
        say("window.rules.reason"),
        say("window.rules.made"),
    )
