"""Comparisons: one rendition's text against the base's, change by change."""

from enum import StrEnum

from msgspec import Struct

from crossquote.model.finding import Finding, Severity
from crossquote.model.span import Span


class Op(StrEnum):
    """What happened to a stretch of words between the base and a rendition."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"


class ChangeClass(StrEnum):
    """Of what kind a change is. Where several would do, the one that stands first here is the weightiest."""

    SAME = "same"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    MODALITY = "modality"
    STRENGTH = "strength"
    HEDGE = "hedge"
    QUANTIFIER = "quantifier"
    PERSON = "person"
    TENSE = "tense"
    EMPHASIS = "emphasis"
    ORDER = "order"
    WORDING = "wording"
    MARKS = "marks"
    CASING = "casing"
    OMISSION = "omission"
    ADDITION = "addition"
    TRUNCATION = "truncation"


class Change(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """One aligned stretch: `base` in the base's text, `text` in the rendition's; one is empty for insert and delete.

    The changes of a comparison stand in the order of the base: their `base` places tile the base, and, sorted by their
    `text` places, those tile the text. The two orders differ only for a move, which is one change that pairs both
    places (its words may differ too), and for fragments quoted in another order. EQUAL is equal to the sign.
    `letters` are the parts inside `text` and `base` that differ, for close words.
    """

    op: Op
    base: Span
    text: Span
    kind: ChangeClass = ChangeClass.SAME
    base_letters: tuple[Span, ...] = ()
    text_letters: tuple[Span, ...] = ()


class UnlikelyWord(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A word of the base that the engine finds very unlikely as a translation of the rendition's original.

    It is evidence, never a finding; `score` is a log probability (0 is certain).
    """

    base: Span
    score: float


class Comparison(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """One text against the base, both as shown to the reader, with what changed and what that means."""

    base: str
    text: str
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...] = ()
    unlikely: tuple[UnlikelyWord, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """The severity of the worst finding, None where there is none."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)
