"""Addresses of pages, where a text has nothing else."""

import re

_ALONE = re.compile(r"(?:(?:https?|ftps?|file)://|www\.)\S{1,2000}")


def is_address(text: str) -> bool:
    """Tell whether a text is an address of a page, or several, and nothing else."""
    return bool(text.strip()) and all(_ALONE.fullmatch(word[0]) for word in re.finditer(r"\S+", text))
