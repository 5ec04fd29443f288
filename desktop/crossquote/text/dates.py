"""Dates and times of day in a text: "24 July 2014", "July 24th", "24.07.2014", "yesterday"; times by `clocks`."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.cldr import load_cldr
from crossquote.text.clitics import with_noun_clitics
from crossquote.text.clocks import PARTS_OF_DAY, read_time
from crossquote.text.dated_words import Calendar, NumberedWords
from crossquote.text.digits import digits_of, opens_number
from crossquote.text.money import load_units
from crossquote.text.numbers import Number, NumberKind
from crossquote.text.possessives import hanging_ends
from crossquote.text.quantity import Day, Quantity, Sort
from crossquote.text.signed_times import read_signed
from crossquote.text.words import Word, fold

_YEARS = range(1000, 2200)
_PIVOT = 70
"""A year of two digits below it is of this century."""
_PARTS = ("year", "month", "day")
_NUMERIC = re.compile(
    r"(?P<a>[0-9]{1,4})(?P<mark>[./-])(?P<b>[0-9]{1,2})(?P=mark)(?P<c>[0-9]{4}|[0-9]{1,2})(?![0-9]|[./-][0-9])"
)
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")


def _names(language: Language, key: str) -> dict[str, float]:
    return {fold(word): value for word, value in language.lexicon.numbers("dates", key).items()}


def _phrases(language: Language, key: str) -> dict[tuple[str, ...], float]:
    found = {tuple(phrase.split()): value for phrase, value in _names(language, key).items()}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))


def _written(names: Mapping[str, float], language: Language) -> Mapping[str, float]:
    """Return names of days as they are written, with what hangs on their front or their end ("Mart'ta")."""
    ended = {name + end: value for name, value in names.items() for end in hanging_ends(language)}
    return {**ended, **with_noun_clitics(names, language)}


def _parts_of_day(language: Language) -> dict[tuple[str, ...], str]:
    """Return the phrases that tell the part of the day, the longest first, each with the key that it stands under."""
    found = {tuple(fold(one).split()): part for part in PARTS_OF_DAY for one in language.lexicon.texts("dates", part)}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))


def _set(language: Language, key: str) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.texts("dates", key)))


@lru_cache(maxsize=64)
def load_calendar(language: Language) -> Calendar:
    """Return how `language` names days and hours."""
    cldr = load_cldr(language)
    weekdays = _written({**cldr.weekdays, **_names(language, "weekdays")}, language)
    short = {name: month for name, month in cldr.short_months.items() if name not in _set(language, "no_months")}
    months = _written({**short, **cldr.months, **_names(language, "months")}, language)
    offsets, clock, before = _names(language, "offsets"), _names(language, "clock"), _phrases(language, "before_hour")
    return Calendar(
        months=months,
        month_starts=frozenset(name.split()[0] for name in months),
        weekdays=weekdays,
        weeks=frozenset(load_units(language, "measures", "units")) & weekdays.keys(),
        offsets=offsets,
        clock=clock,
        between=_set(language, "between"),
        articles=_set(language, "articles"),
        short_months=_set(language, "short_months") | (short.keys() - cldr.months.keys()),
        before_months=_set(language, "before_months"),
        parts=_parts_of_day(language),
        hours=_set(language, "hours"),
        oclock=frozenset(tuple(phrase.split()) for phrase in _set(language, "oclock")),
        hour_signs=_set(language, "hour_signs"),
        minute_signs=_set(language, "minute_signs"),
        half_signs=_set(language, "half_signs"),
        at_hour=_set(language, "at_hour"),
        clock_words=_set(language, "clock_words"),
        before_hour=before,
        opening=frozenset(
            {*clock, *(name.split()[0] for name in (*weekdays, *offsets)), *(phrase[0] for phrase in before)}
        ),
        after_hour=_phrases(language, "after_hour"),
        no_dates=_set(language, "no_dates"),
        signs=cldr.signs,
        month_first=cldr.month_first,
        dotted=cldr.decimal == "," and not cldr.month_first,
    )


def _whole(number: Number | None, allowed: range) -> int | None:
    if number is None or number.kind not in (NumberKind.CARDINAL, NumberKind.ORDINAL) or number.weak:
        return None
    return int(number.value) if number.value.is_integer() and int(number.value) in allowed else None


def _month_date(place: NumberedWords, at: int) -> Quantity | None:
    """Read the date around the month name at word `at`."""
    named = place.month(at)
    if named is None:
        return None
    month, end = named
    first, last, day, year = at, end, None, None
    before = at - 1 - (place.key(at - 1) in place.calendar.between)
    ahead = place.ends.get(before + 1)
    day = _whole(ahead, range(1, 32))
    if day is not None and ahead is not None:
        first = ahead.words[0]
    else:
        article = place.key(last) in place.calendar.articles and not _comma_after(place, end - 1)
        behind = place.starts.get(last + article)
        day = _whole(behind, range(1, 32))
        last = behind.words[1] if behind is not None and day is not None else last
    next_ = place.starts.get(last + (place.key(last) in place.calendar.between))
    year = _whole(next_, _YEARS)
    last = next_.words[1] if next_ is not None and year is not None else last
    if day is None and year is None and place.key(at) in place.calendar.short_months and not _shown(place, at):
        return None
    parts = tuple(float(part) for part in (day, year) if part is not None)
    return Quantity(Sort.DATE, place.span(first, last), day=Day(year, month, day), parts=parts)


def _comma_after(place: NumberedWords, at: int) -> bool:
    """Tell whether a comma follows word `at`: "In March, the 26 riders …"."""
    return place.text[place.words[at].span.end : place.words[at].span.end + 1] == ","


def _shown(place: NumberedWords, at: int) -> bool:
    """Tell whether what stands before a month's name shows that it is one."""
    written = place.words[at].span.of(place.text)
    return place.key(at - 1) in place.calendar.before_months and written.istitle()


