"""How a locale writes numbers and lists. Babel knows; it is imported when first asked, and few things ask it."""

from collections.abc import Sequence
from typing import Literal

ListStyle = Literal["standard", "or", "unit"]

_EXACT = 1e15
"""From here on a float knows no single ones: it is written as Python does, as are infinity and what is no number."""


def write_number(number: float, locale: str) -> str:
    """Return a number with the locale's marks, to three places ("12,345.679")."""
    if isinstance(number, int) and 0 <= number < 1000:
        return str(number)
    if not abs(number) < _EXACT:
        return str(number)
    from babel.numbers import format_decimal  # noqa: PLC0415 - 60 ms that most starts do without

    return format_decimal(number, locale=locale)


def write_percent(share: float, locale: str) -> str:
    """Return a share of one as a percentage without places ("37%")."""
    if not abs(share) < _EXACT:
        return str(share)
    from babel.numbers import format_percent  # noqa: PLC0415 - as above

    return format_percent(share, locale=locale)


def write_list(items: Sequence[str], locale: str, style: ListStyle = "standard") -> str:
    """Return `items` as a list: "a, b and c"; "a, b or c" (`or`); "a, b, c" (`unit`)."""
    if len(items) < 2:
        return "".join(items)
    from babel.lists import format_list  # noqa: PLC0415 - as above

    return format_list(items, style=style, locale=locale)
