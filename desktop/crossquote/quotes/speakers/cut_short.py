"""Mentions that are cut short, or begin or go on with a verb: "included a", "received roughly 60", "Lind appeared"."""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene

_SHORT = 4
"""A verb in the past has more letters than this: "red"."""


def is_cut_short(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a mention has no noun at its end, or a verb at its head."""
    grammar = scene.grammar
    if grammar.order.nouns_have_capitals or grammar.order.names_inflect:
        return False
    return _lacks_noun(words, scene) or _begins_with_verb(words, scene)


def _lacks_noun(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a phrase ends with an adjective of two words, or with what opens another: "Norland-leaning".

    Behind a pronoun it opens nothing: "somebody else", "dikush tjetër".
    """
    grammar, last = scene.grammar, words[-1]
    told = () if grammar.order.inverts else grammar.ends.past + grammar.ends.participles
    tail = scene.text[last.span.start : last.span.end].rpartition("-")[2]
    if "-" in last.key and tail[:1].islower() and told and last.key.endswith(told) and not grammar.is_role(last.key):
        return True
    pronouns = grammar.pronouns | grammar.subjects | grammar.indefinite | grammar.additive | grammar.who
    objects = grammar.obliques | grammar.possessive | grammar.personal
    if len(words) > 1 and words[-2].key in pronouns - grammar.additive:
        return False
    return last.key in grammar.determiners - pronouns - objects - grammar.adverbs and not last.capital


def _begins_with_verb(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a verb and its object are all of a mention: "received roughly 60,000", "address the many"."""
    grammar, first = scene.grammar, words[0]
    told = grammar.ends.past + grammar.ends.participles
    if len(words) == 1 or not told or first.capital or grammar.is_role(first.key):
        return False
    noun = grammar.determiners | grammar.pronouns | grammar.subjects | grammar.indefinite | grammar.prepositions
    if first.key in noun or grammar.is_adverb(first.key) or grammar.is_plural(first.key):
        return False
    article = words[1].key in grammar.determiners - grammar.links
    return article or (first.key.endswith(told) and (words[1].key in noun or grammar.is_adverb(words[1].key)))


def before_verb(scene: Scene, found: Span) -> Span:
    """Return whom a mention names before a verb in the past that no list has: "Lind appeared", "the Greens hit back".

    What says more of a noun stays: "people briefed on the plan".
    """
    grammar, words = scene.grammar, scene.words_in(found)
    past = grammar.ends.past
    if not past or grammar.order.names_inflect:
        return found
    ends = {name.span.end for name in scene.names_in(found)}
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        named = before.span.end in ends or grammar.is_role(before.key)
        verb = not word.capital and word.key.endswith(past) and len(word.key) > _SHORT and "-" not in word.key
        ruled = at + 1 < len(words) and words[at + 1].key in grammar.prepositions | grammar.agents
        noun = at + 1 < len(words) and (words[at + 1].capital or grammar.is_role(words[at + 1].key))
        if named and verb and not (ruled or noun or grammar.is_role(word.key)):
            return Span(found.start, before.span.end)
    return found


def own_subject(scene: Scene, found: Span) -> Span:
    """Return the pronoun that ends a mention, which begins a clause of its own: "those | he said", "all | I know"."""
    words = scene.words_in(found)
    last = words[-1] if len(words) > 1 else None
    pronoun = last is not None and last.key in scene.grammar.nominative - scene.grammar.determiners
    joined = pronoun and words[-2].key in scene.grammar.additive
    order = scene.grammar.order
    subject_first = not (order.names_inflect or order.inverts or order.verb_second)
    return last.span if last is not None and pronoun and subject_first and not (joined or last.capital) else found
