"""Relative pronouns behind a preposition: "according to whom", "secondo il quale"."""

from collections.abc import Sequence

from crossquote.quotes.grammar import Grammar
from crossquote.text.words import Word


def relative_at(words: Sequence[Word], grammar: Grammar) -> int | None:
    """Return the index of the relative pronoun that `words`, those behind a preposition, begin with: 1 in "il quale".

    A word that is an article, too, is none: "laut dem Bericht".
    """
    keys = [word.key for word in words[:2]]
    relatives = grammar.relatives | grammar.who
    if keys and keys[0] in relatives - grammar.determiners:
        return 0
    return 1 if len(keys) > 1 and keys[0] in grammar.determiners and keys[1] in grammar.relatives else None
