"""Who is named before an apposition, where no capital tells a name: "דוד לוי, מנהל הנמל, אמר".

Whoever opens a sentence with two to four words that are neither a role nor small, and between whom and the verb stands
what can only say who that is, speaks: a role, a relative clause, a noun with its article.
"""

from collections.abc import Sequence

import regex

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene

_APPOSED = regex.compile(r"(?P<name>[^,،]{3,40})[,،] (?P<who>[^:;]{3,120})[,،] ?$")
_FULL, _LONGEST = 2, 4
"""So many words has a full name with its titles, at least and at most."""


def named_before_apposition(scene: Scene, left: Span) -> Span | None:
    """Return who opens the sentence of a verb, where an apposition between commas leads from there to it."""
    grammar = scene.grammar
    if not grammar.order.caseless or scene.sentence_at(left.end).start != left.start:
        return None
    found = _APPOSED.fullmatch(scene.masked, left.start, left.end)
    if found is None:
        return None
    name = scene.words_in(Span(*found.span("name")))
    who = scene.words_in(Span(*found.span("who")))
    if not (_is_name(name, grammar) and who and _tells_who(who[0], grammar)):
        return None
    cues = scene.cues_in(Span(*found.span("name")))
    return None if cues else Span(name[0].span.start, name[-1].span.end)


def _is_name(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether words may be a full name, with titles before it or without."""
    bare = [word for word in words if word.key not in grammar.honorifics]
    small = (
        grammar.breaks | grammar.prepositions | grammar.determiners | grammar.pronouns | grammar.times | grammar.finite
    )
    closed = any(word.key in small or grammar.is_adverb(word.key) or grammar.is_role(word.key) for word in bare)
    led = any(word.key.startswith(grammar.ends.articles) for word in bare[:1])
    return len(bare) >= _FULL and len(words) <= _LONGEST and not (closed or led)


def _tells_who(word: Token, grammar: Grammar) -> bool:
    """Tell whether what a word opens says who somebody is."""
    hung = grammar.ends.articles + grammar.ends.hung
    opens = word.key in grammar.who | grammar.relatives | grammar.conjunctions
    return opens or grammar.is_role(word.key) or (bool(hung) and word.key.startswith(hung))
