"""Entries: the articles of feeds and tables, whose title and text stand apart, and whose text can be a page's."""

import re
from collections.abc import Iterable, Iterator

from crossquote.articles.blocks import Block, Kind, draft_of
from crossquote.articles.hypertext import paragraphs_of
from crossquote.articles.reader import Draft, Hints
from crossquote.articles.trees import parse_html

_BREAK = re.compile(r"\n[^\S\n]*\n")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")


def entry_of(blocks: Iterable[Block], about: Draft) -> Draft:
    """Return the draft of an entry: its text under its title, unless that stands there already."""
    told = list(blocks)
    title = about.title
    if title and told and " ".join(told[0].text.split()) != title:
        told = [Block(title, Kind.TITLE), *told]
    return draft_of(told, about)


def blocks_of(text: str, name: str, hints: Hints) -> Iterator[Block]:
    """Yield the paragraphs of a text that may be written as a page is; `name` is the format of the file."""
    root = parse_html(text, name, hints) if _MARKUP.search(text) else None
    if root is not None:
        yield from paragraphs_of(root)
    else:
        yield from (Block(part) for part in _BREAK.split(text.replace("\r\n", "\n").replace("\r", "\n")))
