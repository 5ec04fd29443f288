"""The user's judgement: verdicts on renditions, rulings on findings, rules, notes; with who and when."""

from collections.abc import Collection
from enum import StrEnum

from msgspec import Struct

from crossquote.model.finding import Finding


class Verdict(StrEnum):
    """What the user says of a rendition; without one it is unreviewed."""

    FAITHFUL = "faithful"
    PARAPHRASE = "paraphrase"
    DISTORTED = "distorted"
    ELSEWHERE = "not this utterance"


class Ruling(StrEnum):
    """What the user says of a finding."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class Stamp(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Who decided something, and when (ISO 8601, UTC)."""

    who: str
    at: str


class Judgement(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The verdict on a rendition."""

    verdict: Verdict
    stamp: Stamp


class FindingKey(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """By what a finding is known again after everything has been computed anew.

    `quote` is the first quote of the rendition, `base` and `text` are the words at the finding's two places.
    """

    check: str
    quote: str
    base: str
    text: str


class Decision(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The ruling on a finding, with the reason where the user gave one."""

    ruling: Ruling
    reason: str
    stamp: Stamp


class Rule(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Findings that are not to be raised: those of `check` whose words are `base` and `text`.

    An empty text stands for any words. Words are compared without regard to case and marks.
    """

    id: str
    check: str
    base: str
    text: str
    reason: str
    stamp: Stamp


class Note(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A note on anything: `about` is "article:", "quote:" or "utterance:" and an id; or what `about_finding` says."""

    about: str
    text: str
    stamp: Stamp


class Progress(Struct, frozen=True, gc=False):
    """How far the review is: renditions that have a verdict, of those that can have one, and findings still open."""

    reviewed: int = 0
    renditions: int = 0
    open_findings: int = 0

    @property
    def waiting(self) -> int:
        """How many renditions have no verdict yet."""
        return self.renditions - self.reviewed

    @property
    def done(self) -> bool:
        """Tell whether every rendition that can have a verdict has one."""
        return self.renditions > 0 and not self.waiting

    @staticmethod
    def of_all(parts: "Collection[Progress]") -> "Progress":
        """Return how far the review of all `parts` is."""
        return Progress(
            sum(part.reviewed for part in parts),
            sum(part.renditions for part in parts),
            sum(part.open_findings for part in parts),
        )


def is_set_aside(decision: Decision | None, rule: Rule | None) -> bool:
    """Tell whether a finding no longer counts: the user dismissed it, or, without a ruling, a rule silences it."""
    return rule is not None if decision is None else decision.ruling is Ruling.DISMISSED


def order_of_telling(finding: Finding, *, gone: bool) -> tuple[bool, int]:
    """Return by what findings are put in order to be told: what no longer counts stands last, else the worst first."""
    return gone, -finding.severity.rank


FINDING = "finding:"


def about_finding(key: FindingKey) -> str:
    """Return what a note on the finding known by `key` is about: all that it is known by, its quote last."""
    return f"{FINDING}{key.check}\t{key.base}\t{key.text}\t{key.quote}"


def noted_id(about: str) -> str:
    """Return the id of the article, quote or utterance that a note is about; of a finding, that of its quote."""
    return about.rpartition("\t")[2] if about.startswith(FINDING) else about.partition(":")[2]
