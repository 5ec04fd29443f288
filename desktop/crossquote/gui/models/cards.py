"""What a card shows of one rendition."""

from collections.abc import Mapping

from msgspec import Struct

from crossquote.comparison.align.projection import SpanLink, rendition_links
from crossquote.comparison.instruments.side_by_side import SideText
from crossquote.gui.messages import language_name, say_finding
from crossquote.gui.models.judgement import is_dismissed
from crossquote.gui.models.provenance import doubts, evidence_of, full_line
from crossquote.gui.words import say, say_joined, say_message
from crossquote.language.language import language_of
from crossquote.model.comparison import Comparison
from crossquote.model.quote import QuoteKind, Speaker
from crossquote.model.review import Verdict, order_of_telling
from crossquote.model.signs import kind_name, verdict_name
from crossquote.model.state import State
from crossquote.model.translation import Translation
from crossquote.model.utterance import Rendition, Utterance
from crossquote.wording.joining import Joint
from crossquote.work.credits import credit_of
from crossquote.work.edits.review import Reviewed, findings
from crossquote.work.stages.who_speaks import told_by_others

REFERENCE = -1
"""The index of the card that is no rendition, but what the user says was really said."""


class CardData(Struct, frozen=True):
    """One rendition, ready to show. `note` says why it could not be compared, `made` how its translation came about.

    `credit` is told where its article names another speaker than the utterance has, or none.
    """

    index: int
    article: str
    quotes: tuple[str, ...]
    outlet: str
    language: str | None
    shown_language: str | None
    kind: str
    quoted: bool
    base: bool
    original: str | None
    text: str
    comparison: Comparison | None
    note: str
    reason: str
    links: tuple[SpanLink, ...]
    made: tuple[Translation, ...]
    verdict: Verdict | None
    reviewed: tuple[Reviewed, ...]
    noted: str = ""
    credit: str = ""

    @property
    def findings(self) -> tuple[tuple[int, Reviewed], ...]:
        """The findings with their numbers, the worst first; what was dismissed stands last."""
        return tuple(sorted(enumerate(self.reviewed), key=lambda numbered: _order(numbered[1])))

    @property
    def beside(self) -> SideText:
        """Its text, to be set beside those of other cards."""
        return SideText(self.index, self.text, language_of(self.shown_language), self.comparison)

    @property
    def tag(self) -> str:
        """Language and kind in a few words: "uk · direct"."""
        return say_joined((self.language or "?", self.kind), Joint.DOT)

    @property
    def spoken(self) -> str:
        """The whole card in words, for a screen reader."""
        language = language_name(self.language)
        head = say("window.card.spoken", outlet=self.outlet, language=language, kind=self.kind)
        found = say_joined((say_finding(said.finding) for _, said in self.findings), Joint.CLAUSE)
        how = (full_line(self.made), *doubts(self.made))
        parts = (
            head,
            self.credit,
            say("window.card.mark-base") if self.base else "",
            say_message(verdict_name(self.verdict)) if self.verdict else "",
            self.text,
            *how,
            found,
            self.note,
            self.noted,
        )
        return say_joined(parts, Joint.SENTENCE)


def cards_of(utterance: Utterance, state: State) -> tuple[CardData, ...]:
    """Return the cards of an utterance: the base first, then the others in their order."""
    told = told_by_others(state, utterance)
    cards = [_card(utterance, index, state, told) for index in range(len(utterance.renditions))]
    if utterance.reference:
        return (_reference(utterance, state), *cards)
    cards.sort(key=lambda card: not card.base)
    return tuple(cards)


def _reference(utterance: Utterance, state: State) -> CardData:
    """Return the card of what the user says was really said: no article's, and the base of all."""
    return CardData(
        index=REFERENCE,
        article="",
        quotes=(),
        outlet=say("window.card.what-was-really-said"),
        language=state.reading_language,
        shown_language=state.reading_language,
        kind="",
        quoted=True,
        base=True,
        original=None,
        text=utterance.reference,
        comparison=None,
        note="",
        reason="",
        links=(),
        made=(),
        verdict=None,
        reviewed=(),
    )


def _card(utterance: Utterance, index: int, state: State, told: Mapping[str, Speaker]) -> CardData:
    rendition = utterance.renditions[index]
    article = state.articles.get(rendition.article)
    comparison = utterance.comparisons[index] if index < len(utterance.comparisons) else None
    base = index == utterance.base and not utterance.reference
    note = state.notes.get(f"quote:{rendition.quotes[0]}") if rendition.quotes else None
    kind = state.kind_of(rendition)
    return CardData(
        index=index,
        article=rendition.article,
        quotes=rendition.quotes,
        outlet=article.outlet if article else rendition.article,
        language=rendition.language,
        shown_language=rendition.language if rendition.translation is None else state.reading_language,
        kind=say_message(kind_name(kind)) if kind else "",
        quoted=kind is not QuoteKind.INDIRECT,
        base=base,
        original=rendition.text if rendition.translation is not None else None,
        text=rendition.shown,
        comparison=comparison,
        note="" if base or comparison or not utterance.comparisons else _note(utterance, rendition, state),
        reason=say_message(rendition.reason),
        links=rendition_links(rendition, state.evidence) if rendition.translation is not None else (),
        made=evidence_of(state, rendition.quotes) if rendition.translation is not None else (),
        verdict=state.verdict_on(rendition),
        reviewed=tuple(findings(state, utterance, index)),
        noted=note.text if note else "",
        credit=say_message(credit_of(state, utterance, rendition, told)),
    )


def _order(reviewed: Reviewed) -> tuple[bool, int]:
    return order_of_telling(reviewed.finding, gone=is_dismissed(reviewed))


def _note(utterance: Utterance, rendition: Rendition, state: State) -> str:
    """Return what keeps a rendition from being compared: its own language, or, where it can be read, the base's."""
    base = utterance.renditions[utterance.base]
    target = language_name(state.reading_language)
    if rendition.language is None:
        return say("window.card.language-unknown")
    if utterance.reference or not _is_read(rendition, state):
        return say("window.card.not-compared", source=language_name(rendition.language), target=target)
    if base.language is None:
        return say("window.card.base-language-unknown")
    return say("window.card.base-not-read", source=language_name(base.language), target=target)


def _is_read(rendition: Rendition, state: State) -> bool:
    """Tell whether a rendition is there in the reading language."""
    return rendition.translation is not None or rendition.language == state.reading_language
