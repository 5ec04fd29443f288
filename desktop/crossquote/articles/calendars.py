"""Days of calendars that count their years from elsewhere, as in Iran, Afghanistan and Thailand."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from crossquote.articles.labels import either
from crossquote.notation import read_toml
from crossquote.resources import resource

_FIRST_YEAR, _FIRST_DAY = 1300, date(1921, 3, 21)
"""A year of the solar calendar, and the day of Gregory's on which it began."""
_YEARS = range(_FIRST_YEAR, 1500)
_LEAP_CYCLE, _LEAP_YEARS = 33, frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Of 33 years those that have a day more, by the remainder of the year; it holds for the years that are read."""
_LONG_MONTHS, _LONG, _SHORT, _LAST = 6, 31, 30, 29
_IN_FIGURES = re.compile(r"(?<![۰-۹])(?P<y>[۰-۹]{4})\s?([/.-])\s?(?P<m>[۰-۹]{1,2})\s?\2\s?(?P<d>[۰-۹]{1,2})(?![۰-۹])")
"""The year first, in the digits of Persian: a lunar year is printed in others."""


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Any]:
    return read_toml(resource("calendars.toml"))


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    return {name: number for number, names in enumerate(_tables()["solar"]["months"], start=1) for name in names}


@lru_cache(maxsize=1)
def solar_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of days of the solar calendar: the month named, or in figures."""
    name = either(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})\s*(?P<n>{name})(?!\w)(?:\s?ماه)?،?\s*(?P<y>\d{{4}})(?!\d)"
    ), _IN_FIGURES


def solar_day(match: re.Match[str]) -> date:
    """Return the day that a match of one of the patterns says; `ValueError` where there is none such."""
    said = match.groupdict()
    year, day = int(said["y"]), int(said["d"])
    month = _months()[said["n"]] if said.get("n") else int(said["m"])
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= _days_in(year, month):
        raise ValueError("there is no such day")
    years = sum(365 + _is_leap(one) for one in range(_FIRST_YEAR, year))
    months = sum(_days_in(year, one) for one in range(1, month))
    return _FIRST_DAY + timedelta(days=years + months + day - 1)


def _days_in(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return _LONG
    return _SHORT if month < 12 or _is_leap(year) else _LAST


def _is_leap(year: int) -> bool:
    return year % _LEAP_CYCLE in _LEAP_YEARS


def thai_year(year: int) -> int:
    """Return the year of Gregory's that Thailand counts as `year`."""
    return year - int(_tables()["thai"]["before"])


def is_thai(name: str) -> bool:
    """Tell whether the name of a month is written as in Thailand."""
    return "\u0e00" <= name[:1] <= "\u0e7f"
