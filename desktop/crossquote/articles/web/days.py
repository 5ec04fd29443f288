"""When a page's article was published: the moment with its zone where the page says it, else the day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain, filterfalse, islice

from msgspec import Struct

from crossquote.articles.dates import UNKNOWN, YEARS, FigureOrder, find_date
from crossquote.articles.moments import day_and_moment
from crossquote.articles.trees import Element
from crossquote.articles.web.blocks import PageBlock
from crossquote.articles.web.element_names import metas_of, names_of, pattern_of
from crossquote.articles.web.machine import ARTICLES, PAGE, MachineFacts, is_kind, plain, said_in
from crossquote.articles.web.shown_days import (
    SHORT,
    FindDate,
    datelines,
    is_of_another,
    said_by,
    shown_days,
    times_near,
)

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
_ELSEWHERE = re.compile(r".*/(?=https?:/)")
"""What an archive of pages puts before the address of one."""
_MOST = 5
_A_DAY = timedelta(days=1)
"""By so much the same moment can have another day elsewhere."""
_FURTHEST_WEST, _FURTHEST_EAST = 12, 14
"""Hours by which clocks are behind and before those of Greenwich, at most."""


class DatedPage(Struct, frozen=True):
    """What of a page says when its article is from.

    `over` are the blocks about the title and below it, where a page shows it, `below` those behind the article, where
    some do.
    """

    told: MachineFacts
    root: Element
    over: Sequence[PageBlock]
    below: Sequence[PageBlock]
    address: str


def find_moment(page: DatedPage, order: FigureOrder = UNKNOWN) -> tuple[str | None, str | None]:
    """Return the day of an article in ISO 8601, and the moment with its zone; None for what is not said.

    What says when it was changed comes last.
    """
    find = partial(find_date, order=order)
    machines = tuple(_told_to_machines(page, find))
    said = _first(machines, find_date)
    times, far = times_near(page.root, page.over, find)
    shown = shown_days(filterfalse(_is_of_other, page.over), find)
    printed = {*shown.changed, *(_read(text, find)[0] for text in times.published)}
    if said[0] and (said[0] in printed or not _is_older(shown.published, said[0])):
        return _as_there(said, [*shown.published, _of_address(page.address)])
    fresh = (shown.published, times.published) if said[0] else (times.published, shown.published)
    changed = (shown.changed, _told_of_change(page.told), times.changed)
    return _first(chain(*fresh, _said_elsewhere(page, far, find), machines, *changed), find)


def _told_to_machines(page: DatedPage, find: FindDate) -> Iterator[str]:
    """Yield what a page tells machines of when its article was published, the surest first."""
    yield page.told.text("datePublished")
    yield from (page.told.meta(name) for name in metas_of("published"))
    yield from _marked(page.root, "datepublished", find)
    yield plain(page.told.page.get("datePublished"))
    yield page.told.text("dateCreated")


def _told_of_change(told: MachineFacts) -> Iterator[str]:
    yield told.text("dateModified")
    yield from (told.meta(name) for name in metas_of("changed"))


def _said_elsewhere(page: DatedPage, far: Sequence[str], find: FindDate) -> Iterator[str]:
    """Yield what else may say when an article was published, the surest first; `far` are times far from its title."""
    yield from (page.told.meta(name) for name in metas_of("dated"))
    yield from _marked(page.root, "datecreated", find)
    yield from datelines(page.over, find)
    yield from shown_days(page.below, find, labelled=True).published
    yield _of_address(page.address)
    yield from far
    yield from shown_days(filter(_is_of_other, page.over), find).published
    yield from (said_by(element, find) for element in islice(filter(_is_dated, page.root.iter()), _MOST))


def _is_of_other(block: PageBlock) -> bool:
    return is_of_another(block.place)


def _as_there(said: tuple[str | None, str | None], beside: Sequence[str]) -> tuple[str | None, str | None]:
    """Return when something was with the day that readers are shown, where machines are told Greenwich's."""
    day, moment = said
    at = datetime.fromisoformat(moment) if moment else None
    if at is None or at.utcoffset() or day in beside:
        return said
    around = {(at - timedelta(hours=_FURTHEST_WEST)).date(), (at + timedelta(hours=_FURTHEST_EAST)).date()}
    return next((one for one in beside if one and date.fromisoformat(one) in around), day), moment


def _marked(root: Element, mark: str, find: FindDate) -> Iterator[str]:
    """Yield what elements of an article have that are marked as a day of it, by microdata or RDFa."""
    marked = islice((element for element in root.iter() if _is_marked(element, mark)), _MOST)
    return (said_by(element, find) for element in marked if _is_of_article(element))


def _is_marked(element: Element, mark: str) -> bool:
    names = (element.get("itemprop") or element.get("property") or "").lower().split()
    return element.tag != "meta" and any(name.rpartition(":")[2] == mark for name in names)


def _is_of_article(element: Element) -> bool:
    """Tell whether what an element is marked as is so of an article, and not of a comment."""
    scopes = (one.get("itemtype") or one.get("typeof") for one in (element, *element.iterancestors()))
    kind = next(filter(None, scopes), "")
    return not kind or is_kind({"@type": kind.split()}, *ARTICLES, PAGE)


def _first(texts: Iterable[str], find: FindDate) -> tuple[str | None, str | None]:
    return next((found for text in texts if (found := _read(text, find))[0]), (None, None))


def _is_older(fresh: Iterable[str], told: str) -> bool:
    """Tell whether the one day of those that a page shows its readers is older than the one it tells machines.

    Programs that make pages tell them the day on which the site was made anew; nothing is shown before it is published.
    """
    days, told_day = set(fresh), date.fromisoformat(told)
    if len(days) != 1:
        return False
    shown = date.fromisoformat(max(days))
    turned_round = (shown.year, shown.day, shown.month) == (told_day.year, told_day.month, told_day.day)
    return shown + _A_DAY < told_day and not turned_round


def _is_dated(element: Element) -> bool:
    """Tell whether an element is named as one that holds a date, and it is the article's."""
    named = bool(pattern_of("date").search(names_of(element, "itemprop"))) and len(said_in(element)) < SHORT
    return named and not is_of_another((element, *element.iterancestors()))


def _read(text: str, find: FindDate) -> tuple[str | None, str | None]:
    """Return the day in a text, and the moment with its zone; of a year that programs write for none, nothing."""
    match = _MOMENT.search(text)
    if not match:
        return _sent(text) or (find(text), None)
    zone = (match["zone"] or "").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(f"{match['day']}T{match['time'] or '00:00'}{zone}")
    except ValueError:
        return None, None
    if moment.year not in YEARS:
        return None, None
    return match["day"], moment.isoformat() if match["time"] and zone else None


def _sent(text: str) -> tuple[str | None, str | None] | None:
    match = _SENT.search(text)
    if match is None:
        return None
    day, month, year, at, zone = (match[name] or match[f"{name}2"] for name in "dmytz")
    said = day_and_moment(f"{day} {month} {year} {at} {zone}")
    return said if said[0] and int(year) in YEARS else None


def _of_address(address: str) -> str:
    """Return the day in an address, where it is one; of an archived page, that of its own."""
    address = _ELSEWHERE.sub("", address)
    if found := _NAMED_IN_ADDRESS.search(address):
        return find_date(f"{found[3]} {found[2]} {found[1]}") or ""
    if found := _IN_ADDRESS.search(address):
        return find_date(f"{found[1]}-{found[3]}-{found[4]}") or ""
    found = _IN_NUMBER.search(address)
    return (find_date("-".join(found.groups())) or "") if found else ""
