"""Content that follows its cue: "said that …", "asked whether …", "urged him to …", "the claim that …"."""

from itertools import takewhile

from crossquote.model.quote import Stance
from crossquote.quotes.cues import Governs
from crossquote.quotes.indirect.circumstances import behind_circumstances, has_subject
from crossquote.quotes.indirect.clauses import COLONS, QUOTE_MARKS, STOPS
from crossquote.quotes.indirect.cue_place import BREAKS, LONG_LEAD, CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import content_end, cue_at, follows_quote, question_end, reported
from crossquote.quotes.indirect.forms import (
    describes_marked,
    has_finite,
    is_fronted,
    is_participle,
    is_quote_mark,
    is_under_nobody,
    is_verb,
    leads_infinitive,
    subjunctive_at,
)
from crossquote.quotes.indirect.other_clauses import (
    describes_noun,
    is_copula,
    is_led,
    is_of_speaker,
    is_second,
    takes_up_clause,
)
from crossquote.text.endings import COMMAS, DASHES

_BEFORE_COLON = 6
"""How many words may stand between a cue and its colon."""

_PAST = 4
"""A verb that its ending shows to be in the past has more letters than this."""

_BEFORE_NOUN = 3
"""So many words may stand before a noun that opens what was asked: "Auf die erneute Frage"."""

_NEGATED = 2
"""So many words before a noun one stands that denies it: "no such claim"."""

_RELATIVE = 2
"""So many words has no clause but a relative one: "the statement that follows"."""

_HAS_OBJECT = frozenset({Stance.REQUESTING, Stance.PRAISING, Stance.BLAMING})
"""Cues whose object says what they are about: what stands after a colon then is something else."""

_WISHES = _HAS_OBJECT | {Stance.ORDERING, Stance.PROMISING, Stance.THREATENING, Stance.WARNING}
"""Cues that say what somebody is to do or has done."""

_ATTRIBUTION = 6
"""So many words before it an attribution at the end of a sentence begins at most."""
_DETERMINED = 2
"""Among so many words that open an object stands its article: "todas las preguntas"."""
_LEAD = 14
"""How many tokens may stand between a cue and the conjunction of its clause, where no comma has to."""


def after_conjunction(place: CuePlace) -> ReportedSpeech | None:
    """Read "said on Monday that …", "asked whether …"."""
    if (
        Governs.CLAUSE not in place.cue.governs
        or not is_verb(place)
        or is_under_nobody(place)
        or leads_infinitive(place)
    ):
        return None
    grammar = place.grammar
    lead = LONG_LEAD if grammar.order.commas or grammar.order.verb_first else _LEAD
    for index in range(place.last, min(place.last + lead, place.size)):
        key = place.key(index)
        if key in STOPS | COLONS or (not grammar.order.commas and is_quote_mark(place, index)) or cue_at(place, index):
            return None
        asked = key in grammar.questions and _opens_question(place, index)
        that = place.among(index, grammar.conjunctions) or grammar.holds_conjunction(key, leads=index == place.last)
        if that and (is_second(place, index) or is_copula(place, index)):
            continue
        if that or asked or _has_particle(place, index):
            if (that and is_denied(place)) or _is_no_report(place, index):
                return None
            bare = asked and grammar.order.bare_questions
            commaless = place.key(index - 1) not in COMMAS and not bare
            if commaless if grammar.order.commas else describes_marked(place, index):
                continue
            if index + 1 < place.size and place.key(index + 1) in STOPS:
                return None
            end = content_end(place, index + 1)
            return reported(place, index, end if that else question_end(place, index, end))
    return None


def _ties_name(place: CuePlace, index: int) -> bool:
    """Tell whether a conjunction only ties a name to what its bearer is: "sabi ng guro na si Ana Roe"."""
    if place.key(index + 1) not in place.grammar.agents or index == place.last:
        return False
    rest = place.sentence.tokens[index + 2 :]
    return all(token.capital or not token.word for token in rest)


def is_denied(place: CuePlace) -> bool:
    """Tell whether a verb that only says is negated: who "did not say that it would close" has not said it."""
    near = range(max(0, place.first - _NEGATED), place.first)
    negators = place.grammar.negators - place.grammar.prepositions  # "Doctors without Borders said"
    return place.cue.stance is Stance.NEUTRAL and any(place.key(index) in negators for index in near)


def _is_no_report(place: CuePlace, index: int) -> bool:
    """Tell whether the conjunction at `index` opens something else than what the cue reports."""
    other = is_of_speaker(place, index) or _takes_up(place, index) or describes_noun(place, index)
    return other or _is_under_infinitive(place, index) or _ties_name(place, index)


