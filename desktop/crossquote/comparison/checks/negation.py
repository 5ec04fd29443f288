"""Negation lost or gained, also where a verb, a prefix or an opposite carries it ("refused", "impossible", "lost")."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from crossquote.comparison.align.links import word_range
from crossquote.comparison.check import Check, Proof
from crossquote.comparison.judging.bounds import is_bound
from crossquote.comparison.judging.denials_cut_off import find_denials_cut_off
from crossquote.comparison.judging.differences import (
    base_hits,
    goes_on_with,
    is_cut_off,
    without_respelt,
)
from crossquote.comparison.judging.double import without_doubled
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.opposites import affixed, opposites
from crossquote.comparison.judging.particles import SCARCELY
from crossquote.comparison.judging.repeated import repeated_sentences, without_said_again
from crossquote.comparison.judging.severity import SURE, nearness, weigh
from crossquote.comparison.judging.spare import without_spare
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.judging.turns import find_turns
from crossquote.comparison.reading.content import content_words, is_content
from crossquote.comparison.reading.negators import NEGATION, explicit_negators, limited_negators, possible_negators
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.roles import joining_words
from crossquote.message import message, spoken
from crossquote.model.comparison import ChangeClass, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.stems import stem
from crossquote.text.terms import Hit
from crossquote.text.words import Word

_ID = "negation"
_ONLY = ("quantifiers", "only")
_KEPT = 0.8
_GOES_ON = 8
"""So many words at most lie between a "not" and the one that goes on from it."""
_SHORT = 6
"""In so few words each stands where it stands on the other side."""
_LIKE = 0.7
_PUT_IN = 2
"""So many words that say something, put in together, state something of their own."""
_REPORTED = 0.5
"""Below this nearness a report says another thing than the base, and that it denies it is the least."""
_FREE = 0.42
"""Below this nearness two texts say different things, and a negation is the least of it."""
_APART = 6
"""So many words lie within a clause seldom."""
_CLAUSE = 3
"""With so many words, a "because" among them parts two clauses; with fewer, an "as" or "than" need not."""
_CLAUSE_LEFT, _TWICE = 4, 2
"""So many words that say something make up a clause, unless the other side has half as many in its place."""
_FAR = 20
"""So many letters apart, two negators do not negate the same."""


def check_negation(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where one side negates what the other affirms."""
    if not pair.language.lexicon.has(_ID):
        return
    yield from find_denials_cut_off(pair, _ID)
    yield from _turned_by_small_words(pair)
    base = [hit for hit in explicit_negators(pair.base_reading) if not is_cut_off(pair, hit.span)]
    text = [hit for hit in explicit_negators(pair.text_reading) if not goes_on_with(pair, hit.span)]
    base, text = without_respelt(pair, base, in_base=True), without_respelt(pair, text, in_base=False)
    if len(base) != len(text):
        base, text = without_said_again(pair, base, in_base=True), without_said_again(pair, text, in_base=False)
        base, text = without_spare(pair, base, in_base=True), without_spare(pair, text, in_base=False)
    base, text = _without_repeated(pair, base, text, in_base=True), _without_repeated(pair, text, base, in_base=False)
    if len(base) != len(text):
        base, text = without_doubled(pair, base, in_base=True), without_doubled(pair, text, in_base=False)
    more = _more(pair, len(text) + pair.text.denied - len(base) - _is_denied(pair))
    if more == 0:
        yield from _turned(pair)
        yield from _moved(pair, base, text)
        return
    if _says_another_thing(pair):
        base, text = (
            [hit for hit in hits if _is_amid_kept(pair, hit, in_base=ours)]
            for hits, ours in ((base, True), (text, False))
        )
    left = abs(more) - _made_up_for(pair, more)
    if left > 0 and more > 0:
        yield from (_finding(pair, None, hit) for hit in _leftover(pair, text, left, in_base=False))
    elif left > 0:
        yield from (_finding(pair, hit, None) for hit in _leftover(pair, base, left, in_base=True))


def _says_another_thing(pair: Pair) -> bool:
    """Tell whether a report says something else than the base: that only one of them denies something is the least."""
    return _is_reported(pair) and pair.links.nearness < _REPORTED


