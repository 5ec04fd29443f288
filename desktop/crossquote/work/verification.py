"""Verdicts: what was looked at in an evidence pack, or in a report, and whether it holds."""

from msgspec import Struct

from crossquote.message import Message


class Verified(Struct, frozen=True):
    """What was looked at, whether it holds (None where that can't be told), and what to say of it."""

    part: str
    holds: bool | None
    told: Message


class Verification(Struct, frozen=True):
    """What came of a `pack`, or of a report: each thing that was looked at.

    `manifest` is the SHA-256 of a pack's manifest, empty where that can't be read.
    """

    parts: tuple[Verified, ...]
    manifest: str = ""
    pack: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether nothing was found that does not hold."""
        return all(one.holds is not False for one in self.parts)
