"""The date of an article, as its head gives it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from crossquote.articles.calendars import is_thai, solar_day, solar_patterns, thai_year
from crossquote.articles.labels import LETTERS, by_first_letters, either, either_of, fold, longest_first, words_of
from crossquote.language.together import ask_all
from crossquote.text.cldr import load_date_words

_ISO = re.compile(r"\b(?P<y>\d{4})(-|\.\s?|/)(?P<m>\d{1,2})\2(?P<d>\d{1,2})\b\.?")
_DOTTED = re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\b\.?")
_EUROPEAN = re.compile(r"\b(?P<d>1[3-9]|2\d|3[01])([-./])(?P<m>\d{1,2})\2(?P<y>\d{4})\b")
_AMERICAN = re.compile(r"\b(?P<m>\d{1,2})([-./])(?P<d>1[3-9]|2\d|3[01])\2(?P<y>\d{4})\b")
"""Dates in figures of which only one order can be meant."""
_DAY_FIRST = re.compile(r"\b(?P<d>\d{1,2})([-./])(?P<m>\d{1,2})\2(?P<y>\d{4})\b")
_SHORT_YEAR = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d\d)\.(?P<y>\d\d)(?![\d.])")
_REST = re.compile(r"[\W\d]*")
_YEAR = re.compile(r"\d{4}")
_CENTURY = 2000
_A_DAY = timedelta(days=1)
"""By so much it can be later elsewhere."""
YEARS = range(1500, 2200)
"""A year out of these is counted from elsewhere, as in Thailand and in Arabia."""


class FigureOrder(Struct, frozen=True):
    """How days are written in figures: `day_first` where 3/12 is in December, `year_last` where 3.12.25 is of 2025."""

    day_first: bool = False
    year_last: bool = False


UNKNOWN = FigureOrder()


@lru_cache(maxsize=1)
def _own_months() -> dict[str, int]:
    """Return month names, folded, of all lexicons."""
    return {
        name.casefold(): number
        for months in ask_all(lambda lexicon: lexicon.lists("article", "months")).values()
        for number, names in enumerate(months.values(), start=1)
        for name in names
    }


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return month names, folded, of all languages that CLDR knows; a lexicon's word comes first.

    A name that is one month here and another there, and in no lexicon, says nothing.
    """
    said: dict[str, set[int]] = {}
    for head in load_date_words():
        for name, number in head.months:
            said.setdefault(name.casefold(), set()).add(number)
    for words in ask_all(lambda lexicon: lexicon.numbers("dates", "months")).values():
        for name, month in words.items():
            said.setdefault(name.casefold(), set()).add(int(month))
    return {name: min(numbers) for name, numbers in said.items() if len(numbers) == 1} | _own_months()


def _month(name: str) -> int:
    """Return the number of a month; patterns take the Turkish i's for one another, which folding does not."""
    if name.casefold() in _months():
        return _months()[name.casefold()]
    return next(number for known, number in _months().items() if re.fullmatch(re.escape(known), name, re.IGNORECASE))


def names_month(word: str) -> bool:
    """Tell whether a word is the name of a month in a language that has a lexicon."""
    return word.casefold() in _own_months()


@lru_cache(maxsize=1)
def _beginnings() -> Mapping[str, tuple[str, ...]]:
    """Return the names of months by the first letters in them: a text has few of them, and all are a thousand."""
    return by_first_letters(_months())


def _names_in(text: str) -> tuple[str, ...]:
    """Return the names of months that stand in a text, the longest first."""
    folded, between = fold(text), [fold(word) for word in words_of("between")]
    runs = set(LETTERS.findall(folded))
    bare = {run.removeprefix(word) for run in runs for word in between}
    return longest_first(
        name for run in (*runs, *bare, "") for name in _beginnings().get(run, ()) if fold(name) in folded
    )


@lru_cache(maxsize=256)
def _named(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates with one of these months: the day first, the month, the year."""
    if not names:
        return ()
    name = either(names)
    ends, inside = either_of("day_ends"), either_of("between")
    of, other = rf"(?:(?:{inside})\s*)?", r"(?:\s?/\s?[^\W\d_]+)?"  # آب/أغسطس: as others call it, too
    apart = r"[\s/-]+"
    day = rf"\b(?P<d>\d{{1,2}})(?:\.|(?:{ends}|\.)?{apart}){of}"
    day_first = rf"{day}(?P<n>{name})\.?,?{other}{apart}{of}(?P<y>\d{{4}})(?!\d)"
    month_first = rf"\b(?P<n>{name})\.?\s+(?P<d>\d{{1,2}})(?:{ends})?,?\s+(?P<y>\d{{4}})(?!\d)"
    year_first = rf"\b(?P<y>\d{{4}})(?:\.|{inside})?\s+(?:[^\W\d]\.\s+)?(?P<n>{name})\.?\s+(?P<d>\d{{1,2}})(?!\d)"
    return tuple(re.compile(form, re.IGNORECASE) for form in (day_first, month_first, year_first))


@lru_cache(maxsize=1)
def _signed() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates with signs behind the year, the month and the day."""
    signs = sorted({tuple(map(re.escape, head.signs)) for head in load_date_words() if head.signs})
    forms = (rf"(?<!\d)(?P<y>\d{{4}})\s?{y}\s?(?P<m>\d{{1,2}})\s?{m}\s?(?P<d>\d{{1,2}})\s?{d}" for y, m, d in signs)
    return tuple(map(re.compile, forms))


def find_date(text: str, *, whole: bool = False, order: FigureOrder = UNKNOWN) -> str | None:
    """Return the first date in `text` in ISO 8601; with `whole`, only where little else stands beside it.

    In figures between strokes day and month may be either, unless the order says that the day comes first. A year of
    two figures is read where it comes last, and little else stands there.
    """
    if not _YEAR.search(text) and not (whole and order.year_last):
        return None
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)
    either_way = (_DAY_FIRST,) if order.day_first else ()
    short = (_SHORT_YEAR,) if whole and order.year_last else ()
    named = _named(_names_in(plain))
    patterns = (_ISO, _EUROPEAN, _AMERICAN, _DOTTED, *either_way, *named, *_signed(), *short)
    found = chain(
        _days(text, solar_patterns(), solar_day, whole=whole),
        _days(plain, patterns, _day, whole=whole),
    )
    return next((day.isoformat() for day in found if day.year in YEARS), None)


def _days(
    text: str, patterns: Iterable[re.Pattern[str]], read: Callable[[re.Match[str]], date], *, whole: bool
) -> Iterator[date]:
    """Yield the day that each pattern finds first, where it is one."""
    for pattern in patterns:
        match = pattern.search(text)
        if match and (not whole or _is_all(text, match)):
            with suppress(ValueError):
                yield read(match)


def _day(match: re.Match[str]) -> date:
    said = match.groupdict()
    name, year = said.get("n") or "", int(said["y"])
    if match.re is _SHORT_YEAR:
        year += _CENTURY
    elif year > YEARS.stop and is_thai(name):
        year = thai_year(year)
    day = date(year, _month(name) if name else int(said["m"]), int(said["d"]))
    if match.re is _SHORT_YEAR and day > datetime.now(UTC).date() + _A_DAY:
        raise ValueError("a day to come: the year is of another century")
    return day


def _is_all(text: str, match: re.Match[str]) -> bool:
    """Tell whether the line says a date and at most a weekday, a place or a time beside it."""
    around = text[: match.start()] + text[match.end() :]
    return len(_REST.sub("", around)) <= 24 and not re.search(r"[.!?]\s", around)