def _is_amid_kept(pair: Pair, hit: Hit, *, in_base: bool) -> bool:
    """Tell whether nearly all words around a negator are kept: its sentence is the same, whatever else is said."""
    around = pair.links.around(hit.span, None) if in_base else pair.links.around(None, hit.span)
    return around >= _KEPT


def _is_reported(pair: Pair) -> bool:
    """Tell whether one side only reports what was said, in words of its own."""
    return QuoteKind.INDIRECT in (pair.base.kind, pair.text.kind)


def _is_denied(pair: Pair) -> bool:
    """Tell whether the report around the base denies the part that it begins with, and the rendition renders that."""
    return pair.base.denied and not is_cut_off(pair, pair.base_words[0].span)


def _more(pair: Pair, more: int) -> int:
    """Return how many more negators the rendition has, after what the other side has that may be one ("until").

    And after those of its own that deny but an "only" that the other side lacks ("not to shops only": to all).
    """
    readings = pair.base_reading, pair.text_reading
    own, other = readings[::-1] if more > 0 else readings
    limited = len(limited_negators(own)) if len(own.of(*_ONLY)) > len(other.of(*_ONLY)) else 0
    possible = len(possible_negators(other)) + limited
    return max(0, more - possible) if more > 0 else min(0, more + possible)


def _without_repeated(pair: Pair, hits: list[Hit], others: list[Hit], *, in_base: bool) -> list[Hit]:
    """Return the negators without one that goes on from another behind "and" ("not A and not B", "not A or B").

    It counts where the other side has as many.
    """
    if len(hits) < 2 or not others:
        return hits
    words = pair.base_words if in_base else pair.text_words
    joining = joining_words(pair.language)
    goes_on = [
        hit
        for before, hit in pairwise(hits)
        if words[before.first].key == words[hit.first].key
        and hit.first - before.first <= _GOES_ON
        and words[hit.first - 1].key in joining
    ]
    spare = min(len(goes_on), max(0, len(hits) - len(others)))
    return [hit for hit in hits if hit not in goes_on[:spare]]


