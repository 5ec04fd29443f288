"""A page read: its article's text with what was set aside, and what the page says of it."""

import html
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urljoin, urlsplit

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind, lay_out
from crossquote.articles.clean import with_whole_characters
from crossquote.articles.reader import Draft, Hints
from crossquote.articles.trees import Element, parse_html
from crossquote.articles.web.authors import find_authors
from crossquote.articles.web.blocks import PageBlock, find_blocks, with_whole_posts
from crossquote.articles.web.burden import hold_burden
from crossquote.articles.web.choosing import Named, choose, folded, stands_alone
from crossquote.articles.web.claims import find_language, order_of_dates
from crossquote.articles.web.days import DatedPage, find_moment
from crossquote.articles.web.decoding import decode_page
from crossquote.articles.web.hints import is_in_post
from crossquote.articles.web.line_pieces import pieces_of
from crossquote.articles.web.machine import MachineFacts, listen, plain, said_in
from crossquote.articles.web.posts import MOST_BYTES, MOST_FRAMES, Frame, set_posts_in
from crossquote.articles.web.scripted import find_scripted
from crossquote.articles.web.titles import find_title
from crossquote.articles.web.votes import ask, count_words
from crossquote.errors import UserError

_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)")
_SAVED_WITHIN = 4096
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SAYING = re.compile(r"(?<=\w{3})\s+[|–—-]\s+(?=\w)")
"""What stands between a site's name and what it says of itself."""
_LONGEST_ADDRESS = 2000
_ABOUT_TITLE = 12
_MOST_ASIDE = 100_000
_NOBODY = Hints()
NO_FRAMES: Mapping[str, str] = MappingProxyType({})


def read_page(page: str, hints: Hints = _NOBODY, frames: Mapping[str, str] = NO_FRAMES) -> Draft:
    """Return the draft of the article in a page; `frames` are pages that stand in it, as it names them."""
    root = parse_html(_DECLARATION.sub("", page), "html", hints)
    if root is None:
        return Draft("")
    told = listen(root)
    set_posts_in(root, frames, hints)
    blocks = with_whole_posts(find_blocks(root))
    address = _find_address(page, root, told)
    outlet = _find_outlet(told)
    sites = _names_of_site(told, outlet, address)
    title = _find_title(root, told, sites)
    votes = ask(page, root, told.text("articleBody"), blocks)
    summaries = tuple(told.meta(name) for name in ("description", "og:description", "twitter:description"))
    chosen = choose(blocks, votes, Named(title, tuple(filter(None, summaries))))
    if not any(chosen) and (made := _made_of_data(root, hints)):
        blocks, chosen = made, list(map(stands_alone, made))
    over = _about_title(blocks, chosen, title)
    about, below = _where_days_are(blocks, chosen, over)
    day, moment = find_moment(DatedPage(told, root, about, below, address), order_of_dates(root, told))
    text, layout = lay_out(_parts(blocks, chosen, title))
    return Draft(
        text,
        title=title or None,
        authors=find_authors(told, root, over, sites),
        date=day,
        published=moment,
        outlet=outlet or _domain(address) or None,
        address=address or None,
        language=find_language(root, told),
        layout=layout,
    )


def _made_of_data(root: Element, hints: Hints) -> list[PageBlock]:
    """Return the blocks of the article that a page has only as data for its scripts; none where it has none."""
    piece = find_scripted(root)
    try:
        hold_burden(piece, hints.path)
        inner = parse_html(piece, "html", hints) if piece else None
    except UserError:
        return []
    return find_blocks(inner) if inner is not None else []


def read_saved_page(
    data: bytes, charset: str, addresses: Sequence[str], hints: Hints, frames: Sequence[Frame] = ()
) -> Draft:
    """Return the draft of a page that was saved with its encoding, addresses and frames, which it may not say."""
    page = decode_saved(data, charset, hints)
    inner = {name: _inner_page(one, hints) for one in frames[:MOST_FRAMES] for name in one.names}
    return placed(read_page(page, hints, inner), addresses)


def _inner_page(frame: Frame, hints: Hints) -> str:
    """Return the page in a frame, with where it was saved from as a base; empty where no parser is to see it."""
    if len(frame.data) > MOST_BYTES:
        return ""
    try:
        page = decode_saved(frame.data, frame.charset, hints)
    except UserError:
        return ""
    saved = _SAVED.search(page, 0, _SAVED_WITHIN)
    given = (saved and (saved[1] or saved[2]), *frame.names)
    address = next((whole for link in given if (whole := _whole(link or "", ""))), "")
    return f'<base href="{html.escape(address)}">{page}' if address else page


def decode_saved(data: bytes, charset: str, hints: Hints) -> str:
    """Return the text of a page that was saved in an encoding; a `UserError` where it is too much for a parser."""
    page = with_whole_characters(decode_page(data, charset))
    hold_burden(page, hints.path)
    return page


def placed(draft: Draft, addresses: Sequence[str]) -> Draft:
    """Return the draft of a page at the first of `addresses` that is one, unless it says its own."""
    given = next((whole for link in addresses if (whole := _whole(link, ""))), None)
    address = draft.address or given
    return replace(draft, address=address, outlet=draft.outlet or _domain(address or "") or None)


