"""The date of an article, as its head gives it."""

import re
from datetime import date
from functools import lru_cache

from crossquote.articles.labels import either_of
from crossquote.language.together import ask_all

_ISO = re.compile(r"\b(?P<y>\d{4})([-./])(?P<m>\d{1,2})\2(?P<d>\d{1,2})\b")
_DOTTED = re.compile(r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})\b")
_EUROPEAN = re.compile(r"\b(?P<d>1[3-9]|2\d|3[01])([-./])(?P<m>\d{1,2})\2(?P<y>\d{4})\b")
_AMERICAN = re.compile(r"\b(?P<m>\d{1,2})([-./])(?P<d>1[3-9]|2\d|3[01])\2(?P<y>\d{4})\b")
"""Dates in figures of which only one order can be meant."""
_REST = re.compile(r"[\W\d]*")


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return month names, folded, of all languages."""
    return {
        name.casefold(): number
        for months in ask_all(lambda lexicon: lexicon.lists("article", "months")).told.values()
        for number, names in enumerate(months.values(), start=1)
        for name in names
    }


def _month(name: str) -> int:
    """Return the number of a month; patterns take the Turkish i's for one another, which folding does not."""
    if name.casefold() in _months():
        return _months()[name.casefold()]
    return next(number for known, number in _months().items() if re.fullmatch(re.escape(known), name, re.IGNORECASE))


def names_month(word: str) -> bool:
    """Tell whether a word is the name of a month in some language."""
    return word.casefold() in _months()


@lru_cache(maxsize=1)
def _named() -> tuple[re.Pattern[str], ...]:
    names = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    ends, of = either_of("day_ends"), rf"(?:(?:{either_of('between')})\s+)?"
    day_first = rf"\b(?P<d>\d{{1,2}})(?:{ends}|\.)?\s+{of}(?P<n>{names})\.?,?\s+{of}(?P<y>\d{{4}})"
    month_first = rf"\b(?P<n>{names})\.?\s+(?P<d>\d{{1,2}})(?:{ends})?,?\s+(?P<y>\d{{4}})"
    return re.compile(day_first, re.IGNORECASE), re.compile(month_first, re.IGNORECASE)


def find_date(text: str, *, whole: bool = False) -> str | None:
    """Return the first date in `text` in ISO 8601; with `whole`, only where little else stands beside it."""
    for pattern in (_ISO, _EUROPEAN, _AMERICAN, _DOTTED, *_named()):
        match = pattern.search(text)
        if match and (not whole or _is_all(text, match)):
            groups = match.groupdict()
            try:
                month = int(groups["m"]) if groups.get("m") else _month(groups["n"])
                return date(int(groups["y"]), month, int(groups["d"])).isoformat()
            except ValueError:
                continue
    return None


def _is_all(text: str, match: re.Match[str]) -> bool:
    """Tell whether the line says a date and at most a weekday, a place or a time beside it."""
    around = text[: match.start()] + text[match.end() :]
    return len(_REST.sub("", around)) <= 24 and not re.search(r"[.!?]\s", around)