def _turned_by_small_words(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where a small word stands for its contrary in kept words: "for" and "against"."""
    for base, text in find_turns(pair):
        if is_bound(pair.base_reading, base) and is_bound(pair.text_reading, text):
            continue
        near = nearness(pair, base, text)
        whole = pair.links.change_of(base, in_base=True)
        if whole is None or len(whole.base) != len(base) or pair.links.around(base, text) < _KEPT:
            near = min(near, 0.5)
        short = max(len(pair.base_words), len(pair.text_words)) <= _SHORT
        severity, doubt = weigh(near, "negation.turned.short" if short else "negation.turned")
        was, now = shown(pair.base.text, base), shown(pair.text.text, text)
        evidence = spoken(message("negation.contrary", was=was, now=now), doubt)
        yield CHECK.make_finding(severity, base, text, message("negation.opposite", was=was, now=now), evidence)


def _made_up_for(pair: Pair, more: int) -> int:
    """Return how many of the missing negators are made up for by verbs, prefixes or opposites."""
    groups = ("implied",) if pair.links.nearness >= SURE else ("implied", "loosely")
    base = _unkept(pair, (*base_hits(pair, _ID, *groups), *base_hits(pair, *SCARCELY)), in_base=True)
    text = _unkept(pair, (*pair.text_reading.of(_ID, *groups), *pair.text_reading.of(*SCARCELY)), in_base=False)
    sides = [side for _, _, side in affixed(pair)]
    hidden = text - base + sides.count("text") - sides.count("base")
    return (max(0, -hidden) if more > 0 else max(0, hidden)) + sum(1 for _ in opposites(pair))


def _unkept(pair: Pair, hits: Iterable[Hit], *, in_base: bool) -> int:
    """Return how many places of hits the other side does not keep, one that is told twice counted once."""
    places = {hit.first: hit.span for hit in hits}
    return sum(not pair.links.is_kept(span, in_base=in_base) for span in places.values())


def _leftover(pair: Pair, hits: Sequence[Hit], count: int, *, in_base: bool) -> list[Hit]:
    """Return the `count` negators that most likely have no counterpart, in text order; what is kept has one."""
    links = pair.links

    def rank(hit: Hit) -> float:
        return -(links.around(hit.span, None) if in_base else links.around(None, hit.span))

    lone = [hit for hit in hits if not links.is_kept(hit.span, in_base=in_base)]
    return sorted(sorted(lone, key=rank)[:count], key=lambda hit: hit.first)


def _finding(pair: Pair, base: Hit | None, text: Hit | None) -> Finding:
    hit = base or text
    assert hit is not None  # noqa: S101 - one of the two is given by both callers
    own = pair.base.text if base else pair.text.text
    near = nearness(pair, base.span if base else None, text.span if text else None)
    same = near >= _FREE or _some_for_nobody(pair, hit, in_base=base is not None)
    plain = same and _is_whole(pair) and _negates_nothing(pair, in_base=base is None) and not _goes_along(pair, base)
    stitched = any(GAP.strip() in side.text for side in (pair.base, pair.text))
    apart = stitched and not _is_amid_kept(pair, hit, in_base=base is not None)
    beside = apart or (text is not None and _comes_along(pair, text))
    kind = "negation.differs.beside" if beside else "negation.differs.plainly" if plain else "negation.differs"
    severity, doubt = weigh(near, kind)
    word = shown(own, hit.span)
    headline = message("negation.lost", was=word) if base else message("negation.added", now=word)
    around = shown(own, _context(pair, hit, in_base=base is not None))
    says = message("negation.only_base", was=around) if base else message("negation.only_here", now=around)
    evidence = spoken(says, doubt)
    return CHECK.make_finding(severity, base.span if base else None, text.span if text else None, headline, evidence)


def _some_for_nobody(pair: Pair, hit: Hit, *, in_base: bool) -> bool:
    """Tell whether "some" stands for the "nobody" that a negator is, or that goes with it: "არავინ", "ez … inor"."""
    change = pair.links.change_of(hit.span, in_base=in_base)
    if change is None:
        return False
    here, there = (change.base, change.text) if in_base else (change.text, change.base)
    readings = pair.base_reading, pair.text_reading
    own, other = readings if in_base else readings[::-1]
    nobody = any(here.overlaps(word.span) for word in own.of(_ID, "concord"))
    return nobody and any(there.overlaps(word.span) for word in other.of("quantifiers", "some"))


def _goes_along(pair: Pair, hit: Hit | None) -> bool:
    """Tell whether a negator of the base is gone with all that it says something of: that is left out, not affirmed."""
    change = pair.links.change_of(hit.span, in_base=True) if hit is not None else None
    if change is None:
        return False
    gone = len(content_words(pair, change.base, in_base=True))
    return gone >= _CLAUSE_LEFT and gone > _TWICE * len(content_words(pair, change.text, in_base=False))


def _comes_along(pair: Pair, hit: Hit) -> bool:
    """Tell whether a negator of a report is put in with all that it negates: "…, which have no equal"."""
    change = pair.links.change_of(hit.span, in_base=False)
    if change is None or change.op is not Op.INSERT or not _is_reported(pair):
        return False
    first, last = word_range(pair.text_words, change.text)
    behind = [n for n in range(hit.last, len(pair.text_words)) if is_content(pair.text_words[n], pair.language)]
    inside = sum(is_content(pair.text_words[n], pair.language) for n in range(first, last))
    return bool(behind) and behind[0] < last and inside >= _PUT_IN


def _is_whole(pair: Pair) -> bool:
    """Tell whether both sides are of about the same length, and neither is stitched of fragments."""
    counts = sorted((len(pair.base_words), len(pair.text_words)))
    return counts[0] >= _LIKE * counts[1] and not any(GAP.strip() in side.text for side in (pair.base, pair.text))


def _negates_nothing(pair: Pair, *, in_base: bool) -> bool:
    """Tell whether nothing at all negates on one side, nor could."""
    reading = pair.base_reading if in_base else pair.text_reading
    return not reading.of(_ID, "negators", "concord", "implied", "loosely", "denials")


def _moved(pair: Pair, base: Sequence[Hit], text: Sequence[Hit]) -> Iterator[Finding]:
    """Yield a finding where near-identical wording negates another part: "did not go and won" for "went, not won"."""
    links = pair.links
    gone = [hit for hit in base if not links.is_kept(hit.span, in_base=True)]
    come = [hit for hit in text if not links.is_kept(hit.span, in_base=False)]
    if len(gone) != 1 or len(come) != 1 or any(repeated_sentences(pair, in_base=one) for one in (True, False)):
        return
    one, other = gone[0].span, come[0].span
    near = min(links.around(one, None), links.around(None, other))
    first, second = links.change_of(one, in_base=True), links.change_of(other, in_base=False)
    if near < _KEPT or first is second or first is None or second is None or abs(first.text.start - other.start) < _FAR:
        return
    if _negated(pair.base_words, gone[0], pair) & _negated(pair.text_words, come[0], pair):
        return  # the "not" went along with what it negates
    if not _in_another_clause(pair, one, second.base):
        return
    was, now = (
        shown(side, _context(pair, hit, in_base=ours))
        for side, hit, ours in ((pair.base.text, gone[0], True), (pair.text.text, come[0], False))
    )
    evidence = (message("negation.other_part", was=was, now=now),)
    yield CHECK.make_finding(Severity.MAJOR, one, other, message("negation.moved"), evidence)


def _negated(words: Sequence[Word], hit: Hit, pair: Pair) -> frozenset[str]:
    """Return the stems of the first words behind a negator that say something."""
    behind = (word for word in words[hit.last : hit.last + _GOES_ON] if is_content(word, pair.language))
    return frozenset(stem(word.key, pair.language) for word in islice(behind, 1))


def _in_another_clause(pair: Pair, one: Span, facing: Span) -> bool:
    """Tell whether clauses part two places of the base: within one a "not" may stand here or there."""
    between = Span(min(one.end, facing.start), max(one.start, facing.end))
    joining = joining_words(pair.language)
    words = pair.base_words[slice(*word_range(pair.base_words, between))]
    subordinators = pair.language.lexicon.texts("clauses", "subordinators")
    joining |= frozenset(subordinators if len(words) >= _CLAUSE else ())
    marked = bool(set(between.of(pair.base.text)) & set(",;:")) or any(word.key in joining for word in words)
    return marked or len(words) >= _APART


def _context(pair: Pair, hit: Hit, *, in_base: bool) -> Span:
    words = pair.base_words if in_base else pair.text_words
    return Span(words[max(0, hit.first - 2)].span.start, words[min(len(words), hit.last + 3) - 1].span.end)


def _turned(pair: Pair) -> Iterator[Finding]:
    """Yield findings where no negator differs, yet a prefix or an opposite turns the sense in the same place."""
    words = [(one, other) for one, other, _ in affixed(pair)] + list(opposites(pair))
    for one, other in words:
        change = pair.links.change_of(one.span, in_base=True)
        if change is None or not change.text.overlaps(other.span):
            continue
        if is_bound(pair.base_reading, one.span) and is_bound(pair.text_reading, other.span):
            continue
        near = nearness(pair, one.span, other.span)
        severity, doubt = weigh(near, "negation.opposite")
        was, now = shown(pair.base.text, one.span), shown(pair.text.text, other.span)
        headline = message("negation.opposite", was=was, now=now)
        evidence = spoken(message("negation.contrary", was=was, now=now), doubt)
        yield CHECK.make_finding(severity, one.span, other.span, headline, evidence)


def _ask_negation(pair: Pair, finding: Finding) -> Testimony | None:
    """Compare how often the originals negate."""
    base, text = len(explicit_negators(pair.base_original)), explicit_negators(pair.text_original)
    words = text[0].span.of(pair.text_original.text) if text else ""
    if finding.base is not None and finding.text is not None:
        return None
    lost = finding.text is None
    return Testimony(
        borne_out=len(text) < base if lost else len(text) > base, words="" if lost and len(text) < base else words
    )


CHECK = Check(
    id=_ID,
    rank=80,
    category=(Category.MISTRANSLATION, Category.OMISSION),
    severity=(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_negation,
    classes=(ChangeClass.NEGATION,),
    terms=(NEGATION,),
    needs="negation",
    proof=Proof(asks=_ask_negation),
)
