"""Filters: what is shown of all utterances, by what is true of them; those of one facet widen, several facets narrow.

An utterance is taken as *lines*: what is true of each of its findings, and of each rendition without any. It is shown
where one of its lines passes all filters, so that "major" and "negation" and an outlet mean one finding of that outlet,
and so that the list of findings and that of utterances can't disagree.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from crossquote.comparison.table import known_checks
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.review import Verdict, is_set_aside
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.work.edits.review import findings

SHARED = "shared"
"""The value of REACH for utterances of several articles."""
POSSIBLE = "possible"
"""The value of SURENESS for utterances that are possibly the same as another."""
SAME, UNCOMPARED = "same", "uncompared"
"""The values of OUTCOME where there is no finding: all was compared and is the same; or it could not be compared."""
UNREVIEWED = "unreviewed"
"""The value of VERDICT for renditions that can have one, and have none yet."""


class Facet(StrEnum):
    """In what utterances differ that can be filtered by; in the order of a line's values."""

    REACH = "reach"
    OUTCOME = "outcome"
    CHECK = "check"
    VERDICT = "verdict"
    SPEAKER = "speaker"
    OUTLET = "outlet"
    LANGUAGE = "language"
    KIND = "kind"
    SURENESS = "sureness"


OUTCOMES = (*(severity.value for severity in Severity), SAME, UNCOMPARED)
VERDICTS = (UNREVIEWED, *(verdict.value for verdict in Verdict))
_PLACES: Mapping[Facet, int] = {facet: place for place, facet in enumerate(Facet)}
_NAMED = frozenset({Facet.SPEAKER, Facet.OUTLET, Facet.LANGUAGE})
"""Of these, "" is a value like another: nobody knows it."""

FilterLine = tuple[str, ...]
"""What is true of a finding, or of a rendition without one: a value a facet, "" where there is none."""


class Filter(Struct, frozen=True, order=True):
    """One value of one facet: what has it is let through."""

    facet: Facet
    value: str


class Filters(Struct, frozen=True):
    """Filters in the order in which they were chosen; without any, everything is shown."""

    chosen: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chosen)

    def __contains__(self, one: Filter) -> bool:
        return one in self.chosen

    def toggled(self, one: Filter) -> "Filters":
        """Return these with `one`, or without it where it is among them."""
        others = tuple(known for known in self.chosen if known != one)
        return Filters(others if len(others) < len(self.chosen) else (*others, one))

    def values(self) -> Mapping[Facet, frozenset[str]]:
        """Return what is let through, by the facets that are filtered by."""
        found: dict[Facet, set[str]] = defaultdict(set)
        for one in self.chosen:
            found[one.facet].add(one.value)
        return {facet: frozenset(values) for facet, values in found.items()}


def is_known(one: Filter) -> bool:
    """Tell whether a filter has a value that its facet can have in this program; names and languages can be any."""
    known = _VALUES.get(one.facet)
    return known is None or one.value in known()


_VALUES: Mapping[Facet, Callable[[], Container[str]]] = {
    Facet.REACH: lambda: (SHARED,),
    Facet.OUTCOME: lambda: OUTCOMES,
    Facet.CHECK: known_checks,
    Facet.VERDICT: lambda: VERDICTS,
    Facet.KIND: lambda: frozenset(QuoteKind),
    Facet.SURENESS: lambda: (POSSIBLE,),
}


class Sieve(Struct, frozen=True):
    """Filters made ready for many lines: places of a line, with the values that are let through there."""

    wanted: tuple[tuple[int, frozenset[str]], ...]

    @classmethod
    def of(cls, filters: Filters, *, but: Facet | None = None) -> "Sieve":
        """Return the sieve of `filters`, without those of the facet `but`."""
        values = filters.values().items()
        return cls(tuple((_PLACES[facet], wanted) for facet, wanted in values if facet is not but))

    def passes(self, line: FilterLine) -> bool:
        """Tell whether a line is let through."""
        return all(line[place] in wanted for place, wanted in self.wanted)

    def shows(self, lines: Iterable[FilterLine]) -> bool:
        """Tell whether an utterance of these `lines` is shown."""
        return not self.wanted or any(map(self.passes, lines))


