"""Times of day in a text: "18:30", "6:30 p.m.", "half past three", "six in the evening", "noon"."""

import re

from crossquote.model.span import Span
from crossquote.text.dated_words import NumberedWords
from crossquote.text.digits import digits_of
from crossquote.text.numbers import Number, NumberKind
from crossquote.text.quantity import Quantity, Sort

_HOURS = 25
_NOON = 12
_AM, _PM, _MORNING, _AFTERNOON, _NIGHT = PARTS_OF_DAY = ("am", "pm", "morning", "afternoon", "night")
_NIGHTFALL = 6
"""From this hour on "at night" is before midnight: "3 at night" is early, "11 at night" late."""
_JOINED = re.compile(r"(\D+)([0-9]{2})")
"""Hours and minutes with the hour's sign between them: the "h30" of "15h30"."""


def read_time(place: NumberedWords, at: int) -> Quantity | None:
    """Read "18:30", "6:30 p.m.", "6 in the evening", "15 h 30", "half past three", "noon" as minutes from midnight."""
    key, calendar = place.key(at), place.calendar
    if key in calendar.clock:
        return Quantity(Sort.TIME, place.span(at, at + 1), values=(calendar.clock[key] * 60,))
    if not key[:1].isnumeric():
        return _spoken_time(place, at)
    behind, joined = _behind_hour(place, at + 1)
    part, last = part_of_day(place, at + 1, behind)
    named = last > at + 1 or place.key(at - 1) in calendar.clock_words
    dotted = named or behind > at + 1 or place.key(at - 1) in calendar.at_hour
    hour, _, minute = (digits_of(key).replace(".", ":") if dotted else digits_of(key)).partition(":")
    minute = minute or joined
    if not _is_number(hour) or int(hour) >= _HOURS or (minute and not _is_minutes(minute)) or not (minute or named):
        return None
    return time_at(place.span(at, last), int(hour), int(minute or 0), part)


def _behind_hour(place: NumberedWords, at: int) -> tuple[int, str]:
    """Return where the sign of an hour ends that stands at word `at`, and the minutes behind it: "h30", "h 30"."""
    after, calendar = place.key(at), place.calendar
    joined = _JOINED.fullmatch(after)
    if joined and joined[1] in calendar.hours:
        return at + 1, joined[2]
    if after not in calendar.hours:
        return at, ""
    following = place.key(at + 1)
    return (at + 2, following) if _is_minutes(following) else (at + 1, "")


def part_of_day(place: NumberedWords, *starts: int) -> tuple[str, int]:
    """Return the part of the day told at one of `starts`, none where it is not, and where what tells the time ends."""
    for at in starts:
        found = next((phrase for phrase in place.calendar.parts if place.keys(at, len(phrase)) == phrase), None)
        if found is not None:
            return place.calendar.parts[found], at + len(found)
    return "", starts[-1]


def _is_number(key: str) -> bool:
    return len(key) in (1, 2) and key.isascii() and key.isdigit()


def _is_minutes(key: str) -> bool:
    return len(key) == 2 and key.isascii() and key.isdigit() and int(key) < 60


def time_at(span: Span, hour: int, minutes: int, part: str) -> Quantity:
    """Return the time of a part of the day; without one, an hour up to twelve may be of the second twelve."""
    values = tuple(each * 60.0 + minutes for each in _hours(hour, part))
    return Quantity(Sort.TIME, span, values=values, parts=(float(hour), float(minutes)))


def _hours(hour: int, part: str) -> tuple[int, ...]:
    """Return the hours from midnight that an hour may be; twelve in a part of the day is midnight or noon."""
    if hour > _NOON:
        return (hour,)
    if not part:
        return (hour, hour + _NOON)
    if part in (_AM, _PM):
        return (hour % _NOON + _NOON * (part == _PM),)
    if hour in (0, _NOON):
        return (0, 2 * _NOON) if part == _NIGHT else (0, _NOON, 2 * _NOON)
    late = part == _AFTERNOON or (part == _NIGHT and hour >= _NIGHTFALL)
    return (hour + _NOON * late,)


def _spoken_time(place: NumberedWords, at: int) -> Quantity | None:
    """Read "half past three", "halb vier", "las tres y media", "trois heures et demie", "डेढ़ बजे", "6 in the evening"."""
    calendar = place.calendar
    for phrase, minutes in calendar.before_hour.items():
        hour = place.starts.get(at + len(phrase))
        if hour is not None and place.keys(at, len(phrase)) == phrase and _is_hour(hour):
            return _spoken(place, (at, hour.words[1]), hour, minutes)
    hour = place.starts.get(at)
    if hour is None or not _is_hour(hour):
        return None
    named = place.key(hour.words[1]) in calendar.hours
    end = hour.words[1] + named
    sure = any(place.keys(hour.words[1], len(phrase)) == phrase for phrase in calendar.oclock)
    if named or sure or place.key(at - 1) in calendar.at_hour:
        for phrase, minutes in calendar.after_hour.items():
            if place.keys(end, len(phrase)) == phrase:
                return _spoken(place, (at, end + len(phrase)), hour, minutes)
        half = hour.value % 1
        if half and (sure or place.key(at - 1) in calendar.at_hour):  # the numbers took "y media" for a half
            return _spoken(place, (at, hour.words[1]), hour, 60 * half)
    told = hour.value.is_integer() and part_of_day(place, hour.words[1], end)[0]
    return _spoken(place, (at, hour.words[1]), hour, 0) if told else None


def _is_hour(number: Number) -> bool:
    return number.kind in (NumberKind.CARDINAL, NumberKind.ORDINAL) and 1 <= number.value < _HOURS


def _spoken(place: NumberedWords, words: tuple[int, int], hour: Number, minutes: float) -> Quantity:
    """Return the time that some words tell, with the part of the day that stands behind them."""
    part, last = part_of_day(place, words[1] + (place.key(words[1]) in place.calendar.hours), words[1])
    value = int(hour.value) * 60 + int(minutes)
    if hour.value <= _NOON:
        value %= 60 * _NOON
    return time_at(place.span(words[0], last), value // 60, value % 60, part)
