"""Translations: a sentence in another language, with its stamp and its evidence."""

from dataclasses import dataclass
from enum import StrEnum

from crossquote.model.span import Span


class Flag(StrEnum):
    """What is wrong with a translation, as far as a machine can tell."""

    REPETITION = "repetition"
    UNTRANSLATED = "untranslated"
    LENGTH = "length"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class EngineStamp:
    """Which package made a translation: its code ("translate-uk_en"), version and the SHA-256 of its model."""

    package: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A sentence's translation. `links` pair source and target spans by the model's attention.

    `route` is the packages' language pairs, in order (("uk", "en"),); `own` is True where the user gave it.
    """

    source: str
    text: str
    route: tuple[tuple[str, str], ...]
    stamps: tuple[EngineStamp, ...] = ()
    score: float | None = None
    links: tuple[tuple[Span, Span], ...] = ()
    flags: tuple[Flag, ...] = ()
    own: bool = False
