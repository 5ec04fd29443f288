"""What the form of a word shows: a verb or a noun, a participle, a finite verb, a German Konjunktiv."""

from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import COLONS, QUOTE_MARKS, STOPS, Sentence
from crossquote.quotes.indirect.cue_place import CuePlace
from crossquote.quotes.page import Token
from crossquote.text.endings import COMMAS

_FINITE = 3
"""A verb that only its ending shows to be finite has more letters than this."""


def is_verb(place: CuePlace) -> bool:
    """Tell whether the cue is a verb here, not a noun ("the claims", "home states", "a pledged delegate")."""
    grammar, before = place.grammar, place.key(place.first - 1)
    if is_determined(place) or _possessive(before, grammar):
        return False
    if place.sentence.tokens[place.first].capital and place.first and not place.sentence.headline:
        return place.key(place.first - 1) in QUOTE_MARKS
    form = place.key(place.last - 1)
    if is_participle(place) or (grammar.holds_subject(form) and form not in grammar.homographs):
        return True
    if before in grammar.prepositions - grammar.infinitives and not grammar.order.caseless:
        return False  # in Hindi, they stand behind their noun: "मंत्री ने कहा"
    if place.cue.lemma not in grammar.homographs or _past(place) or _names_behind(place):
        return True
    opens = not before and not place.key(place.first).endswith(grammar.ends.plurals)  # no "Claims that …"
    known = before in grammar.subjects | grammar.adverbs | grammar.coordinators | grammar.relatives or opens
    named = place.sentence.tokens[place.first - 1].capital and not before[:1].isdigit()
    return known or named or before.endswith(grammar.ends.plurals)


def is_quote_mark(place: CuePlace, index: int) -> bool:
    """Tell whether the token at `index` is a mark of a quote: "told the paper “Tide” that …" has a name in them."""
    beside = place.sentence.tokens[max(0, index - 1) : index + 2]
    return place.key(index) in QUOTE_MARKS and any(token.quoted for token in beside)


def describes_marked(place: CuePlace, index: int) -> bool:
    """Tell whether marks, and a noun behind them, stand before a conjunction: "a “Stop Hill” movement that …"."""
    passed = (n for n in range(place.last, index - 1) if place.key(n) in QUOTE_MARKS)
    return (
        place.key(index - 1) not in QUOTE_MARKS
        and next(passed, None) is not None
        and not place.grammar.order.verb_first
    )


def is_determined(place: CuePlace) -> bool:
    """Tell whether an article or two ("the most") stand before the cue; one alone that can be a subject is none."""
    grammar, before = place.grammar, place.key(place.first - 1)
    if before not in grammar.determiners:
        return False
    leads = grammar.determiners | grammar.prepositions | grammar.infinitives  # "the most", "to that question"
    twice = place.key(place.first - 2) in leads and place.cue.lemma in grammar.homographs
    return twice or before not in grammar.subjects


def _names_behind(place: CuePlace) -> bool:
    """Tell whether a verb that no ending shows stands between a comma and who speaks: "…, kata Budi, …"."""
    grammar, behind = place.grammar, place.sentence.tokens[place.last : place.last + 1]
    between = not grammar.ends.plurals and place.key(place.first - 1) in COMMAS
    somebody = any(token.capital or token.key in grammar.personal or grammar.is_role(token.key) for token in behind)
    return between and somebody


def _possessive(key: str, grammar: Grammar) -> bool:
    return key.endswith(grammar.ends.possessives) and key not in grammar.finite


def is_participle(place: CuePlace) -> bool:
    """Tell whether the cue is a participle like "saying", which has no subject of its own."""
    return place.key(place.first).endswith(place.grammar.ends.participles + place.grammar.ends.converbs)


def _past(place: CuePlace) -> bool:
    return place.key(place.first).endswith(place.grammar.ends.past)


