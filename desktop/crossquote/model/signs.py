"""What every face draws alike: signs of severity; and the names of what the model has kinds of, as messages."""

from collections.abc import Mapping
from textwrap import shorten
from types import MappingProxyType

from crossquote.message import SILENCE, Message, message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Finding, Seen, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Verdict
from crossquote.model.utterance import Possible, Utterance

SIGNS: Mapping[Severity, str] = MappingProxyType(
    {Severity.CRITICAL: "◆", Severity.MAJOR: "▲", Severity.MINOR: "△", Severity.NEUTRAL: "·"}
)

_WORDS = 90
"""So many letters of another utterance say which one it is."""


def severity_name(severity: Severity) -> Message:
    """Return what a severity is called."""
    return Message(f"severity.{severity.value}")


def kind_name(kind: QuoteKind) -> Message:
    """Return what a kind of quote is called."""
    return Message(f"kind.{kind.value}")


def change_name(kind: ChangeClass) -> Message:
    """Return what a class of change is called."""
    return Message(f"change.{kind.value}")


def language_name(code: str | None) -> Message:
    """Return what a language is called; that it is unknown where there is no code."""
    return message("language.name", code=code) if code else Message("language.unknown")


def verdict_name(verdict: Verdict) -> Message:
    """Return what a verdict is called."""
    return Message(f"judged.{verdict.name.casefold()}")


def strength_name(label: str) -> Message:
    """Return what a point of the scale of strength is called."""
    return Message(f"scale.{label}")


def seen_line(finding: Finding) -> Message:
    """Return what to doubt of a finding: that it was seen only in the translation; silence of a neutral one."""
    if finding.seen is Seen.ORIGINAL or finding.severity.quiet:
        return SILENCE
    return Message(f"seen.{finding.seen.value}")


def possible_line(possible: Possible, other: Utterance, outlet: str) -> Message:
    """Return one line on an utterance that may be the same, and why; `outlet` is that of the `other`'s base."""
    words = shorten(" ".join(other.renditions[other.base].shown.split()), _WORDS, placeholder="…")
    told = message("possible.line_alone", chance=possible.chance, outlet=outlet, words=words)
    if other.speaker:
        told = message("possible.line", chance=possible.chance, who=other.speaker, outlet=outlet, words=words)
    return message("possible.because", line=told, reason=possible.reason) if possible.reason else told
