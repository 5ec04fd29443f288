"""Who reviews: the name that stands beside each decision and step."""

from crossquote.account import current_user
from crossquote.work.settings import load_settings


def reviewer() -> str:
    """Return the name that the user has chosen for that; the account's where none was."""
    return load_settings().reviewer.strip() or current_user()
