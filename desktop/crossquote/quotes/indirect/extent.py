"""How far a reported content reaches in its sentence, and what ends it: a stop, or another attribution."""

from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.indirect.clauses import COLONS, STOPS
from crossquote.quotes.indirect.cue_place import BREAKS, LONG_LEAD, CuePlace, ReportedSpeech
from crossquote.quotes.indirect.forms import is_verb
from crossquote.quotes.indirect.relative_clauses import relative_end
from crossquote.text.endings import COMMAS, DASHES

_SHORTEST = 3
"""So many words has a subordinate clause at least, before a comma can end it."""
_CLAUSE = 4
"""Among so many words of a clause one says that it is a question."""
_SUBJECT, _AROUND = 16, 2
"""So many words have a subject and its apposition at most, which stands between so many commas."""


def content_start(place: CuePlace, comma: int) -> int:
    """Return where the content before a parenthetical begins: after a stop, a quote, or at the start."""
    index = comma
    while index > 0 and place.key(index - 1) not in STOPS:
        index -= 1
    return index


def content_end(place: CuePlace, start: int) -> int:
    """Return the index after the last token of a content that begins at `start`."""
    index = start
    subordinate, closes = _in_subordinate(place), relative_end(place, start)
    while index < place.size:
        if index == closes or place.key(index) in STOPS or yields_to_another(place, index):
            break
        main = subordinate and place.key(index) in COMMAS
        if main and (index - start > _SHORTEST or _new_speaker(place, index + 1)):
            break  # "After Hill reported a fire, | Roe said …"
        index += 1
    return index


def question_end(place: CuePlace, start: int, end: int) -> int:
    """Return where a reported question in `[start, end)` ends: before ", and" that opens no other, or ", на що".

    So only where a comma parts each clause from the next.
    """
    grammar = place.grammar
    if not grammar.order.commas:
        return end
    commas = (at for at in range(start + _SHORTEST - 1, end - 1) if place.key(at) in COMMAS)
    return next((at for at in commas if _leaves_question(place, at + 1)), end)


def _leaves_question(place: CuePlace, index: int) -> bool:
    """Tell whether the clause at `index` is none that somebody asks: "и | ушёл", "на что | он ответил"."""
    grammar = place.grammar
    asks = grammar.questions | grammar.particles | grammar.conjunctions | grammar.subordinators
    if place.key(index) in grammar.additive:
        return not any(place.key(n) in asks for n in range(index + 1, index + _CLAUSE))
    relatives = (grammar.questions | grammar.relatives | grammar.conjunctions) - grammar.determiners
    taken_up = place.key(index + 1) in relatives
    return place.key(index) in grammar.prepositions - asks and taken_up


def _in_subordinate(place: CuePlace) -> bool:
    """Tell whether the sentence begins with the cue's clause as a subordinate one: "As Lee said that …, …"."""
    if place.grammar.order.commas or place.key(0) not in place.grammar.subordinators:
        return False
    return not any(place.key(n) in COMMAS for n in range(place.first))


def yields_to_another(place: CuePlace, index: int) -> bool:
    """Tell whether another attribution begins at `index`: ", adding that …", "but warned that …"."""
    key, grammar = place.key(index), place.grammar
    if key in COMMAS or key in DASHES:
        after = _behind_adverbs(place, index + 1)
        after += place.key(after) in grammar.quoted_by  # ", деп хабарлайды …"
        if cue_at(place, after) or place.key(after) in grammar.asides:
            return True
        if place.key(index + 1) in grammar.coordinators or place.key(index + 1) in grammar.subordinators:
            return _new_speaker(place, index + 2)
        return _new_speaker(place, index + 1, sure=True)
    if key in grammar.coordinators:
        return cue_at(place, _behind_adverbs(place, index + 1))
    return False


def _behind_adverbs(place: CuePlace, index: int) -> int:
    """Return where a clause goes on behind the adverbs at `index`."""
    while place.key(index) in place.grammar.adverbs:
        index += 1
    return index


def cue_at(place: CuePlace, index: int) -> bool:
    """Tell whether a later cue that is a verb begins at `index`."""
    for number in range(place.number + 1, len(place.sentence.cues)):
        first, _, cue = place.sentence.cues[number]
        if first == index and cue.verb:
            return is_verb(CuePlace(place.sentence, place.grammar, number))
    return False


