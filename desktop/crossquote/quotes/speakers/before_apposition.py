"""Who is named before an apposition, where no capital tells a name: "דוד לוי, מנהל הנמל, אמר".

Whoever opens a sentence with two to four words that are neither a role nor small, and between whom and the verb stands
what can only say who that is, speaks: a role, a relative clause, a noun with its article.
"""

from collections.abc import Sequence
from itertools import dropwhile

import regex

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.leading_subjects import between_commas, leading_subject
from crossquote.quotes.page import Token
from crossquote.quotes.scene import BLOT, Scene
from crossquote.text.endings import COMMAS

_APPOSED = regex.compile(r"(?P<name>[^,،]{3,40})[,،] (?P<who>[^:;]{3,120})[,،] ?$")
_REACH = 300
"""So many letters at most stand between the beginning of a sentence and the verb of who leads it."""
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


def _is_of_verb(word: Token, grammar: Grammar) -> bool:
    """Tell whether a word right before a verb may belong to it: its auxiliary, "not", a pronoun."""
    small = grammar.finite | grammar.negators | grammar.clitics | grammar.adverbs
    return word.word and word.key in small


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


def led_by(scene: Scene, cue: Span) -> Span | None:
    """Return who leads the sentence of a verb, with an apposition in commas behind, the last right before the verb.

    So where a verb may have its subject behind it, or none: "El alcalde, Tom Roe, destacó las ventajas del puerto".
    """
    grammar, start = scene.grammar, scene.sentence_at(cue.start).start
    start = max(start, scene.masked.rfind(BLOT, start, cue.start) + 1)
    free = grammar.order.inverts or grammar.is_bare or (grammar.order.commas and grammar.order.drops_pronouns)
    if not free or grammar.order.caseless or not 0 < cue.start - start <= _REACH:
        return None
    before = list(dropwhile(lambda token: not token.word, scene.page.tokens_in(Span(start, cue.start))))
    while before and _is_of_verb(before[-1], grammar):
        before.pop()
    closed = bool(before) and before[-1].key in COMMAS
    parts = between_commas(before[:-1] if closed else before)
    found = leading_subject(parts, grammar, closed=closed) if parts else None
    return Span(found[0].span.start, found[-1].span.end) if found else None
