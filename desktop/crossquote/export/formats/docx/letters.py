"""Letters of a DOCX report: those that a document can hold, and which way they are read."""

from crossquote.export.xml_text import xml_text

_CONTROLS = dict.fromkeys(range(127, 160), "�")
_OVERRIDES = dict.fromkeys((*range(8234, 8239), 8206, 8207), "")
"""Marks that turn the direction of what follows: a document says itself which way each paragraph is read."""


def written(text: str) -> str:
    """Return `text` as a document holds it."""
    return xml_text(text).translate(_CONTROLS).translate(_OVERRIDES)
