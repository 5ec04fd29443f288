"""Speakers in marks: “Who pays?” asked a ‘reporter’ quotes no “reporter”, who is doubted to be one."""

import regex

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.text.pairing import Marked

_LONGEST = 40
"""So many letters at most have words in marks that say who speaks."""
_FEW = 2
"""So many words say who that is, and as many stand between a quote and its verb."""
_REACH = 40
_PLAIN = regex.compile(r"\p{L}[\p{L}\p{M}'’ -]*")
_CLOSED = regex.compile(r"[”“\"»«’'‘][,.]?\s*[—–-]?\s*")


def is_speaker(pair: Marked, scene: Scene) -> bool:
    """Tell whether words in marks stand where who speaks does: behind a quote, its verb and an article at most."""
    content = pair.content.of(scene.text)
    if len(content) > _LONGEST or not _PLAIN.fullmatch(content) or len(content.split()) > _FEW:
        return False
    grammar, start = scene.grammar, pair.outer.start
    near = Span(max(scene.line_at(start).start, start - _REACH), start)
    cue = next(reversed([cue for cue in scene.page.cues_in(near) if cue.verb]), None)
    if cue is None or not _follows_quote(scene, near.start, cue.span.start):
        return False
    between = scene.page.words_in(Span(cue.span.end, start))
    other = grammar.prepositions | grammar.breaks | grammar.speakers | grammar.times
    small = all(not (word.capital or word.key in other or grammar.is_adverb(word.key)) for word in between)
    gap = scene.text[cue.span.end : start]
    return small and len(between) < _FEW and all(letter.isalpha() or letter.isspace() for letter in gap)


def _follows_quote(scene: Scene, start: int, cue: int) -> bool:
    """Tell whether a mark closes right before a verb, but for its auxiliary and a pronoun."""
    place = next((pair for pair in reversed(scene.page.marked) if pair.outer.end <= cue), None)
    if place is None or place.outer.end < start:
        return False
    words = scene.page.words_in(Span(place.outer.end, cue))
    verbal = scene.grammar.finite | scene.grammar.clitics | scene.grammar.obliques
    gap = scene.text[place.outer.end - 1 : words[0].span.start if words else cue]
    return all(word.key in verbal for word in words) and _CLOSED.fullmatch(gap) is not None
