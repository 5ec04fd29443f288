"""Hedges lost or added: doubt ("perhaps"), hearsay ("reportedly"), roughness ("about", "more than")."""

from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.bounds import is_beside_number
from crossquote.comparison.judging.differences import Sides, differing, is_quoted_in_part
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import nearness, weigh
from crossquote.comparison.judging.testimony import ask_terms
from crossquote.comparison.reading.content import content_words, is_content
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.terms import Terms
from crossquote.message import message, spoken
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.text.stems import stem
from crossquote.text.terms import Hit
from crossquote.text.words import split_words

_SECTION = "hedges"
_GROUPS = ("doubt", "view", "hearsay", "evidential", "source", "about", "more", "less")
_STRONG = frozenset({"doubt", "view", "hearsay", "evidential", "source"})
_HELD = frozenset({"doubt", "hearsay", "evidential", "source"})
"""What is said without these is said for sure, and by oneself."""
_WEAKER = ("can", "may", "would", "should", "must")
"""Modals that say that something is unsure in another way."""
_ENDS, _CLOSING = ("", ".", "!", "…"), "\"'”’»)"
_OPENING = ("", ".", "!", "?", "…")
_NAMED = 4
"""So many words behind "according to" may name the source."""


def check_hedge(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each hedge that only one side has."""
    for sides in differing(pair, _SECTION, _GROUPS, _hedges):
        base, text = sides.spans
        near = nearness(pair, base, text)
        if near < 0.4 or _is_said_still(pair, sides) or _is_unsure_still(pair, sides):
            continue
        severity, doubt = weigh(near, _kind(pair, sides))
        if base and text:
            was, now = shown(pair.base.text, base), shown(pair.text.text, text)
            headline, says = message("hedge.changed", was=was, now=now), message("hedge.other_way")
        elif base:
            headline, says = message("hedge.lost", was=shown(pair.base.text, base)), message("hedge.sure_here")
        else:
            word = shown(pair.text.text, text) if text else ""
            headline, says = message("hedge.added", now=word), message("hedge.sure_base")
        yield CHECK.make_finding(severity, base, text, headline, spoken(says, doubt))
    yield from _said_by_others(pair)


def _said_by_others(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where only one side says that others say so: "witnesses said the guards fired first"."""
    base, text = _saying(pair, in_base=True), _saying(pair, in_base=False)
    if (base is None) == (text is None) or QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind):
        return
    if is_quoted_in_part(pair):
        return  # "He said that, truth be told, “it is late”"
    severity, doubt = weigh(nearness(pair, base, text), "hedge.sure")
    if base is not None:
        headline, says = message("hedge.lost", was=shown(pair.base.text, base)), message("hedge.sure_here")
    else:
        word = shown(pair.text.text, text) if text else ""
        headline, says = message("hedge.added", now=word), message("hedge.sure_base")
    yield CHECK.make_finding(severity, base, text, headline, spoken(says, doubt))


def _saying(pair: Pair, *, in_base: bool) -> Span | None:
    """Return the place of the words that open a side, tell who says so, and stand for nothing on the other side."""
    reading = pair.base_reading if in_base else pair.text_reading
    other = pair.text_reading if in_base else pair.base_reading
    hit = next((one for one in reading.of("stance") if 0 < one.first < _NAMED), None)
    if hit is None or other.of("stance") or other.of(_SECTION, *_STRONG):
        return None
    place = Span(reading.words[0].span.start, hit.span.end)
    change = pair.links.change_of(hit.span, in_base=in_base)
    if not any(is_content(word, pair.language) for word in reading.words[: hit.first]):
        return None
    own = any(one.first < hit.first for one in reading.of("persons", "i", "we"))
    if change is None or own or pair.links.is_kept(place, in_base=in_base):
        return None
    facing = content_words(pair, change.text if in_base else change.base, in_base=not in_base)
    opening = pair.links.change_of(reading.words[0].span, in_base=in_base)
    return place if opening is change and not facing else None


def _kind(pair: Pair, sides: Sides) -> str:
    """Return the kind of a hedge that only one side has, or that stands for another."""
    groups = {hit.group for hit in (sides.base, sides.text) if hit}
    if _makes_sure(pair, sides):
        return "hedge.source" if "source" in groups else "hedge.sure"
    if groups & _STRONG:
        return "hedge.doubt"
    return "hedge.other_way" if groups == {"more", "less"} else "hedge.rough"


