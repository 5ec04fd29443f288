"""Findings: what a check says of a change."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from crossquote.message import Message
from crossquote.model.span import Span


class Severity(StrEnum):
    """How much a finding matters (MQM's four)."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NEUTRAL = "neutral"

    @property
    def rank(self) -> int:
        """3 for critical down to 0 for neutral."""
        return _RANKS[self]

    @property
    def quiet(self) -> bool:
        """Tell whether nothing is to be made of it: a difference of no weight, drawn softly."""
        return self is Severity.NEUTRAL


_RANKS: Mapping[Severity, int] = MappingProxyType({severity: rank for rank, severity in enumerate(reversed(Severity))})


class Category(StrEnum):
    """What kind of error a finding tells of, by the names that MQM gives them."""

    MISTRANSLATION = "accuracy/mistranslation"
    OMISSION = "accuracy/omission"
    ADDITION = "accuracy/addition"
    UNTRANSLATED = "accuracy/untranslated"
    UNDERTRANSLATION = "accuracy/undertranslation"
    OVERTRANSLATION = "accuracy/overtranslation"
    STYLE = "style"
    REGISTER = "style/register"


class Seen(StrEnum):
    """Where a finding was seen: in what was written, or only in the machine's translation of it."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    UNSTABLE = "unstable"


class Finding(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What a check says of a difference between a rendition and the base.

    `check` is the check's id ("strength"), `category` its MQM category;
    `base` and `text` are the places in the two shown texts, None where there is none;
    `message` says it in short ("Weaker: asked for strongly requested"), `evidence` what proves it.
    """

    check: str
    category: Category
    severity: Severity
    base: Span | None
    text: Span | None
    message: Message
    evidence: tuple[Message, ...] = ()
    seen: Seen = Seen.ORIGINAL
