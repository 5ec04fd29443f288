"""Insertions: what an editor put into a quotation in square brackets, which the speaker did not say."""

import regex

from crossquote.model.span import Span

_BRACKETED = regex.compile(r"\s?\[([^\[\]]{1,200})\]")


def without_insertions(text: str) -> str:
    """Return a quotation without what its editor put in ("[between the two]"); what they put right ("[W]e") stays.

    Where nothing else is left, it stays whole.
    """
    said = _BRACKETED.sub(_kept, text)
    return said if any(letter.isalnum() for letter in said) else text


def is_insertion(text: str, span: Span) -> bool:
    """Tell whether `span` of a quotation stands in square brackets: there its editor speaks."""
    return any(found.start() <= span.start and span.end <= found.end() for found in _BRACKETED.finditer(text))


def _kept(match: regex.Match[str]) -> str:
    return "" if " " in match[1].strip() else match[0].replace("[", "").replace("]", "")
