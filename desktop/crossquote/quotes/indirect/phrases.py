"""Words beside a cue, as far as they bound what it reports: whom a source names, and what stands behind a verb."""

from crossquote.model.span import Span
from crossquote.quotes.indirect.clauses import QUOTE_MARKS, STOPS
from crossquote.quotes.indirect.cue_place import BRACKETS, BREAKS, CuePlace
from crossquote.text.endings import COMMAS, DASHES

_CLOSING = frozenset(")]")


def words_behind(place: CuePlace) -> Span | None:
    """Return the words that follow a verb, up to what opens something else."""
    grammar, index = place.grammar, place.last
    end = index
    while end < place.size and place.key(end) not in BREAKS and not place.among(end, grammar.conjunctions):
        if end > index and (place.key(end) in grammar.adjuncts or _is_particle(place, end)):
            break
        end += 1
    return place.span(index, end)


def _is_particle(place: CuePlace, index: int) -> bool:
    """Tell whether the second part of a verb in two stands at `index`: "fügte sie hinzu"."""
    particle = place.cue.particle
    return particle is not None and place.sentence.tokens[index].span.start == particle.start


def oblique(place: CuePlace, span: Span) -> bool:
    """Tell whether a phrase begins with a preposition or holds no more than adverbs: it is no subject."""
    tokens = [token for token in place.sentence.tokens if span.start <= token.span.start < span.end]
    first = next((token for token in tokens if token.key not in place.grammar.adverbs), None)
    return first is None or first.key in place.grammar.adjuncts


def phrase_end(place: CuePlace, start: int) -> int:
    """Return the index after the noun phrase that begins at `start`."""
    order, end = place.grammar.order, start
    parted = order.commas or order.names_inflect or order.bare_sources
    if order.nouns_have_capitals:
        return _capital_phrase_end(place, start)
    bare = _bare_office_end(place, start)
    if bare is not None:
        return bare
    while end < place.size and place.key(end) not in COMMAS | STOPS | DASHES:
        beside = _is_second if order.verb_second else _is_beside if parted else None
        if beside is not None and end > start and beside(place, end) and not _in_marks(place, start, end):
            break
        if place.key(end) in _CLOSING and not any(place.key(n) in BRACKETS for n in range(start, end)):
            break  # "(OIR, según sus siglas en inglés)"
        end += 1
    return end


def _in_marks(place: CuePlace, start: int, end: int) -> bool:
    """Tell whether the token at `end` stands in marks that open behind `start`: "за даними «Північної хвилі»"."""
    return sum(place.key(n) in QUOTE_MARKS for n in range(start, end)) % 2 == 1


def _bare_office_end(place: CuePlace, start: int) -> int | None:
    """Return the index after a body or an office without a name, where nothing but cases parts it from what follows.

    "policji | sprawca uciekł z …", "министъра | ситуацията е …", "ministra zdrowia | sytuacja jest …"; None where it is
    described by several adjectives, a name or a preposition, or ends at a mark, as other phrases do.
    """
    grammar, tokens = place.grammar, place.sentence.tokens
    if not (grammar.order.names_inflect or grammar.order.commas) or grammar.order.verb_second or grammar.order.caseless:
        return None
    small = grammar.prepositions | grammar.determiners
    determiners = grammar.determiners - grammar.possessive
    office = next((n for n in range(start, place.size) if place.key(n) not in small), place.size)
    office += _describes_office(place, office)
    if office >= place.size or tokens[office].capital or not grammar.is_role(place.key(office)):
        return None
    verb = grammar.finite | grammar.negators
    stop = next((n for n in range(office + 1, place.size) if _stops(place, n) or place.key(n) in verb), place.size)
    behind = stop - office - 1
    if behind < 1 or any(tokens[n].capital or place.key(n) in determiners for n in range(office + 1, stop)):
        return None
    another = next((n for n in range(office + 1, stop) if grammar.is_role(place.key(n))), None)
    if another is not None:  # one that no case changes: "policije | vozač nije …", but "rzecznika policji"
        return another if place.key(another) in grammar.roles and place.key(stop) in verb else None
    if place.key(stop) not in verb:
        return office + 1 if behind > 1 else None
    described = place.key(office + 1).endswith(grammar.ends.adjectives)
    return office + 1 if behind == 1 or described else stop - 1


def _describes_office(place: CuePlace, index: int) -> bool:
    """Tell whether a word is an adjective before a body or an office, where names have cases: "městské policie"."""
    grammar, token = place.grammar, place.sentence.tokens[index] if index < place.size else None
    if token is None or token.capital or not grammar.order.names_inflect or grammar.is_role(token.key):
        return False
    return token.key.endswith((*grammar.ends.adjectives, *grammar.ends.declined)) and grammar.is_role(
        place.key(index + 1)
    )


def _stops(place: CuePlace, index: int) -> bool:
    """Tell whether a word or mark can stand in no phrase."""
    grammar, token = place.grammar, place.sentence.tokens[index]
    closed = grammar.prepositions | grammar.breaks | grammar.conjunctions | grammar.additive
    return not token.word or token.key in closed or token.key[:1].isdigit() or grammar.is_adverb(token.key)


