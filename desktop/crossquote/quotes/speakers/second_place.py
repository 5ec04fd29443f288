"""The subject behind a verb that stands second, after when, where and to whom: "sagte am Montag in Berlin der Rat"."""

from collections.abc import Iterator
from itertools import takewhile

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.behind_verb import nearest_right
from crossquote.quotes.speakers.clause import Clause
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.manner import behind_manner
from crossquote.quotes.speakers.noun_phrases import is_small, phrases
from crossquote.quotes.speakers.obliques import behind_oblique
from crossquote.quotes.when import count_when
from crossquote.text.dates import load_calendar
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.short_forms import is_short_form

_PARTS = 5
"""So many circumstances stand between a verb and its subject at most."""
_FULL = 2
"""So many words has a full name at least."""


def behind_opening_word(scene: Scene, clause: Clause, right: Span) -> Span | None:
    """Return who is named right behind a verb in second place, where a word opens the sentence that may be no name.

    "Häromdagen sade Jan Berg".
    """
    grammar = scene.grammar
    words = [word for word in clause.words if not grammar.is_adverb(word.key)]
    if not grammar.order.verb_second or len(words) != 1 or words[0].span.start != clause.words[0].span.start:
        return None
    opening = words[0].key
    if opening in grammar.pronouns or grammar.is_role(opening) or any(n.sure for n in scene.names_in(words[0].span)):
        return None
    found = nearest_right(scene, right, grammar)
    if found is None or scene.masked[right.start : found.start].strip():
        return None
    return found if any(name.sure for name in scene.names_in(found)) else None


def behind_circumstances(scene: Scene, clause: Clause, grammar: Grammar) -> Span | None:
    """Return the first phrase of a clause that begins right behind its circumstances and can speak.

    One whose article is a genitive, too, may belong to the noun before it, and does where another follows that has no
    such article: "nach dem Treffen der Räte | Kanzler Roe", but "am Montag | der Chef der Firma".
    """
    if not grammar.order.verb_second:
        return None
    found = [(at, phrase) for at in _ends(clause, grammar) if (phrase := _phrase_at(scene, clause, at, grammar))]
    nominative = (
        phrase
        for number, (at, phrase) in enumerate(found)
        if not _may_own(clause, at, grammar) and all(phrase.start >= before.end for _, before in found[:number])
    )
    return next(nominative, found[0][1] if found else None)


def _phrase_at(scene: Scene, clause: Clause, at: int, grammar: Grammar) -> Span | None:
    """Return the phrase that begins with a word of a clause and can speak."""
    rest = clause.with_words(clause.words[at:])
    found = next(phrases(rest, grammar), None)
    begins = found is not None and found.start == clause.words[at].span.start
    return found if begins and found is not None and speaks(scene, found, grammar) else None


def _ends(clause: Clause, grammar: Grammar) -> Iterator[int]:
    """Yield the index behind each circumstance that opens a clause, while others follow; the clause goes on there."""
    at = _behind_one(clause, 0, grammar)
    before = 0
    for _ in range(_PARTS):
        if not before < at < len(clause.words):
            return
        yield at
        before, at = at, _behind_one(clause, at, grammar) or _behind_owner(clause, at, grammar)


def _behind_one(clause: Clause, at: int, grammar: Grammar) -> int:
    """Return the index behind a circumstance that begins at a word of a clause; 0 where none does."""
    words = clause.words
    if at >= len(words):
        return 0
    key = words[at].key
    if (beyond := _behind_small(clause, at, grammar)) > at:
        return beyond
    if (count := count_when(words[at:], grammar)) and not _can_be_somebody(clause, at, at + count, grammar):
        return at + count
    if key in grammar.prepositions - grammar.agents:
        when = count_when(words[at + 1 :], grammar)
        return at + 1 + when if when else _behind_noun(clause, at + 1, grammar)
    if key in grammar.oblique_determiners:
        return _behind_noun(clause, at, grammar)
    told = _is_medium(clause, at, grammar) or key in grammar.addressees
    return _behind_noun(clause, at, grammar) if told else 0


