"""Marked-up text: signs by which pages of the web, and pieces of them, are told from texts that mention a tag."""

import regex

from crossquote.articles.reader import Head, Sureness

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
ELEMENT = _BEFORE + r"<([A-Za-z_][\w.:-]*)[^<>]*+>"
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_FEW = 3


def is_page(head: Head, name: str) -> Sureness:
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


def root_of(*names: str) -> str:
    """Return the pattern of a file whose first element has one of `names`, in whatever name space."""
    return rf"{_BEFORE}<(?:[\w.-]+:)?(?:{'|'.join(names)})(?=[\s>/])[^<>]*+>"
