"""Subjects that lead their sentence with an apposition or a relative clause behind them, right before its verb.

"Por su parte, Mario Castel, representante del puerto, destacó …": nothing is said there before the verb, and whoever
stands in the first part says what follows.
"""

from collections.abc import Sequence

from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.text.endings import COMMAS, DASHES

CommaPart = Sequence[Token]
_LEAD = 6
"""So many words at most only say when, where or for whom, before the subject."""
_ROLE = 12
"""So many words has a role with what it is of, at most."""
_OPENING = 3
"""Among so many words stands the role that a subject opens with: "el virtual presidente"."""
_BARE = 4
"""So many words has a subject that is neither a name nor a role, before a relative clause."""
_RELATIVE = 14
"""So many words has a relative clause at most."""
_PLACE = 4
"""So many words at most say where a body is, behind it: "en Villalba"."""
_PARTS = 5
"""So many parts are looked at: more have a list, or several clauses."""


def leading_subject(parts: Sequence[CommaPart], grammar: Grammar, *, closed: bool = True) -> CommaPart | None:
    """Return who leads the `parts` between commas before a verb; None where a clause of its own may stand there.

    Of a role and a name beside each other it is the name. Where no comma has `closed` the last, it is a role behind a
    name: "Mario Castel, titular del puerto | afirmó".
    """
    if not 2 <= len(parts) <= _PARTS or not all(parts):
        return None
    start = 0
    while len(parts) - start > 1 and _is_circumstance(parts[start], grammar):
        start += 1
    if len(parts) - start == 1:
        return parts[start] if closed and _is_named(parts[start], grammar) else None  # "En mayo, Tom Roe, condenó …"
    small = grammar.coordinators | grammar.additive
    opening = [word for at, word in enumerate(parts[start]) if at or word.key not in small]  # "Mas | Pedro Faro"
    first, rest = opening or parts[start], parts[start + 1 :]
    named, office = _is_named(first, grammar), _is_office(first, grammar)
    relative = _is_relative(rest[-1], grammar)
    bare = relative and first[0].key in grammar.determiners and len(first) <= _BARE and _is_plain(first, grammar)
    if not (named or office or bare):
        return None
    apposed = named and closed and _is_plain(rest[0], grammar)  # behind a name alone, a verb has no comma before it
    beside = (part for at, part in enumerate(rest) if at or not apposed)
    if not all(_tells_who(part, grammar) or (part is not rest[0] and _is_place(part, grammar)) for part in beside):
        return None
    if not closed:
        office = grammar.is_role(rest[0][0].key) and _is_office(rest[0], grammar)
        office = len(rest) == 1 and (office or (grammar.is_bare and _is_plain(rest[0], grammar)))
        return first if named and office and not _opens_with_role(first, grammar) else None
    swaps = _is_named(rest[0], grammar) and _opens_with_role(first, grammar) and not (named and grammar.is_bare)
    name = rest[0] if swaps else None
    return name or (first if named or relative else None)


def _is_circumstance(part: CommaPart, grammar: Grammar) -> bool:
    """Tell whether a part only says when, where or for whom."""
    first = part[0].key
    led = first in grammar.prepositions | grammar.times | grammar.adjuncts or grammar.is_adverb(first)
    led = led or first in grammar.coordinators | grammar.adverbs
    return led and len(part) <= _LEAD and _is_plain(part, grammar)


def _is_plain(part: CommaPart, grammar: Grammar) -> bool:
    """Tell whether no word of a part is known for a verb, or opens a clause."""
    known = grammar.finite | grammar.negators | (grammar.clitics - grammar.determiners - grammar.links)
    return not any(word.key in known or grammar.opens_clause(word.key) for word in part)


def _is_named(part: CommaPart, grammar: Grammar) -> bool:
    """Tell whether a part is a full name, with a role right before it or without, and nothing else."""
    small = grammar.determiners | grammar.honorifics
    links = grammar.links | grammar.nobility | grammar.determiners
    at = next((at for at, word in enumerate(part) if word.capital and word.key not in small), len(part))
    lead, name = [word for word in part[:at] if word.key not in small], part[at:]
    if not name or not name[-1].capital or not all(word.capital or word.key in links for word in name):
        return False
    if any(word.key[:1].isdigit() for word in name):
        return False
    if not lead:
        joined = any(word.key in grammar.links for word in name)
        return len(name) > 1 and not (joined and grammar.is_role(name[0].key))  # "A Secretária Nacional de Pesca"
    of = links | grammar.prepositions | grammar.joined_articles
    ruled = any(word.key in of - (grammar.determiners - grammar.links) for word in part[1:at])
    return grammar.is_role(lead[0].key) and len(lead) <= _ROLE and _is_plain(lead, grammar) and not ruled


def _opens_with_role(part: CommaPart, grammar: Grammar) -> bool:
    """Tell whether a part opens with a role: "el presidente", "Ministrul Sănătății".

    A Vietnamese name may have a word of a role in it: "Trần Văn Bình", as in "văn phòng".
    """
    opening = [word for at, word in enumerate(part[:_OPENING]) if not (at and word.capital and grammar.is_bare)]
    return any(grammar.is_role(word.key) and word.key not in grammar.honorifics for word in opening)


def _is_office(part: CommaPart, grammar: Grammar) -> bool:
    """Tell whether a part is a role, with what it is of: "el presidente electo", "representante del puerto"."""
    small = grammar.determiners | grammar.former
    bare = [word for word in part if word.key not in small][:2]
    led = part[0].key in small or grammar.is_role(part[0].key)
    return led and len(part) <= _ROLE and any(grammar.is_role(w.key) for w in bare) and _is_plain(part, grammar)


def _is_place(part: CommaPart, grammar: Grammar) -> bool:
    """Tell whether a part behind another says where that is: "en Villalba", "Norlandia"."""
    led = part[0].key in grammar.prepositions or (len(part) == 1 and part[0].capital)
    return led and part[-1].capital and len(part) <= _PLACE


def _is_relative(part: CommaPart, grammar: Grammar) -> bool:
    """Tell whether a part is a relative clause: no more than one verb that reports may rule in it."""
    who = grammar.relatives | grammar.who | (grammar.conjunctions if grammar.order.inverts else frozenset[str]())
    return _BARE <= len(part) + 1 <= _RELATIVE and part[0].key in who


def _tells_who(part: CommaPart, grammar: Grammar) -> bool:
    return _is_office(part, grammar) or _is_named(part, grammar) or _is_relative(part, grammar)


def between_commas(tokens: CommaPart) -> list[CommaPart] | None:
    """Return the parts of `tokens` between commas, without words in brackets; None where another mark is left."""
    tokens = tokens[_dateline(tokens) :]
    depth, parts = 0, list[list[Token]]([[]])
    for token in tokens:
        depth += (token.key == "(") - (token.key == ")")
        if depth or token.key == ")":
            continue
        if token.key in COMMAS:
            parts.append([])
        elif token.word:
            parts[-1].append(token)
        else:
            return None
    return [*parts]


def _dateline(tokens: CommaPart) -> int:
    """Return where a sentence begins behind the place that opens it: "KESSRIN - El alcalde, Tom Roe, …"."""
    dash = next((at for at, token in enumerate(tokens[:_BARE]) if token.key in DASHES), None)
    shouted = dash is not None and all(token.capital or not token.word for token in tokens[:dash])
    return dash + 1 if dash is not None and dash and shouted else 0
