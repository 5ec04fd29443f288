"""Cuts: what only one of two quotations prints before or behind all that both print.

Newspapers cut what they quote, and nothing of what was said is changed by it; unless what is cut off says how the rest
is meant.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from crossquote.comparison.align.links import word_range
from crossquote.comparison.judging.differences import is_quoted_in_part
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.roles import joining_words
from crossquote.model.comparison import Change, Op
from crossquote.model.finding import Finding
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.endings import COLONS, COMMAS, DASHES, ENDS
from crossquote.text.words import Word

_FEW = 3
"""So few words are cut off within a clause: "three | people", "hardly | ever"."""
_MANY = 6
"""What stands at an end in other words is cut there only where it is a sentence."""
_SHORT, _DENYING = 5, 4
"""So few words may say how the rest is meant: "…, except for the crew"; so few that it is not so: "Not for us."."""
_MARKS = ENDS | COLONS | COMMAS | DASHES | frozenset("()[]")
"""What parts a clause, or an aside, from the rest."""
_BOUND = frozenset({"condition", "hedge", "quantifier", "speaker", "stance", "truncation", "emphasis", "order"})
"""What hangs on a condition, or is limited, hangs on it wherever it stands; others are of no one place."""
_TURNING = frozenset({"conditions", "hedges", "quantifiers"})
"""The sections whose words say how the rest is meant, besides denials, which count by how few words they have."""
_CUT_OFF = frozenset({"negation.cut_off", "condition.cut_off"})
"""What these tell is that a cut turns what is left."""
_LINKS = 2
"""So many words join what is cut off to what is left: "and that"."""
_DOTS, _BESIDE = ("…", "..."), 4
"""What marks that something is left out, and within how many letters it stands there."""
COUNTED = frozenset({"number", "date", "time", "money", "measurement"})
"""The checks of quantities."""
WORDS = frozenset({"name", "omission", "addition"})
"""The checks of what a report that quotes a part says in its own words, however little it cuts off."""


class _Cut(Struct, frozen=True):
    """What one side alone has at an end: its `words`, and whether those lead up to what both have, or follow it."""

    reading: Reading
    place: Span
    words: Sequence[Word]
    first: int
    leading: bool

    @property
    def last(self) -> int:
        """The number of the word behind it."""
        return self.first + len(self.words)


def is_at_a_cut(pair: Pair, finding: Finding) -> bool:
    """Tell whether a finding is on words that a quotation is cut by, which turn nothing of what is left."""
    known = pair.base.kind is not None and pair.text.kind is not None
    if not known or finding.check in _BOUND or finding.message.code in _CUT_OFF:
        return False
    cut = _cut_at(pair, finding)
    if cut is None or _turns(cut, finding, joining_words(pair.language)):
        return False
    long = len(cut.words) > _FEW
    if finding.check in COUNTED:
        return long
    in_part = is_quoted_in_part(pair) or GAP.strip() in pair.text.text
    if finding.check in WORDS and (long or in_part):
        return True
    return _is_parted(pair, cut)


def change_alone(pair: Pair, finding: Finding) -> Change | None:
    """Return the change that a finding is on, where it is on words that one side alone has; None where it is not."""
    place = finding.base or finding.text
    if place is None or (finding.base is not None and finding.text is not None):
        return None
    return pair.links.change_of(place, in_base=finding.base is not None)


def is_clause_left_out(pair: Pair, finding: Finding) -> bool:
    """Tell whether a clause that denies is left out, or put in, whole, beside another that denies and is kept."""
    change, in_base = change_alone(pair, finding), finding.base is not None
    if finding.check != "negation" or change is None or change.op not in (Op.DELETE, Op.INSERT):
        return False
    reading, own = (pair.base_reading, change.base) if in_base else (pair.text_reading, change.text)
    kept = any(pair.links.is_kept(hit.span, in_base=in_base) for hit in explicit_negators(reading))
    first, last = word_range(reading.words, own)
    text = reading.text
    before = text[reading.words[first - 1].span.end : reading.words[first].span.start] if first else "."
    behind = (
        text[reading.words[last - 1].span.end : reading.words[last].span.start] if last < len(reading.words) else "."
    )
    clause = last - first >= _FEW
    return kept and clause and not _MARKS.isdisjoint(before) and not _MARKS.isdisjoint(behind)


def is_marked_cut(pair: Pair, finding: Finding) -> bool:
    """Tell whether the rendition marks that something is left out where the base has what a finding is on."""
    change = change_alone(pair, finding)
    if finding.check not in WORDS or finding.base is None or change is None or pair.text.kind is None:
        return False
    return _has_dots(pair.text.text, change.text) and not _has_dots(pair.base.text, change.base)


def _has_dots(text: str, place: Span) -> bool:
    """Tell whether a mark of what is left out stands at a place, or right beside it."""
    around = text[max(0, place.start - _BESIDE) : place.end + _BESIDE]
    return any(mark in around for mark in _DOTS)


def _cut_at(pair: Pair, finding: Finding) -> _Cut | None:
    """Return what one side alone has at an end, where a finding is on that; None where it is not."""
    change, in_base = change_alone(pair, finding), finding.base is not None
    if change is None or change.op not in (Op.DELETE, Op.INSERT, Op.REPLACE):
        return None
    reading = pair.base_reading if in_base else pair.text_reading
    own = change.base if in_base else change.text
    first, last = word_range(reading.words, own)
    leading, trailing = _ends(pair, change, in_base=in_base)
    if first == last or not (leading or trailing):
        return None
    cut = _Cut(reading, own, reading.words[first:last], first, leading)
    worded = change.op is Op.REPLACE and last - first <= _MANY
    return cut if not worded or _is_a_quote(cut) else None


def _ends(pair: Pair, change: Change, *, in_base: bool) -> tuple[bool, bool]:
    """Tell whether nothing that both sides print stands before a change of one side, and nothing behind it."""
    text, place = (pair.text.text, change.text) if in_base else (pair.base.text, change.base)
    words = pair.text_words if in_base else pair.base_words
    same = pair.links.text_same if in_base else pair.links.base_same
    gap = GAP.strip()
    start, end = text.rfind(gap, 0, place.start) + 1, text.find(gap, place.end)
    first, last = word_range(words, Span(start, len(text) if end < 0 else end))
    at, behind = word_range(words, place)
    if at == behind:
        at = behind = sum(word.span.end <= place.start for word in words)
    return not any(same[first : max(at, first)]), not any(same[behind:last])


def _turns(cut: _Cut, finding: Finding, joining: AbstractSet[str]) -> bool:
    """Tell whether what is cut off says how the rest is meant: "For now, | …", "… | except for the crew"."""
    if len(cut.words) > _SHORT or _is_a_quote(cut):
        return False
    if finding.check == "negation" and len(cut.words) <= _DENYING:
        return True
    if finding.check == "name" and cut.leading and cut.words[-1].key in joining:
        return True  # "Ana Roe and | Karl Brandt closed the bridge"
    last = cut.last if cut.leading else min(cut.last, cut.first + _LINKS)
    return any(hit.section in _TURNING for hit in cut.reading.hits_in(cut.first, last))


def _is_a_quote(cut: _Cut) -> bool:
    """Tell whether it is a quote of its own, of several that a rendition has."""
    gap, text = GAP.strip(), cut.reading.text
    return (
        text[cut.place.end :].lstrip().startswith(gap)
        if cut.leading
        else text[: cut.place.start].rstrip().endswith(gap)
    )


def _is_parted(pair: Pair, cut: _Cut) -> bool:
    """Tell whether a mark, or an "and", parts what is cut off from what is left."""
    joining, text = joining_words(pair.language), cut.reading.text
    if cut.leading:
        between, beside = text[cut.words[-1].span.end : cut.place.end + 2], cut.words[-_LINKS:]
    else:
        between, beside = text[max(0, cut.place.start - 1) : cut.words[0].span.start], cut.words[:1]
    return not _MARKS.isdisjoint(between) or any(word.key in joining for word in beside)
