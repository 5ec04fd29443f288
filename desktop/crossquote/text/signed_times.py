"""Times of day of which signs tell hours and minutes: "午後3時30分", "上午九点半", "오전 9시"."""

from crossquote.text.clocks import part_of_day, time_at
from crossquote.text.dated_words import NumberedWords
from crossquote.text.numbers import Number
from crossquote.text.quantity import Quantity

_HOURS, _MINUTES = 25, 60


def read_signed(place: NumberedWords, at: int) -> Quantity | None:
    """Read the time whose hour stands at word `at`; an hour alone is none ("三点建议" are three points)."""
    hour = place.starts.get(at)
    if hour is None or not _is_below(hour, _HOURS):
        return None
    sign = _sign(place, hour.words[1])
    if not sign:
        return None
    minutes, end = _minutes(place, hour.words[1], sign)
    part, first = _part_before(place, at)
    if not part:
        part, end = part_of_day(place, end)
    if minutes is None and not part:
        return None
    return time_at(place.span(first, end), int(hour.value), minutes or 0, part)


def _is_below(number: Number, limit: int) -> bool:
    return number.value.is_integer() and 0 <= number.value < limit


def _sign(place: NumberedWords, at: int) -> str:
    """Return the sign of an hour at word `at`, which may hold that of a half."""
    key, calendar = place.key(at), place.calendar
    ends = ("", *calendar.half_signs)
    return next((sign for sign in calendar.hour_signs for end in ends if key == sign + end), "")


def _minutes(place: NumberedWords, at: int, sign: str) -> tuple[int | None, int]:
    """Return the minutes behind the sign at word `at`, None where there are none, and where they end."""
    calendar, following = place.calendar, place.starts.get(at + 1)
    if place.key(at) != sign:
        return 30, at + 1
    if place.key(at + 1) in calendar.half_signs:
        return 30, at + 2
    if (
        following is not None
        and _is_below(following, _MINUTES)
        and place.key(following.words[1]) in calendar.minute_signs
    ):
        return int(following.value), following.words[1] + 1
    return None, at + 1


def _part_before(place: NumberedWords, at: int) -> tuple[str, int]:
    """Return the part of the day that stands before word `at`, none where none does, and where what is told begins."""
    for phrase, part in place.calendar.parts.items():
        if at >= len(phrase) and place.keys(at - len(phrase), len(phrase)) == phrase:
            return part, at - len(phrase)
    return "", at
