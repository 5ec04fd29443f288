"""The subject of a verb that closes its sentence: its topic, else the first phrase that can be one."""

from collections.abc import Sequence

import regex

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.behind_verb import nearest_right
from crossquote.quotes.speakers.clause import Clause, cut_clauses
from crossquote.quotes.speakers.noun_phrases import phrases, with_owners
from crossquote.quotes.topics import find_topic, load_topic_rules

_BOTH = 2
"""So many phrases are an office and the person in it."""
_HUNG = regex.compile(r"[”»“\"]\p{Ll}")
"""An ending that hangs on a name in marks."""


def before_last_verb(scene: Scene, left: Span, right: Span, grammar: Grammar) -> Span | None:
    """Return the subject where the verb closes the sentence: its topic, else its first phrase, else what follows."""
    topics = load_topic_rules(scene.language)
    if topics is not None:
        return find_topic(scene, left, topics)
    clauses = cut_clauses(scene, left)
    every = ((clause, phrase) for clause in clauses for phrase in phrases(clause, grammar))
    found = ((clause, phrase) for clause, phrase in every if not _is_in_case(scene, phrase))
    told = [(clause, phrase) for clause, phrase in found]
    first = with_owners(*(_apposed(scene, told) or told[0]), grammar) if told else None
    return lone_name(scene, clauses[0]) or first or nearest_right(scene, right, grammar)


def _apposed(scene: Scene, told: Sequence[tuple[Clause, Span]]) -> tuple[Clause, Span] | None:
    """Return who is named with a title right behind a comma that another title ends at: "…müavini, deputat Ana Roe"."""
    if len(told) < _BOTH or any(name.sure for name in scene.names_in(told[0][1])):
        return None
    (before, office), (clause, person) = told[:_BOTH]
    begins = bool(clause.words) and person.start == clause.words[0].span.start
    beside = office.end == before.words[-1].span.end and comma_at(scene, office.end) and clause is not before
    titled = any(name.title is not None and " " in name.key for name in scene.names_in(person))
    return told[1] if begins and beside and titled else None


def _is_in_case(scene: Scene, phrase: Span) -> bool:
    """Tell whether a phrase is no subject by the ending that hangs on it: "Modern.az-a", "“Səhər”ə"."""
    last = next(reversed(scene.words_in(phrase)), None)
    joined = last is not None and "-" in last.key and scene.grammar.is_oblique_name(last.key)
    return joined or _HUNG.match(scene.text, phrase.end) is not None


def lone_name(scene: Scene, clause: Clause) -> Span | None:
    """Return a name that alone stands before the first comma, though it opens the sentence: "Selim, “…” dedi"."""
    words = clause.words
    whole = Span(words[0].span.start, words[-1].span.end) if words else None
    named = whole is not None and any(name.span == whole for name in clause.names)
    return whole if named and comma_at(scene, clause.span.end) else None


def comma_at(scene: Scene, place: int) -> bool:
    """Tell whether a comma stands at `place`, or behind a blank there."""
    return scene.masked[place : place + 2].lstrip().startswith(",")
