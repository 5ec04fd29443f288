"""Comparing two sides: what changed, of what kind, and whether it matters."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crossquote.comparison.align.diff import diff
from crossquote.comparison.align.links import link
from crossquote.comparison.checks.addition import check_addition
from crossquote.comparison.checks.condition import check_condition
from crossquote.comparison.checks.date import check_date
from crossquote.comparison.checks.emphasis import check_emphasis
from crossquote.comparison.checks.hedge import check_hedge
from crossquote.comparison.checks.marks import check_marks
from crossquote.comparison.checks.measurement import check_measurement
from crossquote.comparison.checks.modality import check_modality
from crossquote.comparison.checks.money import check_money
from crossquote.comparison.checks.name import check_name
from crossquote.comparison.checks.negation import check_negation
from crossquote.comparison.checks.number import check_number
from crossquote.comparison.checks.omission import check_omission
from crossquote.comparison.checks.order import check_order
from crossquote.comparison.checks.person import check_person
from crossquote.comparison.checks.quantifier import check_quantifier
from crossquote.comparison.checks.question import check_question
from crossquote.comparison.checks.repetition import check_repetition
from crossquote.comparison.checks.speaker import check_speaker
from crossquote.comparison.checks.stance import check_stance
from crossquote.comparison.checks.strength import check_strength
from crossquote.comparison.checks.tense import check_tense
from crossquote.comparison.checks.time import check_time
from crossquote.comparison.checks.truncation import check_truncation
from crossquote.comparison.checks.untranslated import check_untranslated
from crossquote.comparison.checks.wording import check_wording
from crossquote.comparison.classify import classify
from crossquote.comparison.evidence.originals import look_up, only_in_original
from crossquote.comparison.reading.content import is_told_elsewhere
from crossquote.comparison.reading.light import join_light_verbs
from crossquote.comparison.reading.matching import match_quantities
from crossquote.comparison.reading.one_text import read
from crossquote.comparison.reading.pair import Pair, Side
from crossquote.errors import CheckFailedError
from crossquote.language.lexicon import load_lexicon
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding

Check = Callable[[Pair], Iterator[Finding]]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "number": check_number,
        "date": check_date,
        "time": check_time,
        "money": check_money,
        "measurement": check_measurement,
        "name": check_name,
        "speaker": check_speaker,
        "negation": check_negation,
        "modality": check_modality,
        "strength": check_strength,
        "stance": check_stance,
        "quantifier": check_quantifier,
        "hedge": check_hedge,
        "tense": check_tense,
        "person": check_person,
        "question": check_question,
        "condition": check_condition,
        "omission": check_omission,
        "addition": check_addition,
        "truncation": check_truncation,
        "order": check_order,
        "emphasis": check_emphasis,
        "marks": check_marks,
        "wording": check_wording,
        "untranslated": check_untranslated,
        "repetition": check_repetition,
    }
)
"""Every check by its id, in the order in which they are told to a reader."""


@dataclass(frozen=True, slots=True)
class Checks:
    """Which checks to run: all but those that are switched `off`, by id."""

    off: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Check]:
        return (check for name, check in CHECKS.items() if name not in self.off)


ALL_CHECKS = Checks()

NEEDS: Mapping[str, str] = MappingProxyType(
    {
        "negation": "negation",
        "modality": "modality",
        "strength": "strength",
        "stance": "stance",
        "quantifier": "quantifiers",
        "hedge": "hedges",
        "tense": "tense",
        "person": "persons",
        "condition": "conditions",
        "date": "dates",
        "money": "money",
        "measurement": "measures",
    }
)
"""The section of a lexicon without which a check can't judge; the checks that are not here can judge any language."""


def cannot_judge(language: str | None) -> tuple[str, ...]:
    """Return the ids of the checks that have no word lists for `language`, and so say nothing there."""
    lexicon = load_lexicon(language)
    return tuple(check for check in CHECKS if check in NEEDS and not lexicon.has(NEEDS[check]))


def compare(base: Side, text: Side, checks: Checks = ALL_CHECKS) -> Comparison:
    """Return the changes from `base` to `text` and what the checks find in them, the worst first."""
    pair = read_pair(base, text)
    found = [finding for check in checks for finding in check(pair)]
    if "strength" not in checks.off:
        found += only_in_original(pair)
    told = (look_up(pair, finding) for finding in found if not is_told_elsewhere(pair, finding, found))
    findings = tuple(sorted(told, key=lambda finding: -finding.severity.rank))
    _verify(pair, findings)
    return Comparison(base.text, text.text, pair.changes, findings)


def read_pair(base: Side, text: Side) -> Pair:
    """Return what is read in both sides, and the changes between them, classed."""
    ours, theirs = read(base.text, base.language), read(text.text, text.language)
    found = diff(base.text, text.text, text.language)
    changes = classify(join_light_verbs(found, base.text, text.text, text.language), ours, theirs)
    links = link(changes, ours.words, theirs.words)
    matching = match_quantities(ours.quantities, theirs.quantities, links, (base, text))
    return Pair(base, text, ours, theirs, changes, links, matching)


def _verify(pair: Pair, findings: tuple[Finding, ...]) -> None:
    """Raise CheckFailedError where a finding points outside its text."""
    for finding in findings:
        inside = (
            finding.base is None or finding.base.end <= len(pair.base.text),
            finding.text is None or finding.text.end <= len(pair.text.text),
        )
        if not all(inside):
            msg = f"a finding of '{finding.check}' points outside its text"
            raise CheckFailedError(msg)
