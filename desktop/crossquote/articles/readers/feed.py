"""RSS and Atom: the entries of a feed, each an article as far as the feed has it."""

from collections.abc import Iterator

from msgspec import Struct

from crossquote.articles.blocks import Block, tidy
from crossquote.articles.columns import within_one_file
from crossquote.articles.damage import damaged
from crossquote.articles.entries import blocks_of, entry_of
from crossquote.articles.format_signs import matches
from crossquote.articles.hypertext import paragraphs_of
from crossquote.articles.markup import root_of
from crossquote.articles.moments import day_and_moment
from crossquote.articles.reader import Draft, Head, Hints, Several, Sureness
from crossquote.articles.trees import Element, inner, local, parse_html, parse_xml, within

_NAME = "feed"
_SIGN = matches("<", root_of("rss", "feed", "RDF"))
_ENTRIES = ("item", "entry")
_TEXTS = ("encoded", "content", "description", "summary")
"""Where the text of an entry stands, the fullest first."""
_DATES = ("pubDate", "published", "date", "updated")
_MOST_LETTERS = 9_000_000


class FeedReader(Struct, frozen=True):
    """Reads each entry as an article of the feed's outlet."""

    name: str = _NAME
    media: str = "application/rss+xml"
    suffixes: tuple[str, ...] = (".rss", ".atom")
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by its first element."""
        return _SIGN(head, name)

    def read(self, data: bytes, hints: Hints) -> Several:
        """Return the entries."""
        root = parse_xml(data, _NAME, hints)
        channel = next(within(root, "channel"), root)
        outlet = _line(next(inner(channel, "title"), None))
        entries = (entry for name in _ENTRIES for entry in within(root, name))
        written = (draft for entry in entries if (draft := _draft(entry, outlet, hints)).text)
        drafts = tuple(within_one_file(written, _NAME, hints))
        if not drafts:
            raise damaged(_NAME, hints)
        return Several(drafts)


READER = FeedReader()


def _line(element: Element | None) -> str | None:
    """Return what an element says in one line, None where that is nothing."""
    text = " ".join("".join(element.itertext()).split()) if element is not None else ""
    return tidy(text)[:500] or None


def _draft(entry: Element, outlet: str | None, hints: Hints) -> Draft:
    children = {local(child): child for child in reversed(list(entry))}
    title = _title(children.get("title"), hints)
    blocks = list(_body(children, hints))
    dates = (day_and_moment(_line(children.get(name))) for name in _DATES)
    day, moment = next((found for found in dates if found[0]), (None, None))
    about = Draft("", title, _authors(entry), day, outlet, _address(entry), published=moment)
    return entry_of(blocks, about)


def _title(element: Element | None, hints: Hints) -> str | None:
    """Return a title, whose signs may be written as in a page."""
    text = _line(element)
    root = parse_html(text, _NAME, hints) if text and ("&" in text or "<" in text) else None
    return _line(root) if root is not None else text


def _body(children: dict[str, Element], hints: Hints) -> Iterator[Block]:
    for name in _TEXTS:
        element = children.get(name)
        if element is None:
            continue
        if len(element):
            yield from paragraphs_of(element)
            return
        text = element.text or ""
        if text.strip():
            yield from blocks_of(text, _NAME, hints)
            return


def _authors(entry: Element) -> tuple[str, ...]:
    """Return who wrote an entry: Dublin Core's creators, Atom's authors by name; RSS's author is an address."""
    named = [_line(one) for one in inner(entry, "creator")]
    named += [_line(name) for author in inner(entry, "author") for name in inner(author, "name")]
    return tuple(name for name in named if name)[:20]


def _address(entry: Element) -> str | None:
    for link in inner(entry, "link"):
        address = (link.get("href") or link.text or "").strip()
        if link.get("rel") in (None, "alternate") and address.startswith(("http://", "https://")):
            return address if address.isprintable() and len(address) < 2000 and " " not in address else None
    return None
