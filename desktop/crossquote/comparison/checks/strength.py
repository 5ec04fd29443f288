"""Strength: a request weaker or stronger than the base's, and boosters lost or added ("very good", "good")."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.differences import base_hits, is_cut_off
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import nearness, weigh
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.scale import MOVERS, TERMS, Request, find_requests
from crossquote.message import Message, message
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.signs import strength_name
from crossquote.model.span import Span
from crossquote.text.terms import Hit

_ID = "strength"
_WEAKER, _STRONGER = Category.UNDERTRANSLATION, Category.OVERTRANSLATION
_NOTICEABLE, _CLEAR = 0.3, 1.2
"""Steps of the scale: below the first nothing is said, from the second on it is more than a choice of words."""

_FREE, _NEAR = 0.4, 0.5
"""Below this nearness two texts say different things; two requests that stand apart are one in nearer wording alone."""


def check_strength(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each request that stands elsewhere on the scale, and each booster that only one side has."""
    base = [place for place in find_requests(pair.base_reading) if not is_cut_off(pair, place.span)]
    text = list(find_requests(pair.text_reading))
    judged: list[Span] = []
    for one, other in _facing(pair, base, text):
        judged += [one.span, other.span]
        if round(abs(other.value - one.value), 2) >= _NOTICEABLE:
            yield _finding(pair, one, other)
    yield from _boosters(pair, judged)
    yield from _only_in_original(pair)


def _facing(pair: Pair, base: list[Request], text: list[Request]) -> Iterator[tuple[Request, Request]]:
    """Pair requests that stand in each other's place; the only one on each side faces the other."""
    if len(base) == 1 == len(text):
        yield base[0], text[0]
        return
    free = list(text)
    changes = sorted(pair.changes, key=_base_start)
    ends = list(accumulate((change.base.end for change in changes), max))
    for one in base:
        near = changes[bisect_right(ends, one.span.start) : bisect_left(changes, one.span.end, key=_base_start)]
        texts = [change.text for change in near if change.base.overlaps(one.span)]
        other = next((place for place in free if any(place.span.overlaps(text) for text in texts)), None)
        if other is not None:
            free.remove(other)
            yield one, other


def _base_start(change: Change) -> int:
    return change.base.start


def _finding(pair: Pair, base: Request, text: Request) -> Finding:
    weaker = text.value < base.value
    gap = abs(text.value - base.value)
    near = nearness(pair, base.span, text.span)
    facing = pair.links.change_of(base.span, in_base=True) is pair.links.change_of(text.span, in_base=False)
    severity = Severity.MAJOR if gap >= _CLEAR and near >= (_FREE if facing else _NEAR) else Severity.MINOR
    headline = message("strength.weaker" if weaker else "strength.stronger", was=base.phrase, now=text.phrase)
    evidence = (_says(base, text),)
    category = _WEAKER if weaker else _STRONGER
    return Finding(_ID, category, severity, base.span, text.span, headline, evidence)


def _says(base: Request, text: Request) -> Message:
    if base.label != text.label:
        return message("strength.on_scale", was=strength_name(base.label), now=strength_name(text.label))
    code = "strength.shade_weaker" if text.value < base.value else "strength.shade_stronger"
    return message(code, both=strength_name(base.label))


def _boosters(pair: Pair, judged: list[Span]) -> Iterator[Finding]:
    """Yield boosters that were dropped from or put into kept wording."""
    hits = [(hit, True) for hit in base_hits(pair, _ID, *MOVERS)]
    hits += [(hit, False) for hit in pair.text_reading.of(_ID, *MOVERS)]
    for hit, in_base in hits:
        change = pair.links.change_of(hit.span, in_base=in_base)
        if change is None or change.op not in (Op.DELETE, Op.INSERT) or any(hit.span.overlaps(s) for s in judged):
            continue
        if _counts(pair, hit, in_base=in_base):
            continue
        base, text = (hit.span, None) if in_base else (None, hit.span)
        severity, _ = weigh(nearness(pair, base, text), "strength.booster")
        word = shown(pair.base.text if in_base else pair.text.text, hit.span)
        weaker = in_base == (hit.group != "soften")
        category = _WEAKER if weaker else _STRONGER
        headline, says = _booster_words(word, in_base=in_base, weaker=weaker)
        yield Finding(_ID, category, severity, base, text, headline, (says,))


def _counts(pair: Pair, hit: Hit, *, in_base: bool) -> bool:
    """Tell whether a booster says how many there are ("beaucoup de"), and the other side says so in its own words."""
    reading, other = (pair.base_reading, pair.text_reading) if in_base else (pair.text_reading, pair.base_reading)
    said = {one.group for one in reading.of("quantifiers") if one.span.overlaps(hit.span)}
    return any(
        one.group in said and not pair.links.is_kept(one.span, in_base=not in_base) for one in other.of("quantifiers")
    )


def _booster_words(word: str, *, in_base: bool, weaker: bool) -> tuple[Message, Message]:
    """Return what a booster that only one side has is told as, and what proves it."""
    if in_base:
        code = "strength.weaker_without" if weaker else "strength.stronger_without"
        return message(code, was=word), message("strength.only_base", was=word)
    code = "strength.weaker_with" if weaker else "strength.stronger_with"
    return message(code, now=word), message("strength.only_here", now=word)


def _only_in_original(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where the original requests less or more strongly, and the translation not at all."""
    if pair.text.source is None or find_requests(pair.text_reading):
        return
    base, text = find_requests(pair.base_original), find_requests(pair.text_original)
    if len(base) == 1 == len(text) and round(abs(text[0].value - base[0].value), 2) >= _NOTICEABLE:
        weaker = text[0].value < base[0].value
        category = _WEAKER if weaker else _STRONGER
        headline = message("strength.weaker" if weaker else "strength.stronger", was=base[0].phrase, now=text[0].phrase)
        evidence = (message("strength.in_original"),)
        yield Finding("strength", category, Severity.MINOR, None, None, headline, evidence)


def _ask_scale(pair: Pair, finding: Finding) -> Testimony | None:
    """Compare where the originals stand on the scale of requests."""
    base, text = find_requests(pair.base_original), find_requests(pair.text_original)
    if not base or not text or finding.base is None or finding.text is None:
        return None
    gap = round(max(p.value for p in text) - max(p.value for p in base), 2)
    same_way = gap <= -_NOTICEABLE if finding.category == _WEAKER else gap >= _NOTICEABLE
    return Testimony(borne_out=same_way, words=max(text, key=lambda place: place.value).phrase)


CHECK = Check(
    id=_ID,
    rank=100,
    category=(_WEAKER, _STRONGER),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_strength,
    classes=(ChangeClass.STRENGTH,),
    terms=(TERMS,),
    needs="strength",
    covers=Covers.LOST_OR_PAIRED,
    proof=Proof(asks=_ask_scale),
)
