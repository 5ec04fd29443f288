"""When a page's article was published: the moment with its zone where the page says it, else the day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Protocol

from crossquote.articles.dates import find_date
from crossquote.articles.labels import either_of
from crossquote.articles.moments import day_and_moment
from crossquote.articles.trees import Element
from crossquote.articles.web.blocks import PageBlock
from crossquote.articles.web.element_names import metas_of, names_of, pattern_of
from crossquote.articles.web.hints import is_in_post
from crossquote.articles.web.line_pieces import short_pieces
from crossquote.articles.web.machine import ARTICLES, PAGE, MachineFacts, is_kind, plain, said_in

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ]\s*(?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_SENT = re.compile(
    r"[A-Z][a-z]{2},? (?:(?P<d>\d{1,2}) (?P<m>[A-Z][a-z]{2}) (?P<y>\d{4})"
    r" (?P<t>\d\d:\d\d(?::\d\d)?) (?P<z>[+-]\d{4}|[A-Z]{2,4})"
    r"|(?P<m2>[A-Z][a-z]{2}) +(?P<d2>\d{1,2}) (?P<t2>\d\d:\d\d:\d\d) (?P<z2>[A-Z]{2,4}) (?P<y2>\d{4}))"
)
"""A moment as mail writes it, or as Java does: the year last."""
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?=[/-])")
_NAMED_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([^\W\d_]{3,12})/(\d{1,2})(?=/)")
_IN_NUMBER = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d\d*)?(?!\d)")
"""A day at the head of an article's number in its address, alone or with the time."""
_SHORT = 80
"""A line that says when an article is from is no longer."""
_MOST = 5
_FEW = 3
_MOST_TIMES = 50
_NEAR = 3
"""So many elements around one of time lie between it and the block that shows it, at most."""
_A_DAY = timedelta(days=1)
"""By so much the same moment can have another day elsewhere."""


class FindDate(Protocol):
    """Finds a date, with `whole` only where little else stands beside it."""

    def __call__(self, text: str, *, whole: bool = False) -> str | None: ...  # noqa: D102 - told above


def find_moment(
    told: MachineFacts, root: Element, over: Sequence[PageBlock], address: str, *, day_first: bool = False
) -> tuple[str | None, str | None]:
    """Return the day of an article in ISO 8601, and the moment with its zone; None for what is not said.

    `over` are the blocks about the title and below it, where a page shows it. What says when it was changed comes last.
    With `day_first`, 3/12 is in December.
    """
    machines = (
        told.text("datePublished"),
        *(told.meta(name) for name in metas_of("published")),
        *_marked(root),
        plain(told.page.get("datePublished")),
        told.text("dateCreated"),
    )
    find = partial(find_date, day_first=day_first)
    times, times_of_change = _times(root, over)
    shown = list(_shown(over, find))
    fresh = [line for line, of_change in shown if not of_change]
    named = (_said_by(element) for element in islice(filter(_is_dated, root.iter()), _MOST))
    changed = (told.text("dateModified"), *(told.meta(name) for name in metas_of("changed")), *times_of_change)
    said = _first(machines, find)
    behind = [line for line, of_change in shown if of_change]
    if said[0] and (said[0] in map(find, behind) or not _is_older(filter(None, map(find, fresh)), said[0])):
        return said
    return _first(chain((fresh if said[0] else times), fresh, behind, [_of_address(address)], named, changed), find)


def _marked(root: Element) -> Iterator[str]:
    """Yield what elements have that are marked as the day of publication, by microdata or RDFa, of an article."""
    return map(_said_by, filter(_is_of_article, islice(filter(_is_marked, root.iter()), _MOST)))


def _is_marked(element: Element) -> bool:
    names = (element.get("itemprop") or element.get("property") or "").lower().split()
    return element.tag != "meta" and any(name.rpartition(":")[2] == "datepublished" for name in names)


