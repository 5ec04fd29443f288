"""Pages of the web that a browser printed: what a page is called it writes into the document, its address below."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from crossquote.articles.blocks import Block
from crossquote.articles.called import begun_at_title
from crossquote.articles.plausibility import is_web_address
from crossquote.articles.reader import Draft

_ADDRESS = re.compile(r"https?://[^\s…]+(…?)")


def printed_page(blocks: Sequence[Block], called: str | None, edges: Sequence[str]) -> tuple[list[Block], Draft]:
    """Return the paragraphs of a document, and what it says of itself beside them.

    `called` is its title, `edges` are its running heads and feet, in which browsers write the address of a page.
    """
    address, host = _address(edges)
    told, about = begun_at_title(list(blocks), Draft("", called, address=address), of_page=host is not None)
    return told, replace(about, outlet=about.outlet or host)


def _address(edges: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the address that stands at the edges of pages, and its host; of a site, or cut off, the host alone."""
    for line in edges:
        found = _ADDRESS.search(line)
        address = found[0].rstrip("…") if found else ""
        if found and is_web_address(address):
            parts = urlsplit(address)
            whole = not found[1] and bool(parts.path.strip("/") or parts.query)
            return (address if whole else None), (parts.hostname or "").removeprefix("www.") or None
    return None, None
