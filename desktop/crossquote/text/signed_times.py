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
    halved, behind = _sign(place, hour.words[1])
    if behind == hour.words[1]:
        return None
    minutes, end = (30, behind) if halved else _minutes(place, behind)
    part, first = _part_before(place, at)
    if not part:
        part, end = part_of_day(place, end)
    if minutes is None and not part:
        return None
    return time_at(place.span(first, end), int(hour.value), minutes or 0, part)


def _is_below(number: Number, limit: int) -> bool:
    return number.value.is_integer() and 0 <= number.value < limit


def _sign(place: NumberedWords, at: int) -> tuple[bool, int]:
    """Return whether the sign of an hour at word `at` holds that of a half, and where it ends; `at` without one."""
    key, calendar = place.key(at), place.calendar
    for sign in calendar.hour_signs:
        if place.keys(at, len(phrase := tuple(sign.split()))) == phrase:
            return False, at + len(phrase)
        if any(key == sign + half for half in calendar.half_signs):
            return True, at + 1
    return False, at


def _minutes(place: NumberedWords, at: int) -> tuple[int | None, int]:
    """Return the minutes at word `at`, behind the sign of an hour, None where there are none, and where they end."""
    calendar, following = place.calendar, place.starts.get(at)
    if place.key(at) in calendar.half_signs:
        return 30, at + 1
    if (
        following is not None
        and _is_below(following, _MINUTES)
        and place.key(following.words[1]) in calendar.minute_signs
    ):
        return int(following.value), following.words[1] + 1
    return None, at


def _part_before(place: NumberedWords, at: int) -> tuple[str, int]:
    """Return the part of the day that stands before word `at`, none where none does, and where what is told begins."""
    for phrase, part in place.calendar.parts.items():
        if at >= len(phrase) and place.keys(at - len(phrase), len(phrase)) == phrase:
            return part, at - len(phrase)
    return "", at
