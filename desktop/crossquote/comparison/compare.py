"""Comparing two sides: what changed, of what kind, and whether it matters."""

from crossquote.comparison.across.compare import compare_across
from crossquote.comparison.align.diff import diffing
from crossquote.comparison.align.links import link
from crossquote.comparison.classify import classify
from crossquote.comparison.evidence.originals import look_up
from crossquote.comparison.read import read
from crossquote.comparison.reading.light import join_light_verbs
from crossquote.comparison.reading.matching import match_quantities
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.side import Side
from crossquote.comparison.table import ALL_CHECKS, Checks, known_checks
from crossquote.comparison.told_elsewhere import leave_out_beyond, leave_out_repeated, leave_out_spare, leave_out_told
from crossquote.comparison.weighing_less import weigh_less
from crossquote.errors import CheckFailedError
from crossquote.message import message
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding
from crossquote.progress import Step, Work, finish

_STEP = Step(0, 1, message("step.comparing"))


def compare(base: Side, text: Side, checks: Checks = ALL_CHECKS) -> Comparison:
    """Return the changes from `base` to `text` and what the checks find in them, the worst first.

    Two languages are compared as far as that goes without a translation.
    """
    return finish(comparing(base, text, checks))


def comparing(base: Side, text: Side, checks: Checks = ALL_CHECKS, step: Step = _STEP) -> Work[Comparison]:
    """Do what `compare` does, and stop at `step` between its parts, so that long texts can be given up."""
    if base.language is not text.language:
        return compare_across(base, text, read(base.text, base.language), read(text.text, text.language))
    pair = yield from _reading(base, text, step)
    known = known_checks()
    found: list[Finding] = []
    for check in checks:
        yield step
        found.extend(check.run(pair))
    yield step
    within = tuple(leave_out_beyond(pair, found, known))
    within = tuple(leave_out_spare(pair, tuple(leave_out_repeated(pair, within)), known))
    told = (look_up(pair, finding) for finding in weigh_less(pair, tuple(leave_out_told(pair, within, known))))
    findings = tuple(sorted(told, key=lambda finding: -finding.severity.rank))
    _verify(pair, findings)
    return Comparison(base.text, text.text, pair.changes, findings)


def read_pair(base: Side, text: Side) -> Pair:
    """Return what is read in both sides, and the changes between them, classed."""
    return finish(_reading(base, text, _STEP))


def _reading(base: Side, text: Side, step: Step) -> Work[Pair]:
    yield step
    ours = read(base.text, base.language)
    yield step
    theirs = read(text.text, text.language)
    yield step
    found = yield from diffing(base.text, text.text, text.language, step)
    yield step
    changes = classify(join_light_verbs(found, base.text, text.text, text.language), ours, theirs)
    yield step
    links = link(changes, ours.words, theirs.words, text.language)
    matching = match_quantities(ours.quantities, theirs.quantities, links, (base, text))
    yield step
    return Pair(base, text, ours, theirs, _original(base, ours), _original(text, theirs), changes, links, matching)


def _original(side: Side, shown: Reading) -> Reading:
    """Return what is read in what a side was translated from; in the side itself where it was not."""
    return shown if side.source is None else read(side.source.text, side.source.language)


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
