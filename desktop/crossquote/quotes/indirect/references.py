"""Sentences that attribute the one before them: "This was reported by the ministry.", "Про це повідомила поліція."."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import Sentence
from crossquote.quotes.indirect.cue_place import ReportedSpeech
from crossquote.quotes.page import Token

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
    for first, last, cue in sentence.cues:
        between = sentence.keys()[start:first]
        if first < start or not cue.verb or Governs.CLAUSE not in cue.governs:
            continue
        subject = _subject(sentence, start, (first, last), grammar)
        if subject is None and not _only_when(between, skipped):
            continue
        words = [token for token in before.tokens if token.word]
        if len(words) > 2:
            content = Span(words[0].span.start, words[-1].span.end)
            yield ReportedSpeech((content,), cue, subject)
        return


def _only_when(keys: Sequence[str], small: frozenset[str]) -> bool:
    """Tell whether only small words, or a few that say when, stand before the cue: "Об этом 26 июля заявил …"."""
    dated = len(keys) <= _DATE and all(key.isalnum() for key in keys) and any(key.isdigit() for key in keys)
    return small.issuperset(keys) or dated


def _subject(sentence: Sentence, start: int, cue: tuple[int, int], grammar: Grammar) -> Span | None:
    """Return who is named between such words and a cue that closes its sentence: "Бул тууралуу Роу билдирди"."""
    first, last = cue
    if not grammar.order.verb_last or any(token.word for token in sentence.tokens[last:]):
        return None
    between = list(dropwhile(lambda token: grammar.is_adverb(token.key), sentence.tokens[start:first]))
    told = [n for n, token in enumerate(between) if _may_speak(token, grammar)]
    if not told or not all(token.word for token in between):
        return None
    end = told[0] + len(list(takewhile(lambda token: _may_speak(token, grammar), between[told[0] :])))
    return Span(between[0].span.start, between[end - 1].span.end)


def _may_speak(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word is of a name, a role, or a pronoun."""
    return token.capital or grammar.is_role(token.key) or token.key in grammar.speakers


def _after_anaphor(sentence: Sentence, grammar: Grammar) -> int | None:
    """Return the index after the words that point to the sentence before, None where it begins otherwise."""
    keys = sentence.keys()
    if " ".join(keys[:2]) in grammar.anaphors:
        return 2
    return 1 if keys and keys[0] in grammar.anaphors else None
