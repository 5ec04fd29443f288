"""Offices that nobody's name stands beside, taken up by their role alone: "the defence minister … the minister"."""

from collections.abc import Iterator

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.head_names import head_name
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.offices import OfficeRules, read_role, unelided

_SENTENCES = 6
"""So many sentences before are looked through."""
_SHORT = 5
"""A role of no more letters is looked for as a word of its own."""
_LOOK_BACK = 1_500
"""So far back, in letters, those are."""


def office_before(scene: Scene, mention: Span, rules: OfficeRules) -> Span | None:
    """Return the one office shortly before that a role alone means; None where several do, or a person is named.

    One that was held before, or by a deputy, is another; "an official of the port" is any of several.
    """
    role, beside = _role(scene, mention, rules)
    several = any(word.key in scene.grammar.groups - scene.grammar.roles for word in scene.words_in(mention))
    if not role or beside or several or scene.grammar.order.caseless:
        return None
    found: dict[frozenset[str], Span] = {}
    for phrase in _phrases_before(scene, mention):
        if not _is_one(scene, phrase, rules):
            continue
        office = _up_to_complement(scene, phrase, _role(scene, phrase, rules)[0])
        other, more = _role(scene, office, rules)
        head = _before_head(other, role, rules)
        if not (head or (more and other == role)):
            continue
        more |= head
        if head_name(scene, phrase, scene.grammar) is not None or more & scene.grammar.former:
            return None
        found.setdefault(more, office)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_one(scene: Scene, phrase: Span, rules: OfficeRules) -> bool:
    """Tell whether a phrase is of somebody known, by its article or whose it is, where its language has articles."""
    words, grammar = scene.words_in(phrase), scene.grammar
    if not words:
        return False  # a word in part: "they’ll"
    first = words[0].key
    if first in grammar.oblique_determiners:
        return False  # "den Wirtschaftsminister"
    if first in rules.definite or first in grammar.definite or unelided(first) != first:
        return True
    bare = not rules.definite or bool(rules.definite_ends)
    return first not in grammar.determiners if bare else first.endswith(grammar.ends.possessives)


def _up_to_complement(scene: Scene, phrase: Span, role: str) -> Span:
    """Return a phrase without what stands behind its role with nothing that ties it: "el candidato | suele decir"."""
    words, grammar = scene.words_in(phrase), scene.grammar
    if grammar.order.names_inflect or not role:
        return phrase
    last = role.rsplit(maxsplit=1)[-1]
    at = next((at for at, word in enumerate(words) if word.key.endswith(last)), len(words) - 1)
    small = grammar.links | grammar.prepositions
    plain = at + 1 < len(words) and words[at + 1].key not in small and not words[at + 1].capital
    return Span(phrase.start, words[at].span.end) if plain else phrase


def _before_head(role: str, head: str, rules: OfficeRules) -> frozenset[str]:
    """Return what stands in a role before the one that it ends with: "defence", "försvars"; nothing for another."""
    compound = bool(rules.role_ends) and len(head) > _SHORT
    ends = rules.head_last and role.endswith(head if compound else f" {head}")
    return frozenset(role.removesuffix(head).split()) if ends else frozenset()


def _role(scene: Scene, phrase: Span, rules: OfficeRules) -> tuple[str, frozenset[str]]:
    """Return the role that a phrase names, and the words beside it but its articles."""
    words = [unelided(word.key) for word in scene.words_in(phrase)]
    if not words or words[0] in scene.grammar.questions:
        return "", frozenset()
    return read_role(words, rules)


def _phrases_before(scene: Scene, mention: Span) -> Iterator[Span]:
    """Yield the noun phrases of the sentences before a mention, the nearest sentence first."""
    for sentence in scene.sentences_before(scene.sentence_at(mention.start), _SENTENCES, _LOOK_BACK):
        for clause in cut_clauses(scene, sentence):
            yield from phrases(clause, scene.grammar, governed=True)
