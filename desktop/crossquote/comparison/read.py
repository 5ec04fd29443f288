"""Reading a text for all checks that there are."""

from crossquote.comparison.reading.one_text import Reading, read_with
from crossquote.comparison.table import looked_for
from crossquote.language.language import Language


def read(text: str, language: Language) -> Reading:
    """Return what is read in `text`, with every phrase that some check looks for."""
    return read_with(text, language, looked_for())
