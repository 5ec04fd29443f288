"""A check: one value that says what it is called, how much it weighs, what it reads, and how it judges.

Every table that has to do with checks is made of these values (`table`).
"""

from collections.abc import Callable, Iterator
from enum import Enum

from msgspec import Struct

from crossquote.comparison.judging.testimony import Inquiry
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import Message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.span import Span


class Covers(Enum):
    """Of which words on one side alone a finding says enough: "left out" or "added" need not be said besides.

    `LOST` are those that the rendition lacks; `PAIRED` those of either side where it has something against them.
    """

    ALL = "all"
    NOTHING = "nothing"
    LOST = "lost"
    LOST_OR_PAIRED = "lost or paired"


class Proof(Struct, frozen=True):
    """What else can speak for a finding, or against it.

    `asks` is what the original of a translated rendition is asked, from the severity `asked_from` on. `unstable` is the
    most that a finding weighs which another translation lacks. `forced` is True where it tells something that the
    engine finds the base's words unlikely.
    """

    asks: Inquiry | None = None
    asked_from: Severity = Severity.NEUTRAL
    unstable: Severity = Severity.MINOR
    forced: bool = True


class Check(Struct, frozen=True, eq=False, kw_only=True):
    """A check, by which two sides are judged.

    `rank` is its place in the order of telling. `category` and `severity` are what its findings can be: MQM categories,
    that of most of them first, and how much they weigh, the worst first. `classes` are the classes of change that it
    stands for, the change being classed by `terms`, the phrases that must be found for it; `needs` is the section of a
    lexicon without which it can't judge, empty where it judges any language. `covers` says which of its words need not
    be told as left out or added; one that `gives_way` keeps silent on words that others cover. `run` yields what it
    finds, made by `make_finding`, or by hand where it is of another category than most.
    """

    id: str
    rank: int
    category: tuple[Category, ...]
    severity: tuple[Severity, ...]
    run: Callable[[Pair], Iterator[Finding]]
    classes: tuple[ChangeClass, ...] = ()
    terms: tuple[Terms, ...] = ()
    needs: str = ""
    covers: Covers = Covers.ALL
    gives_way: bool = False
    proof: Proof = Proof()

    def make_finding(
        self, severity: Severity, base: Span | None, text: Span | None, said: Message, why: tuple[Message, ...] = ()
    ) -> Finding:
        """Return a finding of this check, of the category that most of its findings are of."""
        return Finding(self.id, self.category[0], severity, base, text, said, why)

    @property
    def own_terms(self) -> Terms | None:
        """The terms of the section that it needs; None where it reads none of it."""
        return next((terms for terms in self.terms if terms.section == self.needs), None)
