"""What weighs less than it looks: cut where a quotation begins or ends, said before it, put in by an editor, reported.

Newspapers cut what they quote, and lead up to it in words of their own. That alone changes nothing of what was said.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.comparison.align.links import word_range
from crossquote.comparison.judging.differences import is_quoted_in_part
from crossquote.comparison.judging.severity import SURE, UNSURE
from crossquote.comparison.read import read
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.roles import joining_words
from crossquote.message import Message, message
from crossquote.model.comparison import Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.insertions import is_bracketed, is_insertion
from crossquote.text.sentences import split_sentences
from crossquote.text.words import Word, split_words

_FEW = 3
"""So few words are cut off within a clause: "three | people", "hardly | ever"."""
_MARKS = frozenset(".!?…;:,—–-()[]。！？；：，、؟؛،।")
"""What parts a clause, or an aside, from the rest."""
_BOUND = frozenset({"condition", "hedge", "speaker", "stance", "truncation", "emphasis", "order"})
"""What hangs on a condition, or is said to be another's, hangs on it wherever it stands; others are of no one place."""
_CUT_OFF = frozenset({"negation.cut_off", "condition.cut_off"})
"""What these tell is that a cut turns what is left."""
_SHORT = 4
"""A denial of so few words is no sentence that can be left out."""
_REPORTED, _AMID = 0.62, 0.9
"""Below the first nearness a report says another thing; from the second on what lies around a place is kept."""
_DOTS, _BESIDE = ("…", "..."), 4
"""What marks that something is left out, and within how many letters it stands there."""
_LINKS = 2
"""So many words join what is cut off to what is left: "and that"."""
_TERMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"negation": ("negation",), "condition": ("conditions",), "hedge": ("hedges", "modality")}
)
"""The sections in which the words of a check stand, so that a report can say them before what it quotes."""
_PLAIN = frozenset({"name", "omission", "addition", "number", "date", "time", "money", "measurement"})
"""What a report that quotes a part says in its own words, however little it cuts off."""


