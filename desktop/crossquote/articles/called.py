"""What a document is called beside its text: where that is a page of the web, by its title and the site's name."""

import re

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.reader import Draft

_SITE = re.compile(r"\s+[|•·»–—-]+\s+(.{2,60})")
_BEFORE = 60
"""So many paragraphs may stand before the title: what a page has over its article."""


def begun_at_title(blocks: list[Block], about: Draft, *, of_page: bool = False) -> tuple[list[Block], Draft]:
    """Return the paragraphs of a document with those before its title set aside, and what it says of itself.

    So where a printed title begins what it is called, and the name of a site follows there; a document that is
    `of_page` of the web may be called by its title alone.
    """
    called = about.title or ""
    for at, block in enumerate(blocks[:_BEFORE] if called else ()):
        printed = " ".join(block.text.split())
        if block.kind is Kind.TITLE and len(printed) > 1 and called.startswith(printed):
            site = _SITE.fullmatch(called, len(printed))
            if site or (of_page and called == printed):
                before = [Block(one.text, Kind.ASIDE) for one in blocks[:at]]
                told = replace(about, title=printed, outlet=site[1] if site else about.outlet)
                return [*blocks[at:], *before], told
    return blocks, about
