"""Noun phrases beside a cue: its subject, and what follows a preposition."""

from crossquote.model.span import Span
from crossquote.quotes.indirect.clauses import COMMAS, QUOTE_MARKS, STOPS
from crossquote.quotes.indirect.cue_place import BRACKETS, BREAKS, CuePlace
from crossquote.quotes.indirect.forms import is_participle


def subject_before(place: CuePlace, index: int) -> Span | None:
    """Return the noun phrase that ends before the verb at `index`."""
    grammar = place.grammar
    end = index
    while end > 0 and _is_adverb(place, end - 1):
        end -= 1
    stop = BREAKS | grammar.coordinators | grammar.conjunctions | grammar.subordinators
    stop |= grammar.relatives | grammar.questions
    if place.key(end - 1) in COMMAS:  # an apposition lies between: "Ivanov, the mayor, said"
        inner = end - 2
        while inner > 0 and place.key(inner) not in COMMAS:
            inner -= 1
        if inner > 0 and place.key(inner) in COMMAS:
            end = inner
    start = end
    while start > 0 and place.key(start - 1) not in stop:
        start -= 1
    return place.span(start, end)


def _is_adverb(place: CuePlace, index: int) -> bool:
    key, endings = place.key(index), place.grammar.ends.adverbs
    return key in place.grammar.adverbs or (len(key) > 4 and key.endswith(endings))


def subject_after(place: CuePlace, index: int) -> tuple[Span | None, int]:
    """Return the noun phrase that follows the verb before `index`, and the index after it."""
    grammar = place.grammar
    end = index
    while end < place.size and place.key(end) not in BREAKS and not place.among(end, grammar.conjunctions):
        if end > index and (place.key(end) in grammar.adjuncts or _is_particle(place, end)):
            break
        end += 1
    return place.span(index, end), end


def _is_particle(place: CuePlace, index: int) -> bool:
    """Tell whether the second part of a verb in two stands at `index`: "fügte sie hinzu"."""
    particle = place.cue.particle
    return particle is not None and place.sentence.tokens[index].span.start == particle.start


def clause_subject(place: CuePlace) -> Span | None:
    """Return the subject of a German clause: before its finite verb, or after it where something else stands first."""
    grammar = place.grammar
    start = place.first
    while start > 0 and place.key(start - 1) not in BREAKS:
        start -= 1
    if start == place.first > 0:
        asked = place.key(0) in grammar.asked
        return subject_after(place, place.last)[0] if asked else subject_before(place, place.first)
    finite = next((n for n in range(start, place.first) if place.key(n) in grammar.finite), place.first)
    first = place.key(start)
    if place.key(finite + 1) in grammar.nominatives:
        return place.span(finite + 1, finite + 2)
    front = place.key(start) not in grammar.adjuncts | grammar.subordinators | grammar.coordinators | grammar.adverbs
    if start < finite and front and (first in grammar.determiners | grammar.subjects or _capital_at(place, start)):
        return place.span(start, finite)
    after = finite + 1 if finite < place.first else place.last
    while place.key(after) in grammar.adverbs | grammar.adjuncts:
        after += 1
    end = after + 1 if place.key(after) in grammar.subjects else _capital_phrase_end(place, after)
    return place.span(after, min(end, place.size))


def _capital_at(place: CuePlace, index: int) -> bool:
    return place.sentence.tokens[index].capital


def find_subject(place: CuePlace) -> Span | None:
    """Return the subject of the cue, None in the passive."""
    if is_participle(place):
        return None
    if place.grammar.order.nouns_have_capitals:
        return clause_subject(place)
    if place.key(place.first - 1) in place.grammar.passives:
        return None
    before = subject_before(place, place.first)
    free = place.grammar.order.commas or place.grammar.order.inverts
    if not place.grammar.order.verb_first and (not free or (before is not None and not oblique(place, before))):
        return before
    after = subject_after(place, place.last)[0]
    return after if after is not None and not oblique(place, after) else None


def oblique(place: CuePlace, span: Span) -> bool:
    """Tell whether a phrase begins with a preposition or holds no more than adverbs: it is no subject."""
    tokens = [token for token in place.sentence.tokens if span.start <= token.span.start < span.end]
    first = next((token for token in tokens if token.key not in place.grammar.adverbs), None)
    return first is None or first.key in place.grammar.adjuncts


def phrase_end(place: CuePlace, start: int) -> int:
    """Return the index after the noun phrase that begins at `start`."""
    if place.grammar.order.nouns_have_capitals:
        return _capital_phrase_end(place, start)
    end = start
    while end < place.size and place.key(end) not in COMMAS | STOPS:
        if place.grammar.order.commas and end > start and place.key(end) in place.grammar.finite:
            break
        end += 1
    return end


def _capital_phrase_end(place: CuePlace, start: int) -> int:
    """Return the index after a phrase of a language whose nouns have capitals: German."""
    tokens, grammar = place.sentence.tokens, place.grammar
    end = start
    while end < place.size and end < start + 6 and tokens[end].word and not tokens[end].capital:
        end += 1
    while end < place.size:
        token = tokens[end]
        if token.capital or token.key in QUOTE_MARKS or token.quoted:
            end += 1
        elif token.key in BRACKETS:
            end = _after_bracket(place, end)
        elif token.key in grammar.linkers and _capital_within(place, end + 1, 3):
            end = next(n for n in range(end + 1, place.size) if tokens[n].capital)
        elif token.key.endswith(grammar.ends.genitives) and end > start and _capital_within(place, end + 1, 1):
            end += 1
        else:
            break
    return end


def _after_bracket(place: CuePlace, index: int) -> int:
    while index < place.size and place.key(index) not in ")]":
        index += 1
    return min(index + 1, place.size)


def _capital_within(place: CuePlace, start: int, count: int) -> bool:
    tokens = place.sentence.tokens[start : start + count]
    return any(token.capital for token in tokens) and all(token.word for token in tokens[:1])
