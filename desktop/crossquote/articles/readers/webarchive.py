"""Web archives: a page with all that belongs to it in one property list, as Safari saves it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from crossquote.articles.damage import damaged
from crossquote.articles.format_signs import holds
from crossquote.articles.reader import Draft, Head, Hints, Sureness

if TYPE_CHECKING:  # only the child pays for it
    from crossquote.articles.web.posts import Frame

_NAME = "webarchive"
_MOST_FRAMES = 20
_SIGN = holds(b"bplist00", b"WebMainResource")


class WebarchiveReader(Struct, frozen=True):
    """Reads the page that the archive is of."""

    name: str = _NAME
    media: str = "application/x-webarchive"
    suffixes: tuple[str, ...] = (".webarchive",)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by the name of its first resource."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft:
        """Return the article of the page in `data`."""
        import plistlib  # noqa: PLC0415 - only the child pays for it

        from crossquote.articles.web.page import read_saved_page  # noqa: PLC0415 - as above

        try:
            whole = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
            main, inner = whole["WebMainResource"], whole.get("WebSubframeArchives")
            frames = list(_frames(inner if isinstance(inner, list) else []))
            content, address = main["WebResourceData"], main.get("WebResourceURL")
            charset = main.get("WebResourceTextEncodingName")
        except (plistlib.InvalidFileException, ArithmeticError, LookupError, ValueError, TypeError) as error:
            raise damaged(_NAME, hints) from error
        except (AttributeError, RecursionError, OSError) as error:
            raise damaged(_NAME, hints) from error
        if not isinstance(content, bytes):
            raise damaged(_NAME, hints)
        return read_saved_page(content, _text(charset), [_text(address)], hints, frames)


READER = WebarchiveReader()


def _frames(inner: list[object]) -> "Iterator[Frame]":
    """Yield the pages that stand in the page; what is none is left out."""
    from crossquote.articles.web.posts import Frame  # noqa: PLC0415 - only the child pays for it

    for one in inner[:_MOST_FRAMES]:
        main = one.get("WebMainResource") if isinstance(one, dict) else None
        content = main.get("WebResourceData") if isinstance(main, dict) else None
        if isinstance(main, dict) and isinstance(content, bytes):
            named, charset = main.get("WebResourceURL"), main.get("WebResourceTextEncodingName")
            yield Frame((_text(named),), content, _text(charset))


def _text(value: object) -> str:
    """Return a text; of what is none, nothing: lists that hold one list again and again have no end as a text."""
    return value if isinstance(value, str) else ""
