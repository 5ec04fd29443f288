"""Ends of lines: whether a sentence ends there, in whatever script, marks and brackets behind it included."""

import re

_ENDS = re.compile(r"[.!?…։؟।॥。！？][\"”»’')\]」』“]*\s*$")


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_ENDS.search(line[-80:]))
