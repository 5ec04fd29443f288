"""The report: all that window, terminal and files show of what is open, gathered once, told by none of them yet.

It holds values and messages, never a sentence: a format finds the words in the report's `language`.
"""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from crossquote.comparison.instruments.side_by_side import NOTHING_READ, Instruments, read_instruments
from crossquote.export.choice import EVERYTHING, ReportChoice
from crossquote.language.language import language_of
from crossquote.message import SILENCE, Message, message, verbatim
from crossquote.model.article import Article
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding, Severity
from crossquote.model.markup import Piece
from crossquote.model.quote import Quote, QuoteKind, Speaker
from crossquote.model.review import Decision, Judgement, Note, Rule, Stamp, Verdict, is_set_aside
from crossquote.model.signs import verdict_name
from crossquote.model.step import StepName
from crossquote.model.translation import EngineStamp, SentenceKey, Translation
from crossquote.model.utterance import Possible, Rendition, Utterance


class ReportArticle(Struct, frozen=True):
    """An article with the number of its quotes, and the checks that say nothing of its language.

    `copies` are the ids of the articles that print the same text: with them it is one witness.
    """

    article: Article
    quotes: int
    cannot_judge: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    note: Note | None = None


class ReportFinding(Struct, frozen=True):
    """A finding with what was made of it: `decision` None where nobody ruled, `rule` where one silences it."""

    finding: Finding
    decision: Decision | None = None
    rule: Rule | None = None
    note: Note | None = None

    @property
    def ruled(self) -> tuple[Message, Stamp, str] | None:
        """What was made of it, by whom, and why; None where it is open."""
        if self.decision is not None:
            return Message(f"ruling.{self.decision.ruling.value}"), self.decision.stamp, self.decision.reason
        if self.rule is not None:
            return Message("ruling.silenced"), self.rule.stamp, self.rule.reason
        return None

    @property
    def ruling(self) -> Message:
        """What was made of it, by whom, when and why, as one line; silence where it is open."""
        if self.ruled is None:
            return SILENCE
        what, stamp, reason = self.ruled
        return _decision(what, stamp, reason)

    @property
    def remark(self) -> Message:
        """The note on it with who wrote it when, as one line; silence where there is none."""
        if self.note is None:
            return SILENCE
        return message("decision.note", note=note_line(self.note))

    @property
    def gone(self) -> bool:
        """Tell whether it no longer counts: it was dismissed, or a rule silences it."""
        return is_set_aside(self.decision, self.rule)


class ReportRendition(Struct, frozen=True):
    """A rendition, ready to draw: its text in `pieces`, and above a translation the original in `original`.

    `kind` is None where none of its quotes is there any more; `language` is that of the text that is compared.
    `speaker` is who says it, and `credit` what is to be told of that: silence where the article names them as the
    utterance does. `named` is who other articles say it is, where this one only points at them. `paragraphs` are those
    of the article's body, counted from 1, in which its words stand.
    Where a translation that was left out was compared, the comparison is `withheld`. It is `read` where it is there in
    the reading language.
    `base` is False for all renditions of an utterance where the user gave what was really said. `repeated` are quotes
    of the article that only say again what its `quotes` give.
    """

    rendition: Rendition
    article: Article
    quotes: tuple[Quote, ...]
    kind: QuoteKind | None
    base: bool
    language: str | None
    comparison: Comparison | None
    pieces: tuple[Piece, ...]
    original: tuple[Piece, ...] = ()
    findings: tuple[ReportFinding, ...] = ()
    verdict: Judgement | None = None
    notes: tuple[Note, ...] = ()
    repeated: tuple[Quote, ...] = ()
    speaker: str | None = None
    named: Speaker | None = None
    credit: Message = SILENCE
    paragraphs: tuple[int, ...] = ()
    withheld: bool = False
    read: bool = False

    @property
    def uncompared(self) -> bool:
        """Tell whether it could not be compared with anything."""
        return self.comparison is None and not self.base and not self.withheld

    @property
    def why_uncompared(self) -> Message:
        """What kept it from being compared, its own language or the base's; silence where nothing did."""
        if not self.uncompared:
            return SILENCE
        return Message("report.base_not_read" if self.read else "report.not_compared")

    @property
    def above(self) -> bool:
        """Tell whether its original stands above its translation."""
        return self.rendition.translation is not None and bool(self.rendition.text)

    @property
    def words(self) -> tuple[str, str | None]:
        """What its article says, or else its translation; and the language of that."""
        if self.rendition.text or self.rendition.translation is None:
            return self.rendition.text, self.rendition.language
        return self.rendition.translation, self.language

    @property
    def judged(self) -> Message:
        """The verdict on it with who gave it when, as one line; silence where there is none."""
        return _decision(verdict_name(self.verdict.verdict), self.verdict.stamp) if self.verdict else SILENCE

    @property
    def remarks(self) -> tuple[Note, ...]:
        """The notes on it and on its findings."""
        return *self.notes, *(said.note for said in self.findings if said.note is not None)

    @property
    def quoted(self) -> bool:
        """Tell whether it is drawn in quotation marks: not where its words are only reported."""
        return self.kind is not QuoteKind.INDIRECT


