"""Offices that say what they are for before they name who holds them: "il ministro per i lavori pubblici Luca Neri"."""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause, first_clause
from crossquote.text.names import Name

_FULL = 2
"""So many words has a full name."""
_LONG = 10
"""So many words at most say what an office is for."""


def behind_complement(scene: Scene, mention: Span) -> Span:
    """Return the full name that closes the office which `mention` begins, or `mention` where none does."""
    grammar = scene.grammar
    words = scene.words_in(mention)
    order = grammar.order
    free = (order.inverts or order.commas) and not order.nouns_have_capitals
    if not free or not words or not grammar.is_role(words[-1].key) or scene.names_in(mention):
        return mention
    clause = first_clause(scene, Span(mention.end, scene.sentence_at(mention.start).end))
    name = next((name for name in clause.names if name.sure and len(name.words) >= _FULL), None)
    if name is None or clause.words[0].capital or grammar.is_adverb(clause.words[0].key):
        return mention
    before = [word for word in clause.words if word.span.end <= name.span.start]
    holder = _holder(scene, clause, name, before)
    return holder if holder is not None and _is_complement(scene, clause, before) else mention


def _holder(scene: Scene, clause: Clause, name: Name, before: Sequence[Token]) -> Span | None:
    """Return the person whom a name ends with; None where a preposition or an article says that it is somebody else."""
    grammar = scene.grammar
    parts = [word for word in clause.words if name.span.contains(word.span)]
    small = grammar.prepositions | grammar.links | grammar.determiners
    ruled = not before or before[-1].key in small or name.title is not None
    if len(parts) < _FULL or (ruled and len(parts) <= _FULL):
        return None
    return Span(parts[-_FULL].span.start, name.span.end) if ruled else name.span


def _is_complement(scene: Scene, clause: Clause, words: Sequence[Token]) -> bool:
    """Tell whether words can be what an office is for: no verb, no person and no conjunction is among them."""
    grammar = scene.grammar
    other = grammar.finite | grammar.pronouns | grammar.who | grammar.relatives | grammar.conjunctions
    free = all(word.key not in other and not grammar.is_role(word.key) for word in words)
    return free and len(words) <= _LONG and not any(word.span.start in clause.cues for word in words)
