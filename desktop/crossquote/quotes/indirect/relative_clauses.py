"""Where a clause ends that says more of its sentence's subject: "Ana Roe, who said the bridge was unsafe, has left"."""

from crossquote.quotes.indirect.cue_place import CuePlace
from crossquote.text.endings import COMMAS

_LED = 4
"""So many words stand from a relative pronoun to the cue at most: "who has repeatedly said"."""
_PAST = 4
"""A verb that only its ending shows to be past has more letters than this."""
_SUBJECT = 16
"""So many words has the subject that a relative clause says more of at most."""


def relative_end(place: CuePlace, start: int) -> int | None:
    """Return the comma that closes the relative clause of a cue, where the sentence's own verb follows it.

    What the cue reports begins at `start`.

    None where the cue stands in no relative clause, or its sentence has had its verb: "They met Roe, who said that …".
    """
    opening = _opening(place)
    if opening is None or not 0 < opening <= _SUBJECT or _has_verb(place, opening):
        return None
    commas = [index for index in range(start, place.size) if place.key(index) in COMMAS]
    known = [index for index in commas if _is_verb(place, index + 1)]
    if known:
        return known[-1]
    return commas[0] if len(commas) == 1 and _may_be_verb(place, commas[0] + 1) else None


def _opening(place: CuePlace) -> int | None:
    """Return the comma before the relative pronoun that the cue has for its subject."""
    pronouns = place.grammar.who | place.grammar.relatives
    for index in range(place.first - 1, max(place.first - 1 - _LED, 0), -1):
        if place.key(index) in COMMAS:
            return None
        if place.key(index) in pronouns and place.key(index - 1) in COMMAS:
            return index - 1
    return None


def _has_verb(place: CuePlace, end: int) -> bool:
    """Tell whether a verb stands before `end`, as far as its form shows."""
    return any(_is_verb(place, index) for index in range(end))


def _is_verb(place: CuePlace, index: int) -> bool:
    """Tell whether a verb stands at `index`, behind adverbs, that its form or the lexicon shows."""
    grammar = place.grammar
    while grammar.is_adverb(place.key(index)) and place.key(index) not in grammar.finite:
        index += 1
    if not place.word(index) or place.sentence.tokens[index].capital:
        return False
    key, past = place.key(index), grammar.ends.past
    by_form = len(key) > _PAST and key.endswith(past) and place.key(index - 1) not in grammar.determiners
    return key in grammar.finite or by_form or any(index == first for first, _, cue in place.sentence.cues if cue.verb)


def _may_be_verb(place: CuePlace, index: int) -> bool:
    """Tell whether a word that nobody knows may be the verb of a sentence: it is no small word, name or participle."""
    grammar = place.grammar
    while grammar.is_adverb(place.key(index)):
        index += 1
    small = grammar.breaks | grammar.adjuncts | grammar.determiners | grammar.relatives | grammar.subjects
    if not place.word(index) or place.sentence.tokens[index].capital or place.key(index) in small | grammar.asides:
        return False
    return not place.key(index).endswith(grammar.ends.participles)
