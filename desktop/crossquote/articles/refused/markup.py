"""Pages of the web and other marked-up text."""

import regex

from crossquote.articles.reader import Head, Sureness
from crossquote.articles.refusal import Refusal
from crossquote.articles.signs import matches

_REMARK = r"(?:<\?[^>]*+>\s*|<!--(?s:.*?)-->\s*)"
_BEFORE = rf"(?:{_REMARK}|<!(?i:doctype)[^>\[]*+(?:\[[^\]]*+\]\s*)?>\s*)*+"
"""What may stand before the first element: declarations and comments."""
_PAGE = rf"(?i){_REMARK}*+<!doctype\s+html\b|{_BEFORE}<(?:html|head|body)\b"
_BLOCK = (
    r"</?(?:p|div|h[1-6]|article|section|main|header|footer|nav|aside|figure|blockquote|table|tr|ul|ol|li|title|meta|"
    r"link|script|style|iframe|form)(?=[\s>/])[^<>]*+>"
)
_BLOCK_FIRST = rf"(?i){_BEFORE}{_BLOCK}"
_BLOCK_LINE = rf"(?im)^[ \t]*+{_BLOCK}"
_LINE = r"(?m)^[^\n]*\S"
_CLOSED = r"(?i)</(?:p|div|h[1-6]|body|article|span|a|b|i|em|strong)>"
_ELEMENT = _BEFORE + r"<([A-Za-z_][\w.:-]*)[^<>]*+>"
_LATEX = r"(?:%[^\n]*+\n\s*)*+\\document(?:class|style)\b"
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_FEW = 3


def _is_html(head: Head, name: str) -> Sureness:
    """Tell a page, or a piece of one. A tag that a text mentions makes it no page."""
    text = head.text
    if text.startswith("<") and regex.match(_PAGE, text):
        return Sureness.CERTAIN
    if "</" not in text or not regex.search(_CLOSED, text):
        return Sureness.NO
    blocks, lines = len(regex.findall(_BLOCK_LINE, text)), len(regex.findall(_LINE, text))
    all_of_it = regex.match(_BLOCK_FIRST, text) and (text.rstrip().endswith(">") or not head.whole)
    likely = all_of_it or name.lower().endswith(_PAGE_SUFFIXES) or (blocks >= _FEW and 2 * blocks >= lines)
    return Sureness.LIKELY if likely else Sureness.NO


def _is_xml(head: Head, _name: str) -> Sureness:
    """Tell XML by its declaration, or by one element that all of the file is in."""
    if not head.text.startswith("<"):
        return Sureness.NO
    if regex.match(r"<\?xml\s", head.text):
        return Sureness.LIKELY
    root = regex.match(_ELEMENT, head.text)
    closed = root and head.whole and head.text.rstrip().endswith(f"</{root[1]}>")
    return Sureness.LIKELY if closed else Sureness.NO


def root_of(*names: str) -> str:
    """Return the pattern of a file whose first element has one of `names`, in whatever name space."""
    return rf"{_BEFORE}<(?:[\w.-]+:)?(?:{'|'.join(names)})(?=[\s>/])[^<>]*+>"


REFUSED = (
    Refusal("html", "text/html", _is_html, "browser"),
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
