"""Pages of the web that a browser printed: what a page is called it writes into the document, its address below."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.plausibility import is_web_address
from crossquote.articles.reader import Draft

_ADDRESS = re.compile(r"https?://[^\s…]+(…?)")
_SITE = re.compile(r"\s+[|•·»–—-]+\s+(.{2,60})")
_BEFORE = 60
"""So many paragraphs may stand before the title: what a page has over its article."""


def printed_page(blocks: Sequence[Block], called: str | None, edges: Sequence[str]) -> tuple[list[Block], Draft]:
    """Return the paragraphs of a document, and what it says of itself beside them.

    `called` is its title, `edges` are its running heads and feet. Where a printed title begins what the document is
    called, the rest is the site's name, and what stands before that title is no part of the article.
    """
    address, host = _address(edges)
    about = Draft("", called, address=address, outlet=host)
    for at, block in enumerate(blocks[:_BEFORE] if called else ()):
        printed = " ".join(block.text.split())
        if block.kind is Kind.TITLE and called and len(printed) > 1 and called.startswith(printed):
            site = _SITE.fullmatch(called, len(printed))
            if site or called == printed:
                before = [Block(one.text, Kind.ASIDE) for one in blocks[:at]]
                return [*blocks[at:], *before], replace(about, title=printed, outlet=site[1] if site else host)
    return list(blocks), about


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
