"""Raised: what there is to judge in the utterances that are open, kept line by line, so that an edit costs its line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from crossquote.identity import ByIdentity
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding
from crossquote.model.review import FindingKey, Rule
from crossquote.model.utterance import Rendition, Utterance
from crossquote.ordered import Ordered
from crossquote.work.edits.rule_book import Meaning, RuleBook, meanings, rule_book

UtteranceLine = ByIdentity[Sequence[Utterance]]
"""Utterances that follow one another, those that are compared."""
_KEPT_LINES = 2048


class Raised(Struct, frozen=True):
    """What there is to judge in some utterances.

    `renditions` are those that can have a verdict, by the quote that each begins with, `findings` what was found; both
    with how often that is there.
    """

    renditions: Mapping[str, int]
    findings: Mapping[FindingKey, int]


def finding_key(rendition: Rendition, comparison: Comparison, finding: Finding) -> FindingKey:
    """Return by what a finding is known again after everything has been computed anew."""
    return FindingKey(finding.check, rendition.quotes[0], *words_of(comparison, finding))


def words_of(comparison: Comparison, finding: Finding) -> tuple[str, str]:
    """Return the words of the base and of the text that a finding is about."""
    return (
        finding.base.of(comparison.base) if finding.base else "",
        finding.text.of(comparison.text) if finding.text else "",
    )


def lines_of(utterances: Mapping[str, Utterance]) -> Iterator[UtteranceLine]:
    """Yield the utterances that are compared, line by line; where nothing changed, it is the same line as before."""
    if isinstance(utterances, Ordered):
        return (_line_of(ByIdentity(rows)) for rows in utterances.lines)
    return iter((_whole(ByIdentity(utterances)),))


@lru_cache(maxsize=_KEPT_LINES)
def _line_of(rows: ByIdentity[Sequence[tuple[object, str, Utterance]]]) -> UtteranceLine:
    return ByIdentity(_compared(row[2] for row in rows.value))


@lru_cache(maxsize=1)
def _whole(utterances: ByIdentity[Mapping[str, Utterance]]) -> UtteranceLine:
    return ByIdentity(_compared(utterances.value.values()))


def _compared(utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """Return those that are held against anything: most are not."""
    return tuple(one for one in utterances if len(one.renditions) > 1 or one.reference)


@lru_cache(maxsize=_KEPT_LINES)
def raised_in(line: UtteranceLine) -> Raised:
    """Return what there is to judge in a line of utterances."""
    return raise_all(line.value)


def raise_all(utterances: Iterable[Utterance]) -> Raised:
    """Return what there is to judge in some utterances."""
    listed = tuple(utterances)
    return Raised(
        Counter(one.renditions[index].quotes[0] for one in listed for index in one.measured),
        Counter(key for one in listed for key in _keys(one)),
    )


@lru_cache(maxsize=_KEPT_LINES)
def silenced_in(line: UtteranceLine, rules: ByIdentity[Mapping[str, Rule]]) -> frozenset[FindingKey]:
    """Return what was found in a line of utterances that one of `rules` keeps from being raised."""
    return silenced(raised_in(line), rule_book(rules.value))


def silenced(raised: Raised, book: RuleBook) -> frozenset[FindingKey]:
    """Return those findings that a rule keeps from being raised."""
    return frozenset(key for key in raised.findings if book.silencing(key) is not None)


@lru_cache(maxsize=_KEPT_LINES)
def _by_meaning(line: UtteranceLine, check: str) -> Mapping[Meaning, frozenset[str]]:
    """Return the utterances of a line that a rule for `check` is about, by what such a rule means."""
    found: dict[Meaning, set[str]] = {}
    for utterance in line.value:
        for key in _keys(utterance, check):
            for meaning in meanings(key):
                found.setdefault(meaning, set()).add(utterance.id)
    return {meaning: frozenset(ids) for meaning, ids in found.items()}


def utterances_meant(utterances: Mapping[str, Utterance], meant: Iterable[Meaning]) -> frozenset[str]:
    """Return the utterances that have a finding that a rule of one of the meanings `meant` is about."""
    sought = [(meaning[0], meaning) for meaning in meant]
    lines = lines_of(utterances) if sought else ()
    return frozenset[str]().union(
        *(_by_meaning(line, check).get(meaning, ()) for line in lines for check, meaning in sought)
    )


def _keys(utterance: Utterance, check: str | None = None) -> Iterator[FindingKey]:
    """Yield what is found in an utterance, by one check or by all."""
    for rendition, found in zip(utterance.renditions, utterance.comparisons, strict=False):
        if found is not None:
            for finding in found.findings:
                if check is None or finding.check == check:
                    yield finding_key(rendition, found, finding)
