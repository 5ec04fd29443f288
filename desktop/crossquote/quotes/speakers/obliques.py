"""Nouns that their ending, or what stands behind them, makes no subject, in languages that tell so at the end.

"a közösségi oldalán" (on her page), "a gyűlés után" (after the rally), "az MTI-nek" (to MTI).
"""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene

_OWNED = 2
"""So many words are a noun and whose it is."""
_LONGEST = 5
"""So many words has a noun with its article and what describes it at most."""


def behind_oblique(words: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Return the index behind such a noun that begins at `at`, with its article; `at` where none does."""
    if not grammar.ends.oblique_nouns:
        return at
    article = words[at].key in grammar.determiners
    for end in range(at + article, min(at + _LONGEST, len(words))):
        if grammar.is_oblique(words[end].key):
            return end + 1
        behind = words[end + 1].key if end + 1 < len(words) else ""
        if behind in grammar.postpositions and not words[end].capital:
            return end + 2
        if _closes(words[end], grammar):
            break
        if not article:
            owned = grammar.is_oblique(behind) and end + _OWNED < len(words)  # "lehden haastattelussa"
            return end + _OWNED if owned else at
    return at


def without_obliques(scene: Scene, near: Span) -> Span | None:
    """Return words beside a verb without such nouns, and without days, that close them; None where all do.

    Where no capital shows where a name begins, those that open them go as well: "2004 წელს ინტერვიუში უოლტონმა".
    """
    grammar, words = scene.grammar, scene.words_in(near)
    if not grammar.ends.oblique_nouns:
        return near
    end = len(words)
    while end and (_tells_when(words[end - 1], grammar) or _is_oblique(words[:end], grammar)):
        end = _begin(words, end - 1 - (words[end - 1].key in grammar.postpositions), grammar)
    if not end:
        return None
    start = _behind_leading(words[:end], grammar) if grammar.order.caseless else 0
    return Span(words[start].span.start if start else near.start, words[end - 1].span.end)


def _tells_when(word: Token, grammar: Grammar) -> bool:
    return word.key in grammar.times or (grammar.order.caseless and word.key.isdigit())


def _behind_leading(words: Sequence[Token], grammar: Grammar) -> int:
    """Return the index behind the last of some words, but for their last, that says when or to whom, or is no name."""
    small = grammar.times | grammar.addressees
    leads = (
        at + 1
        for at in range(len(words) - 2, -1, -1)
        if words[at].key in small or grammar.is_oblique_name(words[at].key)
    )
    return next(leads, 0)


def _is_oblique(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether the last of some words is no subject: by its own ending, or by that of what describes it."""
    *before, last = words
    ends = grammar.ends.oblique_nouns
    if grammar.is_oblique(last.key):
        return True
    if last.key.endswith(ends) and any(grammar.is_role(word.key) and not word.key.endswith(ends) for word in before):
        return True  # "թղթակիցը կառավարությունից": a body that somebody reports from
    described = bool(before) and not _closes(last, grammar) and not grammar.order.caseless
    return described and grammar.is_oblique(before[-1].key)


def _begin(words: Sequence[Token], noun: int, grammar: Grammar) -> int:
    """Return the index where a noun begins with its article and what describes it."""
    for at in range(noun - 1, max(-1, noun - _LONGEST), -1):
        if words[at].key in grammar.determiners:
            return at
        if _closes(words[at], grammar):
            break
    return max(0, noun)


def _closes(word: Token, grammar: Grammar) -> bool:
    """Tell whether a word describes no noun behind it: a name, a role, or another article."""
    return word.capital or word.key in grammar.roles or word.key in grammar.determiners