def _is_under_infinitive(place: CuePlace, index: int) -> bool:
    """Tell whether an infinitive between a cue and a conjunction rules its clause: "zegt te hopen dat …"."""
    order = place.grammar.order
    if Governs.INFINITIVE not in place.cue.governs or not order.verb_second or order.nouns_have_capitals:
        return False
    return any(_begins_infinitive(place, n) for n in range(place.last, index - 1))


def _opens_question(place: CuePlace, index: int) -> bool:
    after = index + 1 + (place.key(index + 1) in COMMAS)
    if place.grammar.order.verb_second and place.among(after, place.grammar.conjunctions):
        return False  # "advarer om, at …"
    comma = place.key(index - 1) in COMMAS
    behind_those = place.key(index - 1 - comma) in place.grammar.those  # "запитали про тих, хто вважає"
    if behind_those or (comma and _tells_where(place, index)):
        return False
    if place.grammar.order.nouns_have_capitals:
        commas = any(place.key(n) in COMMAS for n in range(place.last, index - 1))
        if commas or _takes_up_all(place, index):
            return False  # "sagte, er wisse nichts, was sie wunderte", "widersprach ihm, was sie wunderte"
    order = place.grammar.order
    if (order.commas and not order.bare_questions) or (comma and (order.some_commas or order.bare_questions)):
        return comma
    if order.verb_first and not order.caseless:
        return all(place.word(n) for n in range(place.last, index))  # "D’fhiafraigh na cónaitheoirí cathain …"
    return index in (place.last, place.last + 1) and place.word(index - 1)


def _tells_where(place: CuePlace, index: int) -> bool:
    """Tell whether a question word only says more of a place: "«…», — сказал Белов в городе Салем, где порт"."""
    apart = index - 1 > place.last and place.cue.stance is not Stance.ASKING
    return apart and follows_quote(place)


def _takes_up_all(place: CuePlace, index: int) -> bool:
    """Tell whether "was" behind a verb, what goes with it and a comma takes up all of that, as nobody asks anything."""
    whole = place.key(index) in place.grammar.relatives - place.grammar.determiners
    return whole and index - 1 > place.last and place.cue.stance is not Stance.ASKING


def _has_particle(place: CuePlace, index: int) -> bool:
    """Tell whether a question without conjunction begins at `index`: "спросил, придёт ли он", "kysyi, kestääkö se"."""
    if place.key(index - 1) not in COMMAS:
        return False
    ends = place.grammar.ends.questions
    asks = bool(ends) and place.cue.stance is Stance.ASKING and place.key(index).endswith(ends)
    return asks or any(place.key(n) in place.grammar.particles for n in (index + 1, index + 2))


def _is_object(place: CuePlace, index: int) -> bool:
    """Tell whether the cue has another object before the conjunction at `index`: "announced a plan that …"."""
    if index == place.last or place.cue.lemma in place.grammar.addressing:
        return False
    after = place.key(place.last)
    return after not in place.grammar.adjuncts | place.grammar.adverbs | COMMAS | DASHES


def _takes_up(place: CuePlace, index: int) -> bool:
    """Tell whether the conjunction at `index` is a relative pronoun there: "announced a plan that …"."""
    grammar = place.grammar
    if place.key(index) in grammar.relatives and _is_object(place, index):
        return True
    order = grammar.order
    apart = order.inverts and not order.verb_second and index > place.last
    if apart and (is_led(place, index) or takes_up_clause(place, index)):
        return True
    return order.inverts and not (order.commas or order.some_commas or order.verb_second) and _has_object(place, index)


def _has_object(place: CuePlace, index: int) -> bool:
    """Tell whether the conjunction at `index` takes up the cue's own object: "anunció un plan que …", "… en que …"."""
    grammar = place.grammar
    before = place.key(index - 1)
    if index - 1 > place.last and (before in DASHES or before in grammar.prepositions - grammar.links):
        return True
    between = [token for token in place.sentence.tokens[place.last : index] if not grammar.is_adverb(token.key)]
    led = not any(token.key in grammar.prepositions for token in between[:1])
    opens = led and any(token.key in grammar.determiners for token in between[:_DETERMINED])
    if not opens or not all(token.word for token in between):
        return False
    small = grammar.prepositions | grammar.links
    noun = [between[0], *takewhile(lambda token: token.key not in small, between[1:])]
    named = any(token.capital or grammar.is_role(token.key) or token.key in grammar.times for token in noun)
    return len(between) > 1 and not named


