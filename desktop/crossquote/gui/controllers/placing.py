"""Placing quotes in the window: marked, corrected, brought to another utterance, taken out of one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.quote import HomeOffer, QuoteDialog, Told, Wording
from crossquote.gui.jobs import Job
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.windows.shell import Shell
from crossquote.gui.words import say, say_message
from crossquote.model.changes import Changes
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import Work
from crossquote.work.edits import quotes
from crossquote.work.edits.partners import Partner, likely_partners, place_new
from crossquote.work.session import Session


@dataclass(frozen=True, slots=True)
class _Moving:
    """What is to be brought to another utterance: how the list is headed, and what brings it to a quote's."""

    title: str
    act: str
    about: str
    bring: Callable[[Session, str], Work[Changes]]


class Placing(QObject):
    """Asks where quotes belong and what they are; says which utterance, or which new quote, to show when done."""

    placed = Signal(str)
    marked = Signal(str, str)

    def __init__(self, shell: Shell, bridge: Bridge, comparison: ComparisonPane) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._comparison = shell, bridge, comparison
        self._moving: _Moving | None = None
        self._followed = ""
        self._told_of: tuple[str, Span | None] = ("", None)
        self._asking: QuoteDialog | None = None
        self._asker: QWidget = shell

    def move(self) -> None:
        """Bring the current rendition to another utterance."""
        rendition, key = self._comparison.current_rendition, self._comparison.utterance_id
        if rendition is not None and key is not None:
            article = rendition.article
            about = f"{self._bridge.state.articles[article].outlet}: {_quoted(rendition.shown)}"
            self._look(rendition.quotes[0], self._to_another(about, _rendition_mover(key, article)))

    def merge(self) -> None:
        """Bring the whole utterance to another."""
        key = self._comparison.utterance_id
        if key is not None:
            utterance = self._bridge.state.utterances[key]
            base = utterance.renditions[utterance.base]
            title, act = say("window.placing.merge-with-another-utterance"), say("window.placing.merge")
            self._look(base.quotes[0], _Moving(title, act, _quoted(base.shown), _merger(key)))

    @Slot(str)
    def move_quote(self, quote_id: str) -> None:
        """Bring one quote to another utterance."""
        quote = self._bridge.state.quotes.get(quote_id)
        if quote is not None:
            words = quote.text(self._bridge.state.articles[quote.article].text)
            self._look(quote_id, self._to_another(_quoted(words), _quote_mover(quote_id)))

    def _to_another(self, about: str, bring: Callable[[Session, str], Work[Changes]]) -> _Moving:
        return _Moving(say("window.placing.move-to-another-utterance"), say("window.placing.move-here"), about, bring)

    def _look(self, quote: str, moving: _Moving) -> None:
        self._note_asker()
        self._moving = moving
        state = self._bridge.state
        self._bridge.do(say("window.placing.looking"), lambda: likely_partners(state, quote), self._offer)

    @Slot(object)
    def _offer(self, partners: Any) -> None:
        moving, state = self._moving, self._bridge.state
        if moving is None:
            return
        columns = (
            say("window.placing.utterance"),
            say("window.placing.speaker"),
            say("window.placing.articles"),
            say("window.placing.why-it-may-belong-there"),
        )
        empty = say("window.placing.there-is-no-other-utterance")
        listing = Listing(moving.title, moving.about, columns, moving.act, empty=empty)
        dialog = ListDialog(listing, self._over())
        dialog.show_lines([_line(state, partner) for partner in partners if partner.utterance in state.utterances])
        dialog.acted.connect(self._bring)
        dialog.acted.connect(dialog.accept)
        self._open(dialog)

    @Slot(object)
    def _bring(self, other: str) -> None:
        if self._moving is not None:
            self._bring_by(self._moving.bring, other)

    def _bring_by(self, bring: Callable[[Session, str], Work[Changes]], other: str) -> None:
        self._followed = other
        self._follow(self._bridge.edit(lambda session: bring(session, other)))

    @Slot(str, str)
    def bring_article(self, article: str, other_utterance: str) -> None:
        """Bring a rendition of the shown utterance, dropped on another utterance, there."""
        key, target = self._comparison.utterance_id, self._bridge.state.utterances.get(other_utterance)
        if key is not None and target is not None and key != other_utterance:
            self._bring_by(_rendition_mover(key, article), target.renditions[target.base].quotes[0])

    @Slot(str, str)
    def bring_utterance(self, key: str, other_utterance: str) -> None:
        """Bring a whole utterance, dropped on another, there."""
        state = self._bridge.state
        if key in state.utterances and other_utterance in state.utterances and key != other_utterance:
            target = state.utterances[other_utterance]
            self._bring_by(_merger(key), target.renditions[target.base].quotes[0])

    def split(self) -> None:
        """Take the current rendition out of its utterance."""
        rendition, key = self._comparison.current_rendition, self._comparison.utterance_id
        if rendition is not None and key is not None:
            article = rendition.article
            self._followed = rendition.quotes[0]
            self._follow(self._bridge.edit(lambda session: quotes.part_rendition(session, key, article)))

    @Slot(str)
    def part_quote(self, quote_id: str) -> None:
        """Take one quote out of its utterance."""
        self._followed = quote_id
        self._follow(self._bridge.edit(lambda session: quotes.part_quote(session, quote_id)))

    def correct(self) -> None:
        """Correct speaker and kind of the current rendition's quote."""
        rendition = self._comparison.current_rendition
        if rendition is not None:
            self.correct_quote(rendition.quotes[0])

    def unmark(self) -> None:
        """Take it from the user that the current rendition is no quote."""
        rendition = self._comparison.current_rendition
        if rendition is not None:
            self._bridge.edit(lambda session: quotes.unmark_quotes(session, rendition.quotes))

    @Slot(str)
    def unmark_quote(self, quote_id: str) -> None:
        """Take it from the user that this is no quote."""
        self._bridge.edit(lambda session: quotes.unmark_quotes(session, (quote_id,)))

    @Slot(str)
    @Slot(str, object)
    def correct_quote(self, quote_id: str, selected: Span | None = None) -> None:
        """Ask what is right of a quote; `selected` may be its place."""
        self._note_asker()
        state = self._bridge.state
        quote = state.quotes.get(quote_id)
        if quote is None:
            return
        text = state.articles[quote.article].text
        known = Wording(
            quote.text(text),
            quote.speaker.name if quote.speaker else "",
            quote.kind,
            self._speakers(),
            selected.of(text) if selected else "",
        )
        self._told_of = (quote_id, selected)
        dialog = QuoteDialog(say("window.placing.correct-quote"), known, self._over())
        dialog.told.connect(self._correct)
        self._open(dialog)

    @Slot(object)
    def _correct(self, told: Told) -> None:
        (quote_id, selected), self._followed = self._told_of, self._told_of[0]
        span = selected if told.moved else None
        quote = self._bridge.state.quotes.get(quote_id)
        if quote is None:
            return
        before = quote.speaker.name if quote.speaker else ""
        speaker = told.speaker if told.speaker != before else None
        kind = told.kind if told.kind is not quote.kind else None
        if span is not None or speaker is not None or kind is not None:
            self._follow(
                self._bridge.edit(
                    lambda session: quotes.correct_quote(session, quote_id, span=span, kind=kind, speaker=speaker)
                )
            )

    @Slot(str, object)
    def mark_quote(self, article_id: str, span: Span) -> None:
        """Ask who said the words at `span` and to which utterance they belong, then take them as a quote."""
        self._note_asker()
        state, translator = self._bridge.state, self._bridge.session.translator
        self._told_of = (article_id, span)
        known = Wording(span.of(state.articles[article_id].text), "", QuoteKind.DIRECT, self._speakers(), new=True)
        self._asking = dialog = QuoteDialog(say("window.placing.mark-as-quote"), known, self._over())
        dialog.told.connect(self._mark)
        dialog.finished.connect(self._forget)
        self._open(dialog)
        quote = quotes.marked(state, article_id, span)
        self._bridge.run(say("window.placing.looking"), place_new(state, quote, translator), self._offer_homes)

    def _open(self, dialog: QDialog) -> None:
        """Open a dialog; once closed it is gone."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _over(self) -> QWidget:
        """Return the window that a dialog belongs before: the one that the wish came from."""
        return self._asker if self._asker.isVisible() else self._shell

    def _note_asker(self) -> None:
        """Keep in mind which window a wish comes from: a reader, else the main one."""
        asker = self.sender()
        self._asker = asker if isinstance(asker, QWidget) and asker.isWindow() else self._shell

    @Slot(object)
    def _offer_homes(self, placement: Any) -> None:
        """Let the dialog offer where the words may belong, once that is known."""
        if self._asking is not None:
            state = self._bridge.state
            homes = [
                HomeOffer(partner.quote, _line(state, partner).cells[0], say_message(partner.reason).replace("*", ""))
                for partner in placement.partners
                if partner.utterance in state.utterances
            ]
            self._asking.offer(homes, placement.chosen)

    @Slot()
    def _forget(self) -> None:
        self._asking = None

    @Slot(object)
    def _mark(self, told: Told) -> None:
        article, span = self._told_of
        if span is not None:
            self._followed = quotes.marked(self._bridge.state, article, span).id
            job = self._bridge.edit(
                lambda session: quotes.mark_quote(session, article, span, told.speaker, told.kind, told.home)
            )
            job.finished.connect(self._show_marked)

    @Slot(object)
    def _show_marked(self, _: object) -> None:
        """Say which quote is new."""
        quote = self._bridge.state.quotes.get(self._followed)
        if quote is not None:
            self.marked.emit(quote.article, quote.id)

    def _speakers(self) -> list[str]:
        names = {quote.speaker.name for quote in self._bridge.state.quotes.values() if quote.speaker}
        return sorted(names, key=str.casefold)

    def _follow(self, job: Job) -> None:
        job.finished.connect(self._show_followed)

    @Slot(object)
    def _show_followed(self, _: object) -> None:
        """Say which utterance what was moved or corrected belongs to now."""
        for utterance in self._bridge.state.utterances.values():
            if any(self._followed in (*one.quotes, *one.reports) for one in utterance.renditions):
                self.placed.emit(utterance.id)


def _quoted(words: str) -> str:
    return say("window.quoted", words=" ".join(words.split())[:200])


def _line(state: State, partner: Partner) -> Line:
    """Return the line of an utterance that something may be brought to."""
    utterance = state.utterances[partner.utterance]
    words = " ".join(utterance.renditions[utterance.base].shown.split())
    cells = (
        words,
        utterance.speaker or "–",
        str(len(utterance.renditions)),
        say_message(partner.reason).replace("*", ""),
    )
    return Line(cells, partner.quote)


def _rendition_mover(key: str, article: str) -> Callable[[Session, str], Work[Changes]]:
    return lambda session, other: quotes.move_rendition(session, key, article, other)


def _merger(key: str) -> Callable[[Session, str], Work[Changes]]:
    return lambda session, other: quotes.merge_utterances(session, key, other)


def _quote_mover(quote_id: str) -> Callable[[Session, str], Work[Changes]]:
    return lambda session, other: quotes.move_quote(session, quote_id, other)
