"""Mentions: whether words that stand where a subject does can be the name of anybody: no part of a clause is."""

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene

_LONG = 4
"""A mention of more words with an infinitive in it names something that was done or is to be."""


def names_anybody(scene: Scene, mention: Span) -> bool:
    """Tell whether a mention is whole: no "for the whole", no "is a pastor", no "right to get things done in a"."""
    grammar = scene.grammar
    words = scene.words_in(mention)
    if grammar.order.caseless or not words:
        return True
    keys = [word.key for word in words]
    small = [not word.capital for word in words]
    if len(keys) > 1 and keys[0] in grammar.prepositions - grammar.nobility and keys[1] in grammar.determiners:
        return False
    lead = next((at for at, key in enumerate(keys) if not grammar.is_adverb(key)), 0)
    nouns = grammar.pronouns | grammar.determiners | grammar.subjects
    if small[lead] and keys[lead] in (grammar.finite | grammar.passives) - nouns and not grammar.is_role(keys[lead]):
        return False
    if len(keys) > _LONG and not (grammar.infinitives - grammar.links).isdisjoint(keys):
        return False
    return len(keys) > 1 or not small[0] or not _is_verb(keys[0], scene)


def _is_verb(key: str, scene: Scene) -> bool:
    """Tell whether a lone small word is a verb by its ending, and no role: "obliged", "recruiting"."""
    grammar = scene.grammar
    endings = grammar.ends.past + grammar.ends.participles
    if not endings or key in grammar.pronouns or grammar.is_role(key):
        return False
    return key.endswith(endings)
