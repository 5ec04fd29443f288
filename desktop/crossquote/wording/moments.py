"""How a locale writes days and moments, from the text of ISO 8601 that facts carry."""

from datetime import date, datetime


def write_day(text: str, locale: str) -> str | None:
    """Return a day, or that of a moment ("26 Nov 2026"); None where `text` is neither."""
    try:
        day = date.fromisoformat(text[:10])
        if len(text) > 10:
            datetime.fromisoformat(text)
    except ValueError:
        return None
    from babel.dates import format_date  # noqa: PLC0415 - what is seldom told costs nothing at the start

    return format_date(day, "medium", locale=locale)


def write_moment(text: str, locale: str) -> str | None:
    """Return a moment with the zone that it was noted in ("26 Nov 2026, 14:20 UTC"); None where `text` is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return " ".join(filter(None, (_written(moment, locale), moment.tzname())))


def write_here(text: str, locale: str) -> str | None:
    """Return a moment as the clock of this machine shows it ("26 Nov 2026, 15:20"); None where `text` is none."""
    try:
        return _written(datetime.fromisoformat(text).astimezone(), locale)
    except (ValueError, OverflowError, OSError):
        return None


def _written(moment: datetime, locale: str) -> str:
    from babel.dates import format_date, format_time, get_datetime_format  # noqa: PLC0415 - as above

    day = format_date(moment, "medium", locale=locale)
    clock = format_time(moment.time(), "short", locale=locale)
    return str(get_datetime_format("medium", locale=locale)).replace("{1}", day).replace("{0}", clock)
