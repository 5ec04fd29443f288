"""The class of each change: what sort of thing it is, by what the lexicons and readings find inside it."""

from collections.abc import Iterator
from dataclasses import replace

from crossquote.comparison.reading import Reading
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.quantity import Sort

_SETTLED = frozenset({ChangeClass.TRUNCATION, ChangeClass.MARKS, ChangeClass.CASING, ChangeClass.ORDER})
_BY_SECTION = (
    ("negation", ("negators", "concord"), ChangeClass.NEGATION),
    ("modality", (), ChangeClass.MODALITY),
    ("strength", (), ChangeClass.STRENGTH),
    ("hedges", (), ChangeClass.HEDGE),
    ("quantifiers", (), ChangeClass.QUANTIFIER),
    ("persons", (), ChangeClass.PERSON),
    ("tense", (), ChangeClass.TENSE),
)
_WHOLE = frozenset({ChangeClass.PERSON, ChangeClass.TENSE, ChangeClass.MODALITY})
"""Classes that name a change only where it holds nothing else."""


def classify(changes: tuple[Change, ...], base: Reading, text: Reading) -> tuple[Change, ...]:
    """Return `changes`, each with its class."""
    return tuple(replace(change, kind=_class(change, base, text)) for change in changes)


def _class(change: Change, base: Reading, text: Reading) -> ChangeClass:
    if change.op is Op.EQUAL:
        return ChangeClass.SAME
    if change.kind in _SETTLED:
        return change.kind
    if change.op is Op.DELETE and GAP.strip() in change.base.of(base.text):
        return ChangeClass.TRUNCATION
    if change.op is Op.MOVE:
        return ChangeClass.ORDER
    plain = {Op.DELETE: ChangeClass.OMISSION, Op.INSERT: ChangeClass.ADDITION}.get(change.op, ChangeClass.WORDING)
    return next(_inside(change, base, text), ChangeClass.MARKS if _only_marks(change, base, text) else plain)


def _inside(change: Change, base: Reading, text: Reading) -> Iterator[ChangeClass]:
    """Yield the classes that something in the change speaks for, the weightiest first."""
    quantities = [q for side, span in ((base, change.base), (text, change.text)) for q in _at(side, span)]
    if quantities:
        dated = all(sort in (Sort.DATE, Sort.TIME) for sort in quantities)
        yield ChangeClass.DATE if dated else ChangeClass.NUMBER
    if _has_name(change, base, text):
        yield ChangeClass.NAME
    for section, groups, kind in _BY_SECTION:
        found = [_groups(side, span, section, groups) for side, span in ((base, change.base), (text, change.text))]
        if found[0] == found[1]:
            continue
        if kind not in _WHOLE or _count(base, change.base) + _count(text, change.text) <= 3:
            yield kind


def _at(reading: Reading, span: Span) -> list[Sort]:
    return [quantity.sort for quantity in reading.quantities if quantity.span.overlaps(span) and not quantity.weak]


def _groups(reading: Reading, span: Span, section: str, groups: tuple[str, ...]) -> list[str]:
    return sorted(hit.group for hit in reading.of(section, *groups) if hit.span.overlaps(span))


def _count(reading: Reading, span: Span) -> int:
    return sum(word.span.overlaps(span) for word in reading.words)


def _has_name(change: Change, base: Reading, text: Reading) -> bool:
    return any(
        name.span.overlaps(span)
        for side, span in ((base, change.base), (text, change.text))
        for name in side.names
        if name.sure
    )


def _only_marks(change: Change, base: Reading, text: Reading) -> bool:
    return not _count(base, change.base) and not _count(text, change.text)
