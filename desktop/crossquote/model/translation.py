"""Translations: a sentence in another language, with its stamp and its evidence."""

from enum import StrEnum

from msgspec import Struct

from crossquote.model.span import Span


class Flag(StrEnum):
    """What is wrong with a translation, as far as a machine can tell; SAMPLE: made by a package for the stories."""

    REPETITION = "repetition"
    UNTRANSLATED = "untranslated"
    LENGTH = "length"
    SAMPLE = "sample"


class EngineStamp(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Which package made a translation: its code ("translate-uk_en"), version and the SHA-256 of its model."""

    package: str
    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.package} {self.version} ({self.sha256[:12]})"


class Route(Struct, frozen=True, gc=False):
    """The packages that lead from one language into another: one, or two by way of English.

    `sample` is True where one of them is a sample package, which was made for the sample stories only.
    """

    pairs: tuple[tuple[str, str], ...]
    stamps: tuple[EngineStamp, ...]
    sample: bool = False

    @property
    def source(self) -> str:
        """The language that the route starts from."""
        return self.pairs[0][0]

    @property
    def target(self) -> str:
        """The language that the route leads to."""
        return self.pairs[-1][1]

    def __str__(self) -> str:
        return " → ".join((self.source, *(to for _, to in self.pairs)))


class Hypothesis(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One of the translations that the engine weighed, with its score (a log probability: 0 is certain)."""

    text: str
    score: float


class Weighed(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The likeliest translations of a sentence, best first, and the packages that weighed them."""

    hypotheses: tuple[Hypothesis, ...]
    stamps: tuple[EngineStamp, ...]


class SentenceKey(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a sentence's translation is remembered by: the sentence, and from which language into which."""

    text: str
    source: str
    target: str


class ScoredWord(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A word of a text that was forced on the engine, with the log probability of the least likely part of it."""

    span: Span
    score: float


class ForcedKey(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A sentence, and the text that its engine was made to write for it."""

    sentence: SentenceKey
    text: str


class Forced(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """How likely the engine finds each word of a text that is forced on it, and by which packages."""

    words: tuple[ScoredWord, ...]
    stamps: tuple[EngineStamp, ...]


class Translation(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """A sentence's translation, or a text's made of those of its sentences.

    `links` pair source and target spans by the model's attention. `route` is the packages' language pairs, in order
    (("uk", "en"),); `pivot` is the English in between where there are two. `own` is True where the user gave it.
    `score` is the mean of the sentences', None where the user gave one of them.
    """

    source: str
    text: str
    route: tuple[tuple[str, str], ...]
    stamps: tuple[EngineStamp, ...] = ()
    score: float | None = None
    links: tuple[tuple[Span, Span], ...] = ()
    flags: tuple[Flag, ...] = ()
    own: bool = False
    pivot: str | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it went through, that of the source first, that of the text last; none where no package did."""
        return (self.route[0][0], *(target for _, target in self.route)) if self.route else ()
