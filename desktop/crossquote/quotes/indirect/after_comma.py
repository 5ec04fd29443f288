"""Content after a comma without a conjunction: "sagte, er werde kommen", "bat, zu gehen"."""

from collections.abc import Iterator

from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import COLONS, STOPS, Sentence
from crossquote.quotes.indirect.complements import asked
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import content_end, follows_quote, next_comma, reported
from crossquote.quotes.indirect.forms import subjunctive_at
from crossquote.text.endings import COMMAS

_MAIN = 3
"""So many words have the clause before a comma and the one behind it at least."""


def in_mood(sentence: Sentence, grammar: Grammar) -> Iterator[ReportedSpeech]:
    """Yield the clause behind a comma that only its mood marks as reported: "vertrat die These, es sei zu spät"."""
    tokens = sentence.tokens
    if not grammar.subjunctive or any(asked(CuePlace(sentence, grammar, n)) for n in range(len(sentence.cues))):
        return
    for index, token in enumerate(tokens):
        if token.quoted or token.capital or token.key not in grammar.subjunctive:
            continue
        start = index
        while start > 0 and tokens[start - 1].word:
            start -= 1
        first = tokens[start].key
        if start < _MAIN or tokens[start - 1].key not in COMMAS or first in grammar.subordinators | grammar.reportive:
            return
        end = next((n for n in range(index, len(tokens)) if tokens[n].key in STOPS), len(tokens))
        words = [n for n in range(start, end) if tokens[n].word]
        if all(tokens[n].word for n in range(start, min(start + _MAIN + 1, end))) and len(words) > _MAIN:
            yield ReportedSpeech((Span(tokens[words[0]].span.start, tokens[words[-1]].span.end),), None, None)
        return


def comma_infinitive(place: CuePlace) -> ReportedSpeech | None:
    """Read "forderte die Regierung auf, die Grenze zu öffnen"."""
    if not place.grammar.order.nouns_have_capitals or Governs.INFINITIVE not in place.cue.governs:
        return None
    comma = next_comma(place)
    if comma is None or not _has_infinitive(place, comma + 1):
        return None
    return reported(place, comma + 1, content_end(place, comma + 1))


def _has_infinitive(place: CuePlace, start: int) -> bool:
    """Tell whether an infinitive with its particle ("zu gehen") stands in the clause that begins at `start`."""
    infinitives = place.grammar.infinitives
    for index in range(start, place.size):
        key = place.key(index)
        if key in STOPS | COLONS:
            return False
        if key in infinitives and _lower_infinitive(place, index + 1):
            return True
        if _holds_particle(key, place.grammar) and not place.sentence.tokens[index].capital:
            return True
    return False


def _holds_particle(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is an infinitive that holds the particle before it: "aufzugeben"."""
    inside = key[2:-3]
    return len(key) > 6 and key.endswith(grammar.ends.joined) and any(word in inside for word in grammar.infinitives)


def _lower_infinitive(place: CuePlace, index: int) -> bool:
    key = place.key(index)
    if not place.word(index) or place.sentence.tokens[index].capital or not key.endswith(place.grammar.ends.bare):
        return False
    return key not in place.grammar.determiners or not place.word(index + 1)


def comma_clause(place: CuePlace) -> ReportedSpeech | None:
    """Read "sagte, er werde kommen": a clause after a comma, told by its subjunctive or by its order."""
    grammar = place.grammar
    if not grammar.order.nouns_have_capitals or Governs.BARE not in place.cue.governs:
        return None
    comma = _after_relative(place, next_comma(place))
    if comma is None or follows_quote(place):
        return None
    first = place.key(comma + 1)
    if first in grammar.conjunctions | grammar.subordinators | grammar.coordinators | grammar.questions:
        return None
    end = content_end(place, comma + 1)
    if not subjunctive_at(place, comma + 1, end) and (
        (first in grammar.relatives and first not in grammar.determiners) or not _verb_second(place, comma + 1, end)
    ):
        return None
    return reported(place, comma + 1, end)


def _after_relative(place: CuePlace, comma: int | None) -> int | None:
    """Return the comma after a relative clause that begins at `comma`, or `comma` itself where none does."""
    if comma is not None and place.key(comma + 1) in place.grammar.determiners - place.grammar.relatives:
        return _after_apposition(place, comma)
    if comma is None or place.key(comma + 1) not in place.grammar.relatives:
        return comma
    after = next((n for n in range(comma + 1, place.size) if place.key(n) in COMMAS), None)
    if after is None or subjunctive_at(place, comma + 1, after):
        return comma
    return after if subjunctive_at(place, after + 1, place.size) else comma


def _after_apposition(place: CuePlace, comma: int) -> int:
    """Return the comma after an apposition that begins at `comma`, or `comma` itself: "…, einem Blatt, er …"."""
    after = next((n for n in range(comma + 1, place.size) if place.key(n) in COMMAS), None)
    if after is None or subjunctive_at(place, comma + 1, after) or _verb_second(place, comma + 1, after):
        return comma
    return after if subjunctive_at(place, after + 1, place.size) else comma


def _verb_second(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether a verb stands second in the clause: a known one, or any right after its subject."""
    tokens = place.sentence.tokens[start : min(end, start + 8)]
    return any(token.key in place.grammar.finite for token in tokens[1:]) or _verb_after_noun(place, start, end)


def _verb_after_noun(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether a verb stands right after the noun that opens the clause: "die Boote blieben im Hafen".

    A relative clause ends with its verb: there nothing would follow it.
    """
    grammar, tokens, index = place.grammar, place.sentence.tokens, start
    if place.key(index) in grammar.determiners:
        index += 1
    while index < end and not tokens[index].capital and place.key(index).endswith(grammar.ends.adjectives):
        index += 1
    noun = index
    while index < end and tokens[index].word and tokens[index].capital:
        index += 1
    return index > noun and index + 1 < end and place.word(index + 1) and _may_be_finite(place.key(index), grammar)


def _may_be_finite(key: str, grammar: Grammar) -> bool:
    """Tell whether a word ends as a finite verb does, and is no small word."""
    small = grammar.determiners | grammar.adjuncts | grammar.linkers | grammar.coordinators | grammar.breaks
    if key in small or grammar.is_adverb(key) or not key.isalpha():
        return False
    return key.endswith((*grammar.ends.finite, *grammar.ends.bare, *grammar.ends.subjunctive))