def _numeric_date(place: NumberedWords, at: int) -> Quantity | None:
    """Read "24.07.2014", "2014-07-24", "7/24/2014", "24.07.14", "24.12."."""
    word = place.words[at]
    if not word.key[:1].isnumeric():
        return None
    number = _NUMERIC.match(digits_of(place.text[word.span.start : word.span.start + 10]))
    if number is None:
        return _dotted_day(place, at)
    a, b, c = (int(piece) for piece in number.group("a", "b", "c"))
    if a not in _YEARS and len(number["c"]) == 2:
        c += _this_century(c)
    year, month, day = (a, b, c) if a in _YEARS else (c, b, a)
    if year != a and ((place.calendar.month_first and number["mark"] == "/" and a <= 12) or b > 12):
        month, day = day, month
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    end = word.span.start + number.end()
    return Quantity(Sort.DATE, Span(word.span.start, end), day=Day(year, month, day), parts=(float(day), float(year)))


def _this_century(year: int) -> int:
    return 2000 if year < _PIVOT else 1900


def _dotted_day(place: NumberedWords, at: int) -> Quantity | None:
    """Read "24.12." and "01.03": day and month alone, where a full stop does not stand before decimals."""
    word = place.words[at]
    number = _DAY_AND_MONTH.fullmatch(digits_of(word.key)) if place.calendar.dotted else None
    if number is None:
        return None
    day, month = int(number[1]), int(number[2])
    follows = place.text[word.span.end : word.span.end + 2]
    shown = "0" in (number[1][0], number[2][0]) or (
        follows[:1] == "." and follows[1:].isspace() and at + 1 < len(place.words)
    )
    if not shown or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    parts = (float(day), float(f"{day}.{number[2]}"))
    return Quantity(Sort.DATE, word.span, day=Day(month=month, day=day), parts=parts)


