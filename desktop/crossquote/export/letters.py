"""Letters: those that a report can hold. Marks that turn the direction of what follows turn nothing there.

Each paragraph, cell or element of a report has its own direction. A pair of marks that sets apart what stands between
them stays: it turns nothing beside it, and a language that is read from right to left needs it.
"""

import re
from functools import lru_cache
from xml.sax.saxutils import escape

from crossquote.language.names import tag_of

NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file can hold (XML 1.0, production 2)."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls and lone surrogates: no HTML file may hold them."""
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_UNSEEN = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What XML can hold, and no reader of a file as it stands should meet: controls, and marks that turn what follows."""
TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (Unicode Bidirectional Algorithm, 2.1 to 2.5)."""

_SET_APART = re.compile(
    "([\u2066\u2068])((?:[^<>\u202a-\u202e\u2066-\u2069]|</?(?:a|b|bdi|code|i|q|small|span|time)(?: [^<>]*)?>)*)\u2069"
)
"""Such a pair, with no other of these marks between, and no tag but of what stands in a line."""
_DEEPEST = 4
_STAND_IN = {"\u2066": "\x01", "\u2068": "\x02", "\u2069": "\x03"}
_BACK = str.maketrans({stand_in: mark for mark, stand_in in _STAND_IN.items()})


def _unturned(text: str) -> str:
    """Return `text`, which has no controls, without marks that turn what follows them; pairs stay."""
    if not TURNS.search(text):
        return text
    for _ in range(_DEEPEST):
        text = _SET_APART.sub(lambda pair: f"{_STAND_IN[pair[1]]}{pair[2]}\x03", text)
    return TURNS.sub("", text).translate(_BACK)


def xml_text(text: str) -> str:
    """Return `text` with what XML can't hold as replacement characters."""
    return NOT_XML.sub("\ufffd", text)


def xml_escaped(text: str) -> str:
    """Return `text` as it stands in an element or a quoted value; of what is not to be met, the number stands."""
    return _UNSEEN.sub(lambda found: f"&#x{ord(found[0]):X};", escape(xml_text(text), {'"': "&quot;"}))


@lru_cache(maxsize=256)
def language_tag(code: str | None) -> str:
    """Return the tag of a language (BCP 47); "und" where it is not known, or can't be one."""
    tag = tag_of(code) if code else ""
    return tag if _TAG.fullmatch(tag) else "und"


def printable(text: str) -> str:
    """Return `text` as a page shows it: without what no HTML file may hold, and without marks that turn it."""
    return _unturned(_UNPRINTABLE.sub("\ufffd", text))


def cell_text(text: str) -> str:
    """Return `text` as a cell of a table shows it."""
    return printable(xml_text(text))
