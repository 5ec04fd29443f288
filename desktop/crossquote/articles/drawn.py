"""The marks that no text has and every browser draws: those around what a page calls somebody's words (`<q>`)."""

import re

from crossquote.articles.trees import Element
from crossquote.language.quotation import Marks, quotation_marks
from crossquote.text.marks import count_marks

_NONE: Marks = ("", "")
_INNER: Marks = ("‘", "’")
_OPENED = re.compile(r"[\"“„‟‘‚»›「『]$|[«‹]\s*$")
"""How a text ends in which a page has written a mark before the words itself."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def drawn_marks(element: Element) -> Marks:
    """Return the marks that are drawn around an element: none but for a quote that has none of its own."""
    if element.tag != "q":
        return _NONE
    words = next(("".join(text.split()) for text in element.itertext() if text.strip()), "")
    if not words or count_marks(words[0]) or _OPENED.search(_text_before(element)):
        return _NONE
    around = [one for one in element.iterancestors() if one.tag == "q"]
    return _INNER if len(around) % 2 else quotation_marks(_language_around(element))


def _text_before(element: Element) -> str:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return before.tail or ""
    return (parent.text if parent is not None else "") or ""


def _language_around(element: Element) -> str | None:
    """Return the language that a page says its words there are in, as ISO 639 has it."""
    said = (one.get("lang") or one.get(_LANG) for one in (element, *element.iterancestors()))
    found = _LANGUAGE.match(next(filter(None, said), "").strip().lower())
    return found[0] if found else None