def _behind_small(clause: Clause, at: int, grammar: Grammar) -> int:
    """Return the index behind words without a preposition that say how, to whom or how much later; `at` for none."""
    words, key = clause.words, clause.words[at].key
    told = key in grammar.addressees and not clause.capital(at)
    small = at + (told or grammar.is_adverb(key))
    return max(small, behind_manner(words, at, grammar), behind_oblique(words, at, grammar))


def _can_be_somebody(clause: Clause, at: int, end: int, grammar: Grammar) -> bool:
    """Tell whether words that say when could be a name: "sagte Freitag der Zeitung", no "Mittwochabend", "Ende Mai"."""
    if clause.text.startswith("-", clause.words[end - 1].span.end):
        return True  # "der 54-Jährige"
    key, days = clause.words[at].key, load_calendar(grammar.language).weekdays
    lone = end == at + 1 and clause.capital(at) and not any(key != day and key.startswith(day) for day in days)
    return lone and (end >= len(clause.words) or clause.capital(end) or _may_own(clause, end, grammar))


def _is_medium(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether an article that is a dative, too, has but the initials of a medium behind it: "der dpa"."""
    if clause.words[at].key not in grammar.determiners & grammar.links or at + 1 >= len(clause.words):
        return False
    word = clause.words[at + 1]
    if word.key in load_name_rules(grammar.language).bodies and _begins_person(clause, at + 2, grammar):
        return True  # "der Zeitung Ana Roe"
    small = word.key.isalpha() and not clause.capital(at + 1) and not is_small(word, grammar)
    return grammar.order.nouns_have_capitals and (small or is_short_form(word.span.of(clause.text)))


def _behind_owner(clause: Clause, at: int, grammar: Grammar) -> int:
    """Return the index behind whose something is, by an article that is a genitive, too: "dem Treffen der Räte"."""
    return _behind_noun(clause, at, grammar) if _may_own(clause, at, grammar) else 0


def _may_own(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether an article that is a genitive, too, opens a phrase."""
    return clause.words[at].key in grammar.determiners & grammar.links


def _behind_noun(clause: Clause, at: int, grammar: Grammar) -> int:
    """Return the index behind a noun with its article, what describes it and what it is called, up to somebody's name.

    0 where no noun stands there.
    """
    words = clause.words
    described = takewhile(lambda n: _describes(clause, n, grammar), range(at, len(words)))
    noun = at + sum(1 for _ in described)
    if noun > at and _begins_person(clause, noun, grammar) and words[noun - 1].key not in grammar.determiners:
        return noun  # what looks like an adjective is the noun
    capitals = grammar.order.nouns_have_capitals
    if noun >= len(words) or (capitals and not clause.capital(noun) and not _is_medium(clause, at, grammar)):
        return 0
    end = noun + 1
    while end < len(words) and clause.capital(end) and not _opens_person(clause, end, grammar):
        end += 1
    return end


def _describes(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether a word stands between a preposition and its noun."""
    word = clause.words[at]
    return word.key in grammar.determiners or (not clause.capital(at) and is_small(word, grammar))


def _begins_person(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether a role or somebody's full name begins with a word, where there is one."""
    return at < len(clause.words) and _opens_person(clause, at, grammar)


def _opens_person(clause: Clause, at: int, grammar: Grammar) -> bool:
    """Tell whether a role or somebody's full name begins with a word."""
    word = clause.words[at]
    names = [name for name in clause.names if name.sure and len(name.words) >= _FULL]
    opens = any(word.span.start in (name.whole.start, name.span.start) for name in names)
    return grammar.is_role(word.key) or opens or any(_goes_on(clause, name, at) for name in names)


def _goes_on(clause: Clause, name: Name, at: int) -> bool:
    """Tell whether a full name begins with the second word of what looks like a longer one: "vor Gästen Ana Roe"."""
    second = at > 0 and clause.words[at - 1].span.start == name.span.start
    return second and len(name.words) > _FULL and clause.words[at].span.start < name.span.end
