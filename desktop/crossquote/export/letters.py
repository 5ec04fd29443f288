"""Letters: those that a report can hold. Marks that turn the direction of what follows turn nothing there.

Each paragraph, cell or element of a report has its own direction.
"""

import re
from functools import lru_cache
from xml.sax.saxutils import escape

from crossquote.language.tags import tag_of

NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file can hold (XML 1.0, production 2)."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls and lone surrogates: no HTML file may hold them."""
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (Unicode Bidirectional Algorithm, 2.1 to 2.5)."""


def xml_text(text: str) -> str:
    """Return `text` with what XML can't hold as replacement characters."""
    return NOT_XML.sub("\ufffd", text)


def xml_escaped(text: str) -> str:
    """Return `text` as it stands in an element or a quoted value; marks that turn what follows stand as figures."""
    return TURNS.sub(lambda mark: f"&#x{ord(mark[0]):X};", escape(xml_text(text), {'"': "&quot;"}))


@lru_cache(maxsize=256)
def language_tag(code: str | None) -> str:
    """Return the tag of a language (BCP 47); "und" where it is not known, or can't be one."""
    tag = tag_of(code) if code else ""
    return tag if _TAG.fullmatch(tag) else "und"


def printable(text: str) -> str:
    """Return `text` as a page shows it: without what no HTML file may hold, and without marks that turn it."""
    return TURNS.sub("", _UNPRINTABLE.sub("\ufffd", text))


def cell_text(text: str) -> str:
    """Return `text` as a cell of a table shows it."""
    return TURNS.sub("", xml_text(text))
