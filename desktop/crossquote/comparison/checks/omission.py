"""Omission: content words of the base that nothing in the rendition stands for."""

from collections.abc import Iterator

from crossquote.comparison.align.links import word_range
from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.differences import is_at_edge, is_quoted_in_part
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import weigh
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.reading.content import is_content, is_narrated, missing_runs, own_words
from crossquote.comparison.reading.pair import Pair
from crossquote.message import SILENCE, Message, message, spoken
from crossquote.model.comparison import ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.text.endings import COMMAS
from crossquote.text.insertions import is_aside, is_insertion
from crossquote.text.scripts import FIRST_SIGN
from crossquote.text.weights import COMMON, weight

_MUCH = 4
"""From so many content words on, what is missing is more than a matter of style."""
_FEW = 3
"""An agent is a noun, with a word or two that say which."""
_ENDS, _OPENING = ("", ".", "!", "?", "…"), " \n\"“„«'"
_TWICE = 2
"""What is missing may be said by words of the rendition's own, unless there are far fewer of those."""
_PER_OWN = 3
"""So many words must be missing for each that the rendition has of its own: else it may be worded otherwise."""
_MUCH_OF_IT, _LONGER = 0.25, 1.2
"""A missing stretch of this share of the text shows in the length of the original, which may be so much longer."""
_PRINTED = (QuoteKind.DIRECT, QuoteKind.MIXED)
_UNMARKED = message("omission.unmarked")


def check_omission(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each stretch of the base that is missing."""
    for span, count in missing_runs(pair):
        if is_narrated(pair.base.text, span) or (is_quoted_in_part(pair) and is_at_edge(pair, span)):
            continue
        clause = _clause(pair, span) if count >= max(_MUCH, _PER_OWN * own_words(pair, count, in_base=False)) else None
        severity, doubt = _weigh(pair, span, count, clause)
        headline = message("omission.left_out", was=shown(pair.base.text, span))
        unmarked = _UNMARKED if severity is Severity.MAJOR and pair.text.kind is QuoteKind.DIRECT else SILENCE
        evidence = spoken(message("omission.only_base"), unmarked, doubt)
        yield CHECK.make_finding(severity, span, None, headline, evidence)


def _weigh(pair: Pair, span: Span, count: int, clause: Span | None) -> tuple[Severity, Message]:
    """Weigh what is missing: what an editor had put in was not said, and nobody has to print it."""
    if is_insertion(pair.base.text, span) or _leads_up(pair, span):
        return Severity.NEUTRAL, SILENCE
    return _weigh_words(pair, span, count) if clause is None else _weigh_clause(pair, clause)


def _leads_up(pair: Pair, span: Span) -> bool:
    """Tell whether the base only begins earlier, with what a comma parts from the rest: "With this ruling, we …"."""
    change = pair.links.change_of(span, in_base=True)
    if change is None or change.op is not Op.DELETE or not change.base.contains(span):
        return False
    first = not any(map(str.isalnum, pair.base.text[: change.base.start] + pair.text.text[: change.text.start]))
    return first and change.base.of(pair.base.text).rstrip()[-1:] in COMMAS


def _clause(pair: Pair, span: Span) -> Span | None:
    """Return the place in which all of `span` is missing in one piece, with nothing but function words put there."""
    change = pair.links.change_of(span, in_base=True)
    if change is None or not change.base.contains(span):
        return None
    first, last = word_range(pair.text_words, change.text)
    facing = pair.text_words[first:last]
    return None if any(is_content(word, pair.text.language) for word in facing) else change.base


def _weigh_clause(pair: Pair, clause: Span) -> tuple[Severity, Message]:
    """Weigh a clause that is missing by how near the rest is: that the clause is missing does not make it less so."""
    near = 0.5 * pair.links.around(clause, None) + 0.5 * pair.links.nearness_beside(clause, in_base=True)
    if is_aside(pair.base.text, clause):
        return weigh(near, "omission.few")
    return weigh(near, "omission.clause.reported" if _is_reported(pair) else "omission.clause")


def _is_reported(pair: Pair) -> bool:
    """Tell whether one side only reports what was said: it need not report all of it."""
    return QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind)


def _weigh_words(pair: Pair, span: Span, count: int) -> tuple[Severity, Message]:
    place = _deleted(pair, span) if count < _MUCH else span
    near = 0.5 * pair.links.around(place, None) + 0.5 * pair.links.nearness_beside(place, in_base=True)
    translated = pair.text.source is not None and count == 1
    if translated or count <= _TWICE * own_words(pair, count, in_base=False) or _is_everyday(pair, span):
        return weigh(near, "omission.worded")
    much = count >= _MUCH or _is_agent(pair, span)
    return weigh(near, "omission.much" if much and not _is_reported(pair) else "omission.few")


def _is_everyday(pair: Pair, span: Span) -> bool:
    """Tell whether a single everyday word is left out ("a number of", "found"), unless both sides print the words."""
    first, last = word_range(pair.base_words, span)
    printed = all(side.kind in _PRINTED for side in (pair.base, pair.text))
    if last - first > 1 or printed or pair.base_reading.names_at(span):
        return False
    return weight(pair.base_words[first].key, pair.language) <= COMMON


def _deleted(pair: Pair, span: Span) -> Span:
    """Return all that is left out together with the words at `span`: the small words beside them go with them."""
    change = pair.links.change_of(span, in_base=True)
    return change.base if change is not None and change.op is Op.DELETE and change.base.contains(span) else span


def _is_agent(pair: Pair, span: Span) -> bool:
    """Tell whether a noun that opened its sentence is gone, and the rendition has an auxiliary of its own instead.

    So "the mayor ordered the hall to be cleared" becomes "the hall was ordered to be cleared": nobody did it.
    """
    first, last = word_range(pair.base_words, span)
    determiners = pair.language.lexicon.texts("function_words", "determiners")
    if not first or pair.base_words[first - 1].key not in determiners or last - first > _FEW:
        return False
    opens = pair.base.text[: pair.base_words[first - 1].span.start].rstrip(_OPENING)[-1:] in _ENDS
    gained = (hit for hit in pair.text_reading.of("tense") if not pair.links.is_kept(hit.span, in_base=False))
    had = {hit.group for hit in pair.base_reading.of("tense") if not pair.links.is_kept(hit.span, in_base=True)}
    return opens and any(hit.group not in had for hit in gained)


def _ask_room(pair: Pair, finding: Finding) -> Testimony | None:
    """Ask by its length whether the original holds what the translation lacks; None where that can't tell.

    Languages differ in length by a fifth or so; signs that are syllables or words can't be counted beside letters.
    """
    source, text = pair.text_original.text, pair.text.text
    missing = len(finding.base) if finding.base is not None else 0
    if missing < _MUCH_OF_IT * len(text) or any(letter >= FIRST_SIGN for letter in source):
        return None
    return Testimony(borne_out=len(source) <= (len(text) + missing / 2) * _LONGER)


CHECK = Check(
    id="omission",
    rank=180,
    category=(Category.OMISSION,),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_omission,
    classes=(ChangeClass.OMISSION,),
    covers=Covers.NOTHING,
    gives_way=True,
    proof=Proof(asks=_ask_room, asked_from=Severity.MAJOR, unstable=Severity.NEUTRAL),
)
