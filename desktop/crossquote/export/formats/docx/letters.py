"""Letters of a DOCX report: those that a document can hold; which way they are read it says itself."""

import re

from crossquote.export.letters import printable, xml_text

_MARKS = re.compile(r"[\u200e\u200f\u2066-\u2069]")
"""Letters without a shape that pull what stands beside them, or set it apart: runs say which way they are read."""


def written(text: str) -> str:
    """Return `text` as a document holds it."""
    return _MARKS.sub("", printable(xml_text(text)))
