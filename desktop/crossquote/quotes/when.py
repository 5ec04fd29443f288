"""Words that say when, where a subject could stand: "sagte diese Woche der Rat", "a déclaré lundi dernier le maire"."""

from collections.abc import Sequence
from itertools import takewhile

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene

_LONGEST = 6
"""So many words say when, at most."""
_PAIR = 2
"""A day and what might be its month."""


def says_when(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether all of `words` only say when: "el 18", "this Monday", "lundi dernier"."""
    return bool(words) and count_when(words, grammar) == len(words)


def count_when(words: Sequence[Token], grammar: Grammar) -> int:
    """Return how many of `words`, from the first on, say when; 0 where none of these names a day, a week and so on."""
    told = list(takewhile(lambda word: _belongs(word, grammar), words[:_LONGEST]))
    if _begins_name(words, len(told) - 1, grammar):
        told.pop()
    while told and told[-1].key in grammar.determiners:
        told.pop()
    return len(told) if any(_is_period(word, grammar) for word in told) else 0


def behind_when(scene: Scene, part: Span) -> Span:
    """Return a part of a sentence without words at its head that say when, unless they could name somebody, too."""
    words, grammar = scene.words_in(part), scene.grammar
    count = count_when(words, grammar)
    if not 0 < count < len(words) or _can_be_somebody(words[:count], words[count], grammar):
        return part
    end = words[count - 1].span.end
    return part if "," in scene.masked[part.start : end] else Span(end, part.end)


def without_when(scene: Scene, source: Span) -> Span | None:
    """Return a source up to words at its end that say of when it is, None where that is all that it says.

    "nach Angaben der Polizei vom Freitag", "nach Angaben vom Freitag".
    """
    words, grammar = scene.words_in(source), scene.grammar
    small = grammar.prepositions | grammar.links
    for at, word in enumerate(words[:-1]):
        rest = words[at + 1 :]
        alone = says_when(rest, grammar) or (not at and rest[0].key in grammar.times)
        named = at > 0 and rest[0].capital and words[at - 1].capital and not grammar.order.nouns_have_capitals
        if word.key in small and alone and not named:
            return Span(source.start, words[at - 1].span.end) if at else None
    return source


def _begins_name(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether the name of a month or day behind another one is somebody's: "on Monday May Lind", not "12 May"."""
    names = words[at - 1 : at + 2] if at > 0 else ()
    capitals = all(word.word and word.capital and not word.key[:1].isdigit() for word in names)
    return len(names) > _PAIR and capitals and not grammar.order.nouns_have_capitals


def _belongs(word: Token, grammar: Grammar) -> bool:
    return _is_period(word, grammar) or word.key in grammar.determiners or word.key in grammar.which_time


def _is_period(word: Token, grammar: Grammar) -> bool:
    return word.key in grammar.times or word.key[:1].isdigit()


def _can_be_somebody(words: Sequence[Token], after: Token, grammar: Grammar) -> bool:
    """Tell whether words that say when could name somebody, too: "la Semaine", "Freitag", "der 35 Jahre | alte Rat"."""
    if any(word.key in grammar.which_time for word in words):
        return False
    led = any(word.key in grammar.determiners for word in words)
    dated = any(word.key[:1].isdigit() for word in words) and after.key in grammar.determiners
    return any(word.capital and not word.key[:1].isdigit() for word in words) or (led and not dated)
