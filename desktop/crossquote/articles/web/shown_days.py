"""Days that a page shows its readers: lines that say a date and little else, and what its elements of time say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from typing import Protocol

import regex
from msgspec import Struct

from crossquote.articles.labels import either_of
from crossquote.articles.trees import Element
from crossquote.articles.web.blocks import PageBlock
from crossquote.articles.web.element_names import names_of, pattern_of
from crossquote.articles.web.hints import is_in_post
from crossquote.articles.web.line_pieces import short_pieces
from crossquote.articles.web.machine import said_in

SHORT = 80
"""A line that says when an article is from is no longer."""
_FIGURE = re.compile(r"\d")
_LONG = 300
"""Of a block that is longer, a paragraph, only what it begins with says when it is from."""
_PARTED = re.compile(r"\s+(?:[|•·/]|(?<!\b\d )(?<!\b\d\d )(?<!\b\d\. )(?<!\b\d\d\. )[–—-])\s+")
"""What stands between the parts of a line; between days, a dash makes them a time."""
_DAY = r"\d{1,4}[^\n()–—]{3,24}\d{2,4}\.?|[^\W\d_]{3,12}\.? \d{1,2},? \d{4}"
_DATELINE = re.compile(rf"(?:[^\W\d_][^\n,(\d]{{1,30}}[,(]\s?\(?)?(?P<day>{_DAY})\s?(?:[–—]|-\s|\)[.:]?\s|[.:]\s)")
"""How paragraphs of agencies and offices begin: a place or none, the day, and a sign behind it."""
_GOES_ON = regex.compile(r"[^\p{L}\p{N}]*\p{Ll}")
_FIRST_PAGES = 1991
"""The year that pages are of at the earliest."""
_FEW = 3
_WEEKDAY_AND_MONTH = 2
"""Words that stand before the figures of a day, at most."""
_MOST_TIMES = 50
_NEAR = 3
"""So many elements around one of time lie between it and the block that shows it, at most."""
_OF_OTHERS = 4
"""So many elements around a day tell that it is another article's."""


class FindDate(Protocol):
    """Finds a date, with `whole` only where little else stands beside it."""

    def __call__(self, text: str, *, whole: bool = False) -> str | None: ...  # noqa: D102 - told above


class Shown(Struct, frozen=True):
    """What says when an article was published, and when it was changed, the surest first."""

    published: Sequence[str]
    changed: Sequence[str]


class _ShownDay(Struct, frozen=True):
    """A day on a line, whether it says whose day it is, and whether that of a change."""

    day: str
    labelled: bool
    of_change: bool


_WHOLE = frozenset({"main", "body", "html"})


def shown_days(blocks: Iterable[PageBlock], find: FindDate, *, labelled: bool = False) -> Shown:
    """Return the days on lines, and on pieces of lines, that say little else.

    `labelled` are only those that say whose day it is: behind an article stand days of others, too.
    """
    published: list[str] = []
    changed: list[str] = []
    for block in blocks:
        for said in _days_in(block, find) if block.tag != "figcaption" else ():
            if said.labelled or not labelled:
                (changed if said.of_change else published).append(said.day)
    return Shown(published, changed)


def datelines(blocks: Iterable[PageBlock], find: FindDate) -> Iterator[str]:
    """Yield the day that the first paragraph begins with, where a sentence begins behind it.

    What goes on in small letters tells of that day; so does what tells of one before there were pages.
    """
    paragraph = next((block for block in blocks if len(block.text) >= SHORT), None)
    begins = _DATELINE.match(paragraph.text) if paragraph else None
    if begins is None or paragraph is None or _GOES_ON.match(paragraph.text, begins.end()):
        return
    day = find(begins["day"], whole=True)
    if day and int(day[:4]) >= _FIRST_PAGES:
        yield day


