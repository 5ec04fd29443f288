"""The class of each change: what sort of thing it is, by what the lexicons and readings find inside it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from crossquote.comparison.align.links import word_range
from crossquote.comparison.check import Check
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.roles import joining_words
from crossquote.comparison.reading.terms import Terms
from crossquote.comparison.table import known_checks
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.endings import ends_sentence
from crossquote.text.quantity import Sort
from crossquote.text.terms import Hit

_SETTLED = frozenset({ChangeClass.TRUNCATION, ChangeClass.MARKS, ChangeClass.CASING, ChangeClass.ORDER})
_WHOLE = frozenset({ChangeClass.PERSON, ChangeClass.TENSE, ChangeClass.MODALITY})
"""Classes that name a change only where it holds little else: so many words on both sides."""
_SHORT = 3
_DOTS, _BRACKETS = ("...", "…"), " \n[]()"
_JOINING = 2
"""So many words may join what stands beside a cut: "… and I"."""
_FEW = 3
"""So few words at the end of a sentence are no shorter quotation."""


def classify(changes: tuple[Change, ...], base: Reading, text: Reading) -> tuple[Change, ...]:
    """Return `changes`, each with its class."""
    return tuple(_classed(change, _class(change, base, text)) for change in changes)


def _classed(change: Change, kind: ChangeClass) -> Change:
    return change if change.kind is kind else replace(change, kind=kind)


def _class(change: Change, base: Reading, text: Reading) -> ChangeClass:
    if change.op is Op.EQUAL:
        return ChangeClass.SAME
    if change.kind in _SETTLED:
        return change.kind
    if change.op is Op.DELETE and GAP.strip() in change.base.of(base.text):
        return ChangeClass.TRUNCATION
    if _is_marked_cut(change, base, text) or _is_left_open(change, base, text):
        return ChangeClass.TRUNCATION
    if change.op is Op.MOVE:
        return ChangeClass.ORDER
    return next(_inside(change, base, text), None) or _plain(change, base, text)


def _is_marked_cut(change: Change, base: Reading, text: Reading) -> bool:
    """Tell whether the rendition has an ellipsis for a clause that it leaves out, and the base has none there.

    What is cut from the middle of one ("We will … sell it", for "never ever sell") may turn what is left.
    """
    if change.op not in (Op.DELETE, Op.REPLACE) or not _count(text, change.text) <= _JOINING < _count(
        base, change.base
    ):
        return False
    before = base.text[: change.base.start].rstrip()
    apart = not before or not before[-1].isalnum() or not change.base.of(base.text).lstrip()[:1].isalnum()
    return apart and _is_dotted(text.text, change.text) and not _is_dotted(base.text, change.base)


def _is_dotted(text: str, place: Span) -> bool:
    """Tell whether a place has an ellipsis beside it, in brackets or not."""
    before, after = text[: place.start].rstrip(_BRACKETS), text[place.end :].lstrip(_BRACKETS)
    return before.endswith(_DOTS) or after.startswith(_DOTS)


def _is_left_open(change: Change, base: Reading, text: Reading) -> bool:
    """Tell whether one side ends, without a full stop, where the other goes on with "and" or "but".

    So far it was quoted.
    """
    sides = ((base, change.base), (text, change.text))
    longer, shorter = sides if change.op is Op.DELETE else sides[::-1]
    if change.op not in (Op.DELETE, Op.INSERT) or _count(*longer) <= _FEW:
        return False
    (whole, place), (other, point) = longer, shorter
    opens = whole.words[word_range(whole.words, place)[0]].key
    if opens not in joining_words(whole.language):
        return False
    ends = not any(map(str.isalnum, other.text[point.end :] + whole.text[place.end :]))
    return ends and bool(other.words) and not ends_sentence(other.text)


def _plain(change: Change, base: Reading, text: Reading) -> ChangeClass:
    """Return the class of a change in which nothing stands that has one of its own."""
    if _only_marks(change, base, text):
        return ChangeClass.MARKS
    if change.op is Op.DELETE:
        return ChangeClass.OMISSION
    return ChangeClass.ADDITION if change.op is Op.INSERT else ChangeClass.WORDING


def _inside(change: Change, base: Reading, text: Reading) -> Iterator[ChangeClass]:
    """Yield the classes that something in the change speaks for, the weightiest first."""
    sides = ((base, change.base), (text, change.text))
    sorts = [q.sort for side, span in sides for q in side.quantities_at(span) if not q.weak]
    if sorts:
        yield _class_of(sorts)
    if any(name.sure for side, span in sides for name in side.names_at(span)):
        yield ChangeClass.NAME
    ours, theirs = (side.hits_in(*word_range(side.words, span)) for side, span in sides)
    if not ours and not theirs:
        return
    short = _count(base, change.base) + _count(text, change.text) <= _SHORT
    sections = {hit.section for hit in (*ours, *theirs)}
    for terms, kind in _telling_terms(tuple(known_checks().values())):
        if (
            terms.section in sections
            and _groups(ours, terms) != _groups(theirs, terms)
            and (short or kind not in _WHOLE)
        ):
            yield kind


@lru_cache(maxsize=1)
def _telling_terms(known: tuple[Check, ...]) -> tuple[tuple[Terms, ChangeClass], ...]:
    """Return the terms that speak for a class, the weightiest first."""
    weightiest = list(ChangeClass)
    found = ((terms, kind) for check in known if (terms := check.own_terms) is not None for kind in check.classes)
    return tuple(sorted(found, key=lambda entry: weightiest.index(entry[1])))


def _groups(hits: Sequence[Hit], terms: Terms) -> list[str]:
    return sorted(hit.group for hit in hits if hit.section == terms.section and hit.group in terms.keys)


def _class_of(sorts: Sequence[Sort]) -> ChangeClass:
    """Return the class of all of some quantities: a number, where they are of several."""
    kinds = {kind for sort in sorts for kind in known_checks()[sort.value].classes}
    return kinds.pop() if len(kinds) == 1 else ChangeClass.NUMBER


def _count(reading: Reading, span: Span) -> int:
    first, last = word_range(reading.words, span)
    return last - first


def _only_marks(change: Change, base: Reading, text: Reading) -> bool:
    return not _count(base, change.base) and not _count(text, change.text)
