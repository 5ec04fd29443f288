"""Placing quotes in the window: marked, corrected, brought to another utterance, taken out of one."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.quote import HomeOffer, QuoteDialog, Told, Wording
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.quotes import (
    BringArticle,
    BringUtterance,
    CorrectQuote,
    GiveCue,
    KeepApart,
    MarkQuote,
    MoveBounds,
    MoveQuote,
    NameSpeaker,
    PartQuote,
    UnmarkQuote,
)
from crossquote.gui.words import say, say_joined, say_message
from crossquote.message import message
from crossquote.model.changes import Changes
from crossquote.model.quote import QuoteKind
from crossquote.model.state import State
from crossquote.progress import Work
from crossquote.text.visible import written
from crossquote.wording.joining import Joint
from crossquote.work.edits import quotes
from crossquote.work.edits.partners import Partner, Placement, likely_partners, place_new
from crossquote.work.session import Session
from crossquote.work.stages.who_speaks import who_is_shown

Bring = Callable[[Session, str], Work[Changes]]
"""What brings something to the utterance of a quote."""


class _Moving(Struct, frozen=True):
    """What is brought to another utterance: how the list is headed, what brings it there, who asks, whose it is."""

    title: str
    act: str
    about: str
    bring: Bring
    asker: QWidget
    article: str


class Placing(QObject):
    """Asks where quotes belong and what they are; says which utterance, or which new quote, to show when done.

    Where one article's rendition was placed, it says of which article.
    """

    placed = Signal(str, str)
    marked = Signal(str, str)

    def __init__(self, shell: Shell, bridge: Bridge, comparison: ComparisonPane, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._comparison, self._wishes = shell, bridge, comparison, wishes

    def move(self) -> None:
        """Bring the current rendition to another utterance."""
        rendition, key = self._comparison.current_rendition, self._comparison.utterance_id
        if rendition is not None and key is not None:
            article = rendition.article
            about = say_joined((self._bridge.state.articles[article].outlet, _quoted(rendition.shown)), Joint.ABOUT)
            self._look(rendition.quotes[0], _to_another(about, _rendition_mover(key, article), self._shell, article))

    def merge(self) -> None:
        """Bring the whole utterance to another."""
        key = self._comparison.utterance_id
        if key is not None:
            utterance = self._bridge.state.utterances[key]
            base = utterance.renditions[utterance.base]
            title, act = say("window.placing.merge-with-another-utterance"), say("window.placing.merge")
            moving = _Moving(title, act, _quoted(base.shown), _merger(key), self._shell, base.article)
            self._look(base.quotes[0], moving)

    @grants(MoveQuote)
    def _move_quote(self, wish: MoveQuote) -> None:
        quote = self._bridge.state.quotes.get(wish.quote)
        if quote is not None:
            words = quote.text(self._bridge.state.articles[quote.article].text)
            moving = _to_another(_quoted(words), _quote_mover(quote.id), self._wishes.asker, quote.article)
            self._look(quote.id, moving)

    def _look(self, quote: str, moving: _Moving) -> None:
        looking = self._bridge.do(
            message("window.placing.looking"), partial(likely_partners, self._bridge.state, quote)
        )
        looking.then(partial(self._offer, moving))
        self._bridge.expect_edits()

    def _offer(self, moving: _Moving, partners: Sequence[Partner]) -> None:
        state = self._bridge.state
        columns = (
            say("window.placing.utterance"),
            say("window.placing.speaker"),
            say("window.placing.articles"),
            say("window.placing.why-it-may-belong-there"),
        )
        empty = say("window.placing.there-is-no-other-utterance")
        listing = Listing(moving.title, moving.about, columns, moving.act, empty=empty)
        dialog: ListDialog[str] = ListDialog(listing, self._over(moving.asker))
        dialog.show_lines([_line(state, partner) for partner in partners if partner.utterance in state.utterances])
        dialog.when_answered(partial(self._bring, moving.bring, moving.article))
        dialog.answered.connect(dialog.accept)
        open_dialog(dialog)

    def _bring(self, bring: Bring, article: str, other: str) -> None:
        self._bridge.decide(lambda session: bring(session, other)).then(partial(self._show_placed, other, article))

    @grants(BringArticle)
    def _bring_article(self, wish: BringArticle) -> None:
        """Bring a rendition of the shown utterance, dropped on another utterance, there."""
        key, target = self._comparison.utterance_id, self._bridge.state.utterances.get(wish.utterance)
        if key is not None and target is not None and key != wish.utterance:
            self._bring(_rendition_mover(key, wish.article), wish.article, target.renditions[target.base].quotes[0])

    @grants(BringUtterance)
    def _bring_utterance(self, wish: BringUtterance) -> None:
        """Bring a whole utterance, dropped on another, there."""
        utterances = self._bridge.state.utterances
        if wish.utterance in utterances and wish.other in utterances and wish.utterance != wish.other:
            brought, target = utterances[wish.utterance], utterances[wish.other]
            article = brought.renditions[brought.base].article
            self._bring(_merger(wish.utterance), article, target.renditions[target.base].quotes[0])

    @grants(KeepApart)
    def _keep_apart(self, wish: KeepApart) -> None:
        utterances = self._bridge.state.utterances
        if wish.utterance in utterances and wish.other in utterances:
            self._bridge.decide(lambda session: quotes.keep_apart(session, wish.utterance, wish.other))

    def split(self) -> None:
        """Take the current rendition out of its utterance."""
        rendition, key = self._comparison.current_rendition, self._comparison.utterance_id
        if rendition is not None and key is not None:
            article = rendition.article
            parting = self._bridge.decide(lambda session: quotes.part_rendition(session, key, article))
            parting.then(partial(self._show_placed, rendition.quotes[0], article))

    @grants(PartQuote)
    def _part_quote(self, wish: PartQuote) -> None:
        parting = self._bridge.decide(lambda session: quotes.part_quote(session, wish.quote))
        parting.then(partial(self._show_quote, wish.quote))

    def correct(self) -> None:
        """Correct speaker and kind of the current rendition's quote."""
        rendition = self._comparison.current_rendition
        if rendition is not None:
            self._ask_right(CorrectQuote(rendition.quotes[0]), self._shell)

    def unmark(self) -> None:
        """Take it from the user that the current rendition is no quote."""
        rendition = self._comparison.current_rendition
        if rendition is not None:
            self._bridge.decide(lambda session: quotes.unmark_quotes(session, rendition.quotes))

    @grants(UnmarkQuote)
    def _unmark_quote(self, wish: UnmarkQuote) -> None:
        self._bridge.decide(lambda session: quotes.unmark_quotes(session, (wish.quote,)))

    @grants(MoveBounds)
    def _move_bounds(self, wish: MoveBounds) -> None:
        if wish.quote in self._bridge.state.quotes:
            moving = self._bridge.decide(lambda session: quotes.move_bounds(session, wish.quote, wish.spans))
            moving.then(partial(self._show_quote, wish.quote))

    @grants(NameSpeaker)
    def _name_speaker(self, wish: NameSpeaker) -> None:
        if wish.quote in self._bridge.state.quotes:
            naming = self._bridge.decide(lambda session: quotes.name_speaker(session, wish.quote, wish.mention))
            naming.then(partial(self._show_quote, wish.quote))

    @grants(GiveCue)
    def _give_cue(self, wish: GiveCue) -> None:
        if wish.quote in self._bridge.state.quotes:
            giving = self._bridge.decide(lambda session: quotes.give_cue(session, wish.quote, wish.place))
            giving.then(partial(self._show_quote, wish.quote))

    @grants(CorrectQuote)
    def _correct_quote(self, wish: CorrectQuote) -> None:
        self._ask_right(wish, self._wishes.asker)

    def _ask_right(self, wish: CorrectQuote, asker: QWidget) -> None:
        """Ask what is right of a quote."""
        state = self._bridge.state
        quote = state.quotes.get(wish.quote)
        if quote is None:
            return
        text = state.articles[quote.article].text
        known = Wording(
            quote.text(text),
            who_is_shown(state, quote),
            quote.kind,
            self._speakers(quote.article),
            wish.selected.of(text) if wish.selected else "",
        )
        dialog = QuoteDialog(say("window.placing.correct-quote"), known, self._over(asker))
        dialog.answered.connect(partial(self._correct, wish))
        open_dialog(dialog)
        self._bridge.expect_edits()

    def _correct(self, wish: CorrectQuote, told: Told) -> None:
        quote = self._bridge.state.quotes.get(wish.quote)
        if quote is None:
            return
        span = wish.selected if told.moved else None
        own = written(quote.speaker.name) if quote.speaker else ""
        shown = written(who_is_shown(self._bridge.state, quote))
        unsaid = told.speaker == shown and shown in ("", own)
        speaker = None if unsaid else told.speaker
        kind = told.kind if told.kind is not quote.kind else None
        if span is not None or speaker is not None or kind is not None:
            correcting = self._bridge.decide(
                lambda session: quotes.correct_quote(session, wish.quote, span=span, kind=kind, speaker=speaker)
            )
            correcting.then(partial(self._show_quote, wish.quote))

    @grants(MarkQuote)
    def _mark_quote(self, wish: MarkQuote) -> None:
        """Ask who said the words and to which utterance they belong, then take them as a quote."""
        state, session = self._bridge.state, self._bridge.session
        if wish.article not in state.articles:
            return
        words = wish.span.of(state.articles[wish.article].text)
        known = Wording(words, "", QuoteKind.DIRECT, self._speakers(wish.article), new=True)
        dialog = QuoteDialog(say("window.placing.mark-as-quote"), known, self._over(self._wishes.asker))
        dialog.answered.connect(partial(self._mark, wish))
        open_dialog(dialog)
        quote = quotes.marked(state, wish.article, wish.span)
        finding = self._bridge.run(message("window.placing.looking"), place_new(session, quote))
        finding.then(partial(self._offer_homes, dialog))

    def _over(self, asker: QWidget) -> QWidget:
        """Return the window that a dialog belongs before: the one that the wish came from, while it is open."""
        return asker if isValid(asker) and asker.isVisible() else self._shell

    def _offer_homes(self, asking: QuoteDialog, placement: Placement) -> None:
        """Let the dialog offer where the words may belong, once that is known; it may be closed by then."""
        if isValid(asking):
            state = self._bridge.state
            homes = [
                HomeOffer(partner.quote, _line(state, partner).cells[0], say_message(partner.reason).replace("*", ""))
                for partner in placement.partners
                if partner.utterance in state.utterances
            ]
            asking.offer(homes, placement.chosen)

    def _mark(self, wish: MarkQuote, told: Told) -> None:
        new = quotes.marked(self._bridge.state, wish.article, wish.span).id
        marking = self._bridge.decide(
            lambda session: quotes.mark_quote(session, wish.article, wish.span, told.speaker, told.kind, told.home)
        )
        marking.then(partial(self._show_marked, new))

    def _show_marked(self, new: str, _: object) -> None:
        """Say which quote is new."""
        quote = self._bridge.state.quotes.get(new)
        if quote is not None:
            self.marked.emit(quote.article, quote.id)

    def _speakers(self, article: str) -> list[str]:
        """Return the names of all who speak, those of the article first, each of the two by the alphabet."""
        spoken = [(quote.speaker.name, quote.article) for quote in self._bridge.state.quotes.values() if quote.speaker]
        here = {name for name, place in spoken if place == article}
        return sorted({name for name, _ in spoken}, key=lambda name: (name not in here, name.casefold()))

    @Slot(str)
    def follow(self, quote: str) -> None:
        """Say where a quote stands now that something was done to it."""
        known = self._bridge.state.quotes.get(quote)
        self._show_placed(quote, known.article if known is not None else "", None)

    def _show_quote(self, quote: str, _: object) -> None:
        self.follow(quote)

    def _show_placed(self, followed: str, article: str, _: object) -> None:
        """Say which utterance what was moved or corrected belongs to now, and of which article it is."""
        for utterance in self._bridge.state.utterances.values():
            if any(followed in (*one.quotes, *one.reports) for one in utterance.renditions):
                self.placed.emit(utterance.id, article)


def _to_another(about: str, bring: Bring, asker: QWidget, article: str) -> _Moving:
    title, act = say("window.placing.move-to-another-utterance"), say("window.placing.move-here")
    return _Moving(title, act, about, bring, asker, article)


def _quoted(words: str) -> str:
    return say("window.quoted", words=" ".join(words.split())[:200])


def _line(state: State, partner: Partner) -> Line[str]:
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


def _rendition_mover(key: str, article: str) -> Bring:
    return lambda session, other: quotes.move_rendition(session, key, article, other)


def _merger(key: str) -> Bring:
    return lambda session, other: quotes.merge_utterances(session, key, other)


def _quote_mover(quote_id: str) -> Bring:
    return lambda session, other: quotes.move_quote(session, quote_id, other)