class FilterOffers(Struct, frozen=True):
    """What filters of some facets would show, the others kept: made once, asked for many utterances.

    `asked` has for each facet its place in a line, and whether "" is a value; `sieve` is that of all filters that hold.
    """

    asked: tuple[tuple[Facet, int, bool], ...]
    sieve: Sieve

    @classmethod
    def of(cls, filters: Filters, facets: Iterable[Facet]) -> "FilterOffers":
        """Return the offers of `facets` while `filters` hold."""
        return cls(tuple((one, _PLACES[one], one in _NAMED) for one in facets), Sieve.of(filters))

    def on(self, lines: Iterable[FilterLine]) -> frozenset[tuple[Facet, str]]:
        """Return facet and value of the filters that show an utterance of `lines`, each in place of its facet's.

        A line that one facet's filters keep back can be shown by another value of that facet alone.
        """
        asked, wanted, found = self.asked, self.sieve.wanted, set()
        for line in lines:
            against = [place for place, values in wanted if line[place] not in values] if wanted else ()
            if len(against) > 1:
                continue
            for facet, place, named in asked:
                if (not against or place in against) and ((value := line[place]) or named):
                    found.add((facet, value))
        return frozenset(found)


def lines_of(utterance: Utterance, state: State) -> tuple[FilterLine, ...]:
    """Return the lines of an utterance."""
    without = SAME if is_same(utterance, state) else ""
    found = []
    for index in range(len(utterance.renditions)):
        standing = {(one.severity.value, one.check) for _, one in standing_in(state, utterance, index)}
        missed = not standing and _is_missed(utterance, index)
        told = sorted(standing) or [(UNCOMPARED if missed else without, "")]
        around = _around(utterance, index, state)
        found += [_line(outcome, check, around) for outcome, check in told]
    return tuple(found)


def line_of(finding: Finding, utterance: Utterance, index: int, state: State) -> FilterLine:
    """Return the line of one finding on the rendition at `index`."""
    return _line(finding.severity.value, finding.check, _around(utterance, index, state))


def standing_in(state: State, utterance: Utterance, index: int) -> Iterator[tuple[int, Finding]]:
    """Yield the findings on a rendition that count, with their places among all that were raised there."""
    compared = utterance.comparisons[index] if utterance.comparisons else None
    if compared is None:
        return
    if not state.rulings and not state.rules:
        yield from enumerate(compared.findings)
        return
    for number, one in enumerate(findings(state, utterance, index)):
        if not is_set_aside(one.decision, one.rule):
            yield number, one.finding


def uncompared(utterance: Utterance) -> int:
    """Return how many renditions were to be held against another text and could not be; none before that was tried."""
    return sum(_is_missed(utterance, index) for index in range(len(utterance.renditions)))


def is_same(utterance: Utterance, state: State) -> bool:
    """Tell whether all renditions could be compared, and nothing that counts was found in any."""
    measured = utterance.measured
    if not measured or not utterance.comparisons or uncompared(utterance):
        return False
    return not any(next(standing_in(state, utterance, index), None) for index in measured)


def _is_missed(utterance: Utterance, index: int) -> bool:
    """Tell whether a rendition was to be held against another text and could not be."""
    if not utterance.comparisons or utterance.comparisons[index] is not None:
        return False
    return bool(utterance.reference) or index != utterance.base


def _line(outcome: str, check: str, around: FilterLine) -> FilterLine:
    """Return a line: what is true of a finding, amid what is true of its rendition and utterance."""
    return (around[0], outcome, check, *around[1:])


def _around(utterance: Utterance, index: int, state: State) -> FilterLine:
    """Return reach, verdict, speaker, outlet, language and kind of a rendition, and how sure its utterance is."""
    rendition = utterance.renditions[index]
    article, kind = state.articles.get(rendition.article), state.kind_of(rendition)
    verdict = (state.verdict_on(rendition) or UNREVIEWED) if index in utterance.measured else ""
    return (
        SHARED if len(utterance.renditions) > 1 else "",
        str(verdict),
        utterance.speaker or "",
        article.outlet if article else "",
        rendition.language or "",
        kind.value if kind else "",
        POSSIBLE if state.possible_of(utterance) else "",
    )
