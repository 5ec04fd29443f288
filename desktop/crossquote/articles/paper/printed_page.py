"""Pages of the web that a browser printed: what a page is called it writes into the document, its address below."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.called import begun_at_title
from crossquote.articles.plausibility import is_web_address
from crossquote.articles.reader import Draft

_WHEN = re.compile(r"\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}[.,]?\s+\d{1,2}[:.]\d\d(?:\s?[^\W\d_]{1,2}\.?[^\W\d_]?\.?)?\s+")
_FOOT = re.compile(r"(?:(?:https?|file)://\S+\s+)?\d+\s*/\s*\d+")
_ADDRESS = re.compile(r"https?://[^\s…]+(…?)")


def printed_page(blocks: Sequence[Block], called: str | None, edges: Sequence[str]) -> tuple[list[Block], Draft]:
    """Return the paragraphs of a document, and what it says of itself beside them.

    `called` is its title, `edges` are its running heads and feet, in which browsers write the address of a page.
    """
    address, host = _address(edges)
    text = [Block(block.text, Kind.ASIDE) if _is_edge(block.text, called or "") else block for block in blocks]
    told, about = begun_at_title(text, Draft("", called, address=address), of_page=host is not None)
    return told, replace(about, outlet=about.outlet or host)


def is_edge(text: str) -> bool:
    """Tell a line that a browser prints over a page or below it, and in which nothing of the page need stand."""
    line = " ".join(text.split())
    return _WHEN.match(f"{line} ") is not None or _FOOT.fullmatch(line) is not None


def _is_edge(text: str, called: str) -> bool:
    """Tell the line that browsers print over each page: when it was printed, and what it is called."""
    line = " ".join(text.split())
    return bool(called) and line.endswith(called) and _WHEN.fullmatch(line, 0, len(line) - len(called)) is not None


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
