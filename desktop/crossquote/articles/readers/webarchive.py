"""Web archives: a page with all that belongs to it in one property list, as Safari saves it."""

from dataclasses import dataclass

from crossquote.articles.damage import damaged
from crossquote.articles.reader import Draft, Head, Hints, Sureness
from crossquote.articles.signs import holds

_NAME = "webarchive"
_SIGN = holds(b"bplist00", b"WebMainResource")


@dataclass(frozen=True, slots=True)
class WebarchiveReader:
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
            main = plistlib.loads(data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
            content, address = main["WebResourceData"], main.get("WebResourceURL")
            charset = main.get("WebResourceTextEncodingName")
        except (plistlib.InvalidFileException, ArithmeticError, LookupError, ValueError, TypeError) as error:
            raise damaged(_NAME, hints) from error
        except (AttributeError, RecursionError, OSError) as error:
            raise damaged(_NAME, hints) from error
        if not isinstance(content, bytes):
            raise damaged(_NAME, hints)
        return read_saved_page(content, _text(charset), [_text(address)], hints)


READER = WebarchiveReader()


def _text(value: object) -> str:
    """Return a text; of what is none, nothing: lists that hold one list again and again have no end as a text."""
    return value if isinstance(value, str) else ""
