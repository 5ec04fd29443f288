"""Frames of a saved page in which a post of a social network stands: its text is set aside where the page has it."""

from collections.abc import Mapping
from itertools import islice
from urllib.parse import urlsplit

from msgspec import Struct

from crossquote.articles.reader import Hints
from crossquote.articles.trees import Element, parse_html
from crossquote.articles.web.burden import hold_burden
from crossquote.articles.web.element_names import is_host_of_posts
from crossquote.articles.web.hints import is_post
from crossquote.errors import UserError

IN_FRAME = "aside"
"""The element that a frame becomes whose text is there."""
MOST_FRAMES = 20
MOST_BYTES = 1024 * 1024
"""Of one frame: a post is a small page."""
_UNSEEN = frozenset({"script", "style", "noscript", "head", "svg", "template", "button"})


class Frame(Struct, frozen=True):
    """A page within a page: what the outer one may call it, its bytes, and the encoding that was said of it."""

    names: tuple[str, ...]
    data: bytes
    charset: str = ""


def set_posts_in(root: Element, frames: Mapping[str, str], hints: Hints) -> None:
    """Put the text of each frame that holds a post into its place, as something that goes with the article.

    `frames` are pages by what the page's frames name as theirs; a frame may hold its page itself.
    """
    for frame in list(islice(root.iter("iframe"), MOST_FRAMES)):
        named = (frame.get("src") or "").strip()
        page = frame.get("srcdoc") or frames.get(named, "")
        if not page or len(page) > MOST_BYTES:
            continue
        try:
            hold_burden(page, hints.path)
            inner = parse_html(page, "html", hints)
        except UserError:
            continue
        if inner is not None and _holds_post(frame, inner, named):
            frame.tag, frame.text = IN_FRAME, _text_of(inner)


def _holds_post(frame: Element, inner: Element, named: str) -> bool:
    around = (frame, *islice(frame.iterancestors(), 2))
    return any(map(is_post, around)) or any(map(is_host_of_posts, (_host(named), *_own_hosts(inner))))


def _own_hosts(inner: Element) -> list[str]:
    links = [one.get("href") for one in inner.iter("link") if one.get("rel") == "canonical"]
    metas = [one.get("content") for one in inner.iter("meta") if one.get("property") == "og:url"]
    bases = [one.get("href") for one in inner.iter("base")]
    return [_host(link or "") for link in (*links, *metas, *bases)]


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _text_of(inner: Element) -> str:
    """Return the words of a page that are shown, without recursion: a page can be nested deeper than Python calls."""
    words: list[str] = []
    todo: list[Element | str] = [inner]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            words += one.split()
            continue
        if isinstance(one.tag, str) and one.tag not in _UNSEEN:
            words += (one.text or "").split()
            for child in list(one)[::-1]:
                todo += (child.tail or "", child)
    return " ".join(words)