class ReportPossible(Struct, frozen=True):
    """Another utterance of the report that may be the same one, and a line that says which."""

    possible: Possible
    line: Message


class ReportUtterance(Struct, frozen=True):
    """An utterance with its renditions in their own order; `base` is the number of the one that others differ from.

    `possibly` are the others of the report that may be the same utterance. `compared` is the utterance as it was
    compared in `reading_language`; None where that is not told.
    """

    id: str
    speaker: str | None
    base: int
    reference: str
    renditions: tuple[ReportRendition, ...]
    compared: Utterance | None
    reading_language: str
    note: Note | None = None
    possibly: tuple[ReportPossible, ...] = ()

    @property
    def read(self) -> Instruments:
        """What its renditions show side by side: read when it is asked for, since most formats do without."""
        return read_instruments(self.compared, language_of(self.reading_language)) if self.compared else NOTHING_READ

    @property
    def shared(self) -> bool:
        """Tell whether there is anything to compare its renditions with: another, or what was really said."""
        return len(self.renditions) > 1 or bool(self.reference)

    @property
    def remarks(self) -> tuple[Note, ...]:
        """The notes on it, on its renditions, and on their findings."""
        own = (self.note,) if self.note is not None else ()
        return *own, *(note for one in self.renditions for note in one.remarks)

    @property
    def name(self) -> Message:
        """What it is called: its speaker, or that none is named."""
        return verbatim(self.speaker or "") or Message("report.no_speaker")

    @property
    def languages(self) -> int:
        """In how many languages articles report it."""
        return len({one.rendition.language for one in self.renditions})

    @property
    def reach(self) -> Message:
        """How many articles report it, in how many languages."""
        return message(
            "report.reach",
            renditions=message("count.renditions", count=len(self.renditions)),
            languages=message("count.languages", count=self.languages),
        )

    @property
    def base_first(self) -> tuple[tuple[int, ReportRendition], ...]:
        """The renditions with their numbers, the base before all others."""
        return tuple(sorted(enumerate(self.renditions), key=lambda numbered: numbered[0] != self.base))


class ReportPackages(Struct, frozen=True):
    """How translations were made: by way of which languages, by which packages (none: by the user), and how many."""

    route: tuple[str, ...]
    stamps: tuple[EngineStamp, ...]
    sample: bool
    count: int


class Tally(Struct, frozen=True):
    """How many findings there are of one severity, and how many of them were accepted, or no longer count."""

    severity: Severity
    found: int
    accepted: int
    gone: int

    @property
    def open(self) -> int:
        """How many wait for the user."""
        return self.found - self.accepted - self.gone


class ReportReview(Struct, frozen=True):
    """How far the review is: renditions with a verdict of those that can have one, open findings, and who decided.

    It has `begun` with the first verdict or ruling; a note alone begins none.
    """

    begun: bool = False
    reviewed: int = 0
    renditions: int = 0
    open_findings: int = 0
    verdicts: tuple[tuple[Verdict, int], ...] = ()
    people: tuple[tuple[str, int], ...] = ()