def bare_clause(place: CuePlace) -> ReportedSpeech | None:
    """Read "said he would come", "told reporters on Monday the talks had failed"."""
    if Governs.BARE not in place.cue.governs or place.grammar.order.commas:
        return None
    if not is_verb(place) or follows_quote(place) or is_passive(place) or is_denied(place) or is_fronted(place):
        return None
    start = behind_circumstances(place, place.last)
    end = _without_attribution(place, start, content_end(place, start))
    clause = next((n for n in range(start, end) if place.key(n) in COLONS), end)
    if not place.word(start) or end - start < _fewest(place, start) or not _has_clause(place, start, clause):
        return None
    return reported(place, start, end)


def _without_attribution(place: CuePlace, start: int, end: int) -> int:
    """Return where a content ends before another attribution that closes the sentence: "…, the study found."."""
    for number in range(place.number + 1, len(place.sentence.cues)):
        first, last, cue = place.sentence.cues[number]
        comma = next((n for n in range(first - 1, max(start, first - _ATTRIBUTION), -1) if not place.word(n)), start)
        closes = place.key(last) in STOPS or last >= place.size
        if cue.verb and closes and start < comma < first - 1 and place.key(comma) in COMMAS:
            return comma
    return end


def _fewest(place: CuePlace, start: int) -> int:
    """Return how many words a clause has at least: "they were" is one, other two words may be an object."""
    return 2 if place.key(start) in place.grammar.personal and place.key(start + 1) in place.grammar.finite else 3


def is_passive(place: CuePlace) -> bool:
    """Tell whether something was said, not someone told: "was reported during …"."""
    before = place.first - 1
    while place.grammar.is_adverb(place.key(before)) and place.key(before) not in place.grammar.passives:
        before -= 1
    return place.key(before) in place.grammar.passives and place.cue.lemma not in place.grammar.addressing


