"""Marks: both sides claim the very words in quotation marks, in one language, and yet differ."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.reading.pair import Pair
from crossquote.message import message
from crossquote.model.comparison import ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind

_SAME_WORDS = frozenset(
    {ChangeClass.TRUNCATION, ChangeClass.MARKS, ChangeClass.CASING, ChangeClass.SAME, ChangeClass.EMPHASIS}
)


def check_marks(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where the marks promise word for word on both sides and can't both be right."""
    verbatim = pair.base.kind is QuoteKind.DIRECT and pair.text.kind is QuoteKind.DIRECT
    untranslated = pair.base.source is None and pair.text.source is None
    if not verbatim or not untranslated or pair.base.language != pair.text.language:
        return
    worded = [change for change in pair.changes if change.op is not Op.EQUAL and change.kind not in _SAME_WORDS]
    if worded:
        first = worded[0]
        headline, evidence = message("marks.differ"), (message("marks.word_for_word"),)
        yield CHECK.make_finding(Severity.NEUTRAL, first.base, first.text, headline, evidence)


CHECK = Check(
    id="marks",
    rank=230,
    category=(Category.MISTRANSLATION,),
    severity=(Severity.NEUTRAL,),
    run=check_marks,
    covers=Covers.NOTHING,
)
