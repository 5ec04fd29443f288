"""MHTML: a page with all that belongs to it in the form of a message, as Chromium and Internet Explorer save it."""

from dataclasses import dataclass, replace

from crossquote.articles.clean import with_whole_characters
from crossquote.articles.damage import damaged
from crossquote.articles.letters import charset_of, is_saved_page
from crossquote.articles.reader import Draft, Head, Hints, Sureness

_NAME = "mhtml"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


@dataclass(frozen=True, slots=True)
class MhtmlReader:
    """Reads the first page in the message: the others are frames of it, mostly advertising."""

    name: str = _NAME
    media: str = "multipart/related"
    suffixes: tuple[str, ...] = (".mhtml", ".mht")
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the headers that browsers write."""
        return is_saved_page(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the article of the page in `data`."""
        from email import message_from_bytes  # noqa: PLC0415 - only the child pays for it

        from crossquote.articles.web.page import read_saved_page  # noqa: PLC0415 - as above

        try:
            message = message_from_bytes(data)
            pages = (part for part in message.walk() if part.get_content_type() in _PAGES)
            part = next(pages, None)
            content = part.get_payload(decode=True) if part is not None else None
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise damaged(_NAME, hints) from error
        if part is None or not isinstance(content, bytes):
            raise damaged(_NAME, hints)
        given = [str(one.get(name) or "").strip() for one in (message, part) for name in _ADDRESSES]
        charset = charset_of(part)
        draft = read_saved_page(content, charset, given, hints)
        return replace(draft, title=draft.title and with_whole_characters(draft.title))


READER = MhtmlReader()
