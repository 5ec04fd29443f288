"""What a report says before a part that it quotes: outside the marks stand a "not", an "if", whom it is about."""

import regex

from crossquote.comparison.read import read
from crossquote.comparison.reading.negators import explicit_negators
from crossquote.language.language import Language
from crossquote.model.quote import Quote, QuoteKind
from crossquote.text.sentences import split_sentences
from crossquote.text.words import split_words

_LEADING = 3
"""So many words before the marks at most say of the quote whether it is so: "did not have “…”"."""
_BESIDE = 200
"""So many letters of a sentence are looked at before a part."""
_LED_IN = 60
"""They stand in so many letters."""
_CLAUSE = regex.compile(r"[.!?…,;:\n。！？，、][^.!?…,;:\n。！？，、]*$")


def words_beside(text: str, quote: Quote, language: Language) -> str:
    """Return what an article of this `text` says itself in the sentence in which it quotes a part, before that."""
    first = next((letter for letter in quote.hull.of(text) if letter.isalpha()), "")
    if quote.kind is QuoteKind.INDIRECT or (quote.kind is QuoteKind.DIRECT and first == first.upper()):
        return ""
    start = max(text.rfind("\n", 0, quote.hull.start) + 1, quote.hull.start - _BESIDE)
    before = text[start : quote.hull.start]
    return next((place.of(before) for place in reversed(split_sentences(before, language))), "")


def is_denied(text: str, quote: Quote, language: Language) -> bool:
    """Tell whether an article of this `text` denies, right before a part-quote, what that says."""
    if quote.kind is not QuoteKind.MIXED:
        return False
    before = text[max(0, quote.hull.start - _LED_IN) : quote.hull.start]
    cut = _CLAUSE.search(before)
    clause = before[cut.start() + 1 :] if cut else before
    words = split_words(clause, language)[-_LEADING:]
    return bool(words and explicit_negators(read(clause[words[0].span.start :], language)))
