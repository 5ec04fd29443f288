"""The subject of a verb in the clauses to its left, past what stands in commas: "Larry Noble, an attorney, said"."""

from collections.abc import Sequence

import regex

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause
from crossquote.quotes.speakers.head_names import head_name
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.offices import load_office_rules

_PARTY = regex.compile(r"\p{Lu}-\p{Lu}")
"""How a member of parliament's party and place begin: "R-Texas"."""
_HEAD_OF_RELATIVE = 5
_FURTHEST = 5
"""So many clauses to the left of a cue are looked through."""


def further_left(scene: Scene, clauses: Sequence[Clause], grammar: Grammar) -> Span | None:
    """Return the subject left of a clause in commas: "Larry Noble, an attorney, said"."""
    relative = bool(clauses[-1].words) and clauses[-1].words[0].key in grammar.who
    found: Span | None = None
    for place in range(len(clauses) - 2, max(-1, len(clauses) - 2 - _FURTHEST), -1):
        clause = clauses[place]
        if place and len(clause.words) == 1 and clause.words[0].key in grammar.who - grammar.determiners:
            return clause.words[0].span  # "…, who, on Friday, said"
        here = list(phrases(clause, grammar))
        role = any(grammar.is_role(word.key) for word in clause.words)  # "De son côté, l’opposition, …, réclame"
        if place and len(clause.words) <= 2 and not role and _ends_governed(clauses[place - 1], grammar):
            continue
        if not here and not place and found is not None and _is_lone_name(clause, grammar):
            return clause.words[0].span  # "Aalbers, die het rapport schreef, spreekt van …"
        bracketed = clause.text[clause.span.start - 1 : clause.span.start] == "("
        if not here or bracketed or _is_subordinate(clause, grammar) or _tells_trade(clauses, place, grammar):
            continue
        found = here[-1] if relative else here[0]
        if not (_apposition(scene, clause, found, grammar) or _in_relative(clauses, place, grammar)):
            return found
    return found


def _tells_trade(clauses: Sequence[Clause], place: int, grammar: Grammar) -> bool:
    """Tell whether a clause says but what somebody named before it is: "Karl Roe, Imker aus Salem, sagte".

    So where nouns have capitals, and no verb stands in it.
    """
    before, words = clauses[place - 1] if place else None, clauses[place].words
    if before is None or not before.words or not grammar.order.nouns_have_capitals or clauses[place].cues:
        return False
    end = before.words[-1].span.end
    named = any(name.sure and name.span.end == end and " " in name.key for name in before.names)
    own = any(" " in name.key and name.span.start == words[0].span.start and name.sure for name in clauses[place].names)
    return named and not own and not any(word.key in grammar.finite | grammar.determiners for word in words[:1])


def _is_subordinate(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause has a verb of its own, where the next needs no subject: "Aunque Roe cede, dijo que …"."""
    opens = clause.words[0].key in grammar.subordinators - grammar.prepositions
    return opens and grammar.order.drops_pronouns


def _is_lone_name(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause is one word with a capital: who acts, where the verb stands second."""
    named = any(name.span.overlaps(word.span) for name in clause.names for word in clause.words)
    return len(clause.words) == 1 and named and grammar.order.verb_second and not grammar.order.nouns_have_capitals


def _in_relative(clauses: Sequence[Clause], place: int, grammar: Grammar) -> bool:
    """Tell whether a clause stands in commas inside a relative one: "Roe, whose town, Salem, is far, says"."""
    before = clauses[place - 1].words if place > 1 else ()
    opens = any(word.key in grammar.relatives - grammar.determiners for word in before[:2])  # "la cui città"
    return opens and len(before) <= _HEAD_OF_RELATIVE


def _ends_governed(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause ends with a phrase after a preposition: what follows in commas says where that is."""
    ungoverned = list(phrases(clause, grammar))
    every = list(phrases(clause, grammar, governed=True))
    return bool(every) and every[-1].end == clause.words[-1].span.end and every[-1] not in ungoverned


def _apposition(scene: Scene, clause: Clause, phrase: Span, grammar: Grammar) -> bool:
    """Tell whether a clause only says more of somebody named before it."""
    first = clause.words[0]
    pronouns = grammar.relatives | grammar.conjunctions
    relative = grammar.order.inverts and first.key in pronouns - grammar.determiners
    if relative or first.key in grammar.who or first.key in grammar.prepositions:
        return True
    if _PARTY.match(scene.text, phrase.start):
        return True
    role = grammar.is_role(first.key) or first.key in grammar.determiners
    if first.key in grammar.determiners - grammar.possessive - load_office_rules(scene.language).definite:
        return True  # "a Liberal MP"
    titled = any(name.title for name in scene.names_in(phrase))
    if role and not titled and head_name(scene, phrase, grammar) is None:  # "the minister of Norland"
        return True
    if any(name.span.overlaps(phrase) and name.sure for name in clause.names) or first.key in grammar.pronouns:
        return False
    return first.key in grammar.determiners or grammar.is_role(first.key) or phrase.start > first.span.start
