"""The clause whose report ends right before "and": who says more in it is its subject, and nobody the report names.

"Белов предупредил, что Северная служба закрыта, | и заявил, …" is Белов's.
"""

from collections.abc import Sequence

from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import Clause
from crossquote.quotes.unspoken import load_unspoken
from crossquote.text.words import fold

_MARKS = ",.;:!?"
_VERB = 40
"""No verb has more letters."""


def before_report(scene: Scene, clauses: Sequence[Clause], end: int, grammar: Grammar) -> Clause | None:
    """Return the clause with a verb of saying that reports the one before the last; None where none does.

    The last has nothing but "and" in it, and a verb that ends at `end`; what is reported may be of several clauses.
    """
    if len(without_adverbs(clauses[-1].words, grammar)) != 1:
        return None
    at = len(clauses) - 2
    if at >= 0 and clauses[at].cues and _holds_report(clauses[at], grammar):
        return clauses[at]
    while at > 0 and _goes_on(clauses[at], grammar):
        at -= 1
    reported = at > 0 and bool(clauses[at].words) and grammar.opens_clause(clauses[at].words[0].key)
    if not reported or not clauses[at - 1].cues:
        return None
    before = max(clauses[at - 1].cues)
    verbs = (scene.text[before : before + _VERB].split()[0], scene.text[max(0, end - _VERB) : end].split()[-1])
    return clauses[at - 1] if len({_is_womans(verb, scene) for verb in verbs}) == 1 else None


def _is_womans(verb: str, scene: Scene) -> bool:
    """Tell whether a verb is said of a woman, by its ending: "заявила"."""
    return fold(verb.strip(_MARKS)).endswith(load_unspoken(scene.language).women)


def without_adverbs(words: Sequence[Token], grammar: Grammar) -> Sequence[Token]:
    """Return words of a clause but its adverbs; "and" that opens it is none, though it may mean "also": "și a spus"."""
    opens = bool(words) and words[0].key in grammar.coordinators
    return [word for at, word in enumerate(words) if (opens and not at) or not grammar.is_adverb(word.key)]


def _holds_report(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether no comma stands before what a clause reports: "Jović je upozorio da služba odlazi"."""
    verb = min(clause.cues)
    behind = (word.key for word in clause.words if word.span.start > verb)
    own = clause.words[0].key not in grammar.who | grammar.relatives and not grammar.opens_clause(clause.words[0].key)
    return own and any(map(grammar.opens_clause, behind))


def _goes_on(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause goes on with what the one before it reports: "что порт закрыт, | а мост цел"."""
    opens = grammar.coordinators | grammar.relatives | grammar.who | grammar.subordinators
    return not clause.words or clause.words[0].key in opens - grammar.conjunctions
