"""Mentions: whether words that stand where a subject does can be the name of anybody: no part of a clause is."""

from collections.abc import Sequence
from itertools import pairwise

from crossquote.model.span import Span
from crossquote.quotes.page import Token
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
    if _is_cut(words, scene) or (len(keys) > 1 and keys[0] in grammar.questions - grammar.determiners):
        return False
    lead = next((at for at, key in enumerate(keys) if not grammar.is_adverb(key)), 0)
    nouns = grammar.pronouns | grammar.determiners | grammar.subjects
    if small[lead] and keys[lead] in (grammar.finite | grammar.passives) - nouns and not grammar.is_role(keys[lead]):
        return False
    if len(keys) > _LONG and not (grammar.infinitives - grammar.links).isdisjoint(keys):
        return False
    return len(keys) > 1 or not small[0] or not _is_verb(keys[0], scene)


def _is_cut(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a German phrase ends before its noun: "der für den Hafen", without "zuständige Rat" behind it."""
    grammar = scene.grammar
    attribute = len(words) > 1 and (words[1].key in grammar.prepositions or words[1].key[:1].isdigit())
    if not (grammar.order.nouns_have_capitals and attribute and words[0].key in grammar.determiners):
        return False
    return not any(_opens_noun(word, after, scene) for word, after in pairwise(words[2:]))


def _opens_noun(word: Token, after: Token, scene: Scene) -> bool:
    """Tell whether a word is an adjective before its noun."""
    return not word.capital and after.capital and word.key.endswith(scene.grammar.ends.adjectives)


def _is_verb(key: str, scene: Scene) -> bool:
    """Tell whether a lone small word is a verb by its ending, and no role: "obliged", "recruiting"."""
    grammar = scene.grammar
    endings = grammar.ends.past + grammar.ends.participles
    if not endings or key in grammar.pronouns or grammar.is_role(key):
        return False
    return key.endswith(endings)
