"""Sentences that attribute the one before them: "This was reported by the ministry.", "Про це повідомила поліція."."""

from collections.abc import Iterator, Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import Sentence
from crossquote.quotes.indirect.cue_place import ReportedSpeech

_DATE = 4
"""So many words has a date at most."""
_LONGEST = 40
"""How many tokens such a sentence has at most."""


def find_reference(sentence: Sentence, before: Sentence, grammar: Grammar) -> Iterator[ReportedSpeech]:
    """Yield the sentence `before` as what `sentence` says was reported."""
    start = _after_anaphor(sentence, grammar)
    if start is None or len(sentence.tokens) > _LONGEST or any(token.quoted for token in before.tokens):
        return
    skipped = grammar.adverbs | grammar.passives | grammar.finite
    for first, _, cue in sentence.cues:
        between = sentence.keys()[start:first]
        if first < start or not cue.verb or Governs.CLAUSE not in cue.governs or not _only_when(between, skipped):
            continue
        words = [token for token in before.tokens if token.word]
        if len(words) > 2:
            content = Span(words[0].span.start, words[-1].span.end)
            yield ReportedSpeech((content,), cue)
        return


def _only_when(keys: Sequence[str], small: frozenset[str]) -> bool:
    """Tell whether only small words, or a few that say when, stand before the cue: "Об этом 26 июля заявил …"."""
    dated = len(keys) <= _DATE and all(key.isalnum() for key in keys) and any(key.isdigit() for key in keys)
    return small.issuperset(keys) or dated


def _after_anaphor(sentence: Sentence, grammar: Grammar) -> int | None:
    """Return the index after the words that point to the sentence before, None where it begins otherwise."""
    keys = sentence.keys()
    if " ".join(keys[:2]) in grammar.anaphors:
        return 2
    return 1 if keys and keys[0] in grammar.anaphors else None
