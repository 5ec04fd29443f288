"""Reviewing in the window: reasons, rules, notes, what was really said, and what has been done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.dialogs.ask import AskDialog, Question
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.granting import grants
from crossquote.gui.messages import local_time
from crossquote.gui.models.findings import FindingPlace
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.articles import NoteArticle
from crossquote.gui.wishes.review import DismissAlike, Judge, OfferForFinding, OfferForRendition, PinBase, RuleOn
from crossquote.gui.words import say, say_message
from crossquote.message import message
from crossquote.model.review import FindingKey, Ruling, about_finding
from crossquote.model.step import StepName
from crossquote.model.utterance import Rendition
from crossquote.work.edits import articles as edit
from crossquote.work.edits import quotes, review
from crossquote.work.session import Session

CARD_MENU = (
    ("read", "copy", "base", "unpin"),
    ("faithful", "paraphrase", "distorted", "elsewhere", "no-verdict"),
    ("move", "split", "merge"),
    ("version", "others", "around", "correct", "unmark"),
    ("note", "reference", "trail"),
)
FINDING_MENU = (("accept", "dismiss", "dismiss-reason", "reopen"), ("dismiss-alike", "rule"), ("note-finding", "why"))
_COPY = "edit-copy"
"""What Qt calls its own action in the menu of a text."""
_ABOUT_RENDITION = ("verdicts", "rulings", "joined", "parted", "corrections", "notes", "pins", "references")


class Review(QObject):
    """Asks what reviewing needs to know, and hands it on."""

    def __init__(self, shell: Shell, bridge: Bridge, comparison: ComparisonPane, choices: Choices) -> None:
        super().__init__(shell)
        self._choices = choices
        self._shell, self._bridge, self.comparison = shell, bridge, comparison

    def dismiss_with_reason(self) -> None:
        """Dismiss the current finding, and say why."""
        found = self.comparison.current_finding
        if found is not None:
            reason = found.decision.reason if found.decision else ""
            dismiss = partial(self._dismiss, found.key, self.comparison.current_place)
            self.ask_reason(say_message(found.finding.message), reason, dismiss)

    def ask_reason(self, about: str, reason: str, answer: Callable[[str], object]) -> None:
        """Ask why what it is `about` is dismissed; `reason` was given before."""
        question = Question(
            say("window.review.dismiss-with-a-reason"),
            about,
            say("window.review.dismiss"),
            reason,
            say("window.review.why-does-this-not-matter"),
            (
                say("window.review.reason-same"),
                say("window.review.reason-style"),
                say("window.review.reason-machine"),
                say("window.review.reason-corrected"),
                say("window.review.reason-not-relevant"),
            ),
        )
        self._ask(question, answer)

    def _dismiss(self, key: FindingKey, place: FindingPlace | None, reason: str) -> None:
        self.comparison.ruled_by_key.emit(place)
        self.rule_on(RuleOn(key, Ruling.DISMISSED, reason))

    def reopen(self) -> None:
        """Take back what was decided on the current finding."""
        found = self.comparison.current_finding
        if found is not None and found.decision is not None:
            self.rule_on(RuleOn(found.key, None))

    def write_note(self) -> None:
        """Write a note on the current rendition; where none is chosen, on the utterance."""
        rendition = self.comparison.current_rendition
        if rendition is not None:
            outlet = self._bridge.state.articles[rendition.article].outlet
            self._ask_note(f"quote:{rendition.quotes[0]}", say("window.review.on-the-rendition-of", outlet=outlet))
        else:
            self.note_utterance()

    def note_finding(self) -> None:
        """Write a note on the current finding."""
        found = self.comparison.current_finding
        if found is not None:
            self._ask_note(about_finding(found.key), say("window.review.on-the-finding", finding=found.finding.message))

    def note_utterance(self) -> None:
        """Write a note on the utterance."""
        if key := self.comparison.utterance_id:
            self._ask_note(f"utterance:{key}", say("window.review.on-the-whole-utterance"))

    @grants(NoteArticle)
    def note_article(self, wish: NoteArticle) -> None:
        """Write a note on an article."""
        article = self._bridge.state.articles.get(wish.article)
        if article is not None:
            said = say("window.review.on-the-article-of", outlet=article.outlet)
            self._ask_note(f"article:{wish.article}", said)

    def _ask_note(self, about: str, said: str, written: str = "") -> None:
        note = self._bridge.state.notes.get(about)
        hint = say("window.review.note-hint")
        question = Question(
            say("window.review.note"), said, say("window.review.keep-note"), note.text if note else "", hint
        )
        self._ask(question, partial(self._write, about, said), written)

    def _write(self, about: str, said: str, text: str) -> None:
        self._choices.name_first(partial(self._keep_note, about, said, text))

    def _keep_note(self, about: str, said: str, text: str) -> None:
        """Keep a note; where that can't be done, give back what was written."""
        keeping = self._bridge.keep(lambda session: review.write_note(session, about, text))
        keeping.failed.connect(lambda _: self._ask_note(about, said, text))

    def give_reference(self) -> None:
        """Ask what was really said; everything is then compared with that."""
        if key := self.comparison.utterance_id:
            self._ask_reference(key)

    def _ask_reference(self, key: str, written: str = "") -> None:
        utterance = self._bridge.state.utterances.get(key)
        question = Question(
            say("window.review.what-was-really-said"),
            say("window.review.reference-about"),
            say("window.review.compare-with-this"),
            utterance.reference if utterance is not None else "",
            say("window.review.reference-hint"),
        )
        self._ask(question, partial(self._refer, key), written)

    def _refer(self, key: str, text: str) -> None:
        giving = self._bridge.decide(lambda session: quotes.give_reference(session, key, text))
        giving.failed.connect(lambda _: self._ask_reference(key, text))

    def show_trail(self) -> None:
        """List what has been done about the current rendition."""
        rendition = self.comparison.current_rendition
        if rendition is not None and self._bridge.session.project is not None:
            ids = (*rendition.quotes, *rendition.reports)
            looking = self._bridge.keep(partial(_steps_about, ids), message("window.review.looking"))
            looking.then(partial(self._list_trail, rendition))

    def _list_trail(self, rendition: Rendition, steps: Sequence[StepName]) -> None:
        article = self._bridge.state.articles.get(rendition.article)
        outlet = article.outlet if article is not None else ""
        reason = (
            "\n" + say("window.review.here-because", reason=say_message(rendition.reason).replace("*", ""))
            if rendition.reason
            else ""
        )
        about = say("window.review.trail-of", outlet=outlet, words=" ".join(rendition.shown.split())[:200]) + reason
        listing = Listing(
            say("window.review.history-of-a-rendition"),
            about,
            (say("window.review.what"), say("window.review.who"), say("window.review.when")),
            empty=f"{about}\n{say('window.review.nothing-has-been-done-yet')}",
        )
        dialog: ListDialog[int] = ListDialog(listing, self._shell)
        dialog.show_lines(
            [Line((say_message(step.name), step.who, local_time(step.at)), step.number) for step in steps]
        )
        open_dialog(dialog)

    def show_steps(self) -> None:
        """List every step; the user may go back to any, and on again."""
        if self._bridge.session.project is not None:
            self._bridge.keep(_steps, message("window.review.looking")).then(self._list_steps)

    def _list_steps(self, steps: Sequence[StepName]) -> None:
        listing = Listing(
            say("window.review.history"),
            say("window.review.history-about"),
            (say("window.review.step"), say("window.review.who"), say("window.review.when")),
            say("window.review.go-here"),
            empty=say("window.review.nothing-has-been-done-yet"),
            weighty=True,
        )
        dialog: ListDialog[int] = ListDialog(listing, self._shell)
        named = (
            (say("window.review.taken-back", step=step.name) if step.undone else say_message(step.name), step)
            for step in steps
        )
        lines = [Line((name, step.who, local_time(step.at)), step.number, step.undone) for name, step in named]
        beginning = [Line((say("window.review.the-beginning"), "", ""), 0)] if lines else []
        ahead = sum(step.undone for step in steps)
        dialog.show_lines([*reversed(lines), *beginning], ahead)
        dialog.when_answered(self._go)
        dialog.answered.connect(dialog.accept)
        open_dialog(dialog)

    def _go(self, number: int) -> None:
        self._bridge.keep(lambda session: session.go_to(number))

    @grants(OfferForRendition)
    def _offer_for_rendition(self, wish: OfferForRendition) -> None:
        if wish.words is None:
            self.menu(CARD_MENU).popup(wish.at)
            return
        menu = wish.words.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for own in (action for action in menu.actions() if action.objectName() == _COPY):
            menu.removeAction(own)  # ours copies what is selected, and where nothing is, the quotation
        self._fill(menu, CARD_MENU)
        menu.popup(wish.at)

    @grants(OfferForFinding)
    def _offer_for_finding(self, wish: OfferForFinding) -> None:
        self.menu(FINDING_MENU).popup(wish.at)

    @grants(Judge)
    def _judge(self, wish: Judge) -> None:
        self._decide(lambda session: review.judge(session, wish.rendition, wish.verdict))

    @grants(RuleOn)
    def rule_on(self, wish: RuleOn) -> None:
        """Accept or dismiss a finding, or open it again."""
        self._decide(lambda session: review.rule_on(session, wish.finding, wish.ruling, wish.reason))

    @grants(DismissAlike)
    def _dismiss_alike(self, wish: DismissAlike) -> None:
        self._decide(lambda session: review.dismiss_alike(session, wish.utterance, wish.check))

    def _decide(self, decision: Callable[[Session], object]) -> None:
        """Keep a decision under the user's name, which is asked for before the first."""
        self._choices.name_first(partial(self._bridge.keep, decision))

    @grants(PinBase)
    def _pin_base(self, wish: PinBase) -> None:
        if wish.article:
            self._bridge.decide(lambda session: edit.pin_base(session, wish.utterance, wish.article))
        else:
            self._bridge.decide(lambda session: edit.unpin_base(session, wish.utterance))

    def menu(self, groups: tuple[tuple[str, ...], ...]) -> QMenu:
        """Return a menu of the actions in `groups` that apply now."""
        menu = QMenu(self._shell)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, groups)
        return menu

    def _fill(self, menu: QMenu, groups: tuple[tuple[str, ...], ...]) -> None:
        """Add the actions in `groups` that apply now."""
        for group in groups:
            fitting = [action for name in group if (action := self._shell.actions_by_id[name]).isEnabled()]
            if fitting and not menu.isEmpty():
                menu.addSeparator()
            menu.addActions(fitting)

    def _ask(self, question: Question, answer: Callable[[str], object], written: str = "") -> None:
        """Ask; `answer` takes what is said, and knows what was asked. What was `written` before could not be kept."""
        dialog = AskDialog(question, self._shell)
        if written:
            dialog.write(written)
        dialog.answered.connect(answer)
        open_dialog(dialog)


def _steps(session: Session) -> Sequence[StepName]:
    """Return what has been done; nothing where nothing is kept."""
    return session.project.steps() if session.project is not None else ()


def _steps_about(ids: Sequence[str], session: Session) -> Sequence[StepName]:
    """Return what has been done about the rendition of some quotes."""
    return session.project.steps_about(_ABOUT_RENDITION, ids) if session.project is not None else ()
