"""The moment: when something is done, as reports tell it."""

import os
from datetime import UTC, datetime

_MOST_DIGITS = 12


def this_moment() -> str:
    """Return now (ISO 8601, UTC), or what SOURCE_DATE_EPOCH says: the same work then gives the same file."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    known = told.isascii() and told.isdigit() and len(told) < _MOST_DIGITS
    moment = datetime.fromtimestamp(int(told), UTC) if known else datetime.now(UTC)
    return moment.isoformat(timespec="seconds")
