"""Letters of a DOCX report: those that a document can hold; which way they are read it says itself."""

import re

from crossquote.export.xml_text import xml_text

_CONTROLS = re.compile(r"[\x7f-\x9f]")
_TURNS = re.compile(r"[\u200e\u200f\u202a-\u202e]")
"""Marks that turn the direction of what follows: each paragraph of a document has its own."""


def written(text: str) -> str:
    """Return `text` as a document holds it."""
    return _TURNS.sub("", _CONTROLS.sub("\ufffd", xml_text(text)))
