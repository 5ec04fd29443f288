"""Mute things: what says nothing, whatever verb it has: "a path", "Roe’s refusal", or "the state’s", cut at its noun.

Only languages list things that need a subject: in others a verb without one is by somebody named before.
"""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.head_names import speaks

_NEAR = 24
"""So many letters hold the next word."""


def is_mute(scene: Scene, mention: Span) -> bool:
    """Tell whether the noun that a mention is about is such a thing, and nobody stands before it, or it has none."""
    grammar, words = scene.grammar, scene.words_in(mention)
    if words and words[-1].span.end >= mention.end and _is_owner(scene, words):
        return True
    small = grammar.links | grammar.prepositions
    stop = next((at for at, word in enumerate(words) if at and word.key in small), len(words))
    head = [word for word in words[:stop] if not (word.key in grammar.determiners or grammar.is_adverb(word.key))]
    if not head or speaks(scene, Span(words[0].span.start, head[-1].span.end), grammar):
        return False
    noun = head[0] if grammar.order.inverts else head[-1]
    opens = scene.sentence_at(noun.span.start).start == noun.span.start
    return noun.key in grammar.mute and (opens or not noun.capital or grammar.order.nouns_have_capitals)


def _is_owner(scene: Scene, words: Sequence[Token]) -> bool:
    """Tell whether a mention ends with whose it is: "the state’s", "the focus on Mrs. Roe’s", but "McDonald’s".

    What is said may stand behind it: "the president’s acknowledgment that …".
    """
    ends, last = scene.grammar.ends.possessives, words[-1]
    if not ends or not last.key.endswith(ends) or all(word.capital for word in words):
        return False
    behind = scene.words_in(Span(last.span.end, min(len(scene.text), last.span.end + _NEAR)))[:1]
    goes_on = scene.masked[last.span.end : last.span.end + 1].isspace()
    says = any(not cue.verb for word in behind for cue in scene.cues_in(word.span))
    return goes_on and not says
