"""Two sides in two languages, compared without a translation: what can be judged is judged, the rest is not.

Figures, names and questions hold in any language; that much less is said shows in the length. The wording is not
compared: the one change is the whole.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from crossquote.comparison.across.changed_names import changed_names
from crossquote.comparison.across.figures import changed_figures, read_figures
from crossquote.comparison.across.length import length_finding
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.questions import find_question_marks
from crossquote.comparison.reading.side import Side
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.span import Span

_WITHOUT_TRANSLATION = message("across.without_translation")


def compare_across(base: Side, text: Side, ours: Reading, theirs: Reading) -> Comparison:
    """Return what is found between two sides of which nobody translated either, the worst first."""
    found = [*_figures(ours, theirs), *_names(ours, theirs), *_question(ours, theirs), *length_finding(ours, theirs)]
    ordered = sorted(found, key=lambda finding: -finding.severity.rank)
    findings = (replace(finding, evidence=(*finding.evidence, _WITHOUT_TRANSLATION)) for finding in ordered)
    return Comparison(base.text, text.text, tuple(_whole(base.text, text.text)), tuple(findings))


def _whole(base: str, text: str) -> Iterator[Change]:
    op = Op.REPLACE if base and text else Op.DELETE if base else Op.INSERT
    if base or text:
        yield Change(op, Span(0, len(base)), Span(0, len(text)), ChangeClass.WORDING)


def _figures(ours: Reading, theirs: Reading) -> Iterator[Finding]:
    read_well = theirs.language.lexicon.has("numbers")
    for one, other in changed_figures(read_figures(ours), read_figures(theirs), read_well=read_well):
        was, now = one.span.of(ours.text), other.span.of(theirs.text)
        evidence = (message("quantity.stands_for", was=was, now=now),)
        headline = message("quantity.changed", was=was, now=now)
        yield Finding(one.sort.value, Category.MISTRANSLATION, Severity.MAJOR, one.span, other.span, headline, evidence)


def _names(ours: Reading, theirs: Reading) -> Iterator[Finding]:
    for base, text in changed_names(ours, theirs):
        was = None if base is None else base.of(ours.text)
        now = None if text is None else text.of(theirs.text)
        if now is None:
            headline, why = message("name.missing", was=was), message("name.only_base")
        elif was is None:
            headline, why = message("name.added", now=now), message("name.only_here")
        else:
            headline, why = message("name.other", was=was, now=now), message("name.stands_for", was=was, now=now)
        yield Finding("name", Category.MISTRANSLATION, Severity.MAJOR, base, text, headline, (why,))


def _question(ours: Reading, theirs: Reading) -> Iterator[Finding]:
    """Yield a finding where the base ends with a question and the rendition has none."""
    asked = find_question_marks(ours.text, ours.language)
    ends = bool(asked) and not any(map(str.isalnum, ours.text[asked[-1].end :]))
    if ends and not find_question_marks(theirs.text, theirs.language):
        evidence = (message("question.base_asks"),)
        yield Finding(
            "question", Category.MISTRANSLATION, Severity.MINOR, asked[-1], None, message("question.lost"), evidence
        )
