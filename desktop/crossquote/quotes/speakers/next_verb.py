"""Where a subject behind its verb ends before what else is done: "dijo el portero | y se fue"."""

from collections.abc import Sequence

from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.unspoken import load_unspoken

_PARTNER = 3
"""So many words has somebody with an article who speaks with another, at most."""


def without_next_verb(words: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """Return words behind a verb up to an "and" that joins another verb to it, nobody who speaks, too."""
    at = next((at for at in range(1, len(words)) if words[at].key in grammar.additive), len(words))
    behind = words[at + 1 :]
    joins = at == len(words) or (bool(behind) and _joins_noun(words[:at], behind, grammar))
    return words if joins else words[:at]


def _joins_noun(before: Sequence[Token], behind: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether "and" joins a noun to those before it, and no verb: somebody else, or what an office is of."""
    joined, told = behind[0], load_unspoken(grammar.language)
    if joined.capital or grammar.is_role(joined.key):
        return True
    verbs = (*told.men, *told.women, *told.many, *grammar.ends.preterites)
    if joined.key in grammar.nominative | grammar.reflexive_clitics or joined.key.endswith(verbs):
        return False
    articled = before[0].key in grammar.determiners
    if articled and joined.key in grammar.determiners:
        return len(behind) <= _PARTNER
    ruled = any(word.key in grammar.links | grammar.prepositions for word in before)
    return ruled or (not articled and (len(behind) == 1 or len(before) > 1))
