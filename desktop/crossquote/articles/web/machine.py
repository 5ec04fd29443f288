"""What a page says to machines: its JSON-LD (schema.org) and its meta elements (OpenGraph and others)."""

import html
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from msgspec import Struct, field

from crossquote.articles.trees import Element
from crossquote.notation import NotationError, parse_json

_LARGEST = 2 * 1024 * 1024
_MOST_NODES = 5_000
_OPENING = re.compile(r"<!--|(?:// *)?<!\[CDATA\[")
_CLOSING = ("-->", "]]>")
"""What JSON is wrapped in, for browsers that knew no scripts."""
_CONTROLS = re.compile(r"[\x00-\x1f]")
"""What JSON may not have in its strings, and pages do: line ends."""
ARTICLES = ("article", "posting", "report")
PAGE = "webpage"
_PARTS = (
    "review", "comment", "relatedLink", "isPartOf", "mainEntityOfPage", "liveBlogUpdate", "itemListElement", "mentions",
    "citation", "isBasedOn",
)  # fmt: skip
"""What leads to things that are not the article itself."""

Node = Mapping[str, Any]


class MachineFacts(Struct, frozen=True):
    """What stands in a page for machines.

    `article` is its node that is an article, `page` the one that is the page (empty where there is none), `named` are
    nodes by their `@id`; `metas` are the contents of the meta elements by their name, in small letters.
    """

    article: Node = field(default_factory=dict)
    page: Node = field(default_factory=dict)
    named: Mapping[str, Node] = field(default_factory=dict)
    metas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def meta(self, *names: str) -> str:
        """Return the first content that one of `names` has, or an empty text."""
        return next((one for name in names for one in self.metas.get(name, ()) if one), "")

    def text(self, key: str) -> str:
        """Return a text of the article's node, or an empty one."""
        return plain(self.article.get(key))

    def nodes(self, *keys: str) -> list[Node | str]:
        """Return what the article's node has under the first of `keys` that it has, names resolved."""
        value: Any = next((self.article[key] for key in keys if self.article.get(key)), [])
        return [self._resolved(one) for one in (value if isinstance(value, list) else [value])]

    def _resolved(self, value: Any) -> Node | str:
        if not isinstance(value, dict):
            return plain(value)
        name = value.get("@id")
        return self.named.get(name, value) if isinstance(name, str) and "name" not in value else value


def plain(value: object) -> str:
    """Return a text without entities and with its blanks made one; of several the first; of anything else nothing."""
    one: object = value[0] if isinstance(value, list) and value else value
    return " ".join(html.unescape(html.unescape(one)).split()) if isinstance(one, str) else ""


def said_in(element: Element) -> str:
    """Return the text in an element, its blanks made one."""
    return " ".join("".join(element.itertext()).split())


def listen(root: Element) -> MachineFacts:
    """Return what a page says to machines."""
    nodes = list(_nodes(root))
    articles = [node for node in nodes if is_kind(node, *ARTICLES)]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    best = max(articles, key=_says_much, default={})
    page = next((node for node in nodes if is_kind(node, PAGE)), {})
    return MachineFacts(best, page, named, _metas(root))


def is_kind(node: Node, *ends: str) -> bool:
    """Tell whether one of a node's types ends with one of `ends`."""
    kinds = node.get("@type")
    return any(str(kind).lower().endswith(ends) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _says_much(node: Node) -> int:
    """Return how much a node says of itself: the article does, those that it only mentions don't."""
    return sum(key in node for key in ("headline", "author", "datePublished", "articleBody", "mainEntityOfPage"))


def _nodes(root: Element) -> Iterator[dict[str, Any]]:
    """Yield all nodes of a page's JSON-LD, the outermost first."""
    todo: list[Any] = [one for script in root.iter("script") for one in _read(script)]
    for count, value in enumerate(_walked(todo)):
        if count > _MOST_NODES:
            return
        yield value


def _walked(todo: list[Any]) -> Iterator[dict[str, Any]]:
    at = 0
    while at < len(todo):
        value = todo[at]
        at += 1
        if isinstance(value, dict):
            yield value
            todo += [inner for key, inner in value.items() if isinstance(inner, (dict, list)) and key not in _PARTS]
        elif isinstance(value, list):
            todo += value


def _read(script: Element) -> Iterator[Any]:
    text = script.text or ""
    if "ld+json" not in (script.get("type") or "").lower() or len(text) > _LARGEST:
        return
    with suppress(NotationError):
        yield parse_json(_CONTROLS.sub(" ", _unwrapped(text)), most=_LARGEST)


def _unwrapped(text: str) -> str:
    """Return JSON without what stands around it; by its ends alone, which blanks of any number do not make dear."""
    inner = text.strip()
    opening = _OPENING.match(inner)
    inner = inner[opening.end() if opening else 0 :].removesuffix(";").rstrip()
    for closing in _CLOSING:
        if inner.endswith(closing):
            inner = inner.removesuffix(closing).rstrip().removesuffix("//").rstrip()
    return inner.removesuffix(";")


def _metas(root: Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = plain(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return {name: tuple(contents) for name, contents in found.items()}