def _signed_date(place: NumberedWords, at: int) -> Quantity | None:
    """Read "2026年3月1日" and parts of it: what stands behind each number says what it is."""
    signs = place.calendar.signs
    found: dict[str, int] = {}
    end = at
    while signs and (number := place.starts.get(end)) is not None:
        behind = place.key(number.words[1])
        part = next((part for part in _PARTS if part not in found and behind.startswith(signs[part])), None)
        glued = place.text[number.span.end : number.span.end + 1] == signs[part or "day"][:1]
        if part is None or not glued or not number.value.is_integer() or (found and part == "year"):
            break
        found[part], end = int(number.value), number.words[1] + 1
    year, month, day = (found.get(part) for part in _PARTS)
    if (month is None and (year is None or year not in _YEARS)) or (month or 1) > 12 or (day or 1) > 31:
        return None
    last = place.starts[max(n for n in place.starts if n < end)]
    stop = last.span.end + 1
    parts = tuple(float(part) for part in (day, year) if part is not None)
    return Quantity(Sort.DATE, Span(place.words[at].span.start, stop), day=Day(year, month, day), parts=parts)


def _named_day(place: NumberedWords, at: int) -> Quantity | None:
    calendar = place.calendar
    for length in (2, 1) if at + 1 < len(place.words) else (1,):
        name = " ".join(place.keys(at, length))
        counted = name in calendar.weeks and at - (place.key(at - 1) in calendar.between) in place.ends
        if name in calendar.weekdays and not counted:
            return Quantity(Sort.DATE, place.span(at, at + length), day=Day(weekday=int(calendar.weekdays[name])))
        if name in calendar.offsets:
            return Quantity(Sort.DATE, place.span(at, at + length), day=Day(offset=int(calendar.offsets[name])))
    return None


def _begun(place: NumberedWords, at: int) -> Quantity | None:
    """Return the date or time that word `at` begins, but for one that begins with a month's name."""
    key = place.words[at].key
    if not (opens_number(key) or at in place.starts or key in place.calendar.opening):
        return None
    return (
        _signed_date(place, at)
        or _numeric_date(place, at)
        or _named_day(place, at)
        or read_signed(place, at)
        or read_time(place, at)
    )


def find_dates(text: str, words: Sequence[Word], numbers: Sequence[Number], language: Language) -> tuple[Quantity, ...]:
    """Return the dates and times among `words` (those of `text`), in order."""
    calendar = load_calendar(language)
    place = NumberedWords(text, words, {n.words[0]: n for n in numbers}, {n.words[1]: n for n in numbers}, calendar)
    found: list[Quantity] = []
    end = 0
    for at, word in enumerate(words):
        if word.span.start < end:
            continue
        quantity = _month_date(place, at) if word.key in calendar.month_starts else _begun(place, at)
        if quantity is not None:
            while found and found[-1].span.overlaps(quantity.span):
                found.pop()
            found.append(quantity)
            end = quantity.span.end
    return tuple(found)


def agree(one: Day, other: Day, dates: tuple[str | None, str | None] = (None, None)) -> bool | None:
    """Tell whether two dates can be the same day; None where they share nothing to tell it by.

    `dates` are the days of the two articles, against which weekdays and "yesterday" are reckoned.
    """
    pairs = [
        (one.year, other.year),
        (one.month, other.month),
        (one.day, other.day),
        (one.weekday, other.weekday),
    ]
    shared = [(a, b) for a, b in pairs if a is not None and b is not None]
    if shared:
        return all(a == b for a, b in shared)
    days = resolve(one, dates[0]), resolve(other, dates[1])
    if days[0] is not None and days[1] is not None:
        return days[0] == days[1]
    if one.offset is not None and other.offset is not None and dates[0] == dates[1]:
        return one.offset == other.offset
    return None


def resolve(day: Day, article: str | None) -> dt.date | None:
    """Return the calendar day that `day` means in an article of the date `article` (ISO 8601)."""
    today = _iso(article)
    try:
        if day.month is not None and day.day is not None and (day.year or today):
            return dt.date(day.year or (today.year if today else 1), day.month, day.day)
        if today is not None and day.offset is not None:
            return today + dt.timedelta(days=day.offset)
        if today is not None and day.weekday is not None:
            back = (today.isoweekday() - day.weekday) % 7
            return today - dt.timedelta(days=back)
    except (ValueError, OverflowError):
        return None
    return None


def _iso(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date[:10]) if date else None
    except ValueError:
        return None
