"""Circumstances: what speakers and kinds of quote add to the likeness of two quotes, in logarithms of odds."""

from collections.abc import Mapping
from math import log

from crossquote.grouping.same_person import Same
from crossquote.grouping.units import Unit
from crossquote.model.quote import QuoteKind
from crossquote.text.similarity import Likeness

_SAME_LEAST, _SAME_MOST = 0.3, 2.0
"""What one known speaker adds, in a small set; the fewer of the quotes are theirs, the more."""
_OTHERS = {Same.UNLIKELY: 4.5, Same.NO: 8.0}
"""What it costs where the one speaker is described by nothing that the other is called, or two people are named."""
_UNSURE = 2.5
"""What it costs where both have a speaker and it can't be told whether it is one."""
_UNATTRIBUTED = 8.0
"""What it costs a report without a speaker: it may report anybody's words."""
_REPORTED = 1.0
"""What a report of someone's words gets where the speaker is the same: it need not keep the wording."""
_BOTH_REPORTED = 2.0
"""What it costs two reports, neither of which has a word in marks, where the speaker is not known to be one."""
_FEW_WORDS, _PART_QUOTE = 3, 2.0
"""What a part-quote of hardly a telling word costs then: a phrase is soon said by many."""


def speaker_gain(share: float, room: float) -> float:
    """Return what one known speaker adds, a part of whose name speaks such a `share` of the quotes.

    `room` is how much more it may be because the set is large: the quotes of one speaker are few.
    """
    return min(max(_SAME_MOST, room), max(_SAME_LEAST, -log(share)))


def by_speaker(first: Unit, second: Unit, same: Same, gains: Mapping[str, float]) -> float:
    """Return what the speakers add; `gains` has for each part of a name what it adds that one speaker has it."""
    if same is Same.YES:
        return min(_gain(unit, gains) for unit in (first, second))
    if same in _OTHERS:
        return -_OTHERS[same]
    if first.speaker and second.speaker:
        return -_UNSURE
    return -_UNATTRIBUTED if QuoteKind.INDIRECT in first.kinds | second.kinds else 0.0


def _gain(unit: Unit, gains: Mapping[str, float]) -> float:
    """Return what is added where this unit's speaker is the other's: that of the rarest part of the name."""
    return max([gains.get(part, _SAME_LEAST) for part in unit.parts], default=_SAME_LEAST)


def by_kind(first: Unit, second: Unit, likeness: Likeness, same: Same) -> float:
    """Return what the kinds of the quotes add."""
    kinds = first.kinds | second.kinds
    if same is Same.YES:
        return _REPORTED if kinds & {QuoteKind.INDIRECT, QuoteKind.MIXED} else 0.0
    score = 0.0
    if kinds == {QuoteKind.INDIRECT}:
        score -= _BOTH_REPORTED
    telling = len(likeness.shared) + len(likeness.missing) + len(likeness.near)
    if telling <= _FEW_WORDS and (first.speaker or second.speaker):
        score -= _PART_QUOTE
    return score