class Report(Struct, frozen=True):
    """Everything that any format shows, in the order to show it.

    `title` is the name of what is open, `at` when the report was made (ISO 8601, UTC), `language` the one that it is
    told in. `quotes` is how many there are; `off` are the checks that were left out, `coverage` says what the others
    can't judge, `lacking` which packages would help,
    `left_out` what could not be read, or was not asked for, `witnesses` who prints the same text. `notes` are all that
    were written, also on what is not there any more. `memory` is every
    sentence that has been translated. `choice` is what was asked for of it, but for a title, and `steps` how many its
    project had.
    """

    title: str = ""
    at: str = ""
    language: str = "en"
    reading_language: str = "en"
    articles: tuple[ReportArticle, ...] = ()
    quotes: int = 0
    utterances: tuple[ReportUtterance, ...] = ()
    tallies: tuple[Tally, ...] = ()
    review: ReportReview = field(default_factory=ReportReview)
    packages: tuple[ReportPackages, ...] = ()
    checks: int = 0
    off: tuple[str, ...] = ()
    left_out: tuple[Message, ...] = ()
    witnesses: tuple[Message, ...] = ()
    lacking: tuple[Message, ...] = ()
    coverage: tuple[Message, ...] = ()
    rules: tuple[Rule, ...] = ()
    notes: tuple[Note, ...] = ()
    log: tuple[StepName, ...] = ()
    memory: Mapping[SentenceKey, Translation] = field(default_factory=lambda: MappingProxyType({}))
    choice: ReportChoice = EVERYTHING
    steps: int = 0

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What its reader has to know: what was left out, who is one witness, what can't be translated or judged."""
        return *self.left_out, *self.witnesses, *self.lacking, *self.coverage

    @property
    def shared(self) -> tuple[ReportUtterance, ...]:
        """The utterances that have something to be compared with."""
        return tuple(one for one in self.utterances if one.shared)

    @property
    def alone(self) -> tuple[ReportUtterance, ...]:
        """The utterances that one article alone reports."""
        return tuple(one for one in self.utterances if not one.shared)

    @property
    def other_notes(self) -> tuple[Note, ...]:
        """The notes that stand beside nothing that is shown: what they are on is not there any more, or not quoted."""
        shown = {note.about for utterance in self.utterances for note in utterance.remarks}
        shown |= {told.note.about for told in self.articles if told.note is not None}
        return tuple(note for note in self.notes if note.about not in shown)


_DECIDED = ("decision.because", "decision.told")
_DECIDED_UNNAMED = ("decision.because-unnamed", "decision.told-unnamed")
"""What is told of a decision by somebody and by nobody: with its reason, and without."""


def note_line(note: Note) -> Message:
    """Return a note with who wrote it when, as one line."""
    return _decision(verbatim(note.text), note.stamp)


def tally(utterances: tuple[ReportUtterance, ...]) -> tuple[Tally, ...]:
    """Return how many findings there are of each severity in `utterances`, the severest first."""
    found: Counter[Severity] = Counter()
    accepted: Counter[Severity] = Counter()
    gone: Counter[Severity] = Counter()
    for said in (one for utterance in utterances for rendition in utterance.renditions for one in rendition.findings):
        found[said.finding.severity] += 1
        if said.ruled is not None:
            (gone if said.gone else accepted)[said.finding.severity] += 1
    return tuple(Tally(one, found[one], accepted[one], gone[one]) for one in Severity)


def _decision(what: Message, stamp: Stamp, reason: str = "") -> Message:
    because, told = _DECIDED if stamp.who else _DECIDED_UNNAMED
    facts = {"who": stamp.who} if stamp.who else {}
    if not reason:
        return message(told, what=what, day=stamp.at, **facts)
    return message(because, what=what, day=stamp.at, reason=reason, **facts)
