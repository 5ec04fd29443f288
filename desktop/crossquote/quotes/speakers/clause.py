"""Clauses: the stretches of a sentence between commas and other marks, with the words, names and cues in them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.identity import ByIdentity
from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import BLOT, Scene
from crossquote.text.names import Name

_MARK = (
    rf"{BLOT}++|[,:](?!(?<=\p{{Nd}}.)\p{{Nd}})|[;()\[\]…՝։]|[!?](?=\s|$)"
    r"|(?<=\p{Ll}{5})\.(?=\s+\p{Lu})|\s[—–-]+(?=\s)|—|--+"
)
_STOP, _STOP_BEFORE = regex.compile(_MARK), regex.compile(rf"(?r){_MARK}")
"""What stands between clauses, looked for forwards and backwards."""
_ENDS = 16
"""So many clauses at either end of a sentence are looked at: no honest sentence has more than those."""


_RELATIVE = 4
"""So many words has a relative clause in which another than its pronoun acts at least."""


class Clause(Struct, frozen=True):
    """A stretch of words without a comma inside, with the names in it."""

    span: Span
    text: str
    words: tuple[Token, ...]
    names: tuple[Name, ...]
    cues: frozenset[int]

    def with_words(self, words: Sequence[Token]) -> "Clause":
        """Return this clause with only some of its words."""
        return replace(self, words=tuple(words))

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.text[self.words[index].span.start].isupper()


def cut_clauses(scene: Scene, span: Span) -> Sequence[Clause]:
    """Return the stretches of `span` between commas and other marks; empty ones stand too, as empty clauses.

    Nobody reads a sentence of more than so many clauses: those between its first and its last are left out.
    """
    return _cut_clauses(ByIdentity(scene), span)


@lru_cache(maxsize=256)
def _cut_clauses(seen: ByIdentity[Scene], span: Span) -> Sequence[Clause]:
    """Return the clauses; kept for a while: beside one verb they are asked for a dozen times, each time of the same."""
    scene = seen.value
    pieces = list(islice(_pieces(scene, span), _ENDS + _ENDS + 1))
    if len(pieces) > _ENDS + _ENDS:
        last = list(islice(_pieces_before(scene, span), _ENDS))
        pieces = [*pieces[:_ENDS], *reversed(last)]
    clauses = tuple(_clause(scene, piece) for piece in pieces)
    return clauses[1:] if len(clauses) > 1 and is_heading(clauses[0], scene.grammar) else clauses


def is_heading(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause is but a heading in capitals before a colon, which names nobody: "THE FACTS: …"."""
    words = clause.words
    if clause.text[clause.span.end : clause.span.end + 1] != ":" or not words or not clause.capital(0):
        return False
    shouted = clause.span.of(clause.text).isupper() and words[0].key in grammar.determiners
    return shouted and not any(grammar.is_role(word.key) for word in words)


def first_clause(scene: Scene, span: Span) -> Clause:
    """Return the first of the clauses of `span`."""
    return _clause(scene, next(_pieces(scene, span)))


def last_clause(scene: Scene, span: Span) -> Clause:
    """Return the last of the clauses of `span`."""
    return _clause(scene, next(_pieces_before(scene, span)))


def _pieces(scene: Scene, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _STOP.finditer(scene.masked, span.start, span.end):
        yield Span(start, max(start, match.start()))
        start = match.end()
    yield Span(start, max(start, span.end))


def _pieces_before(scene: Scene, span: Span) -> Iterator[Span]:
    """Yield the clauses of `span` from its last to its first."""
    end = max(span.start, span.end)
    for match in _STOP_BEFORE.finditer(scene.masked, span.start, span.end):
        yield Span(min(end, match.end()), end)
        end = match.start()
    yield Span(min(end, span.start), end)


def _clause(scene: Scene, span: Span) -> Clause:
    cues = frozenset(cue.span.start for cue in scene.cues_in(span) if cue.verb)
    return Clause(span, scene.masked, tuple(scene.words_in(span)), tuple(scene.names_in(span)), cues)


def opens_circumstance(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether a word that may begin a clause, too, is a preposition at the head of one: "dopo un colloquio"."""
    key = words[at].key
    both = key in grammar.prepositions and key not in grammar.conjunctions and key not in grammar.as_words
    return both and all(grammar.is_adverb(word.key) for word in words[:at])


def opens_time(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a phrase at `index` only tells when: "dijo este martes el ministro"."""
    if index + 1 >= len(clause.words) or clause.words[index].key not in grammar.determiners:
        return False
    capital = clause.capital(index + 1) and clause.words[index].key not in grammar.oblique_determiners
    return not capital and clause.words[index + 1].key in grammar.times


def goes_on_behind_comma(scene: Scene, clause: Clause, index: int) -> bool:
    """Tell whether a clause begins with its verb behind a comma, and its subject before that: ", had doubts | and"."""
    opens, free = clause.words[0], scene.grammar.order
    bare = opens.key in scene.grammar.finite and not opens.capital and index > 1
    fixed = not (free.inverts or free.commas or free.verb_first or free.verb_second or free.drops_pronouns)
    return bare and fixed and scene.masked[clause.span.start - 1 : clause.span.start] == ","


def beside_in_relative(clause: Clause, grammar: Grammar) -> Span | None:
    """Return the name that closes a relative clause, right before its verb: "whose state Roe | praised"."""
    words, order = clause.words, grammar.order
    fixed = not (order.inverts or order.commas or order.verb_first or order.verb_second or order.verb_last)
    if not fixed or len(words) < _RELATIVE or words[0].key not in grammar.relatives - grammar.conjunctions:
        return None
    name = next((name for name in clause.names if name.span.end == words[-1].span.end and name.sure), None)
    return name.whole if name is not None and name.span.start > words[0].span.end else None


def joins_names(clause: Clause, index: int) -> bool:
    """Tell whether a conjunction joins two subjects ("Smith and Jones said"), or the parts of a name."""
    before, after = clause.words[:index], clause.words[index + 1 :]
    if not before or not after:
        return False
    if any(name.span.start < clause.words[index].span.start < name.span.end for name in clause.names):
        return True
    ends = {name.span.end for name in clause.names}
    starts = {name.span.start for name in clause.names}
    return before[-1].span.end in ends and after[0].span.start in starts