def _is_of_article(element: Element) -> bool:
    """Tell whether what an element is marked as is so of an article, and not of a comment."""
    scopes = (one.get("itemtype") or one.get("typeof") for one in (element, *element.iterancestors()))
    kind = next(filter(None, scopes), "")
    return not kind or is_kind({"@type": kind.split()}, *ARTICLES, PAGE)


def _said_by(element: Element) -> str:
    shortened = element.get("title") if element.tag == "abbr" else None
    return element.get("content") or element.get("datetime") or shortened or said_in(element)


def _times(root: Element, over: Sequence[PageBlock]) -> tuple[list[str], list[str]]:
    """Return when the first elements of time say it was, those about the title before others, and those of changes."""
    every = [one for one in islice(root.iter("time"), _MOST_TIMES) if not is_in_post(one)]
    beside = {block.place[0] for block in over}
    near = [one for one in every if one in beside or not beside.isdisjoint(islice(one.iterancestors(), _NEAR))]
    fresh = [one for one in (*near, *every[:_FEW]) if not _is_of_change(one)]
    of_change = filter(_is_of_change, (*near, *every[:_FEW]))
    return [_said_by(one) for one in fresh], [_said_by(one) for one in of_change]


def _is_of_change(element: Element) -> bool:
    """Tell whether the names of an element say when something was changed, and not published too."""
    names = names_of(element, "itemprop", "property")
    if "datemodified" in names:
        return True
    return bool(pattern_of("changed").search(names)) and not pattern_of("published").search(names)


def _first(texts: Iterable[str], find: FindDate) -> tuple[str | None, str | None]:
    return next((found for text in texts if (found := _read(text, find))[0]), (None, None))


def _shown(over: Sequence[PageBlock], find: FindDate) -> Iterator[tuple[str, bool]]:
    """Yield the lines, and pieces of lines, that show a date and little else, and whether it is that of a change."""
    for block in over:
        lines = [line for line in block.text.split("\n") if len(line) < _SHORT]
        changes = [line for line in lines if _labels_of_change().search(line)]
        for line in chain(lines, short_pieces(block.place[0], _SHORT)):
            if find(line, whole=True):
                yield line, bool(_labels_of_change().search(line)) or any(line in change for change in changes)


def _is_older(fresh: Iterable[str], told: str) -> bool:
    """Tell whether the one day of those that a page shows its readers is older than the one it tells machines.

    Programs that make pages tell them the day on which the site was made anew; nothing is shown before it is published.
    """
    days = set(fresh)
    return len(days) == 1 and date.fromisoformat(max(days)) + _A_DAY < date.fromisoformat(told)


@lru_cache(maxsize=1)
def _labels_of_change() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either_of('changed')})(?!\w)", re.IGNORECASE)


def _is_dated(element: Element) -> bool:
    """Tell whether an element is named as one that holds a date."""
    return bool(pattern_of("date").search(names_of(element, "itemprop"))) and len(said_in(element)) < _SHORT


def _read(text: str, find: FindDate) -> tuple[str | None, str | None]:
    match = _MOMENT.search(text)
    if not match:
        return _sent(text) or (find(text), None)
    zone = (match["zone"] or "").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(f"{match['day']}T{match['time'] or '00:00'}{zone}")
    except ValueError:
        return None, None
    return match["day"], moment.isoformat() if match["time"] and zone else None


def _sent(text: str) -> tuple[str | None, str | None] | None:
    match = _SENT.search(text)
    if match is None:
        return None
    day, month, year, at, zone = (match[name] or match[f"{name}2"] for name in "dmytz")
    said = day_and_moment(f"{day} {month} {year} {at} {zone}")
    return said if said[0] else None


def _of_address(address: str) -> str:
    if found := _IN_ADDRESS.search(address):
        return f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}"
    if found := _NAMED_IN_ADDRESS.search(address):
        return find_date(f"{found[3]} {found[2]} {found[1]}") or ""
    found = _IN_NUMBER.search(address)
    return "-".join(found.groups()) if found else ""
