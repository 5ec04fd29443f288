"""Placing quotes in the window: marked, corrected, brought to another utterance, taken out of one."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.listing import Line, ListDialog, Listing
from crossquote.gui.dialogs.quote import QuoteDialog, Told, Wording
from crossquote.gui.jobs import Job
from crossquote.gui.views.comparison import ComparisonPane
from crossquote.gui.windows.shell import Shell
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.utterance import Rendition
from crossquote.work import quotes
from crossquote.work.partners import likely_partners


class Placing(QObject):
    """Asks where quotes belong and what they are; says which utterance to show when that is done."""

    placed = Signal(str)

    def __init__(self, shell: Shell, bridge: Bridge, comparison: ComparisonPane) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._comparison = shell, bridge, comparison
        self._moved: tuple[str, str] = ("", "")
        self._followed = ""
        self._told_of: tuple[str, Span | None] = ("", None)

    def move(self) -> None:
        """Bring the current rendition to another utterance."""
        rendition, key = self._comparison.current_rendition, self._comparison.utterance_id
        if rendition is not None and key is not None:
            self._look(rendition, (key, rendition.article))

    def merge(self) -> None:
        """Bring the whole utterance to another."""
        key = self._comparison.utterance_id
        if key is not None:
            utterance = self._bridge.state.utterances[key]
            self._look(utterance.renditions[utterance.base], (key, ""))

    def _look(self, rendition: Rendition, moved: tuple[str, str]) -> None:
        self._moved = moved
        state, quote = self._bridge.state, rendition.quotes[0]
        self._bridge.do(self.tr("Looking"), lambda: likely_partners(state, quote), self._offer)

    @Slot(object)
    def _offer(self, partners: Any) -> None:
        state, (key, article) = self._bridge.state, self._moved
        if key not in state.utterances:
            return
        title = self.tr("Move to another utterance") if article else self.tr("Merge with another utterance")
        about = self._about(key, article)
        columns = (self.tr("Utterance"), self.tr("Speaker"), self.tr("Articles"), self.tr("Why it may belong there"))
        act = self.tr("Move here") if article else self.tr("Merge")
        dialog = ListDialog(
            Listing(title, about, columns, act, empty=self.tr("There is no other utterance.")), self._shell
        )
        lines = []
        for partner in partners:
            utterance = state.utterances.get(partner.utterance)
            if utterance is not None:
                words = " ".join(utterance.renditions[utterance.base].shown.split())
                reason = partner.reason.replace("*", "")
                cells = (words, utterance.speaker or "–", str(len(utterance.renditions)), reason)
                lines.append(Line(cells, partner.quote))
        dialog.show_lines(lines)
        dialog.acted.connect(self._bring)
        dialog.acted.connect(dialog.accept)
        dialog.open()

    def _about(self, key: str, article: str) -> str:
        """Return what is to be moved, in words."""
        state = self._bridge.state
        utterance = state.utterances[key]
        found = [one for one in utterance.renditions if one.article == article]
        one = found[0] if found else utterance.renditions[utterance.base]
        outlet = state.articles[one.article].outlet
        words = " ".join(one.shown.split())
        return f"{outlet}: “{words[:200]}”" if found else f"“{words[:200]}”"

    @Slot(object)
    def _bring(self, other: str) -> None:
        key, article = self._moved
        self._followed = other
        if article:
            job = self._bridge.edit(lambda session: quotes.move_rendition(session, key, article, other))
        else:
            job = self._bridge.edit(lambda session: quotes.merge_utterances(session, key, other))
        self._follow(job)

    @Slot(str, str)
    def bring_article(self, article: str, other_utterance: str) -> None:
        """Bring a rendition of the shown utterance, dropped on another utterance, there."""
        key, target = self._comparison.utterance_id, self._bridge.state.utterances.get(other_utterance)
        if key is not None and target is not None and key != other_utterance:
            self._moved = (key, article)
            self._bring(target.renditions[target.base].quotes[0])

    def split(self) -> None:
        """Take the current rendition out of its utterance."""
        rendition, key = self._comparison.current_rendition, self._comparison.utterance_id
        if rendition is not None and key is not None:
            article = rendition.article
            self._followed = rendition.quotes[0]
            self._follow(self._bridge.edit(lambda session: quotes.part_rendition(session, key, article)))

    def correct(self) -> None:
        """Correct speaker and kind of the current rendition's quote."""
        rendition = self._comparison.current_rendition
        if rendition is not None:
            self.correct_quote(rendition.quotes[0])

    def unmark(self) -> None:
        """Take it from the user that the current rendition is no quote."""
        rendition = self._comparison.current_rendition
        if rendition is not None:
            for quote in rendition.quotes:
                self.unmark_quote(quote)

    @Slot(str)
    def unmark_quote(self, quote_id: str) -> None:
        """Take it from the user that this is no quote."""
        self._bridge.edit(lambda session: quotes.unmark_quote(session, quote_id))

    @Slot(str)
    @Slot(str, object)
    def correct_quote(self, quote_id: str, selected: Span | None = None) -> None:
        """Ask what is right of a quote; `selected` may be its place."""
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
        dialog = QuoteDialog(self.tr("Correct quote"), known, self._shell.window())
        dialog.told.connect(self._correct)
        dialog.open()

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
        """Ask who said the words at `span`, then take them as a quote."""
        text = self._bridge.state.articles[article_id].text
        self._told_of = (article_id, span)
        known = Wording(span.of(text), "", QuoteKind.DIRECT, self._speakers())
        dialog = QuoteDialog(self.tr("Mark as quote"), known, self._shell.window())
        dialog.told.connect(self._mark)
        dialog.open()

    @Slot(object)
    def _mark(self, told: Told) -> None:
        article, span = self._told_of
        if span is not None:
            self._bridge.edit(lambda session: quotes.mark_quote(session, article, span, told.speaker, told.kind))

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
