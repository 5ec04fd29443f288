"""Addition: content words of the rendition that nothing in the base stands for."""

from collections.abc import Iterator

from crossquote.comparison.align.links import word_range
from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import weigh
from crossquote.comparison.reading.content import (
    added_runs,
    content_words,
    going_on,
    is_content,
    is_narrated,
    may_stand_for,
    own_words,
)
from crossquote.comparison.reading.pair import Pair
from crossquote.message import SILENCE, Message, message, spoken
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.insertions import is_insertion
from crossquote.text.stems import stem
from crossquote.text.words import Word

_MUCH = 4
"""From so many content words on, what is added is more than a matter of style."""
_SAME = 0.9
"""A word put into words that are so much the same was put in on purpose."""
_WHOLE = 5
"""Fewer words are a fragment, which others cut elsewhere."""
_KEPT = 0.8
"""Where so many of the words around are kept, what is put between them was not moved there."""
_TWICE = 2
"""What is added may say what the base says in words of its own, unless there are far fewer of those."""


def check_addition(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each stretch of the rendition that the base lacks."""
    for span in going_on(pair):
        headline = message("addition.goes_on", now=shown(pair.text.text, span))
        says = message("addition.base_ends")
        yield CHECK.make_finding(Severity.NEUTRAL, None, span, headline, (says,))
    for span, count in added_runs(pair):
        if is_narrated(pair.text.text, span):
            continue
        severity, doubt = _weigh(pair, span, count)
        headline = message("addition.added", now=shown(pair.text.text, span))
        evidence = spoken(message("addition.only_here"), doubt)
        yield CHECK.make_finding(severity, None, span, headline, evidence)


def _weigh(pair: Pair, span: Span, count: int) -> tuple[Severity, Message]:
    if is_insertion(pair.text.text, span):
        return Severity.NEUTRAL, SILENCE
    bracket = pair.text.text[: span.start].rstrip()[-1:]
    own = own_words(pair, count, in_base=True)
    near = 0.5 * pair.links.around(None, span) + 0.5 * pair.links.nearness_beside(span, in_base=False)
    stitched = any(GAP.strip() in side.text for side in (pair.base, pair.text))
    if stitched:
        return weigh(near, "addition.worded")
    if count <= _TWICE * own:
        return weigh(near, "addition.between" if bracket != "(" and _is_between(pair, span) else "addition.worded")
    put_in = not own and bracket != "(" and near >= _SAME and _is_put_in(pair, span)
    return weigh(near, "addition.much" if count >= _MUCH or put_in else "addition.few")


def _is_between(pair: Pair, span: Span) -> bool:
    """Tell whether few words were put between words that are kept, and say what no words of the base's own can say.

    Of one word alone it is enough that those right beside it are kept, and that the base has none to spare for it.
    """
    change = pair.links.change_of(span, in_base=False)
    if change is None or change.op is not Op.INSERT:
        return False
    first, last = word_range(pair.text_words, change.text)
    lone = last - first == 1 and _is_amid(pair, first)
    if not lone and pair.links.around(None, span) < _KEPT:
        return False
    added = content_words(pair, span, in_base=False)
    telling = len(added) < _MUCH and all(is_content(word, pair.text.language) for word in added)
    if len(added) == 1 and _is_named_again(pair, added[0]):
        return False
    return telling and not may_stand_for(pair, added, in_base=True, spare=lone)


def _is_named_again(pair: Pair, word: Word) -> bool:
    """Tell whether a word stands in the base elsewhere: "blood pressure and blood sugar" for "… and sugar"."""
    own = stem(word.key, pair.language)
    return any(stem(other.key, pair.language) == own for other in pair.base_words)


def _is_amid(pair: Pair, number: int) -> bool:
    """Tell whether the words right before and behind word `number` of the rendition are kept.

    Where nouns have cases it may be what "of the group" is elsewhere, and none is sure.
    """
    cases = pair.language.lexicon.text("words", "cases") == "nouns"
    beside = pair.links.text_same[number - 1 : number + 2 : 2] if number else ()
    return not cases and len(beside) > 1 and all(beside)


def _is_put_in(pair: Pair, span: Span) -> bool:
    """Tell whether words that say something were put into a whole that both sides print."""
    telling = all(is_content(word, pair.text.language) for word in content_words(pair, span, in_base=False))
    reported = QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind)
    whole = len(pair.base_words) >= _WHOLE and not any(_is_cut(change) for change in pair.changes)
    return telling and whole and not reported


def _is_cut(change: Change) -> bool:
    return change.kind is ChangeClass.TRUNCATION


CHECK = Check(
    id="addition",
    rank=190,
    category=(Category.ADDITION,),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_addition,
    classes=(ChangeClass.ADDITION,),
    covers=Covers.NOTHING,
    gives_way=True,
    proof=Proof(unstable=Severity.NEUTRAL),
)
