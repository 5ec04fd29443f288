"""A newer version of the program: looked for when the user asks, and only then, where the package itself says.

The address is labelled "Release feed" under `[project.urls]` of the package; a build that names none asks nobody.
"""

import re
import tempfile
from datetime import date, datetime
from importlib import metadata
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct
from packaging.version import InvalidVersion, Version

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.progress import Step, Work
from crossquote.translation.download import fetch

LABEL = "Release feed"
_MOST_BYTES = 1024 * 1024
_MOST_NOTES = 20_000
_PLAIN_ADDRESS = re.compile(r"https://[!-\[\]-~]+", re.ASCII)
"""No blanks, no backslash, nothing beyond ASCII: what every reader of web addresses takes apart in the same way."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Release(Struct, frozen=True):
    """A version that is newer than this one, as the feed describes it.

    `published` and `page` may be missing. Only a page `on_feed_host`, or the host above it, may be opened; another is a
    text to read.
    """

    version: str
    published: date | None
    notes: str
    page: str
    on_feed_host: bool


class _LatestRelease(msgspec.Struct, frozen=True):
    """What is read of the answer: GitHub's "latest release"."""

    tag_name: Annotated[str, msgspec.Meta(max_length=64)]
    html_url: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    published_at: datetime | None = None
    body: str | None = None
    draft: bool = False
    prerelease: bool = False


def release_feed() -> str | None:
    """Return the address that this build names for its releases, None where it names none."""
    for entry in metadata.metadata("crossquote").get_all("Project-URL") or ():
        label, _, address = str(entry).partition(",")
        if label.strip().casefold() == LABEL.casefold():
            return address.strip()
    return None


def feed_host(feed: str) -> str:
    """Return the host (with its port, where it has one) that is asked at the address `feed`."""
    try:
        parts = urlsplit(feed)
        secure = bool(_PLAIN_ADDRESS.fullmatch(feed) and parts.hostname) and "@" not in parts.netloc
    except ValueError:
        secure = False
    if not secure:
        raise UserError(ErrorCode.NETWORK, message("error.feed-not-secure"))
    return parts.netloc.lower()


def look_for_newer(feed: str, current: str) -> Work[Release | None]:
    """Ask `feed` for the newest release, because the user asked for it; None where it is not newer than `current`.

    One host is asked, one address; nothing is kept.
    """
    host = feed_host(feed)
    yield Step(0, 0, message("step.asking", host=host))
    with tempfile.TemporaryDirectory() as folder:
        try:
            path = yield from fetch(feed, Path(folder, "latest release"), most=_MOST_BYTES, same_host=True)
        except UserError as error:
            if error.code is not ErrorCode.NETWORK:
                raise
            raise UserError(ErrorCode.NETWORK, message("error.feed-silent", host=host, reason=error.message)) from error
        answer = _read(path.read_bytes(), host)
    return _newer(answer, host, Version(current))


def _read(data: bytes, host: str) -> _LatestRelease:
    try:
        return msgspec.json.decode(data, type=_LatestRelease)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise _unreadable(host) from error


def _newer(answer: _LatestRelease, host: str, current: Version) -> Release | None:
    try:
        found = Version(answer.tag_name)
    except InvalidVersion as error:
        raise _unreadable(host) from error
    if answer.draft or answer.prerelease or found.is_prerelease or found <= current:
        return None
    page = answer.html_url if _PLAIN_ADDRESS.fullmatch(answer.html_url) else ""
    return Release(
        str(found),
        answer.published_at.date() if answer.published_at else None,
        _readable(answer.body or ""),
        page,
        on_feed_host=belongs_to(page, host),
    )


def belongs_to(page: str, host: str) -> bool:
    """Tell whether a page is where the feed is: on its host, or on the one above it (a feed at api.example.org)."""
    try:
        parts = urlsplit(page)
    except ValueError:
        return False
    page_host = parts.netloc.lower()
    above = "." in page_host and host.endswith(f".{page_host}")
    return parts.path.startswith("/") and (page_host == host or above)


def _readable(notes: str) -> str:
    """Return notes without what can't be seen or turns the writing direction, and no longer than anyone reads."""
    return _UNSEEN.sub("", "\n".join(notes.splitlines())).strip()[:_MOST_NOTES]


def _unreadable(host: str) -> UserError:
    return UserError(ErrorCode.NETWORK, message("error.feed-no-version", host=host))
