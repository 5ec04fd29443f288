"""Wording: other words for what may be the same, or not: a word put for another weighs by what the two are."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from crossquote.comparison.check import Check, Covers
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import Evidence, gather_evidence, tell_evidence, weigh_evidence
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.replaced import Agreed, Replacement, agreement, replacements
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.kinship import Kinship
from crossquote.text.words import fold

_ID = "wording"
_FREE = 0.5
"""Below this nearness the whole is called freely worded, instead of naming each change that is of no weight."""
_LONG = 6
"""Words of so many letters that differ in one are one word, misspelt."""


def check_wording(pair: Pair) -> Iterator[Finding]:
    """Yield what is found of each change of wording, and one note for all of no weight where the wording is free."""
    found = [one for one in replacements(pair) if not _is_misspelt(pair, one.change)]
    agreed = agreement(pair, found)
    free = pair.links.nearness < _FREE and len(found) > 1
    if free:
        yield _freely(pair)
    for one in found:
        finding = _finding(pair, one, agreed)
        if not (free and finding.severity is Severity.NEUTRAL):
            yield finding


def _freely(pair: Pair) -> Finding:
    share = message("wording.share", share=round(pair.links.nearness, 2))
    return CHECK.make_finding(Severity.NEUTRAL, None, None, message("wording.free"), (share,))


def _finding(pair: Pair, one: Replacement, agreed: Agreed) -> Finding:
    """Return what is to be said of one replacement."""
    change = one.change
    evidence = _evidence(pair, one, agreed)
    severity = weigh_evidence(evidence)
    was, now = shown(pair.base.text, change.base), shown(pair.text.text, change.text)
    instead = message("wording.instead_of", was=was)
    if severity is Severity.NEUTRAL:
        return CHECK.make_finding(severity, change.base, change.text, message("wording.other", now=now), (instead,))
    headline = message("wording.another", was=was, now=now)
    says = tell_evidence(evidence)
    return Finding(_ID, Category.MISTRANSLATION, severity, change.base, change.text, headline, says)


def _evidence(pair: Pair, one: Replacement, agreed: Agreed) -> Evidence:
    share, agreeing = agreed.beside(one.change)
    around = pair.links.around(one.change.base, one.change.text)
    kin, beside = one.kinship or Kinship.SYNONYM, ((share + around) / 2, agreeing)
    return gather_evidence(kin, beside, (pair.base, pair.text), single=one.single)


def _is_misspelt(pair: Pair, change: Change) -> bool:
    """Tell whether the machine only misspelt the base's word, which the article can't have done."""
    was, now = fold(change.base.of(pair.base.text)), fold(change.text.of(pair.text.text))
    close = len(now) >= _LONG and now.isalpha() and Levenshtein.distance(was, now) == 1 and was[0] == now[0]
    return pair.text.source is not None and close


CHECK = Check(
    id=_ID,
    rank=240,
    category=(Category.STYLE, Category.MISTRANSLATION),
    severity=(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_wording,
    classes=(ChangeClass.WORDING,),
    covers=Covers.NOTHING,
    gives_way=True,
)