def weigh_less(pair: Pair, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield `findings`, those for which that is reason enough with a lower severity, and why."""
    for finding in findings:
        severity, why = _reason(pair, finding) if finding.severity is not Severity.NEUTRAL else (finding.severity, None)
        if why is None or severity.rank >= finding.severity.rank:
            yield finding
        else:
            yield replace(finding, severity=severity, evidence=(*finding.evidence, why))


def _reason(pair: Pair, finding: Finding) -> tuple[Severity, Message | None]:
    """Return how much a finding weighs at most, and why; no reason where it weighs what it does."""
    if _is_inserted(pair, finding):
        return Severity.NEUTRAL, message("evidence.inserted")
    if _is_led_up_to(pair, finding):
        return Severity.NEUTRAL, message("evidence.led_up_to")
    if _is_at_a_cut(pair, finding) or _is_marked_cut(pair, finding):
        return Severity.NEUTRAL, message("evidence.at_a_cut")
    if finding.severity.rank > Severity.MINOR.rank and _is_reported_freely(pair, finding):
        return Severity.MINOR, UNSURE
    return finding.severity, None


def _is_inserted(pair: Pair, finding: Finding) -> bool:
    """Tell whether a finding is on words that an editor put into a quotation; a "[not]" turns it all the same."""
    if finding.check == "negation":
        return False
    sides = (pair.base.text, finding.base), (pair.text.text, finding.text)
    lone = finding.base is None or finding.text is None
    if any(place is not None and is_insertion(text, place) for text, place in sides):
        return True
    explained = finding.check == "name" and pair.base.kind is not None and pair.text.kind is not None
    if lone and explained and any(place is not None and is_bracketed(text, place) for text, place in sides):
        return True
    return lone and finding.check in _PLAIN and _faces_insertion(pair, finding)


def _faces_insertion(pair: Pair, finding: Finding) -> bool:
    """Tell whether an editor's words in square brackets stand where the other side has what a finding is on."""
    in_base = finding.base is not None
    place = finding.base or finding.text
    change = pair.links.change_of(place, in_base=in_base) if place is not None else None
    if change is None or change.op is not Op.REPLACE:
        return False
    text, there = (pair.text.text, change.text) if in_base else (pair.base.text, change.base)
    words = (pair.text_words if in_base else pair.base_words)[slice(*_range(pair, there, in_base=not in_base))]
    return bool(words) and all(is_insertion(text, word.span) for word in words)


def _is_led_up_to(pair: Pair, finding: Finding) -> bool:
    """Tell whether the report says in its own words, in the same sentence, what the quoted part lacks."""
    lacks, said = (finding.base, pair.text.beside) if finding.text is None else (finding.text, pair.base.beside)
    own = pair.base.text if finding.text is None else pair.text.text
    if not said or lacks is None or (finding.base is not None and finding.text is not None):
        return False
    if finding.check == "name":
        words = {word.key for word in split_words(said, pair.language)}
        return any(word.key in words for word in split_words(lacks.of(own), pair.language))
    sections = _TERMS.get(finding.check, ())
    reading = read(said, pair.language) if sections else None
    return reading is not None and any(True for section in sections for _ in reading.of(section))


def _is_at_a_cut(pair: Pair, finding: Finding) -> bool:
    """Tell whether a finding is on words that only one of two quotations has, before or behind all that both have."""
    place, in_base = finding.base or finding.text, finding.base is not None
    known = all(side.kind is not None for side in (pair.base, pair.text))
    if not known or place is None or (finding.base and finding.text) or finding.check in _BOUND:
        return False
    change = pair.links.change_of(place, in_base=in_base)
    if change is None or change.op not in (Op.DELETE, Op.INSERT, Op.REPLACE) or finding.message.code in _CUT_OFF:
        return False
    own, other = (pair.base.text, pair.text.text) if in_base else (pair.text.text, pair.base.text)
    ours, theirs = (change.base, change.text) if in_base else (change.text, change.base)
    leading, trailing = _ends(pair, other, theirs, in_base=not in_base)
    words = (pair.base_words if in_base else pair.text_words)[slice(*_range(pair, ours, in_base=in_base))]
    if not words or not (leading or trailing):
        return False
    parted = _is_parted(pair, own, ours, words, leading=leading)
    in_part = is_quoted_in_part(pair) or GAP.strip() in other
    if finding.check in _PLAIN and (len(words) > _FEW or in_part):
        return True
    return parted and not (finding.check == "negation" and trailing and _is_short_sentence(pair, own, place))


def _is_marked_cut(pair: Pair, finding: Finding) -> bool:
    """Tell whether the rendition marks that something is left out where the base has what a finding is on."""
    if finding.check not in _PLAIN or finding.text is not None or finding.base is None or pair.text.kind is None:
        return False
    change = pair.links.change_of(finding.base, in_base=True)
    if change is None:
        return False
    around = pair.text.text[max(0, change.text.start - _BESIDE) : change.text.end + _BESIDE]
    return any(mark in around for mark in _DOTS)


def _range(pair: Pair, place: Span, *, in_base: bool) -> tuple[int, int]:
    return word_range(pair.base_words if in_base else pair.text_words, place)


def _is_short_sentence(pair: Pair, text: str, place: Span) -> bool:
    """Tell whether a denial is a short sentence, which turns what stands before it: "It is over. Not for us."."""
    sentences = split_sentences(text, pair.language)
    own = next((sentence for sentence in sentences if sentence.contains(place)), None)
    return own is not None and own != sentences[0] and len(split_words(own.of(text), pair.language)) <= _SHORT


def _ends(pair: Pair, text: str, place: Span, *, in_base: bool) -> tuple[bool, bool]:
    """Tell whether nothing that both sides print stands before a place of one side, and nothing behind it."""
    gap = GAP.strip()
    start = text.rfind(gap, 0, place.start) + 1
    end = text.find(gap, place.end)
    words = pair.base_words if in_base else pair.text_words
    same = pair.links.base_same if in_base else pair.links.text_same
    first, last = word_range(words, Span(start, len(text) if end < 0 else end))
    at, behind = word_range(words, place)
    at = max(at, first) if at < behind else sum(word.span.end <= place.start for word in words)
    return not any(same[first:at]), not any(same[max(behind, at) : last])


def _is_parted(pair: Pair, text: str, cut: Span, words: Sequence[Word], *, leading: bool) -> bool:
    """Tell whether a mark, or an "and", parts what is cut off from what is left."""
    joining = joining_words(pair.language)
    if leading:
        between, beside = text[words[-1].span.end : cut.end + 2], words[-_LINKS:]
    else:
        between, beside = text[max(0, cut.start - 1) : words[0].span.start], words[:1]
    return not _MARKS.isdisjoint(between) or any(word.key in joining for word in beside)


def _is_reported_freely(pair: Pair, finding: Finding) -> bool:
    """Tell whether one side only reports what was said, in words that are not nearly the other's.

    Who or how much is named there may be somebody else, or something else, where the words beside it are others. Where
    both report it, what stands amid the same words counts.
    """
    kinds = (pair.base.kind, pair.text.kind)
    if QuoteKind.INDIRECT not in kinds:
        return False
    around = pair.links.around(finding.base, finding.text)
    if finding.check in _PLAIN:
        return min(pair.links.nearness, around) < SURE
    return pair.links.nearness < _REPORTED and (around < _AMID or kinds[0] is not kinds[1])
