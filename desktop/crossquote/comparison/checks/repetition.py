"""Repetition: a word or phrase said twice in a row that the base says once, as failing translations do."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossquote.comparison.check import Check
from crossquote.comparison.reading.pair import Pair
from crossquote.language.language import Language
from crossquote.message import message
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.span import Span
from crossquote.text.words import Word, fold

_LONGEST = 6


def check_repetition(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each repetition that the base does not have."""
    own = {key for key, _ in _repeated(pair.base.text, pair.base_words)}
    for key, span in _repeated(pair.text.text, pair.text_words):
        if key not in own and not (len(key) == 1 and key[0] in _doubled(pair.language)):
            often = len(key) > 1
            headline = message("repetition.repeated", now=" ".join(key))
            evidence = (message("repetition.twice"),)
            severity = Severity.MAJOR if often and len(key) > 3 else Severity.MINOR
            yield CHECK.make_finding(severity, None, span, headline, evidence)


@lru_cache(maxsize=64)
def _doubled(language: Language) -> frozenset[str]:
    """Return the words that a sentence may have twice in a row ("had had", "vous vous")."""
    return frozenset(map(fold, language.lexicon.texts("words", "doubled")))


def _repeated(text: str, words: tuple[Word, ...]) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Yield phrases of up to six words that are followed by themselves, once or more, with the place of all.

    Between them stands nothing: a mark shows that they are said twice on purpose ("No, no").
    """
    keys = [word.key for word in words]
    at = 0
    while at < len(keys):
        length = _repeating(keys, at) if keys[at] in keys[at + 1 : at + 1 + _LONGEST] else 0
        parted = length and text[words[at + length - 1].span.end : words[at + length].span.start].strip()
        if length and not parted and any(key.isalpha() for key in keys[at : at + length]):
            phrase, end = keys[at : at + length], at + 2 * length
            while keys[end : end + length] == phrase:
                end += length
            yield tuple(phrase), Span(words[at].span.start, words[end - 1].span.end)
            at = end
        else:
            at += 1


def _repeating(keys: Sequence[str], at: int) -> int:
    """Return how many words from `at` on are followed by the same; 0 where none are."""
    for length in range(1, min(_LONGEST, (len(keys) - at) // 2) + 1):
        middle = at + length
        if keys[middle] == keys[at] and keys[at:middle] == keys[middle : middle + length]:
            return length
    return 0


CHECK = Check(
    id="repetition",
    rank=260,
    category=(Category.ADDITION,),
    severity=(Severity.MAJOR, Severity.MINOR),
    run=check_repetition,
)
