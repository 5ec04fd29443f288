"""Circumstances: to whom and when it was said, between a verb and the bare clause that it reports.

"told reporters on Monday | the talks had failed", "said Thursday | he has doubts", "told the Herald | she wants to go".
"""

from crossquote.quotes.indirect.cue_place import CuePlace
from crossquote.quotes.when import count_when

_NOUN = 3
"""So many words has whoever is told at most, besides an article."""


def behind_circumstances(place: CuePlace, start: int) -> int:
    """Return where a bare clause begins, that a verb before `start` reports; `start` where nothing stands between."""
    told = _behind_told(place, start)
    when = _behind_name_of_time(place, told) or _behind_when(place, told)
    if when > told and _opens_clause(place, when, named=True):
        return when
    return told


def has_subject(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether a pronoun that does something stands in `[start, end)`: "told them she wants to go"."""
    grammar = place.grammar
    return any(place.key(index) in grammar.subjects - grammar.determiners for index in range(start, end))


def _behind_told(place: CuePlace, start: int) -> int:
    """Return the index behind whoever is told, `start` where nobody is."""
    grammar = place.grammar
    if place.cue.lemma not in grammar.addressing or place.sentence.headline:
        return start
    if place.key(start) in grammar.addressees:
        return start + 1
    named = _behind_name(place, start)
    end = named if named > start else _behind_noun(place, start)
    when = _behind_when(place, end)
    opens = _opens_clause(place, when, named=when > end > start)
    return end if end > start and opens else start


def _behind_name(place: CuePlace, start: int) -> int:
    tokens, grammar, index = place.sentence.tokens, place.grammar, start
    while place.word(index) and tokens[index].capital:
        index += 1
        if place.key(index) in grammar.links and place.word(index + 1) and tokens[index + 1].capital:
            index += 1
    return index


def _behind_noun(place: CuePlace, start: int) -> int:
    """Return the index behind an article and a noun: "the crowd", "the Sundal Herald"."""
    grammar = place.grammar
    if place.key(start) not in grammar.determiners:
        return start
    small = grammar.finite | grammar.prepositions | grammar.links
    for end in range(start + 2, start + 2 + _NOUN):
        if not place.word(end - 1) or place.key(end - 1) in small:
            return start
        if place.key(end) in grammar.determiners | grammar.subjects or _behind_when(place, end) > end:
            return end
    return start


def _behind_when(place: CuePlace, start: int) -> int:
    """Return the index behind words that say when, with the preposition before them: "on Monday", "last week"."""
    grammar = place.grammar
    first = start + (place.key(start) in grammar.prepositions)
    count = count_when(place.sentence.tokens[first:], grammar)
    return first + count if count else start


def _behind_name_of_time(place: CuePlace, start: int) -> int:
    """Return the index behind a name that begins with a day's: "on Monday Night Football | she would"; 0 without it.

    A pronoun behind it begins what is reported: in "on Monday Ana Roe would" the name does.
    """
    grammar, when = place.grammar, _behind_when(place, start)
    end = _behind_name(place, when)
    named = end > when > start and place.sentence.tokens[when - 1].capital and not grammar.order.nouns_have_capitals
    pronoun = place.key(end) in grammar.subjects - grammar.determiners and not place.sentence.tokens[end].capital
    return end if named and pronoun else 0


def _opens_clause(place: CuePlace, index: int, *, named: bool) -> bool:
    """Tell whether a clause can open at `index`: with an article, a pronoun, or a name where that is `named`."""
    grammar, tokens = place.grammar, place.sentence.tokens
    name = named and place.word(index) and tokens[index].capital
    full = name and place.word(index + 1) and tokens[index + 1].capital  # "May Lind": no verb
    if not place.word(index) or (not full and place.key(index) in grammar.finite | grammar.prepositions):
        return False
    return name or place.key(index) in grammar.determiners | grammar.subjects