def _days_in(block: PageBlock, find: FindDate) -> Iterator[_ShownDay]:
    """Yield the days on the lines of a block, and on pieces of them."""
    lines = [line for line in block.text.split("\n") if len(line) < SHORT]
    for line in lines:
        yield from _days_on(line, find)
    pieces = short_pieces(block.place[0], SHORT)
    for piece in islice(pieces, 1 if len(block.text) > _LONG else None):
        if any(_labels("changed").search(line.partition(piece)[0]) for line in lines if piece in line):
            if day := find(piece, whole=True):
                yield _ShownDay(day, labelled=True, of_change=True)
        else:
            yield from _days_on(piece, find)


def _days_on(line: str, find: FindDate) -> Iterator[_ShownDay]:
    """Yield the days on a line, or on a part of it: what stands before the label of a change is of none."""
    change = _labels("changed").search(line)
    before = line if change is None else line[: change.start()] if find(line[: change.start()]) else ""
    of_change = change is not None and not _FIGURE.search(line, change.end())
    label = _labels("date").search(before)
    labelled = bool(label or _labels("author").search(before))
    for part in dict.fromkeys((before, before[label.end() :] if label else "", *_PARTED.split(before))):
        if day := find(part, whole=True):
            yield _ShownDay(day, labelled, of_change)
    if change and (day := find(line[len(before) :], whole=True)):
        yield _ShownDay(day, labelled=True, of_change=True)


@lru_cache(maxsize=4)
def _labels(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either_of(key)})(?!\w)", re.IGNORECASE)


def is_of_another(place: Iterable[Element]) -> bool:
    """Tell whether an element, the first of a place, stands in what names another article, or is said by a reader."""
    inner = takewhile(lambda one: one.tag not in _WHOLE, islice(place, _OF_OTHERS))
    return any(pattern_of("other").search(names_of(one)) for one in inner)


def times_near(root: Element, blocks: Sequence[PageBlock], find: FindDate) -> tuple[Shown, list[str]]:
    """Return what the elements of time about the title say, and what others do."""
    places = [(one, (one, *one.iterancestors())) for one in islice(root.iter("time"), _MOST_TIMES)]
    every = [(one, place) for one, place in places if not is_in_post(one) and not is_of_another(place)]
    beside = {block.place[0] for block in blocks}
    near = [one for one, place in every if not beside.isdisjoint(place[: _NEAR + 1])]
    far = [one for one, _ in every[:_FEW] if one not in near]
    fresh = [said_by(one, find) for one in near if not _is_of_change(one)]
    of_change = [said_by(one, find) for one in (*near, *far) if _is_of_change(one)]
    return Shown(fresh, of_change), [said_by(one, find) for one in far if not _is_of_change(one)]


def said_by(element: Element, find: FindDate) -> str:
    """Return what an element says of a day: to machines, unless it shows its readers another."""
    shortened = element.get("title") if element.tag == "abbr" else None
    told, shown = element.get("content") or element.get("datetime") or shortened, said_in(element)
    other = _is_shown_day(element, shown) and find(shown) not in (None, find(told or ""))
    return shown if other or not told else told


def _is_shown_day(element: Element, shown: str) -> bool:
    """Tell whether an element of time shows a day alone, and not what happened on one: "Last year on 3 May 2024"."""
    words = _FIGURE.split(shown, maxsplit=1)[0].split()
    led = len(words) <= _WEEKDAY_AND_MONTH or _labels("date").search(shown) or _labels("changed").search(shown)
    return element.tag == "time" and len(shown) < SHORT and bool(led)


def _is_of_change(element: Element) -> bool:
    """Tell whether the names of an element, or its label, say when something was changed, and not published too."""
    around = element.getparent()
    names = names_of(element, "itemprop", "property")
    names = names if around is None or len(said_in(around)) > SHORT else f"{names} {names_of(around)}"
    if "datemodified" in names:
        return True
    shown = said_in(element)[:SHORT]
    labelled = _labels("changed").search(shown) and not _labels("date").search(shown)
    named = pattern_of("changed").search(names) and not pattern_of("published").search(names)
    return bool(named or labelled)
