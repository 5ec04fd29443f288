"""Accounts: what somebody says, told by its owner: "His verdict: “…”" is his."""

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene

_LONGEST = 6
"""So many words name an account at most."""
_LEAD = 2
"""So many words may lead it: an article, and whose it is ("Il suo messaggio")."""


def owner_word(scene: Scene, mention: Span) -> Span | None:
    """Return the word that says whose account a mention is, None where it is none: "His" of "His verdict"."""
    grammar, words = scene.grammar, scene.words_in(mention)[:_LONGEST]
    whose = next((at for at, word in enumerate(words[:_LEAD]) if word.key in grammar.possessive), None)
    if whose is None or any(word.key not in grammar.determiners for word in words[:whose]):
        return None
    told = any(word.key in grammar.accounts for word in words[whose + 1 :])
    return words[whose].span if told else None