def has_finite(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether a finite verb stands in `[start, end)`, as far as its form shows; True where forms are not known."""
    grammar = place.grammar
    endings = grammar.ends.finite
    known = grammar.finite | grammar.subjunctive | grammar.conditional
    if not endings:
        return True
    words = [token for token in place.sentence.tokens[start:end] if token.word]
    if words and words[-1].key.endswith(grammar.ends.plurals) and place.sentence.tokens[-1] is words[-1]:
        words = words[:-1]  # without a stop after it, as in a headline, a noun closes the clause, not its verb
    if any(token.key in known for token in words):
        return True
    if any(_is_plural_verb(place, n) for n in range(start + 1, end)):
        return True
    led = grammar.determiners - grammar.subjects | grammar.prepositions - grammar.infinitives | grammar.who
    led |= grammar.additive | grammar.possessive
    begins = 1 if grammar.ends.plurals else 0  # where a plural looks like a verb, a clause begins with its subject
    return any(
        len(token.key) > _FINITE and token.key.endswith(endings) and not (before in led or before[:1].isdigit())
        for before, token in zip(["", *(word.key for word in words)][begins:], words[begins:], strict=False)
        if place.sentence.headline or not token.capital
    )


def _is_plural_verb(place: CuePlace, index: int) -> bool:
    """Tell whether a verb in the plural stands at `index`, by its ending and the noun before it: "Preise steigen".

    Where nouns have a capital, an adjective has its noun behind it: "Regeln neuen Rechts".
    """
    grammar, tokens = place.grammar, place.sentence.tokens
    before, here = tokens[index - 1], tokens[index]
    if here.capital or not here.word or not here.key.endswith(grammar.ends.plural_verbs) or grammar.is_adverb(here.key):
        return False
    if grammar.order.nouns_have_capitals:
        noun = index + 1 < len(tokens) and tokens[index + 1].capital
        return before.capital and not noun and here.key not in grammar.prepositions
    small = grammar.determiners | grammar.prepositions | grammar.possessive | grammar.finite
    plural = before.word and before.key.endswith(grammar.ends.plural_subjects) and before.key not in small
    return plural and here.key not in small


def subjunctive_at(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether a form of reported speech (German Konjunktiv) stands in `[start, end)`."""
    grammar, tokens = place.grammar, place.sentence.tokens
    for index in range(start, min(end, place.size)):
        token = tokens[index]
        if not token.capital and token.key in grammar.subjunctive | grammar.conditional:
            return True
        if index > start and place.word(index + 1) and regular_subjunctive(tokens[index - 1], token, grammar):
            return True
    return False


def regular_subjunctive(before: Token, token: Token, grammar: Grammar) -> bool:
    """Tell whether `token` ends in -e right after a noun or a pronoun, where no adjective can stand."""
    if not (before.capital or before.key in grammar.subjects) or token.capital:
        return False
    small = token.key in grammar.determiners or token.key in grammar.adjuncts
    ends, key = grammar.ends, token.key
    return len(key) > 4 and key.endswith(ends.subjunctive) and not key.endswith(ends.indicative) and not small


def reports_by_itself(sentence: Sentence, grammar: Grammar) -> bool:
    """Tell whether a whole sentence stands in the subjunctive of reported speech: "Er habe nichts gewusst.".

    What was only asked is told in it, too, by a sentence that does not report: "Auf die Frage, ob er gehe, …".
    """
    opens = grammar.questions | grammar.conjunctions
    asked = next((token.key in opens for token in sentence.tokens if token.word), False)
    for at, token in enumerate(sentence.tokens):
        if at and sentence.tokens[at - 1].key in COMMAS:
            asked = token.key in opens
        if token.key in grammar.subjunctive and not (token.quoted or token.capital or asked):
            return True
    return False


def is_fronted(place: CuePlace) -> bool:
    """Tell whether a verb that opens its sentence only leads to who says something: "Asked about it, Roe said …"."""
    if place.first or place.grammar.order.drops_pronouns:
        return False
    comma = place.first_of(COMMAS | STOPS | COLONS, place.last)
    later = place.sentence.cues[place.number + 1 :]
    return place.key(comma) in COMMAS and any(cue.verb and first > comma for first, _, cue in later)


def _opens_part(place: CuePlace, index: int) -> bool:
    """Tell whether a clause begins behind a token: a comma with "but" or without, or that at the head of a sentence."""
    return place.key(index) in COMMAS | place.grammar.coordinators


def is_under_nobody(place: CuePlace) -> bool:
    """Tell whether a verb is an infinitive that one small word rules at the head of a sentence: "Треба сказати, що …".

    Whoever writes says so then.
    """
    grammar, endings = place.grammar, place.grammar.ends.infinitives
    if not grammar.order.commas or grammar.infinitives or not endings or place.last != place.first + 1:
        return False
    start = max((n + 1 for n in range(place.first) if _opens_part(place, n)), default=0)
    lead = [place.key(n) for n in range(start, place.first) if not grammar.is_adverb(place.key(n))]
    if len(lead) != 1 or lead[0] in grammar.speakers or grammar.is_role(lead[0]):
        return False  # "Лекары кажуць, што …"
    return place.key(place.first).endswith(endings)


def leads_infinitive(place: CuePlace) -> bool:
    """Tell whether an infinitive with its particle stands right behind a cue: "threatened to sell a bell that …"."""
    grammar, at = place.grammar, place.last + 1
    if place.key(place.last) not in grammar.infinitives or Governs.INFINITIVE not in place.cue.governs:
        return False
    key, ends = place.key(at), grammar.ends
    noun = key in grammar.determiners | grammar.pronouns or grammar.is_role(key) or key.endswith(ends.plurals)
    verb = key.endswith(ends.infinitives) if ends.infinitives else not noun
    return place.word(at) and verb and not place.sentence.tokens[at].capital