def _new_speaker(place: CuePlace, start: int, *, sure: bool = False) -> bool:
    """Tell whether a subject and a cue follow `start`: "…, but critics say …"; `sure`: with a conjunction."""
    for number in range(place.number + 1, len(place.sentence.cues)):
        first = place.sentence.cues[number][0]
        apposed = not sure and _is_apposed(place, start, first)
        if not start < first <= start + 6 and not apposed:
            continue
        later = CuePlace(place.sentence, place.grammar, number)
        if Governs.CLAUSE in later.cue.governs and is_verb(later):
            between = place.sentence.keys()[start : later.first]
            if sure and not place.among(later.last, place.grammar.conjunctions | place.grammar.questions):
                return False
            return (apposed or not BREAKS.intersection(between)) and place.key(later.last) not in STOPS
    return False


def _is_apposed(place: CuePlace, start: int, verb: int) -> bool:
    """Tell whether a subject with an apposition in commas stands in `[start, verb)`: "the mayor, Ana Roe, said"."""
    keys = place.sentence.keys()[start:verb]
    marks = [key for key in keys if not key[:1].isalnum()]
    small = place.grammar.finite | place.grammar.conjunctions | place.grammar.subordinators
    commas = len(marks) == _AROUND and COMMAS.issuperset(marks) and keys[-1] in COMMAS
    return commas and len(keys) <= _SUBJECT and small.isdisjoint(keys) and place.sentence.tokens[verb - 2].word


def follows_quote(place: CuePlace) -> bool:
    """Tell whether the cue's clause belongs to words in marks before it: "…," he said on Friday."""
    index = place.first - 1
    while index >= 0 and place.key(index) in place.grammar.adverbs:
        index -= 1
    if place.key(index) in place.grammar.coordinators:
        return False
    while index >= 0 and place.word(index) and not place.sentence.tokens[index].quoted:
        if place.first - index > 14:
            return False
        index -= 1
    joined = False
    while index > 0 and not place.word(index) and not place.sentence.tokens[index].quoted:
        joined = joined or place.key(index) in COMMAS | DASHES
        index -= 1
    if index < 0 or not place.sentence.tokens[index].quoted:
        return False
    return (joined or not place.word(index) or index == place.first - 2) and not _inside_clause(place, index)


def _inside_clause(place: CuePlace, index: int) -> bool:
    """Tell whether the quoted words that end at `index` are part of a clause in plain words: a mixed quote."""
    if not place.grammar.order.nouns_have_capitals:
        return False
    while index > 0 and place.sentence.tokens[index].quoted:
        index -= 1
    before = [n for n in range(content_start(place, index), index) if place.word(n)]
    return len(before) > 1 and place.key(index - 1) not in COLONS


def next_comma(place: CuePlace) -> int | None:
    """Return the index of the first comma after the cue, None where a stop comes before it."""
    for index in range(place.last, min(place.last + LONG_LEAD, place.size)):
        key = place.key(index)
        if key in COMMAS:
            return index
        if key in STOPS | COLONS:
            return None
    return None


def reported(place: CuePlace, start: int, end: int) -> ReportedSpeech | None:
    """Report the tokens `[start, end)`; None where no word is left of them."""
    content = place.span(start, end)
    if content is None:
        return None
    return ReportedSpeech((content,), place.cue)


def _says_something(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether more than "and also" stands before an attribution."""
    small = place.grammar.coordinators | place.grammar.adverbs | place.grammar.adjuncts
    return end - start > 2 or any(place.word(n) and place.key(n) not in small for n in range(start, end))


def around(place: CuePlace, first: int, last: int, speaker: Span | None) -> ReportedSpeech | None:
    """Report what stands before and after the attribution `[first, last)` in its sentence."""
    begin = content_start(place, first)
    opens = place.grammar.relatives | place.grammar.conjunctions
    opened = place.key(first - 1) in COMMAS and place.key(first - 2) in opens  # "which, Roe says, is late"
    end = content_end(place, min(last + 1, place.size))
    tail = place.span(last, end) if last < place.size and place.key(last) not in STOPS else None
    apart = opened or (tail is not None and _joins_clause(place, first - 1))
    head = place.span(begin, first) if _says_something(place, begin, first) and not apart else None
    if head is not None and tail is not None and place.key(last) in COMMAS and len(tail) * 4 < len(head):
        tail = None
    spans = tuple(span for span in (head, tail) if span is not None)
    return ReportedSpeech(spans, place.cue, speaker) if spans else None


def _joins_clause(place: CuePlace, index: int) -> bool:
    """Tell whether a conjunction behind a comma leads to a source, and so to all that it tells: ", but Roe says …"."""
    joins = place.grammar.coordinators | place.grammar.subordinators
    return index > 0 and place.key(index) in joins and place.key(index - 1) in COMMAS
