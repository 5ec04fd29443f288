"""The blocks of a page: its runs of text as a browser sets them apart, each with the elements that it stands in."""

import re
from itertools import groupby, islice

from msgspec import Struct

from crossquote.articles.drawn import drawn_marks
from crossquote.articles.hypertext import RAISED, is_note_mark
from crossquote.articles.trees import Element
from crossquote.articles.web.hints import is_heading, is_post

_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "button", "input", "select", "option", "textarea", "iframe",
     "object", "head", "canvas", "audio", "video", "math", "datalist", "title", "meta", "link"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
     "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul", "caption"}
)  # fmt: skip
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADING_WITHIN = 2
_BREAK = "\x01"
_DASHES = ("—", "–", "-")
_ACCOUNT = re.compile(r"https?://[^/]+/(?:profile\.php\?id=)?([\w.\-]+)(?<!\.php)(?![\w.\-])")
_WHO_AND_WHEN = 2
_BLANKS = re.compile(r"[ \t\n\r\f]+")
"""What a browser makes one; a blank that parts no lines is none of them."""


class PageBlock(Struct, frozen=True, eq=False):
    """A run of text: its blanks made one, line breaks as line feeds.

    `place` are the elements that it stands in, the nearest first; `linked` is the share of its letters that are links;
    a `hidden` one is not shown before a script shows it.
    """

    text: str
    place: tuple[Element, ...]
    linked: float
    hidden: bool

    @property
    def tag(self) -> str:
        """The name of the element that holds it."""
        return str(self.place[0].tag)

    @property
    def holder(self) -> Element:
        """The element around the one that holds it."""
        return self.place[min(1, len(self.place) - 1)]


class _Run(Struct):
    """The run of text that is being gathered."""

    blocks: list[PageBlock]
    pieces: list[str]
    holder: Element | None = None
    linked: int = 0
    links: int = 0
    hiding: int = 0

    def add(self, text: str | None, holder: Element) -> None:
        if not text:
            return
        if not self.pieces:
            self.holder = holder
        self.pieces.append(text)
        if self.links:
            self.linked += len(" ".join(text.split()))

    def end(self) -> None:
        lines = (_BLANKS.sub(" ", line).strip() for line in "".join(self.pieces).split(_BREAK))
        text = "\n".join(line for line in lines if line)
        if text and self.holder is not None:
            place = (self.holder, *self.holder.iterancestors())
            self.blocks.append(PageBlock(text, place, self.linked / len(text), self.hiding > 0))
        self.pieces, self.linked = [], 0


def find_blocks(root: Element) -> list[PageBlock]:
    """Return the blocks of a page, in order.

    Without recursion: a page can be nested deeper than Python calls.
    """
    run = _Run([], [])
    holders = [root]
    todo: list[tuple[Element, str]] = [(root, "open")]
    while todo:
        element, what = todo.pop()
        if what == "open" and _is_read(element):
            _open(element, run, holders)
            todo.append((element, "close"))
            for child in list(element)[::-1]:
                todo += ((child, "after"), (child, "open"))
        elif what == "close":
            _close(element, run, holders)
        elif what == "after":
            run.add(element.tail, holders[-1])
    run.end()
    return run.blocks


def with_whole_posts(blocks: list[PageBlock]) -> list[PageBlock]:
    """Return blocks in which each post of a social network is one: its words, a dash, and who posted them."""
    whole: list[PageBlock] = []
    posts = {element for element in {each for block in blocks for each in block.place} if is_post(element)}
    for post, members in groupby(blocks, key=lambda block: _first_of(posts, block)):
        together = list(members)
        if post is None or len(together) < 2:
            whole += together
            continue
        linked = sum(block.linked * len(block.text) for block in together)
        lines = (line for block in together[:-1] for line in block.text.split("\n"))
        text = " ".join((*lines, *_signed(together[-1]).split("\n")))
        hidden = all(block.hidden for block in together)
        whole.append(PageBlock(text, (post, *post.iterancestors()), linked / len(text), hidden))
    return whole


def _signed(last: PageBlock) -> str:
    """Return the last block of a post: behind a dash who posted it, as most networks write it themselves.

    Facebook's own has links to who that is and, dated, to the post, with words between them in the reader's language;
    the account is told by an address alone.
    """
    links = [one for one in last.place[0] if one.tag == "a"]
    if last.tag != "blockquote" or not links or last.text.startswith(_DASHES):
        return last.text
    if "(@" in last.text:
        return f"— {last.text}"
    accounts = (_ACCOUNT.match(one.get("href") or "") for one in links[-2:])
    account = next(filter(None, accounts), None)
    if len(links) < _WHO_AND_WHEN or account is None:
        return last.text
    name, day = (" ".join("".join(map(str, one.itertext())).split()) for one in links[-2:])
    return f"— {name} (@{account[1]}) {day}"


def _first_of(posts: set[Element], block: PageBlock) -> Element | None:
    return next((element for element in block.place if element in posts), None)


def _is_read(element: Element) -> bool:
    unread = element.tag in _UNREAD or (element.tag in RAISED and is_note_mark(element))
    return isinstance(element.tag, str) and not unread


def _open(element: Element, run: _Run, holders: list[Element]) -> None:
    if element.tag == "br":
        run.add(_BREAK, holders[-1])
    if element.tag in _BLOCKS:
        run.end()
        holders.append(element)
    if _leads_away(element):
        run.links += 1
    if _hides(element):
        run.end()
        run.hiding += 1
    run.add(drawn_marks(element)[0], holders[-1])
    run.add(element.text, holders[-1])


def _close(element: Element, run: _Run, holders: list[Element]) -> None:
    run.add(drawn_marks(element)[1], holders[-1])
    if element.tag in _BLOCKS:
        run.end()
        holders.pop()
    if _leads_away(element):
        run.links -= 1
    if _hides(element):
        run.end()
        run.hiding -= 1


def _leads_away(element: Element) -> bool:
    """Tell a link: one without an address is none, and by that of a heading it is only called itself."""
    if element.tag != "a" or element.get("href") is None:
        return False
    around = (*islice(element.iterancestors(), _HEADING_WITHIN), *element)
    return not ((element.get("href") or "").startswith("#") and any(map(is_heading, around)))


def _hides(element: Element) -> bool:
    """Tell whether an element is not shown, or is a block that is not read out; what is within a line may be drawn."""
    unread = element.tag in _BLOCKS and (element.get("aria-hidden") or "").strip().lower() == "true"
    return unread or element.get("hidden") is not None or bool(_HIDING.search(element.get("style") or ""))
