"""Insertions: what an editor put into a quotation in square brackets, which the speaker did not say."""

import regex

from crossquote.model.span import Span

_LONGEST = 200
"""So many letters an editor puts in at most."""
_ROUND = ("(", "（"), (")", "）")
_BRACKETED = regex.compile(rf"\s?\[([^\[\]]{{1,{_LONGEST}}})\]")


def without_insertions(text: str) -> str:
    """Return a quotation without what its editor put in ("[between the two]"); what they put right ("[W]e") stays.

    Where nothing else is left, it stays whole.
    """
    said = _BRACKETED.sub(_kept, text)
    return said if any(letter.isalnum() for letter in said) else text


def is_insertion(text: str, span: Span) -> bool:
    """Tell whether `span` of a quotation stands in square brackets: there its editor speaks."""
    opened = text.rfind("[", max(span.start - _LONGEST - 1, 0), span.start + 1)
    found = _BRACKETED.match(text, opened, opened + _LONGEST + 2) if opened >= 0 else None
    return found is not None and span.end <= found.end()


def is_bracketed(text: str, span: Span) -> bool:
    """Tell whether `span` of a quotation stands in round brackets: most papers put in there what they explain."""
    opened, closed = (max(text.rfind(mark, 0, span.start) for mark in marks) for marks in _ROUND)
    ends = [at for mark in _ROUND[1] if (at := text.find(mark, span.end)) >= 0]
    return opened > closed and bool(ends) and min(ends) - opened <= _LONGEST


def has_round_brackets(text: str) -> bool:
    """Tell whether a quotation has a round bracket."""
    return any(mark in text for mark in _ROUND[0])


def is_aside(text: str, span: Span) -> bool:
    """Tell whether all that stands in a pair of round brackets lies in `span`, and no more: it says the same again."""
    inner = span.of(text).strip(" ()（）")
    begin = text.find(inner, span.start)
    before, behind = text[:begin].rstrip()[-1:], text[begin + len(inner) :].lstrip()[:1]
    return bool(inner) and before in _ROUND[0] and behind in _ROUND[1]


def _kept(match: regex.Match[str]) -> str:
    return "" if " " in match[1].strip() else match[0].replace("[", "").replace("]", "")
