"""The text of a page: its bytes read in the encoding that they prove, that it names, or that its letters tell."""

import re

from crossquote.articles.beginning import marked_encoding
from crossquote.articles.charsets import read_as_utf_8, read_in

_NAMED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_NAMED_WITHIN = 16 * 1024


def decode_page(data: bytes, charset: str = "") -> str:
    """Return a page's text with line feeds for its line ends; `charset` is what was said of it where it was saved.

    Bytes that are UTF-8 throughout are that, whatever the page says of itself: no other encoding makes such by chance.
    """
    ways = (_marked, _zeroes, read_as_utf_8, _named)
    found = (text for way in ways if (text := way(data)) is not None)
    text = next(found, None)
    if text is None:
        text = read_in(charset, data) or data.decode("windows-1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _marked(data: bytes) -> str | None:
    name = marked_encoding(data)
    return data.decode(name, "replace") if name else None


def _zeroes(data: bytes) -> str | None:
    """Return a page in UTF-16 that has no byte order mark, as `<` with a zero beside it tells."""
    start = data.lstrip(b" \n\r\t\0")[:1] == b"<" and data[:4]
    if not start or b"\0" not in start:
        return None
    return data.decode("utf-16-be" if start[0] == 0 else "utf-16-le", "replace")


def _named(data: bytes) -> str | None:
    found = _NAMED.search(data, 0, _NAMED_WITHIN)
    if not found:
        return None
    return read_in(found[1].decode("ascii"), data)
