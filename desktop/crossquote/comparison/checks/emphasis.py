"""Emphasis lost or added: whole words in capitals, exclamation marks."""

import re
from collections.abc import Iterator

from crossquote.comparison.check import Check, Covers, Proof
from crossquote.comparison.judging.differences import is_cut_off
from crossquote.comparison.judging.testimony import Testimony
from crossquote.comparison.reading.pair import Pair
from crossquote.message import message
from crossquote.model.comparison import ChangeClass
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.span import Span
from crossquote.text.words import Word

_CAPITALS = ("emphasis.capitals_lost", "emphasis.capitals_added")
_EXCLAMATIONS = "!！¡"
_EXCLAMATION = re.compile(f"[{_EXCLAMATIONS}]")
_FEWEST = 2
_SHORTEST = 4


def check_emphasis(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where one side shouts and the other does not."""
    base = _first_kept(pair, _shouted(pair.base.text, pair.base_words))
    text = next(_shouted(pair.text.text, pair.text_words), None)
    if (base is None) != (text is None):
        headline = message(_CAPITALS[0] if base else _CAPITALS[1])
        evidence = (message("emphasis.capitals"),)
        yield CHECK.make_finding(Severity.MINOR, base, text, headline, evidence)
    ours, theirs = _first_kept(pair, _exclaimed(pair.base.text)), next(_exclaimed(pair.text.text), None)
    if (ours is None) != (theirs is None):
        headline = message("emphasis.exclamation_lost") if ours else message("emphasis.exclamation_added")
        yield CHECK.make_finding(Severity.MINOR, ours, theirs, headline, (message("emphasis.exclaims"),))


def _first_kept(pair: Pair, places: Iterator[Span]) -> Span | None:
    """Return the first of the base's places that the rendition does not leave out altogether."""
    cut = [change.base for change in pair.changes if change.kind is ChangeClass.TRUNCATION]
    return next((place for place in places if not _is_left_out(pair, place, cut)), None)


def _is_left_out(pair: Pair, place: Span, cut: list[Span]) -> bool:
    """Tell whether all of a place lies in what was cut off, or a mark in more than a word or three of it."""
    return is_cut_off(pair, place) and any(span.contains(place) for span in cut)


def _shouted(text: str, words: tuple[Word, ...]) -> Iterator[Span]:
    """Yield the runs of words in capitals that are too long to be a name's initials."""
    capital = [_is_capital(text[word.span.start : word.span.end]) for word in words]
    if sum(capital) < _FEWEST:
        return
    start = 0
    for at in range(len(words) + 1):
        if at < len(words) and capital[at]:
            continue
        run = words[start:at]
        if len(run) >= _FEWEST and sum(len(word.span) >= _SHORTEST for word in run) >= _FEWEST:
            yield Span(run[0].span.start, run[-1].span.end)
        start = at + 1


def _is_capital(word: str) -> bool:
    return word.isupper() and word.isalpha()


def _exclaimed(text: str) -> Iterator[Span]:
    """Yield the places of exclamation marks."""
    return (Span(found.start(), found.end()) for found in _EXCLAMATION.finditer(text))


def _ask_mark(pair: Pair, finding: Finding) -> Testimony:
    """Look for the sign itself: capitals and exclamation marks are the same in most languages."""
    text = pair.text_original.text
    if finding.message.code in _CAPITALS:
        there = sum(word.isupper() and len(word) > 3 for word in text.split()) > 1
    else:
        there = any(mark in text for mark in _EXCLAMATIONS[:-1])
    return Testimony(borne_out=there is (finding.text is not None))


CHECK = Check(
    id="emphasis",
    rank=220,
    category=(Category.REGISTER,),
    severity=(Severity.MINOR,),
    run=check_emphasis,
    classes=(ChangeClass.EMPHASIS,),
    covers=Covers.NOTHING,
    proof=Proof(asks=_ask_mark),
)
