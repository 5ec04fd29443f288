"""The date of an article, as its head gives it."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from crossquote.articles.labels import LETTERS, by_first_letters, either, either_of, fold, longest_first, words_of
from crossquote.language.together import ask_all
from crossquote.text.cldr import load_date_words

_ISO = re.compile(r"\b(?P<y>\d{4})([-./])(?P<m>\d{1,2})\2(?P<d>\d{1,2})\b")
_DOTTED = re.compile(r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})\b")
_EUROPEAN = re.compile(r"\b(?P<d>1[3-9]|2\d|3[01])([-./])(?P<m>\d{1,2})\2(?P<y>\d{4})\b")
_AMERICAN = re.compile(r"\b(?P<m>\d{1,2})([-./])(?P<d>1[3-9]|2\d|3[01])\2(?P<y>\d{4})\b")
"""Dates in figures of which only one order can be meant."""
_DAY_FIRST = re.compile(r"\b(?P<d>\d{1,2})([-./])(?P<m>\d{1,2})\2(?P<y>\d{4})\b")
_REST = re.compile(r"[\W\d]*")
_YEAR = re.compile(r"\d{4}")
_LAST_YEAR = 2200
"""A year beyond it is counted from elsewhere, as in Thailand."""


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
    day_first = rf"\b(?P<d>\d{{1,2}})(?:{ends}|\.)?[\s-]+{of}(?P<n>{name})\.?,?{other}[\s-]+{of}(?P<y>\d{{4}})(?!\d)"
    month_first = rf"\b(?P<n>{name})\.?\s+(?P<d>\d{{1,2}})(?:{ends})?,?\s+(?P<y>\d{{4}})(?!\d)"
    year_first = rf"\b(?P<y>\d{{4}})(?:\.|{inside})?\s+(?:[^\W\d]\.\s+)?(?P<n>{name})\.?\s+(?P<d>\d{{1,2}})(?!\d)"
    return tuple(re.compile(form, re.IGNORECASE) for form in (day_first, month_first, year_first))


@lru_cache(maxsize=1)
def _signed() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates with signs behind the year, the month and the day."""
    signs = sorted({tuple(map(re.escape, head.signs)) for head in load_date_words() if head.signs})
    forms = (rf"(?<!\d)(?P<y>\d{{4}})\s?{y}\s?(?P<m>\d{{1,2}})\s?{m}\s?(?P<d>\d{{1,2}})\s?{d}" for y, m, d in signs)
    return tuple(map(re.compile, forms))


def find_date(text: str, *, whole: bool = False, day_first: bool = False) -> str | None:
    """Return the first date in `text` in ISO 8601; with `whole`, only where little else stands beside it.

    In figures between strokes day and month may be either, unless it is said that the day comes first.
    """
    if not _YEAR.search(text):
        return None
    either_way = (_DAY_FIRST,) if day_first else ()
    for pattern in (_ISO, _EUROPEAN, _AMERICAN, _DOTTED, *either_way, *_named(_names_in(text)), *_signed()):
        match = pattern.search(text)
        if match and (not whole or _is_all(text, match)):
            groups = match.groupdict()
            try:
                month = int(groups["m"]) if groups.get("m") else _month(groups["n"])
                found = date(int(groups["y"]), month, int(groups["d"]))
            except ValueError:
                continue
            if found.year < _LAST_YEAR:
                return found.isoformat()
    return None


def _is_all(text: str, match: re.Match[str]) -> bool:
    """Tell whether the line says a date and at most a weekday, a place or a time beside it."""
    around = text[: match.start()] + text[match.end() :]
    return len(_REST.sub("", around)) <= 24 and not re.search(r"[.!?]\s", around)
