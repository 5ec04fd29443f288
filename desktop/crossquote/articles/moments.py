"""Moments: when something was sent or published, as mails and feeds write it."""

from datetime import datetime

_LONGEST = 100


def read_moment(text: str | None) -> datetime | None:
    """Return the moment that a mail or a feed gives (RFC 5322, ISO 8601), None where it gives none."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - only the child pays for it

    given = (text or "").strip()[:_LONGEST]
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return read(given)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def day_and_moment(text: str | None) -> tuple[str | None, str | None]:
    """Return the day of a moment where it was said, and the moment itself where its zone is said."""
    moment = read_moment(text)
    if moment is None:
        return None, None
    return moment.date().isoformat(), moment.isoformat() if moment.tzinfo else None
