"""Mute things: what says nothing, whatever verb it has: "a path", "the deadline", "Roe’s refusal".

Only languages list them that need a subject: in others a verb without one is by somebody named before.
"""

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.head_names import speaks


def is_mute(scene: Scene, mention: Span) -> bool:
    """Tell whether the noun that a mention is about is such a thing, and nobody stands before it."""
    grammar, words = scene.grammar, scene.words_in(mention)
    small = grammar.links | grammar.prepositions
    stop = next((at for at, word in enumerate(words) if at and word.key in small), len(words))
    head = [word for word in words[:stop] if not (word.key in grammar.determiners or grammar.is_adverb(word.key))]
    if not head or speaks(scene, Span(words[0].span.start, head[-1].span.end), grammar):
        return False
    noun = head[0] if grammar.order.inverts else head[-1]
    opens = scene.sentence_at(noun.span.start).start == noun.span.start
    return noun.key in grammar.mute and (opens or not noun.capital or grammar.order.nouns_have_capitals)
