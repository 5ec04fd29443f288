"""Differences: which terms of a section only one side has, and which stand in each other's place."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from crossquote.comparison.align.links import word_range
from crossquote.comparison.reading.content import is_content
from crossquote.comparison.reading.one_text import Reading
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.places import lying_at
from crossquote.language.language import Language
from crossquote.model.comparison import Change, ChangeClass, Op
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span
from crossquote.model.utterance import GAP
from crossquote.text.endings import ends_sentence
from crossquote.text.terms import Hit
from crossquote.text.words import fold

_BASE_START, _BASE_END = attrgetter("base.start"), attrgetter("base.end")
_FEW = 3
_FACING = 100
"""Of more terms in one place nothing tells which of them faces another."""
_LEADING = 6
"""So many words at most lead up to a clause: more say something of their own."""


class Sides(Struct, frozen=True):
    """What stands against each other: a place in the base, a place in the rendition; either may be missing."""

    base: Hit | None
    text: Hit | None

    @property
    def spans(self) -> tuple[Span | None, Span | None]:
        """The two places."""
        return self.base.span if self.base else None, self.text.span if self.text else None


def is_cut_off(pair: Pair, span: Span) -> bool:
    """Tell whether a place of the base lies outside what the rendition renders.

    A word or three cut off at an end ("at least", "perhaps") are not a shorter quotation but a changed one, nor is what
    says beforehand how the rest is meant ("It is possible that") or whom it is from ("According to the crew,"). A part
    that is quoted inside a report's own sentence may begin and end anywhere: the report says the rest.
    """
    first = bisect_right(pair.changes, span.start, key=_BASE_END)
    behind = bisect_left(pair.changes, span.end, lo=first, key=_BASE_START)
    there = [change for change in pair.changes[first:behind] if change.base.overlaps(span)]
    cut = next((change for change in there if change.kind is ChangeClass.TRUNCATION), None)
    if cut is None:
        return False
    if is_quoted_in_part(pair):
        return not _is_all_that_is_left_out(pair, cut)
    first, last = word_range(pair.base_words, cut.base)
    return last - first > _FEW and not (first == 0 and _introduces(pair, last))


def _is_all_that_is_left_out(pair: Pair, cut: Change) -> bool:
    """Tell whether a quoted part lacks a word or three of the base, terms and small words, and has all the rest.

    What the report leaves out of its marks then is a "perhaps", and not a sentence that it tells in its own words.
    """
    first, last = word_range(pair.base_words, cut.base)
    if last - first > _FEW or not pair.base_reading.hits_in(first, last):
        return False
    whole = all(change.op is not Op.DELETE for change in pair.changes if change is not cut and change.base != cut.base)
    said = (n for n in range(first, last) if is_content(pair.base_words[n], pair.language))
    return whole and all(pair.base_reading.hits_in(n, n + 1) for n in said)


def is_at_edge(pair: Pair, span: Span) -> bool:
    """Tell whether a place of the base is left out where a quote of the rendition begins or ends."""
    change = pair.links.change_of(span, in_base=True)
    if change is None or change.op is not Op.DELETE:
        return False
    before, after = pair.text.text[: change.text.start], pair.text.text[change.text.end :]
    beside = before.rpartition(GAP.strip())[2], after.partition(GAP.strip())[0]
    return not all(any(map(str.isalnum, part)) for part in beside)


def is_quoted_in_part(pair: Pair) -> bool:
    """Tell whether a rendition's words stand inside a sentence of the report's own, and are none by themselves."""
    text = pair.text.text
    first = next((letter for letter in text if letter.isalpha()), "")
    cased = first.lower() != first.upper()
    whole = first.isupper() if cased else ends_sentence(text)
    part = pair.text.kind is QuoteKind.MIXED or (pair.text.kind is QuoteKind.DIRECT and cased)
    return part and not whole


def goes_on_with(pair: Pair, span: Span) -> bool:
    """Tell whether a place of the rendition lies in a clause with which it goes on where a shorter base has ended.

    That has a subject of its own ("…, and I will not come back"); what has none says more of the base ("…, but not for
    cars"), as do a word or three ("I agree with nobody").
    """
    change = pair.links.change_of(span, in_base=False)
    if change is None or change.kind is not ChangeClass.TRUNCATION or not pair.base_words:
        return False
    first, last = word_range(pair.text_words, change.text)
    behind = last - first > _FEW and change.base.start >= pair.base_words[-1].span.end
    leading = pair.text_words[first : word_range(pair.text_words, span)[0]]
    return behind and any(word.key in subjects(pair.language) for word in leading)


@lru_cache(maxsize=64)
def subjects(language: Language) -> frozenset[str]:
    """Return the pronouns, folded, that stand for who does something."""
    groups = ("speaker", "masculine", "feminine", "plural", "neuter")
    return frozenset(fold(word) for group in groups for word in language.lexicon.texts("pronouns", group))


def _introduces(pair: Pair, last: int) -> bool:
    """Tell whether the first `last` words of the base only lead up to a clause, or only name its source."""
    if any(hit.first == 0 and hit.last < last <= _LEADING for hit in pair.base_reading.of("hedges", "source")):
        return True
    conjunctions = {fold(word) for word in pair.language.lexicon.texts("cues", "conjunctions")}
    return last <= _LEADING and pair.base_words[last - 1].key in conjunctions


def base_hits(pair: Pair, section: str, *groups: str) -> list[Hit]:
    """Return the hits in the base, without those that lie outside what the rendition renders.

    One that is all that was cut off ("…, as far as I know") changed what is said.
    """
    hits = pair.base_reading.of(section, *groups)
    return [hit for hit in hits if not is_cut_off(pair, hit.span) or _is_all_that_is_cut_off(pair, hit)]


def _is_all_that_is_cut_off(pair: Pair, hit: Hit) -> bool:
    """Tell whether what is cut off behind the rest says nothing else: few words stand there, small ones or terms."""
    cut = pair.links.change_of(hit.span, in_base=True)
    if cut is None or not cut.base.start or not cut.base.contains(hit.span) or is_quoted_in_part(pair):
        return False
    numbers = [n for n in range(*word_range(pair.base_words, cut.base)) if not hit.first <= n < hit.last]
    said = (n for n in numbers if is_content(pair.base_words[n], pair.language))
    return len(numbers) <= _FEW and all(pair.base_reading.hits_in(n, n + 1) for n in said)


def is_respelt(pair: Pair, change: Change) -> bool:
    """Tell whether a change only writes in one word what the other side writes in two ("не полный", "неполный")."""
    if change.op is not Op.REPLACE or change.kind is not ChangeClass.MARKS:
        return False
    base, text = word_range(pair.base_words, change.base), word_range(pair.text_words, change.text)
    return base[1] - base[0] != text[1] - text[0]


def _any(reading: Reading, hit: Hit) -> bool:
    del reading, hit
    return True


def differing(
    pair: Pair, section: str, groups: Sequence[str], counts: Callable[[Reading, Hit], bool] = _any
) -> Iterator[Sides]:
    """Yield where the two sides differ in the terms of a section.

    Terms of one group cancel each other out, wherever they stand. What is left is paired where one stands in
    the other's place; the rest comes alone. Only the hits that `counts` are looked at.
    """
    base = [hit for hit in base_hits(pair, section, *groups) if counts(pair.base_reading, hit)]
    text = [hit for hit in pair.text_reading.of(section, *groups) if counts(pair.text_reading, hit)]
    if not base and not text:
        return
    base, text = without_respelt(pair, base, in_base=True), without_respelt(pair, text, in_base=False)
    both = {hit.group for hit in base} & {hit.group for hit in text}
    gone = {id(hit) for group in both for hit in _cancelled(pair, base, text, group)}
    base, text = ([hit for hit in hits if id(hit) not in gone] for hits in (base, text))
    reach = max((len(hit.span) for hit in text), default=0)
    for hit in base:
        change = pair.links.change_of(hit.span, in_base=True)
        near = lying_at(text, change.text, reach, _FACING) if change is not None else ()
        facing = next((other for other in near if id(other) not in gone), None)
        if facing is not None:
            gone |= {id(hit), id(facing)}
            yield Sides(hit, facing)
    yield from (Sides(hit, None) for hit in base if id(hit) not in gone)
    yield from (Sides(None, hit) for hit in text if id(hit) not in gone)


def without_respelt(pair: Pair, hits: Sequence[Hit], *, in_base: bool) -> list[Hit]:
    """Return the terms without those that the other side only writes in one word with the next, or in two."""
    changes = ((hit, pair.links.change_of(hit.span, in_base=in_base)) for hit in hits)
    return [hit for hit, change in changes if change is None or not is_respelt(pair, change)]


def _cancelled(pair: Pair, base: Sequence[Hit], text: Sequence[Hit], group: str) -> Iterator[Hit]:
    """Yield as many hits of `group` of one side as of the other, kept words first."""
    ours = sorted((h for h in base if h.group == group), key=lambda h: not pair.links.is_kept(h.span, in_base=True))
    theirs = sorted((h for h in text if h.group == group), key=lambda h: not pair.links.is_kept(h.span, in_base=False))
    for both in zip(ours, theirs, strict=False):
        yield from both
