"""Marked-up text that is no page of the web."""

import regex

from crossquote.articles.format_signs import matches, named
from crossquote.articles.markup import ELEMENT, root_of
from crossquote.articles.reader import Head, Sureness
from crossquote.articles.refusal import Refusal

_LATEX = r"(?:%[^\n]*+\n\s*)*+\\document(?:class|style)\b"


_BROKEN = named("<", ".xml")


def _is_xml(head: Head, name: str) -> Sureness:
    """Tell XML by its declaration, or by one element that all of the file is in; what is broken by its name."""
    if not head.text.startswith("<"):
        return Sureness.NO
    if regex.match(r"<\?xml\s", head.text):
        return Sureness.LIKELY
    root = regex.match(ELEMENT, head.text)
    closed = root and head.whole and head.text.rstrip().endswith(f"</{root[1]}>")
    return Sureness.LIKELY if closed else _BROKEN(head, name)


REFUSED = (
    Refusal("svg", "image/svg+xml", matches("<", root_of("svg")), "picture"),
    Refusal("ttml", "application/ttml+xml", matches("<", root_of("tt")), "program"),
    Refusal("tmx", "application/x-tmx+xml", matches("<", root_of("tmx")), "memory"),
    Refusal("xml", "application/xml", _is_xml, "program"),
    Refusal(
        "latex",
        "application/x-latex",
        matches(("%", "\\"), _LATEX),
        "program",
    ),
)
