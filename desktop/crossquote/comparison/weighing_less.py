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
from crossquote.text.insertions import is_insertion
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
    if _is_at_a_cut(pair, finding):
        return Severity.NEUTRAL, message("evidence.at_a_cut")
    if finding.severity.rank > Severity.MINOR.rank and _is_reported_freely(pair, finding):
        return Severity.MINOR, UNSURE
    return finding.severity, None


def _is_inserted(pair: Pair, finding: Finding) -> bool:
    """Tell whether a finding is on words that an editor put into a quotation; a "[not]" turns it all the same."""
    if finding.check == "negation":
        return False
    sides = (pair.base.text, finding.base), (pair.text.text, finding.text)
    return any(place is not None and is_insertion(text, place) for text, place in sides)


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
    leading, trailing = _ends(other, theirs)
    words = (pair.base_words if in_base else pair.text_words)[slice(*_range(pair, ours, in_base=in_base))]
    if not words or not (leading or trailing):
        return False
    parted = _is_parted(pair, own, ours, words, leading=leading)
    in_part = is_quoted_in_part(pair) or GAP.strip() in other
    if finding.check in _PLAIN and (len(words) > _FEW or in_part):
        return True
    return parted and not (finding.check == "negation" and trailing and _is_short_sentence(pair, own, place))


def _range(pair: Pair, place: Span, *, in_base: bool) -> tuple[int, int]:
    return word_range(pair.base_words if in_base else pair.text_words, place)


def _is_short_sentence(pair: Pair, text: str, place: Span) -> bool:
    """Tell whether a denial is a short sentence, which turns what stands before it: "It is over. Not for us."."""
    sentences = split_sentences(text, pair.language)
    own = next((sentence for sentence in sentences if sentence.contains(place)), None)
    return own is not None and own != sentences[0] and len(split_words(own.of(text), pair.language)) <= _SHORT


def _ends(text: str, place: Span) -> tuple[bool, bool]:
    """Tell whether nothing is said before a place of a quote, and whether nothing is behind it."""
    gap = GAP.strip()
    before, behind = text[: place.start].rpartition(gap)[2], text[place.end :].partition(gap)[0]
    return not any(map(str.isalnum, before)), not any(map(str.isalnum, behind))


def _is_parted(pair: Pair, text: str, cut: Span, words: Sequence[Word], *, leading: bool) -> bool:
    """Tell whether a mark, or an "and", parts what is cut off from what is left."""
    joining = joining_words(pair.language)
    if leading:
        between, beside = text[words[-1].span.end : cut.end + 1], words[-_LINKS:]
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