def _makes_sure(pair: Pair, sides: Sides) -> bool:
    """Tell whether one side says for sure, in words otherwise kept, what the other holds unsure or has from others."""
    hit = sides.base or sides.text
    if hit is None or (sides.base and sides.text) or hit.group not in _HELD:
        return False
    other = pair.text_reading if sides.base else pair.base_reading
    unsure = (*other.of("modality", *_WEAKER), *other.of(_SECTION, *_STRONG))
    change = pair.links.change_of(hit.span, in_base=sides.base is not None)
    if hit.group == "hearsay" and other.of(_SECTION, "source"):
        return False  # "according to the paper", which says whom it is from
    if hit.group == "source" and _is_named_still(pair, hit, in_base=sides.base is not None):
        return False
    reported = QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind)
    alone = change is not None and _is_alone(pair, change)
    own = [one for one in unsure if not pair.links.is_kept(one.span, in_base=sides.base is None)]
    return alone and not own and not reported


def _is_alone(pair: Pair, change: Change) -> bool:
    """Tell whether the other side has no word that says something in the place of a change."""
    if change.op in (Op.DELETE, Op.INSERT):
        return True
    return not content_words(pair, change.base, in_base=True) or not content_words(pair, change.text, in_base=False)


def _is_named_still(pair: Pair, hit: Hit, *, in_base: bool) -> bool:
    """Tell whether the other side has the source itself: "the police said" for "according to the police".

    Or is said by it: what a report prints as the words of the charge need not say that it is "according to the charge".
    """
    ours, theirs = (pair.base_words, pair.text_words) if in_base else (pair.text_words, pair.base_words)
    speaker = (pair.text if in_base else pair.base).speaker or ""
    there = {stem(word.key, pair.language) for word in (*theirs, *split_words(speaker, pair.language))}
    named = (word for word in ours[hit.last : hit.last + _NAMED] if is_content(word, pair.language))
    first = next(named, None)
    return first is not None and stem(first.key, pair.language) in there


def _is_said_still(pair: Pair, sides: Sides) -> bool:
    """Tell whether the other side has the same source elsewhere ("…, according to the crew"), or as who says so."""
    hit = sides.base or sides.text
    if hit is None or (sides.base and sides.text) or hit.group != "source":
        return False
    other = pair.text_reading if sides.base else pair.base_reading
    said = bool(other.of(_SECTION, "source") or other.of("stance") or (pair.text if sides.base else pair.base).speaker)
    return said and _is_named_still(pair, hit, in_base=sides.base is not None)


def _is_unsure_still(pair: Pair, sides: Sides) -> bool:
    """Tell whether the other side is as unsure in another way: by a modal, or "it is reported" for "reports say"."""
    if sides.base and sides.text:
        groups = {sides.base.group, sides.text.group}
        return groups == {"source", "hearsay"} and _is_of_reports(pair, sides.base, sides.text)
    hit = sides.base or sides.text
    if hit is None or hit.group != "doubt":
        return False
    other, in_base = (pair.text_reading, True) if sides.base else (pair.base_reading, False)
    own = (modal for modal in other.of("modality", *_WEAKER) if not pair.links.is_kept(modal.span, in_base=not in_base))
    return next(own, None) is not None


def _is_of_reports(pair: Pair, base: Hit, text: Hit) -> bool:
    """Tell whether the source that one side names is but what others report, as the other side says it is."""
    of_base = base.group == "source"
    source, said = (base, text) if of_base else (text, base)
    ours, theirs = (pair.base_words, pair.text_words) if of_base else (pair.text_words, pair.base_words)
    named = next((word for word in ours[source.last : source.last + _NAMED] if is_content(word, pair.language)), None)
    reported = {stem(word.key, pair.language) for word in theirs[said.first : said.last]}
    return named is not None and stem(named.key, pair.language) in reported


def _hedges(reading: Reading, hit: Hit) -> bool:
    """Tell whether a term hedges here: "about" and "over" do so only before a number."""
    if hit.group == "source":
        return _opens(reading, hit)
    if hit.group == "evidential":
        return reading.text[hit.span.end :].lstrip(_CLOSING)[:1] in _ENDS
    if hit.group in _STRONG:
        return True
    return is_beside_number(reading, hit)


def _opens(reading: Reading, hit: Hit) -> bool:
    """Tell whether a term opens its sentence; elsewhere it may not name a source ("vary according to size")."""
    return reading.text[: hit.span.start].rstrip(" \n\"“„«'")[-1:] in _OPENING


CHECK = Check(
    id="hedge",
    rank=130,
    category=(Category.MISTRANSLATION,),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_hedge,
    classes=(ChangeClass.HEDGE,),
    terms=(Terms(_SECTION, _GROUPS, ("idle",), telling=True),),
    needs=_SECTION,
    covers=Covers.LOST,
    proof=Proof(asks=ask_terms(_SECTION)),
)
