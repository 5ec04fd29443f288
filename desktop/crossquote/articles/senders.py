"""Whose a mail is: a paper's, where its host is called as who sent it is, and that is no person."""

import re
from unicodedata import normalize

from crossquote.articles.given_names import is_given_name

_TELLING = 4
"""Letters that a name has at least which a host is called by."""
_PARTS = re.compile(r"[._+-]")


def is_of_paper(name: str, host: str, box: str = "") -> bool:
    """Tell whether who sent a mail is a paper: a label of the host says its whole name, and it is no person's.

    "news.harbour-post.example" is called "Harbour Post". `box` is what stands before the host in the address.
    """
    called = _bare(name)
    labels = map(_bare, host.split(".")[:-1])
    return len(called) >= _TELLING and called in labels and not _is_person(name, box)


def _is_person(name: str, box: str) -> bool:
    """Tell a person: the first name is a given one, or the address begins with it, or with what it is in short."""
    first, *more = map(_bare, name.split())
    parts = [_bare(part) for part in _PARTS.split(box)]
    in_short = [f"{first[:1]}{last}" for last in more]
    return is_given_name(name.split(maxsplit=1)[0]) or (bool(more) and (first in parts or _bare(box) in in_short))


def _bare(text: str) -> str:
    """Return the letters and figures of a text, without their signs."""
    return "".join(sign for sign in normalize("NFKD", text).casefold() if sign.isalnum())
