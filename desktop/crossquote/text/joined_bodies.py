"""Bodies whose name has an "and" in it: "the Fish and Wildlife Service", "Office of Management and Budget"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

import regex

from crossquote.model.span import Span
from crossquote.text.name_rules import NameRules
from crossquote.text.words import fold

_GAP = regex.compile(r" (&|\p{L}+)((?: \p{L}+){0,2})(?: \p{L}{1,4}['’]| )")
_WORDS = regex.compile(r"[\p{L}\p{M}]+")
_REACH = 40
_MOST, _SHORT = 2, 2
"""So many words stand behind "and" in the name of a body whose head comes first; so many letters has an elided one."""

SpannedWords = tuple[Span, tuple[str, ...]]
"""Where a name stands, and its words."""


def joined_bodies(text: str, parts: Sequence[SpannedWords], rules: NameRules) -> Iterator[int]:
    """Yield the index of each name that goes on, behind "and", the body that the name before it begins."""
    if not rules.departments:
        return
    for at, (one, other) in enumerate(pairwise(parts), start=1):
        if _is_joint(text, one[0].end, other[0].start, rules) and (
            _ends_body(text, one, other, rules) or _is_department(text, one, other, rules)
        ):
            yield at


def _is_joint(text: str, end: int, start: int, rules: NameRules) -> bool:
    """Tell whether no more than "and", with "of" and an article or without, stands between two names."""
    gap = _GAP.fullmatch(text, end, start) if start - end < _REACH else None
    small = rules.prepositions | rules.determiners | rules.particles
    joins = gap is not None and (gap[1] == "&" or fold(gap[1]) in rules.additive)
    return joins and gap is not None and all(fold(w) in small for w in gap[2].split())


def _ends_body(text: str, one: SpannedWords, other: SpannedWords, rules: NameRules) -> bool:
    """Tell whether the latter of two names ends as a body, the former as none, behind an article: "the Fish and …"."""
    (span, words), (_, last) = one, other
    before = text[max(0, span.start - _REACH) : span.start].split()
    led = bool(before) and fold(before[-1]) in rules.determiners
    whole = len(last) > 1 and last[-1] in rules.bodies and text[one[0].end : other[0].start].count(" ") == 2
    initials = span.of(text).isupper() and len(words) == 1  # "the IRS and Treasury Department" are two
    return led and whole and not initials and words[-1] not in rules.bodies and not rules.is_given(words[0])


def _is_department(text: str, one: SpannedWords, other: SpannedWords, rules: NameRules) -> bool:
    """Tell whether two names say what a department is for: "Department of ⟦Health⟧ and ⟦Human Services⟧"."""
    (span, words), (_, last) = one, other
    before = [fold(word) for word in _WORDS.findall(text, max(0, span.start - _REACH), span.start)]
    small = rules.prepositions | rules.determiners | rules.particles
    links = len(list(takewhile(lambda word: word in small or len(word) <= _SHORT, reversed(before))))
    led = links > 0 and len(before) > links and before[-links - 1] in rules.departments
    inner = words[0] in rules.departments and len(words) > _MOST
    plain = len(last) == 1 or (len(last) == _MOST and last[-1].endswith(rules.plural_ends))
    return (led or inner) and plain and not rules.is_given(last[0])
