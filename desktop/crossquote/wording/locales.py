"""How a locale writes numbers and lists. Babel knows; it is imported when first asked, and few things ask it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache, reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale

ListStyle = Literal["standard", "or", "unit"]

_SIZES = (("digital-gigabyte", 10**9), ("digital-megabyte", 10**6), ("digital-kilobyte", 10**3))
_FULL = 0.99995
"""From here on a size is one of the larger unit: 999,950 bytes are 1 MB, and not 1,000 kB."""
_DURATIONS = (("duration-hour", 3600), ("duration-minute", 60))

_AT_HAND = "en_GB"
"""The locale whose whole numbers, percentages and lists are written without Babel: every command starts with it."""
_LAST: Mapping[ListStyle, str] = MappingProxyType({"standard": " and ", "or": " or ", "unit": ", "})

_EXACT = 1e15
"""From here on a float knows no single ones: it is written as Python does, as are infinity and what is no number."""


def write_number(number: float, locale: str) -> str:
    """Return a number with the locale's marks, to three places ("12,345.679")."""
    if isinstance(number, int) and 0 <= number < 1000:
        return str(number)
    if not abs(number) < _EXACT:
        return str(number)
    if locale == _AT_HAND and isinstance(number, int):
        return f"{number:,}"
    from babel.numbers import format_decimal  # noqa: PLC0415 - 60 ms that most starts do without

    return format_decimal(number, locale=locale)


def write_percent(share: float, locale: str) -> str:
    """Return a share of one as a percentage without places ("37%")."""
    if not abs(share) < _EXACT:
        return str(share)
    percent = round(Decimal(str(share)) * 100)
    return f"{percent:,}%" if locale == _AT_HAND else _write_whole_percent(percent, locale)


@lru_cache(maxsize=2048)
def _write_whole_percent(percent: int, locale: str) -> str:
    from babel.numbers import format_percent  # noqa: PLC0415 - as above

    return format_percent(Decimal(percent) / 100, locale=locale)


def write_score(score: float, locale: str) -> str:
    """Return a measure with the locale's marks, to two places ("0.50")."""
    if not abs(score) < _EXACT:
        return str(score)
    from babel.numbers import format_decimal  # noqa: PLC0415 - as above

    return format_decimal(score, format="0.00", locale=locale)


def write_bytes(size: float, locale: str) -> str:
    """Return the size of a file, in the unit that makes it short ("512 bytes", "1.2 MB")."""
    if not 0 <= size < _EXACT:
        return str(size)
    for unit, bytes_of_it in _SIZES:
        if size >= bytes_of_it * _FULL:
            return _measured(size / bytes_of_it, unit, locale)
    return _measured(size, "digital-byte", locale, long=True)


def write_duration(seconds: float, locale: str) -> str:
    """Return how long something takes, in whole seconds, minutes or hours ("40 secs", "3 mins")."""
    if not 0 <= seconds < _EXACT:
        return str(seconds)
    for unit, seconds_of_it in _DURATIONS:
        if seconds >= seconds_of_it * 1.5:
            return _measured(round(seconds / seconds_of_it), unit, locale)
    return _measured(round(seconds), "duration-second", locale)


def _measured(value: float, unit: str, locale: str, *, long: bool = False) -> str:
    from babel.units import format_unit  # noqa: PLC0415 - as above

    return format_unit(value, unit, "long" if long else "short", format="#,##0.#", locale=locale)


def name_language(tag: str, locale: str) -> str | None:
    """Return what a locale calls a language ("Ukrainisch"); None where it has no name for it.

    Where it has none for a language of one country, it is named with the country ("Portugiesisch (Brasilien)").
    """
    told = _parse_locale(locale)
    general, _, country = tag.partition("-")
    named = told.languages.get(tag.replace("-", "_"))
    if named is None and general in told.languages and country in told.territories:
        return f"{told.languages[general]} ({told.territories[country]})"
    return named


def name_script(code: str, locale: str) -> str | None:
    """Return the name of a script by its code in ISO 15924, by CLDR; in English where it lacks the locale's."""
    return _parse_locale(locale).scripts.get(code) or _parse_locale(_AT_HAND).scripts.get(code)


@lru_cache(maxsize=16)
def reads_right_to_left(locale: str) -> bool:
    """Tell whether what is written for a locale is read from right to left."""
    return locale != _AT_HAND and _parse_locale(locale).character_order == "right-to-left"


def write_list(items: Sequence[str], locale: str, style: ListStyle = "standard") -> str:
    """Return `items` as a list: "a, b and c"; "a, b or c" (`or`); "a, b, c" (`unit`).

    The last is joined by the comma of the first: the lists of units that Babel has are for feet and inches, and in
    parts only.
    """
    if len(items) < 2:
        return "".join(items)
    if locale == _AT_HAND:
        return f"{', '.join(items[:-1])}{_LAST[style]}{items[-1]}"
    if style == "unit":
        comma = _parse_locale(locale).list_patterns["standard"]["middle"]
        return reduce(comma.format, items)
    from babel.lists import format_list  # noqa: PLC0415 - as above

    return format_list(items, style=style, locale=_parse_locale(locale))


@lru_cache(maxsize=16)
def _parse_locale(locale: str) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - as above

    return Locale.parse(locale)
