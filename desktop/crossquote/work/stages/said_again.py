"""Said again: which quotes of an article only repeat what others of the same utterance give there.

A headline repeats the body, a report what stands in quotation marks beside it. A report that negates what they affirm,
or gives a value for which other articles have another, repeats nothing: it is compared with the rest.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from crossquote.comparison.align.keys import read_tokens
from crossquote.comparison.compare import compare
from crossquote.comparison.read import read
from crossquote.comparison.reading.matching import same_quantity
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.side import Side
from crossquote.comparison.table import Checks, known_checks
from crossquote.language.language import Language
from crossquote.model.finding import Severity
from crossquote.model.quote import Quote, QuoteKind
from crossquote.text.quantity import Quantity

_REPEATS = 0.75
"""A quote with this share of its telling words in another one says it again."""
_MOST = 40
"""Of so many different quotes of one article each is held against each; more of them are all kept."""


class Said(Struct, frozen=True):
    """A quote with its words as they are read, and their language."""

    quote: Quote
    text: str
    language: Language

    @property
    def reading(self) -> Reading:
        """What is read in the words."""
        return read(self.text, self.language)

    @property
    def values(self) -> list[Quantity]:
        """The quantities that count."""
        return [quantity for quantity in self.reading.quantities if not quantity.weak]

    @property
    def telling(self) -> frozenset[str]:
        """The words that say something, inflection folded."""
        return frozenset(token.anchor for token in read_tokens(self.text, self.language) if token.tells)


def told_once(quotes: Sequence[Said], others: Sequence[Said]) -> tuple[Quote, ...]:
    """Return the quotes of one article that give its account, in its order; the rest says it again.

    `others` are those of the same utterance in other articles.
    """
    if len(quotes) == 1:
        return (quotes[0].quote,)
    verbatim = _each_once(said for said in quotes if said.quote.kind is not QuoteKind.INDIRECT)
    reports = [said for said in quotes if said.quote.kind is QuoteKind.INDIRECT]
    if len(verbatim) + len(reports) > _MOST:
        return tuple(sorted((said.quote for said in (*verbatim, *reports)), key=lambda quote: quote.hull))
    kept = [said for said in verbatim if not any(_repeats(said, other) for other in verbatim if other is not said)]
    if not verbatim:
        kept = list(quotes)
    for said in reports if verbatim else ():
        if _says_otherwise(said, verbatim, others):
            kept = [one for one in kept if not said.quote.hull.contains(one.quote.hull)] + [said]
    return tuple(sorted((said.quote for said in kept), key=lambda quote: quote.hull))


def _each_once(quotes: Iterable[Said]) -> list[Said]:
    """Return quotes without those that say word for word what one before them says, and say something."""
    kept: list[Said] = []
    known: set[tuple[str, Language]] = set()
    for said in quotes:
        words = said.text, said.language
        if words not in known:
            kept.append(said)
        if said.telling:
            known.add(words)
    return kept


def _repeats(said: Said, other: Said) -> bool:
    """Tell whether a quote only says again what a longer one of the article says, or one of its length further down."""
    if (len(said.telling), -said.quote.hull.start) >= (len(other.telling), -other.quote.hull.start):
        return False
    return _is_like(said, other) and not _values_beyond(said, other) and not _negates_otherwise(said, other)


def _is_like(said: Said, other: Said) -> bool:
    return len(said.telling & other.telling) >= _REPEATS * len(said.telling) > 0


def _says_otherwise(report: Said, verbatim: Sequence[Said], others: Sequence[Said]) -> bool:
    """Tell whether a report turns what the article's own quotes say, or is at odds with other articles in a value."""
    if any(_is_like(report, other) and _negates_otherwise(report, other) for other in verbatim):
        return True
    here = [quantity for said in (report, *verbatim) for quantity in said.values]
    own = [quantity for quantity in report.values if not any(_is_among(quantity, said.values) for said in verbatim)]
    return any(_is_at_odds(quantity, here, other.values) for quantity in own for other in others)


def _is_at_odds(quantity: Quantity, here: Sequence[Quantity], there: Sequence[Quantity]) -> bool:
    """Tell whether another article has no such value, yet one of its sort that is not here."""
    instead = (other for other in there if other.sort is quantity.sort and not _is_among(other, here))
    return not _is_among(quantity, there) and any(True for _ in instead)


def _values_beyond(said: Said, other: Said) -> bool:
    return any(not _is_among(quantity, other.values) for quantity in said.values)


def _is_among(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    return any(same_quantity(quantity, other) for other in others)


def _negates_otherwise(said: Said, other: Said) -> bool:
    """Tell whether one text negates what the other affirms, where it renders it."""
    found = compare(Side(other.text, other.language), Side(said.text, said.language), _only_negation()).findings
    return any(one.severity.rank >= Severity.MAJOR.rank for one in found)


@lru_cache(maxsize=1)
def _only_negation() -> Checks:
    return Checks(off=frozenset(known_checks()) - {"negation"})
