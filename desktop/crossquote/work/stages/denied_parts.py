"""Denied: part-quotes that the report around them denies, so that the "not" stands outside their marks."""

import regex

from crossquote.comparison.read import read
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.language.language import Language
from crossquote.model.quote import Quote, QuoteKind
from crossquote.text.words import split_words

_LEADING = 3
"""So many words before the marks at most say of the quote whether it is so: "did not have “…”"."""
_LED_IN = 60
"""They stand in so many letters."""
_CLAUSE = regex.compile(r"[.!?…,;:\n。！？，、][^.!?…,;:\n。！？，、]*$")


def is_denied(text: str, quote: Quote, language: Language) -> bool:
    """Tell whether an article of this `text` denies, right before a part-quote, what that says."""
    if quote.kind is not QuoteKind.MIXED:
        return False
    before = text[max(0, quote.hull.start - _LED_IN) : quote.hull.start]
    cut = _CLAUSE.search(before)
    clause = before[cut.start() + 1 :] if cut else before
    words = split_words(clause, language)[-_LEADING:]
    return bool(words and explicit_negators(read(clause[words[0].span.start :], language)))
