"""The shapes of reported speech in a sentence, and the order in which they are tried."""

from collections.abc import Callable, Sequence

from crossquote.quotes.cues import Governs
from crossquote.quotes.indirect.after_comma import comma_clause, comma_infinitive
from crossquote.quotes.indirect.asides import (
    as_clause,
    connective,
    postpositional,
    prepositional,
    quotative,
    relative_anaphor,
)
from crossquote.quotes.indirect.complements import (
    after_colon,
    after_conjunction,
    asked,
    bare_clause,
    gerund,
    infinitive,
    noun_complement,
)
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.noun_objects import noun_object
from crossquote.quotes.indirect.parentheticals import parenthetical
from crossquote.quotes.indirect.references import taken_up
from crossquote.quotes.indirect.verb_final import around_verb
from crossquote.quotes.indirect.without_conjunction import before_particle, behind_comma, behind_owned_noun

Pattern = Callable[[CuePlace], ReportedSpeech | None]

_PREPOSITIONAL: Sequence[Pattern] = (prepositional, postpositional, quotative, connective)
_OTHER: Sequence[Pattern] = (
    noun_complement,
    after_colon,
    relative_anaphor,
    as_clause,
    before_particle,
    behind_comma,
    behind_owned_noun,
    taken_up,
    parenthetical,
    after_conjunction,
    infinitive,
    comma_infinitive,
    bare_clause,
    comma_clause,
    gerund,
    noun_object,
)


def find_report(place: CuePlace) -> ReportedSpeech | None:
    """Return what the cue at `place` reports, None where it reports nothing."""
    if place.sentence.tokens[place.first].quoted:
        return None
    if place.cue.verb and Governs.CLAUSE not in place.cue.governs:
        return None
    if asked(place) or _part_of_name(place):
        return None
    if place.grammar.order.verb_last and place.cue.verb:
        return around_verb(place)
    patterns = _PREPOSITIONAL if not place.cue.verb and Governs.NOUN_COMPLEMENT not in place.cue.governs else _OTHER
    for pattern in patterns:
        found = pattern(place)
        if found is not None:
            return found
    return None


def _part_of_name(place: CuePlace) -> bool:
    """Tell whether a noun stands with a capital inside its sentence: "the Daily News, …" reports nothing."""
    if place.cue.verb or place.grammar.order.nouns_have_capitals or place.sentence.headline:
        return False
    noun = Governs.NOUN_COMPLEMENT in place.cue.governs
    return noun and place.sentence.tokens[place.first].capital and place.first > 0 and place.word(place.first - 1)
