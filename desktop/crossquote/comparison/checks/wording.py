"""Wording: other words for what may be the same ("situation" for "position"); a note, never an error."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.reading.content import says_much
from crossquote.comparison.reading.pair import Pair
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.finding import Finding, Severity
from crossquote.text.words import fold

_ID = "wording"
_FREE = 0.5
"""Below this nearness the whole is called freely worded, instead of naming each change."""
_LONG = 6
"""Words of so many letters that differ in one are one word, misspelt."""


def check_wording(pair: Pair) -> Iterator[Finding]:
    """Yield a note for each change of wording, or one for all where the wording is free."""
    changes = [c for c in pair.changes if c.op is Op.REPLACE and c.kind is ChangeClass.WORDING and says_much(pair, c)]
    if pair.links.nearness < _FREE and len(changes) > 1:
        share = round(100 * pair.links.nearness)
        headline, evidence = message("wording.free"), (message("wording.share", share=share),)
        yield Finding(_ID, "style", Severity.NEUTRAL, None, None, headline, evidence)
        return
    for change in changes:
        if _is_misspelt(pair, change):
            continue
        was, now = shown(pair.base.text, change.base), shown(pair.text.text, change.text)
        headline, evidence = message("wording.other", now=now), (message("wording.instead_of", was=was),)
        yield Finding(_ID, "style", Severity.NEUTRAL, change.base, change.text, headline, evidence)


def _is_misspelt(pair: Pair, change: Change) -> bool:
    """Tell whether the machine only misspelt the base's word, which the article can't have done."""
    was, now = fold(change.base.of(pair.base.text)), fold(change.text.of(pair.text.text))
    close = len(now) >= _LONG and now.isalpha() and Levenshtein.distance(was, now) == 1 and was[0] == now[0]
    return pair.text.source is not None and close


CHECK = Check(
    id=_ID,
    rank=240,
    category=("style",),
    severity=(Severity.NEUTRAL,),
    run=check_wording,
    classes=(ChangeClass.WORDING,),
    covers=Covers.NOTHING,
)
