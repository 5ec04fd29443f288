"""One row an utterance: what the table shows of it, which are chosen, and in what order."""

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from crossquote.gui.messages import reviewed_line
from crossquote.gui.models.judgement import standing_findings
from crossquote.gui.words import interface_language
from crossquote.message import message
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Progress
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.wording.telling import tell, tell_fact
from crossquote.work.edits.review import progress_of
from crossquote.work.filters import uncompared


class Order(Enum):
    """In what order utterances are shown."""

    SEVERITY = "severity"
    RENDITIONS = "renditions"
    SPEAKER = "speaker"
    ORDER = "order"


class UtteranceRow(Struct, frozen=True):
    """What the table shows of an utterance. `checks` are (check, how often, its worst severity), worst first.

    `uncompared` says how many renditions could not be held against the base, `possible` how many utterances may be the
    same one.
    """

    id: str
    speaker: str
    words: str
    quoted: bool
    renditions: int
    languages: int
    severity: Severity | None
    checks: tuple[tuple[str, int, Severity], ...]
    review: Progress
    noted: bool = False
    uncompared: int = 0
    possible: int = 0

    @property
    def reach(self) -> str:
        """How many renditions in how many languages, in words."""
        if self.renditions < 2 or self.languages < 2:
            return _tell_reach(max(self.renditions, 1), 1, interface_language())
        return _tell_reach(self.renditions, self.languages, interface_language())

    @property
    def done(self) -> bool:
        """Tell whether every rendition that can have a verdict has one."""
        return self.review.done

    @property
    def progress(self) -> str:
        """How many renditions have a verdict, in words; nothing where none can have one."""
        return reviewed_line(self.review)

    @property
    def doubt(self) -> str:
        """How many others may be the same, in words; nothing where there is none."""
        return _tell_possible(self.possible, interface_language()) if self.possible else ""

    @property
    def summary(self) -> str:
        """The findings in a few words, and that not all was compared: "strength ×2, omission, not compared"."""
        return _tell_checks(self.checks, interface_language(), uncompared=self.uncompared > 0)


@lru_cache(maxsize=1024)
def _tell_reach(renditions: int, languages: int, language: str) -> str:
    """Return the reach of a row in words, remembered: rows are painted often, and few differ in it."""
    if languages < 2:
        return tell(message("count.articles", count=renditions), language)
    return tell(message("window.rows.reach", renditions=renditions, count=languages), language)


@lru_cache(maxsize=64)
def _tell_possible(possible: int, language: str) -> str:
    """Return how many others may be the same, in words; remembered, as the reach is."""
    return tell(message("window.rows.possible", count=possible), language)


@lru_cache(maxsize=1024)
def _tell_checks(checks: Iterable[tuple[str, int, Severity]], language: str, *, uncompared: bool) -> str:
    """Return findings in a few words; remembered, as the reach is."""
    told = [
        tell(message("window.rows.times", check=check, count=count), language)
        if count > 1
        else tell_fact(check, language, "check")
        for check, count, _ in checks
    ]
    told += [tell(message("window.rows.uncompared"), language)] if uncompared else []
    return tell_fact(tuple(told), language, "row")


def utterance_row(utterance: Utterance, state: State) -> UtteranceRow:
    """Return the row of `utterance`."""
    base = utterance.renditions[utterance.base]
    checks = _checks(standing_findings(utterance, state))
    return UtteranceRow(
        id=utterance.id,
        speaker=utterance.speaker or "",
        words=base.shown,
        quoted=state.kind_of(base) is not QuoteKind.INDIRECT,
        renditions=len(utterance.renditions),
        languages=len({rendition.language for rendition in utterance.renditions}),
        severity=checks[0][2] if checks else None,
        checks=checks,
        review=progress_of(state, utterance),
        noted=f"utterance:{utterance.id}" in state.notes,
        uncompared=uncompared(utterance),
        possible=len(state.possible_of(utterance)),
    )


def haystack(utterance: Utterance, state: State) -> str:
    """Return everything of an utterance that can be searched for, folded."""
    parts = [utterance.speaker or ""]
    for rendition in utterance.renditions:
        article = state.articles.get(rendition.article)
        parts += [rendition.text, rendition.translation or "", article.outlet if article else ""]
    return "\n".join(parts).casefold()


def in_order(rows: Iterable[UtteranceRow], sort: Order, *, backwards: bool = False) -> list[UtteranceRow]:
    """Return `rows` in the order asked for, or in that order backwards; those that are equal stay in story order."""
    listed = list(rows)
    if sort is Order.SEVERITY:
        listed.sort(key=lambda row: (-_rank(row.severity), -row.renditions))
    elif sort is Order.RENDITIONS:
        listed.sort(key=lambda row: (-row.renditions, -row.languages))
    elif sort is Order.SPEAKER:
        listed.sort(key=lambda row: (not row.speaker, row.speaker.casefold()))
    return listed[::-1] if backwards else listed


def _rank(severity: Severity | None) -> int:
    return -1 if severity is None else severity.rank


def _checks(findings: Iterable[Finding]) -> tuple[tuple[str, int, Severity], ...]:
    counts: Counter[str] = Counter()
    worst: dict[str, Severity] = {}
    for finding in findings:
        counts[finding.check] += 1
        known = worst.get(finding.check)
        if known is None or (finding.severity is not known and finding.severity.rank > known.rank):
            worst[finding.check] = finding.severity
    ordered = sorted(counts, key=lambda check: (-worst[check].rank, -counts[check], check))
    return tuple((check, counts[check], worst[check]) for check in ordered)