def _is_second(place: CuePlace, index: int) -> bool:
    """Tell whether a word goes on with the sentence behind a source where the verb stands second.

    "Volgens Ana Roe neemt het aantal af", "Ifølge politiet kørte bilen", "Het is volgens Ana Roe de grootste".
    """
    grammar, key, token = place.grammar, place.key(index), place.sentence.tokens[index]
    if key in grammar.finite or (grammar.is_adverb(key) and not token.capital) or _begins_quoted(place, index):
        return True
    if not token.word or token.capital or key[:1].isdigit() or place.sentence.headline or _is_inside(place, index):
        return False
    before = place.sentence.tokens[index - 1]
    if grammar.order.roles_behind and before.capital and place.key(index + 1) in grammar.finite:
        return False  # "að sögn Önnu Bergsdóttur hafnarstjóra er …"
    if before.capital and before.key.isalpha():
        adjective = place.key(index - 2) in grammar.determiners and not key.endswith(grammar.ends.finite)
        return not (grammar.is_role(key) or (adjective and index > place.last + 1))  # "de Duitse krant"
    return grammar.is_role(before.key) and before.key not in grammar.honorifics and not grammar.is_role(key)


def _begins_quoted(place: CuePlace, index: int) -> bool:
    """Tell whether somebody's words in marks begin at `index`, with their mark or without."""
    tokens = place.sentence.tokens
    return tokens[index].quoted or (place.key(index) in QUOTE_MARKS and any(t.quoted for t in tokens[index + 1 :][:1]))


def _is_inside(place: CuePlace, index: int) -> bool:
    """Tell whether a small word goes on with a phrase: a preposition, or a particle inside a name ("Jan de Vries")."""
    grammar, key = place.grammar, place.key(index)
    if key in grammar.nobility | grammar.determiners:
        after = next((n for n in range(index + 1, place.size) if place.key(n) not in grammar.nobility), index)
        if after > index and place.sentence.tokens[after].capital:
            return True
    return key in grammar.links | grammar.linkers | grammar.prepositions | grammar.additive | grammar.breaks


def _is_beside(place: CuePlace, index: int) -> bool:
    """Tell whether a word goes on with the sentence behind a source: a verb, an adverb, what follows a name."""
    grammar, key = place.grammar, place.key(index)
    if key in grammar.finite or grammar.is_adverb(key) or _opens_phrase(place, index):
        return True
    token, before = place.sentence.tokens[index], place.sentence.tokens[index - 1]
    small = grammar.links | grammar.linkers | grammar.prepositions | grammar.additive | grammar.breaks
    described = token.capital or not token.word or key in small
    if described or place.sentence.headline or not (before.capital and before.key.isalpha()):
        return False
    if index - 2 >= place.last and place.sentence.tokens[index - 2].capital:
        return True  # "podle Petra Nového klesá"
    if grammar.is_role(place.key(index - 2)):
        return True  # "podle soudkyně Nové pochází"
    inside = index - 2 >= place.last and place.key(index - 2) in grammar.prepositions  # "от Националния институт"
    return not inside and not before.key.endswith(grammar.ends.adjectives)


def _opens_phrase(place: CuePlace, index: int) -> bool:
    """Tell whether another phrase begins behind a source: "според проучването всеки трети", "… Иван Колев в София".

    A determiner opens one, where no preposition rules it; a preposition does behind a full name, where a language says
    which of them stand inside a phrase, or no comma has to part the two.
    """
    grammar, key, tokens = place.grammar, place.key(index), place.sentence.tokens
    if key in grammar.determiners - grammar.possessive:
        return place.key(index - 1) not in grammar.prepositions | grammar.links
    full = index - 2 >= place.last and tokens[index - 1].capital and tokens[index - 2].capital
    told = bool(grammar.links) or not grammar.order.commas
    return full and told and key in grammar.prepositions - grammar.links


def _capital_phrase_end(place: CuePlace, start: int) -> int:
    """Return the index after a phrase of a language whose nouns have capitals: German."""
    tokens, grammar = place.sentence.tokens, place.grammar
    end = start
    while end < place.size and end < start + 6 and tokens[end].word and not tokens[end].capital:
        end += 1
    while end < place.size:
        token = tokens[end]
        if token.key[:1].isdigit() and end > start and _opens_another(place, end):
            break
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


def _opens_another(place: CuePlace, index: int) -> bool:
    """Tell whether a number opens a phrase of its own: "… der Krankenhäuser 44 Menschen", but "im Jahr 2011"."""
    tokens, grammar = place.sentence.tokens, place.grammar
    month = tokens[index - 1].key in grammar.times
    counted = place.word(index + 1) and tokens[index + 1].capital
    return tokens[index - 1].capital and counted and not month


def _after_bracket(place: CuePlace, index: int) -> int:
    while index < place.size and place.key(index) not in ")]":
        index += 1
    return min(index + 1, place.size)


def _capital_within(place: CuePlace, start: int, count: int) -> bool:
    tokens = place.sentence.tokens[start : start + count]
    return any(token.capital for token in tokens) and all(token.word for token in tokens[:1])
