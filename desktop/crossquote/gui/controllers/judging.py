"""Judging by key and menu: the finding or rendition that is current, or all that are chosen in the list."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from crossquote.gui.bridge import Bridge
from crossquote.gui.controllers.choices import Choices
from crossquote.gui.controllers.review import FINDING_MENU, Review
from crossquote.gui.granting import grants
from crossquote.gui.models.findings import FindingPlace
from crossquote.gui.views.findings import FindingsPane
from crossquote.gui.wishes.review import OfferForFindings
from crossquote.gui.words import say
from crossquote.model.review import FindingKey, Ruling, Verdict
from crossquote.work.edits.in_bulk import judge_all, rule_on_all

FINDINGS_MENU = (
    ("accept", "dismiss", "dismiss-reason", "reopen"),
    ("faithful", "paraphrase", "distorted", "elsewhere", "no-verdict"),
)


class Judging(QObject):
    """Hands on what is judged: to the comparison, or in bulk."""

    def __init__(self, review: Review, findings: FindingsPane, bridge: Bridge, choices: Choices) -> None:
        super().__init__(review)
        self._review, self._findings = review, findings
        self._bridge, self._choices = bridge, choices
        self._comparison = review.comparison

    @property
    def decided(self) -> bool:
        """Whether one of several that are chosen was decided on."""
        return any(reviewed.decision is not None for reviewed, _ in self._findings.selected())

    @property
    def judged(self) -> bool:
        """Whether one of several that are chosen is on a rendition that has a verdict."""
        state = self._bridge.state
        return any(state.verdict_on(rendition) is not None for _, rendition in self._findings.selected())

    def accept(self) -> None:
        """Accept what is chosen."""
        if self._findings.several:
            self._ruling(Ruling.ACCEPTED)()
        else:
            self._comparison.accept_finding()

    def dismiss(self) -> None:
        """Dismiss what is chosen."""
        if self._findings.several:
            self._ruling(Ruling.DISMISSED)()
        else:
            self._comparison.dismiss_finding()

    def dismiss_with_reason(self) -> None:
        """Dismiss what is chosen, and say why."""
        if self._findings.several:
            about = say("window.review.several-findings", number=len(self._findings.selected()))
            self._review.ask_reason(about, "", self._ruling(Ruling.DISMISSED))
        else:
            self._review.dismiss_with_reason()

    def reopen(self) -> None:
        """Take back what was decided on what is chosen."""
        if self._findings.several:
            self._ruling(None)()
        else:
            self._review.reopen()

    def faithful(self) -> None:
        """Judge that it says what the base says."""
        self._judge(Verdict.FAITHFUL)

    def paraphrase(self) -> None:
        """Judge that it says it in other words."""
        self._judge(Verdict.PARAPHRASE)

    def distorted(self) -> None:
        """Judge that it says something else."""
        self._judge(Verdict.DISTORTED)

    def elsewhere(self) -> None:
        """Judge that it is another utterance."""
        self._judge(Verdict.ELSEWHERE)

    def nothing(self) -> None:
        """Take verdicts back."""
        self._judge(None)

    def _ruling(self, ruling: Ruling | None) -> Callable[..., None]:
        """Return what rules on all that is chosen now, whatever is chosen once a reason was told."""
        keys = [reviewed.key for reviewed, _ in self._findings.selected()]
        return partial(self._rule, ruling, keys, self._findings.selected_entries()[-1].place)

    def _rule(self, ruling: Ruling | None, keys: Sequence[FindingKey], last: FindingPlace, reason: str = "") -> None:
        if ruling is not None:
            self._comparison.ruled_by_key.emit(last)
        decide = partial(self._bridge.keep, lambda session: rule_on_all(session, keys, ruling, reason))
        self._choices.name_first(decide)

    def _judge(self, verdict: Verdict | None) -> None:
        if not self._findings.several:
            self._comparison.judge_current(verdict)
            return
        renditions = [rendition for _, rendition in self._findings.selected()]
        self._choices.name_first(partial(self._bridge.keep, lambda session: judge_all(session, renditions, verdict)))

    @grants(OfferForFindings)
    def _offer(self, wish: OfferForFindings) -> None:
        self._review.menu(FINDINGS_MENU if wish.several else FINDING_MENU).popup(wish.at)
