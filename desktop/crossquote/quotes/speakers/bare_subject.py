"""A bare subject: a noun or a name without an article that stands right before its verb ("Neighbors said")."""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.behind_verb import is_named
from crossquote.quotes.speakers.clause import Clause
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.places import can_speak, without_place
from crossquote.quotes.unspoken import MANY, load_unspoken
from crossquote.text.words import Word, fold

_LONGEST = 3
"""So many words has such a clause at most."""
_BESIDE = 12
"""So many letters before a verb hold its auxiliary."""


def may_be_of_several(scene: Scene, cue: CueMatch) -> bool:
    """Tell whether a verb may be said of those in a place, if its subject need not be spoken: "W Rynie mówiono"."""
    rules = load_unspoken(scene.language)
    before = scene.words_in(Span(max(0, cue.span.start - _BESIDE), cue.span.start))[-1:]
    wanted = rules.wanted(fold(cue.span.of(scene.text)), before[0].key if before else "")
    return not rules.pronouns or wanted in (MANY, None)


def bare_subject(clause: Clause, grammar: Grammar, *, governed: bool = True) -> Span | None:
    """Return a bare noun or a name at the head of a sentence, right before the cue.

    A name that a preposition governs is a place; those there may speak if `governed`: "Iz Norda kažu".
    """
    words = [word for word in clause.words if not grammar.is_adverb(word.key)]
    if not words or words[-1].key in grammar.prepositions | grammar.breaks | grammar.who | grammar.determiners:
        return None
    last = next((at for at in reversed(range(len(words))) if words[at].key in grammar.prepositions), None)
    if grammar.order.names_inflect and last is not None and not can_speak(clause, words[last + 1 :], grammar):
        return None  # "В нём подчеркивается", "На вопрос журналиста ответят", but "Iz policije kažu"
    adjacent = list(phrases(clause, grammar, governed=True))
    if adjacent and adjacent[-1].end == words[-1].span.end and not grammar.order.verb_second:
        place = not governed and adjacent[-1] in {name.span for name in clause.names}
        before = next((word.key for word in reversed(words) if word.span.end <= adjacent[-1].start), "")
        ruled = place and before in grammar.locatives
        found = without_place(clause, adjacent[-1], grammar)
        return None if ruled and found == adjacent[-1] else found
    if grammar.order.verb_second:  # "Doyle zei": a first word with a capital is a name, as far as anybody knows
        leads = len(words) == 1 and not grammar.order.nouns_have_capitals and is_named(clause, words[0].span)
        return words[0].span if leads else None
    return _whole_name(clause, words, grammar) if len(words) <= _LONGEST else None


def _whole_name(clause: Clause, words: Sequence[Word], grammar: Grammar) -> Span:
    """Return the last of `words`; all that are no verbs, where no capital shows how much of them is a name."""
    small = grammar.prepositions | grammar.breaks | grammar.determiners
    name = [word for word in words if word.span.start not in clause.cues] or words[-1:]
    unseen = grammar.order.verb_first and grammar.order.caseless and not any(word.key in small for word in name)
    return Span(name[0].span.start, name[-1].span.end) if unseen else words[-1].span
