"""Dates and times of day in a text: "24 July 2014", "July 24th", "24.07.2014", "yesterday", "at 6:30 p.m."."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.text.digits import digits_of
from crossquote.text.numbers import Number, NumberKind
from crossquote.text.quantity import Day, Quantity, Sort
from crossquote.text.words import Word, fold

_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language names days and hours: `[dates]` of its lexicon.

    `months` and `weekdays` (Monday is 1) give names with their number, `offsets` words for days from today;
    `between` are words that stand inside a date ("of", "de"), `articles` those of them that go before a day;
    `short_months` are names that mean a month only beside a number ("may") or, with a capital, after one of
    `before_months` ("in May"); `am`, `pm` and `hours` follow an hour, `clock` names hours ("noon").
    """

    months: Mapping[str, float]
    weekdays: Mapping[str, float]
    offsets: Mapping[str, float]
    clock: Mapping[str, float]
    between: frozenset[str]
    articles: frozenset[str]
    short_months: frozenset[str]
    before_months: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    hours: frozenset[str]
    month_first: bool


def _names(language: Language, key: str) -> dict[str, float]:
    return {fold(word): value for word, value in language.lexicon.numbers("dates", key).items()}


def _set(language: Language, key: str) -> frozenset[str]:
    return frozenset(map(fold, language.lexicon.texts("dates", key)))


@lru_cache(maxsize=64)
def load_calendar(language: Language) -> Calendar:
    """Return how the language of `lexicon` names days and hours."""
    return Calendar(
        months=_names(language, "months"),
        weekdays=_names(language, "weekdays"),
        offsets=_names(language, "offsets"),
        clock=_names(language, "clock"),
        between=_set(language, "between"),
        articles=_set(language, "articles"),
        short_months=_set(language, "short_months"),
        before_months=_set(language, "before_months"),
        am=_set(language, "am"),
        pm=_set(language, "pm"),
        hours=_set(language, "hours"),
        month_first=language.lexicon.text("dates", "order", "day first") == "month first",
    )


@dataclass(frozen=True, slots=True)
class _NumberedWords:
    """The words of a text, with the numbers by the word that they start and end at."""

    text: str
    words: Sequence[Word]
    starts: Mapping[int, Number]
    ends: Mapping[int, Number]
    calendar: Calendar

    def key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        return Span(self.words[first].span.start, self.words[last - 1].span.end)


def _whole(number: Number | None, allowed: range) -> int | None:
    if number is None or number.kind not in (NumberKind.CARDINAL, NumberKind.ORDINAL) or number.weak:
        return None
    return int(number.value) if number.value.is_integer() and int(number.value) in allowed else None


def _month_date(place: _NumberedWords, at: int) -> Quantity | None:
    """Read the date around the month name at word `at`."""
    month = int(place.calendar.months[place.key(at)])
    first, last, day, year = at, at + 1, None, None
    before = at - 1 - (place.key(at - 1) in place.calendar.between)
    ahead = place.ends.get(before + 1)
    day = _whole(ahead, range(1, 32))
    if day is not None and ahead is not None:
        first = ahead.words[0]
    else:
        article = place.key(last) in place.calendar.articles and not _comma_after(place, at)
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


def _comma_after(place: _NumberedWords, at: int) -> bool:
    """Tell whether a comma follows word `at`: "In March, the 26 riders …"."""
    return place.text[place.words[at].span.end : place.words[at].span.end + 1] == ","


def _shown(place: _NumberedWords, at: int) -> bool:
    """Tell whether what stands before a month's name shows that it is one."""
    written = place.words[at].span.of(place.text)
    return place.key(at - 1) in place.calendar.before_months and written.istitle()


def _numeric_date(place: _NumberedWords, at: int) -> Quantity | None:
    """Read "24.07.2014", "2014-07-24", "7/24/2014"."""
    word = place.words[at]
    if not word.key[:1].isnumeric():
        return None
    text = digits_of(place.text[word.span.start : word.span.start + 10])
    pieces = text.replace("/", ".").replace("-", ".").split(".")
    if len(pieces) != 3 or not all(p.isascii() and p.isdigit() for p in pieces):
        return None
    a, b, c = (int(piece) for piece in pieces)
    year, month, day = (a, b, c) if a in _YEARS else (c, b, a)
    if year != a and ((place.calendar.month_first and "/" in text and a <= 12) or b > 12):
        month, day = day, month
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    span = Span(word.span.start, word.span.start + len(text))
    return Quantity(Sort.DATE, span, day=Day(year, month, day), parts=(float(day), float(year)))


def _named_day(place: _NumberedWords, at: int) -> Quantity | None:
    key, calendar = place.key(at), place.calendar
    if key in calendar.weekdays:
        return Quantity(Sort.DATE, place.span(at, at + 1), day=Day(weekday=int(calendar.weekdays[key])))
    if key in calendar.offsets:
        return Quantity(Sort.DATE, place.span(at, at + 1), day=Day(offset=int(calendar.offsets[key])))
    two = f"{key} {place.key(at + 1)}"
    if two in calendar.offsets:
        return Quantity(Sort.DATE, place.span(at, at + 2), day=Day(offset=int(calendar.offsets[two])))
    return None


def _time(place: _NumberedWords, at: int) -> Quantity | None:
    """Read "18:30", "6:30 p.m.", "6 pm", "noon"; the value counts minutes from midnight."""
    key, calendar = place.key(at), place.calendar
    if key in calendar.clock:
        return Quantity(Sort.TIME, place.span(at, at + 1), values=(calendar.clock[key] * 60,))
    if not key[:1].isnumeric():
        return None
    digits = digits_of(key)
    hour, _, minute = digits.partition(":")
    after = place.key(at + 1)
    late, named = after in calendar.pm, after in calendar.am or after in calendar.pm or after in calendar.hours
    if not minute and named:
        hour, _, minute = digits.replace(".", ":").partition(":")
    if not (hour.isascii() and hour.isdigit()) or (minute and not (minute.isascii() and minute.isdigit())):
        return None
    if (not minute and not named) or len(hour) > 2 or int(hour) > 24 or len(minute) > 2 or int(minute or 0) > 59:
        return None
    hours = int(hour) % 12 + 12 * late if after in calendar.am | calendar.pm else int(hour)
    value = hours * 60.0 + int(minute or 0)
    last = at + 1 + named
    either = (value, value + 720) if hours <= 12 and after not in calendar.am | calendar.pm else (value,)
    return Quantity(Sort.TIME, place.span(at, last), values=either, parts=(float(hour), float(minute or 0)))


def find_dates(text: str, words: Sequence[Word], numbers: Sequence[Number], language: Language) -> tuple[Quantity, ...]:
    """Return the dates and times among `words` (those of `text`), in order."""
    calendar = load_calendar(language)
    place = _NumberedWords(text, words, {n.words[0]: n for n in numbers}, {n.words[1]: n for n in numbers}, calendar)
    found: list[Quantity] = []
    end = 0
    for at, word in enumerate(words):
        if word.span.start < end:
            continue
        if word.key in calendar.months:
            quantity = _month_date(place, at)
        else:
            quantity = _numeric_date(place, at) or _named_day(place, at) or _time(place, at)
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