def _has_clause(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether a clause stands in `[start, end)`; after a preposition only a well-known finite verb shows it."""
    if place.key(start) in place.grammar.adjuncts and not _has_known_finite(place, start, end):
        return False
    return place.key(start) in place.grammar.subjects or has_finite(place, start, end)


def _has_known_finite(place: CuePlace, start: int, end: int) -> bool:
    return any(token.key in place.grammar.finite for token in place.sentence.tokens[start:end])


def infinitive(place: CuePlace) -> ReportedSpeech | None:
    """Read "urged Roe to spare the nets", "promised to come", "asked not to be named"."""
    if Governs.INFINITIVE not in place.cue.governs or not is_verb(place):
        return None
    for index in range(place.last, min(place.last + 9, place.size)):
        if place.key(index) in BREAKS:
            return None
        if _begins_infinitive(place, index):
            if Governs.BARE in place.cue.governs and has_subject(place, place.last, index):
                return None
            return reported(place, _behind_opener(place, index), content_end(place, index))
    return None


def _behind_opener(place: CuePlace, infinitive: int) -> int:
    """Return where what is reported begins: at the opener of its infinitive, if any ("riep op om water te sparen").

    Where the marker itself opens it, whoever is asked stands before it: "u kërkoi banorëve të qëndrojnë".
    """
    opener = (n for n in range(place.last, infinitive + 1) if place.key(n) in place.grammar.infinitive_openers)
    return next(opener, place.last)


def _begins_infinitive(place: CuePlace, index: int) -> bool:
    """Tell whether an infinitive stands at `index`: after its marker, or told by its ending."""
    grammar = place.grammar
    endings = grammar.ends.infinitives
    if place.among(index, grammar.infinitives) or _leads_to_infinitive(place, index):
        after = index if "'" in place.key(index) else index + 1
        after += place.key(after) in grammar.adverbs  # "para não sair"
        if not place.word(after) or place.key(after) in grammar.determiners:
            return False
        if endings:
            return place.key(after).endswith(endings)
        return place.sentence.headline or not place.sentence.tokens[after].capital
    if grammar.infinitives or not endings:
        return False
    if grammar.order.inverts and index > place.last + 1 and not _are_asked(place, index):
        return False
    return place.key(index) in endings or (len(place.key(index)) > 4 and place.key(index).endswith(endings))


def _are_asked(place: CuePlace, index: int) -> bool:
    """Tell whether whoever is asked stands between a cue and an infinitive, by their case: "petis la homojn resti"."""
    between = range(place.last, index)
    return place.grammar.is_oblique(place.key(index - 1)) and all(
        place.key(n) in place.grammar.determiners or place.grammar.is_oblique(place.key(n)) for n in between
    )


def _leads_to_infinitive(place: CuePlace, index: int) -> bool:
    """Tell whether a word leads from whoever is asked or blamed to an infinitive: "acusa o governo de mentir".

    Behind another small word it goes on from that: "depois de sair".
    """
    grammar = place.grammar
    leads = place.cue.stance in _WISHES and place.among(index, grammar.some_infinitives)
    return leads and place.key(index - 1) not in grammar.adjuncts | grammar.subordinators


def noun_complement(place: CuePlace) -> ReportedSpeech | None:
    """Read "the claim that …", "his promise to …"; there is "no guarantee that …"."""
    if Governs.NOUN_COMPLEMENT not in place.cue.governs or _is_subject(place) or _is_none(place):
        return None
    start = place.last
    while place.key(start) in place.grammar.correlates:
        start += 1
    if start == place.last and place.grammar.order.inverts and place.grammar.correlates:
        return None
    if place.grammar.order.commas:
        if place.key(start) not in COMMAS:
            return None
        start += 1
    elif place.grammar.order.some_commas and place.key(start) in COMMAS:
        start += 1
    end = content_end(place, start + 1)
    if not place.among(start, place.grammar.conjunctions):
        clause = place.grammar.order.nouns_have_capitals and subjunctive_at(place, start, end)
        if not clause or place.key(start) in place.grammar.subordinators | place.grammar.coordinators:
            return None
    elif place.key(start) in place.grammar.relatives and _opens_with_verb(place, start + 1, end):
        return None
    return reported(place, start, end)


def _is_none(place: CuePlace) -> bool:
    """Tell whether there is no such thing as a noun names: "There is no guarantee that …"."""
    return any(place.key(n) in place.grammar.negators for n in range(place.first - _NEGATED, place.first))


def _opens_with_verb(place: CuePlace, index: int, end: int) -> bool:
    """Tell whether a verb stands where a clause would have its subject: "a comment that reopened old wounds"."""
    if end - index < _RELATIVE:
        return True
    grammar, key = place.grammar, place.key(index)
    past = len(key) > _PAST and key.endswith(grammar.ends.past) and not place.sentence.tokens[index].capital
    object_follows = place.key(index + 1) in grammar.determiners | grammar.adjuncts or key in grammar.finite
    return key in grammar.finite or (bool(grammar.ends.past) and past and object_follows)


def _is_subject(place: CuePlace) -> bool:
    """Tell whether the noun opens its sentence: what follows it ends where its verb begins, and no sign says where."""
    grammar = place.grammar
    several = not place.first and place.key(0).endswith(grammar.ends.plurals)
    leads = several or (place.first <= 1 and place.key(0) in grammar.determiners)
    return leads and not grammar.order.nouns_have_capitals


def gerund(place: CuePlace) -> ReportedSpeech | None:
    """Read "denied taking the boat", "reported having no money"."""
    grammar, first = place.grammar, place.key(place.last)
    if place.cue.lemma not in grammar.gerunds or not is_verb(place) or not grammar.ends.participles:
        return None
    small = grammar.adjuncts | grammar.determiners | grammar.asides
    if first in small or not first.endswith(grammar.ends.participles) or is_passive(place):
        return None
    end = content_end(place, place.last + 1)
    return reported(place, place.last, end) if end - place.last > 1 else None


def after_colon(place: CuePlace) -> ReportedSpeech | None:
    """Read "He said: come tomorrow." where no marks stand."""
    if Governs.COLON not in place.cue.governs or not place.cue.verb or not is_verb(place):
        return None
    colon = next((n for n in range(place.last, place.last + _BEFORE_COLON) if not place.word(n)), place.last)
    if place.key(colon) not in COLONS or place.key(colon + 1) in QUOTE_MARKS:
        return None
    if colon > place.last and (is_participle(place) or place.cue.stance in _HAS_OBJECT):
        return None
    opens = not any(map(place.word, range(place.first)))
    if opens and not _has_subject_behind(place) and not place.grammar.order.drops_pronouns:
        return None
    return reported(place, colon + 1, content_end(place, colon + 1))


def _has_subject_behind(place: CuePlace) -> bool:
    """Tell whether words stand right behind the cue, in a language whose subjects may stand there."""
    order = place.grammar.order
    return (order.commas or order.inverts or order.verb_first) and place.word(place.last)


def asked(place: CuePlace) -> bool:
    """Tell whether the cue only opens what somebody was asked: "Asked whether …", "Auf die Frage, ob …"."""
    grammar = place.grammar
    if place.key(place.first) in grammar.asked:
        opens = place.first == 0 or (place.first == 1 and place.key(0) in grammar.subordinators)
        return opens or place.key(place.first - 1) in grammar.being  # "foi questionado sobre as aulas, que …"
    capital = grammar.order.nouns_have_capitals and place.sentence.tokens[place.first].capital
    noun = (not place.cue.verb or capital) and place.cue.stance is Stance.ASKING
    return noun and place.first <= _BEFORE_NOUN and place.key(0) in grammar.prepositions
