"""What translates: the Protocol that the real engine and its deterministic twin both keep."""

from collections.abc import Sequence
from typing import Protocol

from crossquote.errors import UserError
from crossquote.model.translation import Hypothesis, Route, ScoredWord, Translation
from crossquote.progress import Work


class Translator(Protocol):
    """Translates sentences along a route of language packages.

    `problems` are those of packages that turned out to be unusable when they were needed, and were set aside.
    """

    problems: tuple[UserError, ...]

    def route(self, source: str, target: str, *, sample_story: bool = False) -> Route | None:
        """Return how to get from one language to another: direct, else by way of English; None where there is no way.

        Sample packages count only for a text of the sample stories, or where the user allowed that package.
        """

    def translate(self, sentences: Sequence[str], route: Route) -> Work[tuple[Translation, ...]]:
        """Translate `sentences`, one answer each in the same order; what is done is remembered if it is closed."""

    def hypotheses(self, sentence: str, route: Route, count: int = 4) -> tuple[Hypothesis, ...]:
        """Return the likeliest translations of one sentence, best first."""

    def weigh(self, sentences: Sequence[str], route: Route, count: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        """Return the likeliest translations of each of a few sentences: several times as fast as one by one."""

    def score(self, sentence: str, text: str, route: Route) -> tuple[ScoredWord, ...]:
        """Return how likely each word of `text` is where it is forced as the translation of `sentence`, in order."""
