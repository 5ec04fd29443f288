"""Words beside a verb, and who was found among them: whether the words name that one, or a part of the name is cut."""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.head_names import speaks

_OWN = 2
"""So many words stand at least before somebody who is in what describes another."""


def parts_name(scene: Scene, found: Span, near: Span) -> bool:
    """Tell whether the words beside a verb end within the name that `found` has whole: "Mario" of "Mario Lo Verde"."""
    names = scene.names_in(found) if found.contains(near) else ()
    return any(name.span.start < near.end < name.span.end or _is_joint(scene, name.span, near) for name in names)


def _is_joint(scene: Scene, name: Span, near: Span) -> bool:
    """Tell whether words are what a name goes on with behind "and": "the Fish and | Wildlife Service"."""
    before = scene.words_in(Span(name.start, max(name.start, near.start)))[-1:]
    return name.end == near.end and bool(before) and before[0].key in scene.grammar.additive


def is_named_by(scene: Scene, found: Span, near: Span) -> bool:
    """Tell whether who was found among the words beside a verb is the one they name, and these are no longer name."""
    words = scene.words_in(near)
    if all(word.capital for word in words) or not (near.overlaps(found) and speaks(scene, found, scene.grammar)):
        return False
    whole = found.end == near.end or scene.masked[found.end : near.end].startswith(",")
    if scene.grammar.order.caseless and whole:
        return False  # "שר התחבורה, אורי ברקן": what describes somebody, with the name
    after = next((word.key for word in words if word.span.start >= found.end), "")
    if found.start != near.start and (_rules(scene, words, found) or _is_owned(scene, words, found)):
        return False
    return found.start != near.start or after not in scene.grammar.links


def _is_owned(scene: Scene, words: Sequence[Token], found: Span) -> bool:
    """Tell whether only who owns it stands before `found`: "Առողջապահության նախարարը", "Salem's police | chief"."""
    ends = scene.grammar.ends.owning_nouns
    before = [word for word in words if word.span.end <= found.start]
    if before and before[0].key.endswith(scene.grammar.ends.possessives):
        return True
    leads = not scene.grammar.order.nouns_have_capitals and bool(ends)
    return leads and all(word.key.endswith(ends) for word in before)


def _rules(scene: Scene, words: Sequence[Token], found: Span) -> bool:
    """Tell whether what begins `words` has `found` in what describes it: "people near the site"."""
    grammar = scene.grammar
    before = [word for word in words if word.span.end <= found.start and word.key not in grammar.determiners]
    if not before or before[-1].key not in grammar.prepositions - grammar.links or len(before) < _OWN:
        return False
    if not before[0].capital and grammar.ends.past and before[0].key.endswith(grammar.ends.past):
        return False  # "that showed a gap with Roe's claim"
    return not (before[0].key in grammar.adjuncts or grammar.is_adverb(before[0].key))
