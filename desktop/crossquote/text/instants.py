"""Instants: what a time of ISO 8601, which can be a stranger's, is in UTC."""

from datetime import UTC, datetime


def instant_of(text: str) -> datetime | None:
    """Return the instant that `text` is, in UTC; without a zone where it names none.

    None where it is no time, or none that UTC has a year for.
    """
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
