"""The user's decisions as a report tells them: verdicts, rulings, notes, and who did what when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision in words ("faithful"), by whom and when; `reason` and `gone` are for rulings.

    What is `gone` no longer counts: a finding that was dismissed, or that a rule silences.
    """

    what: str
    who: str
    at: str
    reason: str = ""
    gone: bool = False

    def __str__(self) -> str:
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.what} ({self.who}, {self.at[:10]}){reason}"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One step of the log: when (ISO 8601), who, what; `undone` where it was taken back."""

    at: str
    who: str
    what: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """All of them. `verdicts` are by (utterance, rendition), `rulings` by (utterance, rendition, finding).

    `remarks` are the notes on findings, by the same as `rulings`; `notes` are all notes, by what they are about
    ("utterance:u1"); `progress` says in words how far the review is.
    """

    verdicts: Mapping[tuple[str, int], Decided] = field(default_factory=lambda: MappingProxyType({}))
    rulings: Mapping[tuple[str, int, int], Decided] = field(default_factory=lambda: MappingProxyType({}))
    remarks: Mapping[tuple[str, int, int], Decided] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[str, Decided] = field(default_factory=lambda: MappingProxyType({}))
    log: tuple[LogLine, ...] = ()
    progress: str = ""
