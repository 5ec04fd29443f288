"""Mentions: whether words that stand where a subject does can be the name of anybody: no part of a clause is."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise

from crossquote.model.span import Span
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.cut_short import is_cut_short
from crossquote.quotes.speakers.head_names import is_elided_of
from crossquote.quotes.when import says_when

_CLAUSE = 3
"""So many words has a relative clause without its verb at least."""
_LONG = 4
"""A mention of more words with an infinitive in it names something that was done or is to be."""


def names_anybody(scene: Scene, mention: Span) -> bool:
    """Tell whether a mention is whole: no "for the whole", no "is a pastor", no "right to get things done in a"."""
    grammar = scene.grammar
    words = scene.words_in(mention)
    if grammar.order.caseless or not words:
        return True
    if words[0].span == mention and words[0].key in grammar.definite - grammar.pronouns - grammar.subjects:
        return False  # an article whose noun is a verb, too: "la replica"
    parts = (_is_preposition, _is_bare, _is_shown, _is_cut, _is_relative, _is_question, _is_time, _is_clause, _is_deed)
    whole = words[-1].span.end >= mention.end  # "the president" of "the president’s" is the owner
    return not (any(part(words, scene) for part in parts) or (whole and is_cut_short(words, scene)))


def _is_preposition(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a preposition opens a mention: "for the whole", but "von der Leyen"."""
    grammar = scene.grammar
    if len(words) > 1 and is_elided_of(words[0].key, grammar) and not words[1].capital:
        return True  # "D'une plume"
    opens = len(words) > 1 and words[0].key in grammar.prepositions - grammar.nobility
    return opens and words[1].key in grammar.determiners


def _is_bare(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a mention begins with an object's pronoun and its verb, as it can in Spanish: "se vean rostros"."""
    grammar = scene.grammar
    small = grammar.clitics - grammar.determiners - grammar.subjects
    return len(words) > 1 and not words[0].capital and words[0].key in small


def _is_shown(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether "this" and its verb are all of a mention, which a plural cannot be: "this means"."""
    grammar = scene.grammar
    return len(words) == 2 and words[0].key in grammar.anaphors and words[1].key.endswith(grammar.ends.plurals)


def _is_relative(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a mention begins as a relative clause does: "die namens de raad"."""
    grammar = scene.grammar
    if len(words) < _CLAUSE or grammar.order.nouns_have_capitals:
        return False
    relative = words[0].key in grammar.who | grammar.relatives and words[0].key in grammar.determiners
    return relative and words[1].key in grammar.prepositions - grammar.links


def _is_question(words: Sequence[Token], scene: Scene) -> bool:
    return len(words) > 1 and words[0].key in scene.grammar.questions - scene.grammar.determiners


def _is_clause(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a mention begins with its verb, or is one, or but an adverb: "is a pastor", "obliged", "zuletzt"."""
    grammar = scene.grammar
    first = words[0]
    lead = next((word for word in words if not grammar.is_adverb(word.key)), None)
    if lead is None:
        somebody = grammar.pronouns | grammar.obliques | grammar.who | grammar.subjects
        return somebody.isdisjoint(word.key for word in words)
    nouns = grammar.pronouns | grammar.determiners | grammar.subjects
    verbs = (grammar.finite | grammar.passives) - nouns
    small = [word for word in dict.fromkeys((first, lead)) if not word.capital and not grammar.is_role(word.key)]
    if len(words) > 1 and any(word.key in verbs for word in small):
        return True
    if len(words) > 1 and words[0].key in grammar.clitics and words[1].key in verbs and not words[1].capital:
        return True  # "lui a maintes fois"
    return bool(small) and (lead.key in verbs or (len(words) == 1 and _is_verb(first.key, scene)))


def _is_deed(words: Sequence[Token], scene: Scene) -> bool:
    grammar = scene.grammar
    return len(words) > _LONG and not (grammar.infinitives - grammar.links).isdisjoint(word.key for word in words)


def _is_time(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether words say when: "el 18", "this Monday"."""
    grammar = scene.grammar
    if "%" in scene.text[words[0].span.start : words[-1].span.end + 1]:
        return False
    return says_when(words, grammar)


def _is_cut(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a German phrase ends before its noun: "der für den Hafen", without "zuständige Rat" behind it.

    "Der 54-Jährige" has it.
    """
    grammar = scene.grammar
    rest = list(dropwhile(lambda word: grammar.is_adverb(word.key), words[1:]))
    attribute = len(rest) > 0 and (rest[0].key in grammar.prepositions or rest[0].key[:1].isdigit())
    if not (grammar.order.nouns_have_capitals and attribute and words[0].key in grammar.determiners):
        return False
    aged = len(rest) > 1 and rest[0].key.isdigit() and rest[1].capital and grammar.is_role(rest[1].key)
    return not (aged or any(_opens_noun(word, after, scene) for word, after in pairwise(rest[1:])))


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
