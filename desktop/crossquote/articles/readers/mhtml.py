"""MHTML: a page with all that belongs to it in the form of a message, as Chromium and Internet Explorer save it."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.clean import with_whole_characters
from crossquote.articles.damage import damaged
from crossquote.articles.mail import charset_of, is_saved_page
from crossquote.articles.reader import Draft, Head, Hints, Sureness

if TYPE_CHECKING:  # only the child pays for it
    from email.message import Message

    from crossquote.articles.web.posts import Frame

_NAME = "mhtml"
_MOST_PAGES = 21
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


class MhtmlReader(Struct, frozen=True):
    """Reads the first page in the message: the others are frames of it, posts and mostly advertising."""

    name: str = _NAME
    media: str = "multipart/related"
    suffixes: tuple[str, ...] = (".mhtml", ".mht")
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the headers that browsers write."""
        return is_saved_page(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the article of the page in `data`."""
        from crossquote.articles.parsed_mail import parse_mail  # noqa: PLC0415 - only the child pays for it
        from crossquote.articles.web.page import read_saved_page  # noqa: PLC0415 - as above

        try:
            message = parse_mail(data)
            pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
            part = pages[0] if pages else None
            content = part.get_payload(decode=True) if part is not None else None
            frames = [_frame(one) for one in pages[1:_MOST_PAGES]]
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise damaged(_NAME, hints) from error
        if part is None or not isinstance(content, bytes):
            raise damaged(_NAME, hints)
        given = [str(one.get(name) or "").strip() for one in (message, part) for name in _ADDRESSES]
        charset = charset_of(part)
        draft = read_saved_page(content, charset, given, hints, frames)
        return replace(draft, title=draft.title and with_whole_characters(draft.title))


def _frame(part: "Message") -> "Frame":
    from crossquote.articles.web.posts import Frame  # noqa: PLC0415 - only the child pays for it

    content = part.get_payload(decode=True)
    named = str(part.get("Content-ID") or "").strip().strip("<>")
    names = (f"cid:{named}" if named else "", str(part.get("Content-Location") or "").strip())
    return Frame(tuple(filter(None, names)), content if isinstance(content, bytes) else b"", charset_of(part))


READER = MhtmlReader()
