"""How much a page asks of a parser, counted before one sees it: some take minutes for a megabyte made to harm."""

from collections.abc import Iterator

import regex

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message

_MOST_TAGS = 100_000
_MOST_ATTRIBUTES = 300
"""In one tag: a browser's own pages have some dozens."""
_MOST_DEPTH = 500
_TAG = regex.compile(r"<(/?)([A-Za-z][^\s<>/]{0,40}+)([^<>]*+)")
_ATTRIBUTE = regex.compile(r"""\s[^\s=<>"'/]++(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s"'<>]++))?+""")
_UNREAD = {name: regex.compile(rf"</{name}\b", regex.IGNORECASE) for name in ("script", "style", "svg")}
"""What is no text, and in which a `<` need not be a tag."""
_NEVER_OPEN = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_ENDED_BY_OTHERS = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "thead", "tbody", "tfoot", "html", "head", "body"}
)
"""What need not be closed: the next of its kind ends it, so that many of them stand beside one another."""


def hold_burden(page: str, path: str) -> None:
    """Raise a `UserError` where a page has more tags, deeper ones, or more attributes in one, than any that is read."""
    depth = 0
    for tags, (name, closes, rest) in enumerate(_tags(page), start=1):
        depth = max(0, depth + _step(name, closes, rest))
        if tags > _MOST_TAGS or depth > _MOST_DEPTH or _has_too_many(rest):
            raise UserError(ErrorCode.TOO_LARGE, message("error.page-burden"), path=path)


def _tags(page: str) -> Iterator[tuple[str, bool, str]]:
    """Yield the tags of a page: name, whether it closes, and what else stands in it."""
    at = 0
    while tag := _TAG.search(page, at):
        name, at = tag[2].lower(), tag.end()
        yield name, bool(tag[1]), tag[3]
        if name in _UNREAD and not tag[1]:
            end = _UNREAD[name].search(page, at)
            at = end.start() if end else len(page)


def _step(name: str, closes: bool, rest: str) -> int:  # noqa: FBT001 - one of the two ways a tag can be
    """Return how much deeper what follows a tag stands than it."""
    if name in _NEVER_OPEN or name in _ENDED_BY_OTHERS or rest.endswith("/"):
        return 0
    return -1 if closes else 1


def _has_too_many(rest: str) -> bool:
    """Tell whether a tag has more attributes than any; most tags are too short for that."""
    return len(rest) > 2 * _MOST_ATTRIBUTES and sum(1 for _ in _ATTRIBUTE.finditer(rest)) > _MOST_ATTRIBUTES
