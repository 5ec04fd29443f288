"""Two sides in two languages, compared without a translation: what can be judged is judged, the rest is not.

Figures, names and questions hold in any language; that much less is said shows in the length. The wording is not
compared: the one change is the whole.
"""

from collections.abc import Iterator

from crossquote.comparison.across.figures import changed_figures, read_figures
from crossquote.comparison.across.length import length_finding
from crossquote.comparison.across.people import changed_names
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.side import Side
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.span import Span

_WRONG = "accuracy/mistranslation"
_MARKS = "?？؟;"
WITHOUT_TRANSLATION = message("across.without_translation")


def compare_across(base: Side, text: Side, ours: Reading, theirs: Reading) -> Comparison:
    """Return what is found between two sides of which nobody translated either, the worst first."""
    found = [*_figures(ours, theirs), *_names(ours, theirs), *_question(ours, theirs), *length_finding(ours, theirs)]
    findings = tuple(sorted(found, key=lambda finding: -finding.severity.rank))
    return Comparison(base.text, text.text, tuple(_whole(base.text, text.text)), findings)


def _whole(base: str, text: str) -> Iterator[Change]:
    op = Op.REPLACE if base and text else Op.DELETE if base else Op.INSERT
    if base or text:
        yield Change(op, Span(0, len(base)), Span(0, len(text)), ChangeClass.WORDING)


def _figures(ours: Reading, theirs: Reading) -> Iterator[Finding]:
    read_well = theirs.language.lexicon.has("numbers")
    for one, other in changed_figures(read_figures(ours), read_figures(theirs), read_well=read_well):
        was, now = one.span.of(ours.text), other.span.of(theirs.text)
        evidence = (message("quantity.stands_for", was=was, now=now), WITHOUT_TRANSLATION)
        headline = message("quantity.changed", was=was, now=now)
        yield Finding(one.sort.value, _WRONG, Severity.MAJOR, one.span, other.span, headline, evidence)


def _names(ours: Reading, theirs: Reading) -> Iterator[Finding]:
    for base, text in changed_names(ours, theirs):
        was, now = base.of(ours.text), text.of(theirs.text)
        evidence = (message("name.stands_for", was=was, now=now), WITHOUT_TRANSLATION)
        headline = message("name.other", was=was, now=now)
        yield Finding("name", _WRONG, Severity.MAJOR, base, text, headline, evidence)


def _question(ours: Reading, theirs: Reading) -> Iterator[Finding]:
    """Yield a finding where the base ends with a question and the rendition has none."""
    if ours.text.rstrip("\"'”’» ").endswith("?") and not any(mark in theirs.text for mark in _MARKS):
        evidence = (message("question.base_asks"), WITHOUT_TRANSLATION)
        at = ours.text.rindex("?")
        yield Finding("question", _WRONG, Severity.MINOR, Span(at, at + 1), None, message("question.lost"), evidence)
