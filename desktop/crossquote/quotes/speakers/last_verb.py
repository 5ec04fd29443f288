"""The subject of a verb that closes its sentence: its topic, else the first phrase that can be one."""

from collections.abc import Sequence

import regex

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.behind_verb import nearest_right
from crossquote.quotes.speakers.clause import Clause, cut_clauses
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.noun_phrases import phrases, with_owners
from crossquote.quotes.topics import find_topic, load_topic_rules
from crossquote.text.words import fold

_BOTH = 2
"""So many phrases are an office and the person in it."""
_PARTICIPLE = 5
"""So many letters has a participle at least."""
_ENDING = regex.compile(r"['’]\p{Ll}")
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
    return (
        lone_name(scene, clauses[0])
        or behind_participle(scene, clauses)
        or _described(scene, left, right, clauses)
        or first
        or nearest_right(scene, right, grammar)
    )


def _described(scene: Scene, left: Span, right: Span, clauses: Sequence[Clause]) -> Span | None:
    """Return whom a cue describes, being a participle, where nobody else is named before it."""
    grammar, cue = scene.grammar, scene.words_in(Span(left.end, right.start))
    if not cue or not cue[-1].key.endswith(grammar.ends.attributive or (" ",)):
        return None
    phrase = nearest_right(scene, right, grammar)
    if phrase is None or _is_declined(scene, phrase, grammar) or not speaks(scene, phrase, grammar):
        return None
    return None if _opens_with_name(scene, clauses[0], grammar) else phrase


def behind_participle(scene: Scene, clauses: Sequence[Clause]) -> Span | None:
    """Return who stands behind a participle, with all that it says before it: "Yılmaz'ın geldiğini belirten Demir, …".

    A name before it that stands in no case is the subject of the sentence, and does something with that one.
    """
    grammar = scene.grammar
    for clause in reversed(clauses if grammar.ends.attributive else ()):
        for at in range(len(clause.words) - 1, 0, -1):
            if not _is_attributive(clause, at - 1, grammar):
                continue
            phrase = next(phrases(clause.with_words(clause.words[at:]), grammar), None)
            if phrase is None or phrase.start != clause.words[at].span.start or _is_declined(scene, phrase, grammar):
                continue
            closes = phrase.end == clause.words[-1].span.end
            if closes and speaks(scene, phrase, grammar) and not _opens_with_name(scene, clauses[0], grammar):
                return phrase
    return None


def _is_attributive(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether the word at `at` is a participle that describes the noun behind it: "belirten", no "bakan"."""
    key = clause.words[at].key
    plain = not clause.words[at].capital and not grammar.is_role(key) and not grammar.is_adverb(key)
    return plain and len(key) >= _PARTICIPLE and key.endswith(grammar.ends.attributive)


def _is_declined(scene: Scene, phrase: Span, grammar: Grammar) -> bool:
    """Tell whether the last word of a phrase has the ending of a case."""
    last = fold(phrase.of(scene.text)).rpartition(" ")[2]
    hung = _ENDING.match(scene.text, phrase.end) is not None  # a name ends before its ending: "Yılmaz|'ın"
    return hung or last.endswith(grammar.ends.possessives) or grammar.is_oblique_name(last)


def _opens_with_name(scene: Scene, clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause opens with a name in no case: that is its subject."""
    named = (name for name in clause.names if name.sure and name.span.start == clause.words[0].span.start)
    return any(not _is_declined(scene, name.span, grammar) for name in named)


def owner_of_words(scene: Scene, phrase: Span) -> Span:
    """Return a phrase that a participle ends as far as to whose words it tells: "Yılmaz'ın dün sarf ettiği" “…”."""
    grammar, words = scene.grammar, scene.words_in(phrase)
    if not words or words[-1].capital or not words[-1].key.endswith(grammar.ends.complements or (" ",)):
        return phrase
    owners = (word for word in words[:-1] if word.capital and word.key.endswith(grammar.ends.possessives))
    owner = next(owners, None)
    return phrase if owner is None else Span(phrase.start, owner.span.end)


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
