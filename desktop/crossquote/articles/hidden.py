"""Files that nobody put into a folder by hand: hidden ones, and what systems and office programs leave there."""

import re

_HIDDEN = re.compile(r"\.|~\$|(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$", re.IGNORECASE)
"""A dot (`.DS_Store`), Word's mark of an open document (`~$report.docx`), pictures and looks of a folder."""


def is_hidden(name: str) -> bool:
    """Tell whether a file or a folder of this name, without what it lies in, is none of the user's own."""
    return _HIDDEN.match(name) is not None