def _parts(blocks: Sequence[PageBlock], chosen: Sequence[bool], title: str) -> list[Block]:
    """Return the parts of the article in order: what stands about it comes behind, what stands in it, in its place."""
    taken = [index for index, yes in enumerate(chosen) if yes]
    first, last = (taken[0], taken[-1]) if taken else (0, -1)
    inside = [
        Block(block.text, Kind.TEXT if yes else Kind.ASIDE)
        for block, yes in zip(blocks[first : last + 1], chosen[first : last + 1], strict=True)
        if yes or not _is_title(block, title)
    ]
    about = [block for block in (*blocks[:first], *blocks[last + 1 :]) if not _is_title(block, title)]
    seen, room = {part.text for part in inside}, _MOST_ASIDE
    outside = []
    for block in about:
        if block.text not in seen and len(block.text) <= room:
            seen.add(block.text)
            room -= len(block.text)
            outside.append(Block(block.text, Kind.ASIDE))
    return [*([Block(title, Kind.TITLE)] if title else []), *inside, *outside]


def _is_title(block: PageBlock, title: str) -> bool:
    return bool(title) and folded(block.text) == folded(title)


def _about_title(blocks: Sequence[PageBlock], chosen: Sequence[bool], title: str) -> list[PageBlock]:
    """Return the blocks about the title, and about the first paragraph: there a page says who wrote it and when."""
    paragraphs = (index for index, yes in enumerate(chosen) if yes and count_words(blocks[index].text) >= 15)
    first = next(paragraphs, len(blocks))
    titles = [index for index in range(first) if blocks[index].tag == "h1" or _is_title(blocks[index], title)]
    start = max(0, (titles[-1] if titles else first) - _ABOUT_TITLE // 2)
    return [block for block in blocks[start : first + _ABOUT_TITLE] if not is_in_post(block.place[0])]


def _where_days_are(
    blocks: Sequence[PageBlock], chosen: Sequence[bool], over: Sequence[PageBlock]
) -> tuple[list[PageBlock], Sequence[PageBlock]]:
    """Return the blocks about the title that are not below the article, and the first that are."""
    last = max((index for index, yes in enumerate(chosen) if yes), default=len(blocks))
    below = blocks[last + 1 : last + 1 + _ABOUT_TITLE]
    behind = set(map(id, blocks[last + 1 :]))
    return [block for block in over if id(block) not in behind], below


def _names_of_site(told: MachineFacts, outlet: str, address: str) -> tuple[str, ...]:
    domain = _domain(address)
    return (
        outlet,
        told.meta("application-name"),
        told.meta("twitter:site").lstrip("@"),
        domain,
        domain.split(".")[0],
    )


def _find_title(root: Element, told: MachineFacts, sites: Sequence[str]) -> str:
    shown = [text for element in root.iter("h1") if (text := _said_in_heading(element))]
    headline = _headline(told, {folded(text) for text in shown})
    window = next(map(said_in, root.iter("title")), "")
    return find_title(headline, shown, told.meta("og:title", "twitter:title"), window, sites)[:_LONGEST_ADDRESS]


def _headline(told: MachineFacts, shown: set[str]) -> str:
    """Return what machines are told for the headline: the page's name where that is its heading, and no other said."""
    headline, name = told.text("headline"), told.text("name")
    others = shown | {folded(told.meta("og:title"))}
    return name if folded(name) in shown and folded(headline) not in others else headline or name


def _said_in_heading(element: Element) -> str:
    """Return the text of a heading, without the day that some pages print in it."""
    times = set(element.iter("time"))
    if not times:
        return said_in(element)
    return " ".join(words for words, holder in pieces_of(element) if not times & {holder, *holder.iterancestors()})


def _find_outlet(told: MachineFacts) -> str:
    """Return what a page calls its site."""
    publishers = (plain(node.get("name")) for node in told.nodes("publisher") if not isinstance(node, str))
    named = (told.meta("og:site_name"), *publishers, told.meta("application-name"))
    return next((_SAYING.split(name, maxsplit=1)[0][:200] for name in named if name), "")


def _find_address(page: str, root: Element, told: MachineFacts) -> str:
    """Return the address that a page gives as its own, or that the browser noted when it saved it; else nothing."""
    saved = _SAVED.search(page, 0, _SAVED_WITHIN)
    links = [element.get("href") or "" for element in root.iter("link") if element.get("rel") == "canonical"]
    base = (saved and (saved[1] or saved[2])) or told.meta("og:url")
    given = (*links, told.meta("og:url"), told.text("url"), base or "")
    return next((address for link in given if (address := _whole(link, base or ""))), "")


def _whole(link: str, base: str) -> str:
    try:
        address = urljoin(base, link.strip()) if link else ""
        parts = urlsplit(address)
    except ValueError:
        return ""
    sound = parts.scheme in ("http", "https") and bool(parts.netloc) and address.isprintable() and " " not in address
    return address if sound and len(address) <= _LONGEST_ADDRESS else ""


def _domain(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
