"""Hidden subjects: whether a verb that seems to need none has one beside it that nobody recognised.

"«…», píše na Twitter Karel Novák": whoever it is, it is nobody named before.
"""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import first_clause, last_clause

_RULED = 2
"""So many words with capitals right behind a preposition may be one name that it rules."""
_NOUN = 2
"""So many words are an adjective and its noun."""


def has_subject_beside(scene: Scene, verb: Span) -> bool:
    """Tell whether a clause most likely has a subject of its own around `verb`, whoever that is."""
    sentence = scene.sentence_at(verb.start)
    before = last_clause(scene, Span(sentence.start, verb.start)).words
    behind = first_clause(scene, Span(verb.end, max(verb.end, sentence.end))).words
    return _is_named_behind(behind, scene.grammar) or _leads(before, scene.grammar)


def _is_named_behind(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether somebody is named behind a verb whom no preposition rules: "píše ve studii server Claret"."""
    if grammar.order.caseless or grammar.order.nouns_have_capitals:
        return False
    start = 0
    while start < len(words):
        if not words[start].capital:
            if grammar.opens_clause(words[start].key) or words[start].key in grammar.relatives:
                return False
            start += 1
            continue
        end = start
        while end < len(words) and words[end].capital:
            end += 1
        ruled = start > 0 and words[start - 1].key in grammar.prepositions | grammar.links | grammar.additive
        told = words[start].key in grammar.times or grammar.is_oblique(words[end - 1].key)
        if not told and (not ruled or end - start > _RULED):
            return True
        start = end
    return False


def _leads(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether a clause opens with an adjective and its noun, where there are no articles: "Anglický mladík …"."""
    if not grammar.order.names_inflect or len(words) <= _NOUN:
        return False
    adjective = words[0].key.endswith(grammar.ends.adjectives) and not grammar.is_adverb(words[0].key)
    small = grammar.breaks | grammar.adjuncts | grammar.pronouns | grammar.finite
    return adjective and words[0].key not in small and not words[1].capital and words[1].key not in small
