"""Apposed names: the full name between commas behind an office: "a spokesman for the port, Tom Hill"."""

from itertools import pairwise

import regex

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import first_clause
from crossquote.quotes.speakers.party_tags import is_tag
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name

_APPOSED = 50
"""So many letters behind a role's comma hold the name of who has it."""
_PLACE = 80
"""So many letters behind an office hold where it is held."""
_LONGEST = 6
"""So many words say where an office is held."""
_COMMA = regex.compile(r",[ \u00a0]")
_CLOSED = regex.compile(r"\s*(?:[,.;:]|$)", regex.MULTILINE)


def apposed_name(scene: Scene, mention: Span) -> Name | None:
    """Return the name that stands in commas behind an office, or behind where that is held: "… im Landtag, Jan Roe"."""
    grammar = scene.grammar
    if not any(grammar.is_role(word.key) for word in scene.words_in(mention)):
        return None
    comma = _COMMA.match(scene.masked, _behind_place(scene, mention, grammar))
    if comma is None:
        return None
    near = Span(comma.end(), min(len(scene.text), comma.end() + _APPOSED))
    name = next(iter(scene.names_in(near)), None)
    if name is None or name.span.start != near.start or name.words[0] in grammar.roles or is_tag(scene, name.span):
        return None
    return name if _CLOSED.match(scene.masked, name.span.end) else None


def _behind_place(scene: Scene, office: Span, grammar: Grammar) -> int:
    """Return where the words behind an office end that say where it is held; its own end where there are none.

    Nobody else is named in them, and nothing says when: "said the mayor in a letter to the governor, Ann Roe".
    """
    clause = first_clause(scene, Span(office.end, min(len(scene.text), office.end + _PLACE)))
    words = clause.words
    if not 0 < len(words) <= _LONGEST or words[0].key not in grammar.prepositions - grammar.agents:
        return office.end
    verb = any(
        word.span.start in clause.cues and before.key not in grammar.determiners for before, word in pairwise(words)
    )
    closed = grammar.times | (grammar.pronouns - grammar.determiners) | grammar.finite | grammar.breaks | grammar.who
    rules = load_name_rules(grammar.language)
    plain = all(
        word.key not in closed
        and word.key[:1].isalpha()
        and (rules.unelided(word.key) in rules.bodies or word.key not in grammar.roles)
        for word in words[1:]
    )
    return clause.span.end if plain and not verb else office.end
