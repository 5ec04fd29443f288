"""Pieces of pages that a person copied: what was chosen is read, not what others would choose of it.

Only where most of it is no article was the whole page copied: then it is read as a page is.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind, draft_of
from crossquote.articles.reader import Draft, Hints
from crossquote.articles.trees import parse_html
from crossquote.articles.web.blocks import PageBlock, find_blocks, with_whole_posts
from crossquote.articles.web.choosing import stands_alone
from crossquote.articles.web.page import decode_saved, placed, read_page
from crossquote.model.article import body_of
from crossquote.text.endings import ends_sentence

_MOSTLY = 0.6
"""Such a share of what a person chose is the article, as pages are read."""
_TITLES = ("h1", "title")


def read_copied(data: bytes, address: str, hints: Hints) -> Draft:
    """Return the draft of the article in a piece of a page; `address` is that of the page, empty where not known."""
    page = decode_saved(data, "utf-8", hints)
    root = parse_html(page, "clipping", hints)
    if root is None:
        return Draft("")
    read = placed(read_page(page, hints), (address,))
    parts = list(_parts(with_whole_posts(find_blocks(root))))
    chosen = sum(len(part.text) for part in parts if part.kind is not Kind.ASIDE)
    if 0 < len(body_of(read.text, read.layout)) < _MOSTLY * chosen:
        return read
    draft = draft_of(parts, read)
    return replace(draft, outlet=read.outlet or draft.outlet)


def _parts(blocks: Sequence[PageBlock]) -> Iterator[Block]:
    """Yield what was copied: what stands over the title and is no sentence leads to other pages, not to the article."""
    title = next((index for index, block in enumerate(blocks) if block.tag in _TITLES), 0)
    for index, block in enumerate(blocks):
        above = index < title and not ends_sentence(block.text)
        kind = Kind.TITLE if index == title and block.tag in _TITLES else Kind.TEXT
        yield Block(block.text, kind if stands_alone(block) and not above else Kind.ASIDE)
