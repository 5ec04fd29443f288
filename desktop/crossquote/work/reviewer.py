"""Who reviews: the name that stands beside each decision and step."""

from crossquote.work.settings import load_settings


def reviewer() -> str:
    """Return the name that the user has chosen for that; nobody's where none was: an account's is not used unasked."""
    return load_settings().reviewer.strip()
