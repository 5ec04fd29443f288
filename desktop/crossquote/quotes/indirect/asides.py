"""Content that a source or a clause beside it reports: "according to X, …", "as X said, …", "…, so X", "Demnach …"."""

from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import COLONS, QUOTE_MARKS, STOPS
from crossquote.quotes.indirect.cue_place import BRACKETS, CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import around, content_end, content_start, follows_quote, reported
from crossquote.quotes.indirect.forms import is_determined
from crossquote.quotes.indirect.phrases import phrase_end
from crossquote.quotes.indirect.references import points_back
from crossquote.quotes.relatives import relative_at
from crossquote.text.endings import COMMAS

_RELATIVE, _LEAST = 2, 3
"""So many words behind a preposition are its relative pronoun at most, and a clause behind that at least."""
_APPOSED = 12
"""So many tokens long what somebody is, between commas behind their name, is at most."""


def relative_anaphor(place: CuePlace) -> ReportedSpeech | None:
    """Read "…, о чём заявил министр": a clause that attributes the one before it."""
    starts = (place.first - back for back in (2, 3))  # a subject may stand between: "о чём он заявил"
    known = place.grammar.relative_anaphors
    start = next((at for at in starts if f"{place.key(at)} {place.key(at + 1)}" in known), None)
    if start is None or place.key(start - 1) not in COMMAS:
        return None
    comma = start - 1
    head = place.span(content_start(place, comma), comma)
    return ReportedSpeech((head,), place.cue, None) if head else None


def as_clause(place: CuePlace) -> ReportedSpeech | None:
    """Read "Wie die Polizei mitteilte, …" and "…, as the minister said"."""
    start = place.first
    while start > 0 and _may_be_inside(place, start - 1) and place.first - start < 20:
        start -= 1
        if _opens_aside(place, start):
            break
    if not _opens_aside(place, start) or (start > 1 and place.key(start - 1) not in COMMAS):
        return None
    if _is_led(place, start):
        return None
    behind_as = start + (1 if place.key(start) in place.grammar.as_words else 2)
    negators = place.grammar.negators - place.grammar.prepositions
    denied = any(place.key(n) in negators for n in range(behind_as, place.first))
    if denied or not place.cue.verb or is_determined(place):
        return None  # "As he tried to stop the comments, …"
    end = place.first_of(COMMAS | STOPS, place.last)
    behind = end - place.last
    strict = not (place.grammar.order.commas or place.grammar.order.inverts) and behind_as < place.first
    if behind > 10 or (behind and strict and place.key(place.last) not in place.grammar.adjuncts):
        return None
    if place.key(end + 1) in place.grammar.conjunctions or follows_quote(place):
        return None
    return around(place, start, end, None)


def _is_led(place: CuePlace, start: int) -> bool:
    """Tell whether what opens with "as" has more before it that makes it another word: "После того, как …".

    So has what may be a relative, too, anywhere but at the head: Danish "som".
    """
    led = {place.key(start - 2), f"{place.key(start - 3)} {place.key(start - 2)}"}
    return not place.grammar.led_as.isdisjoint(led) or (start > 0 and place.key(start) in place.grammar.relatives)


def _opens_aside(place: CuePlace, index: int) -> bool:
    """Tell whether an aside opens with the token at `index`, or with that and the next: "as", "بحسب ما"."""
    return not {place.key(index), f"{place.key(index)} {place.key(index + 1)}"}.isdisjoint(place.grammar.as_words)


def _may_be_inside(place: CuePlace, index: int) -> bool:
    """Tell whether the token at `index` may stand between "as" and its verb: a word, a mark of a name, a hyphen."""
    return place.word(index) or place.key(index) in QUOTE_MARKS or place.key(index) == "-"


def prepositional(place: CuePlace) -> ReportedSpeech | None:
    """Read "According to X, …", "…, according to X.", "…, according to X, …"."""
    if Governs.PREPOSITION not in place.cue.governs or place.key(place.last) in BRACKETS:
        return None  # "le jour d'après (le port …)"
    taken = relative_at(place.sentence.tokens[place.last : place.last + _RELATIVE], place.grammar)
    if taken is not None:
        return _by_relative(place, place.last + taken + 1)
    own = next((n for n in range(place.first, place.last + 1) if place.key(n) in place.grammar.obliques), None)
    if own is not None and (
        own < place.last
        or not (place.key(own) in place.grammar.determiners and place.key(own + 1) not in COMMAS | STOPS)
    ):
        return around(place, place.first, max(place.last, own + 1), place.span(own, own + 1))
    end = phrase_end(place, place.last)
    if place.key(place.last) in place.grammar.not_sources - place.grammar.determiners:
        return None  # "بر اساس قانون، …": a law says how it ought to be
    if _parts_subject(place, end):
        return None
    named = min(end, place.first_of(COLONS, place.last))  # "selon Roe : la population a …"
    speaker = place.span(_after_source(place, place.last, named), named)
    return around(place, place.first, _behind_aside(place, end), speaker) if speaker else None


def _parts_subject(place: CuePlace, end: int) -> bool:
    """Tell whether a source in commas parts a subject from its verb of saying: "Roe, according to the Post, says"."""
    grammar = place.grammar
    verbs = {first for first, _, cue in place.sentence.cues if cue.verb}
    keys = place.sentence.keys()
    finite = not grammar.finite.isdisjoint(keys[: place.first]) or any(at < place.first for at in verbs)
    if finite or place.key(place.first - 1) not in COMMAS or place.key(end) not in COMMAS:
        return False
    small = (at for at in range(end + 1, place.size) if not (grammar.is_adverb(keys[at]) or keys[at] in grammar.finite))
    return next(small, place.size) in verbs


def _by_relative(place: CuePlace, start: int) -> ReportedSpeech | None:
    """Read "the mayor, according to whom the port is closed": what is said stands behind the pronoun."""
    end = place.first_of(COMMAS | STOPS, start)
    content = place.span(start, end)
    return ReportedSpeech((content,), place.cue, None) if content and end - start >= _LEAST else None


def _behind_aside(place: CuePlace, end: int) -> int:
    """Return the comma after an age or a relative clause behind a source that ends at `end`, else `end`."""
    if place.key(end) not in COMMAS:
        return end
    grammar, opens = place.grammar, place.key(end + 1)
    after = next((n for n in range(end + 1, place.size) if place.key(n) in COMMAS), end)
    relative = opens in grammar.relatives | grammar.who
    if (relative and place.key(after + 1) in grammar.finite) or _apposed(place, end, after):
        return after  # "Volgens Roe, die namens de raad sprak, is het …"
    if opens[:1].isdigit():
        return after if after <= end + 2 else end
    sure = opens not in grammar.determiners and (grammar.order.commas or place.first == 0)
    return after if relative and sure else end


def _apposed(place: CuePlace, end: int, after: int) -> bool:
    """Tell whether what somebody is stands between two commas: "Segundo Rui Paz, do sindicato, …"."""
    grammar, tokens = place.grammar, place.sentence.tokens
    opens = place.key(end + 1)
    named = tokens[end - 1].capital and not grammar.order.commas and 1 < after - end <= _APPOSED
    is_somebody = opens in grammar.links or (grammar.is_role(opens) and opens not in grammar.determiners)
    goes_on = place.key(after + 1) in grammar.coordinators | grammar.breaks
    verb = any(token.key in grammar.finite for token in tokens[end + 1 : after])
    return named and is_somebody and not goes_on and not verb


def _after_source(place: CuePlace, start: int, end: int) -> int:
    """Return where the phrase in `[start, end)` names someone: after "Angaben" in "Angaben der Polizei"."""
    grammar = place.grammar
    if grammar.order.names_inflect and place.cue.lemma in grammar.source_prepositions:
        start += place.key(start) in grammar.prepositions  # "згідно з"
        head = place.key(start)
        told = start + 1 < end and head.endswith(grammar.ends.sources) and not grammar.is_role(head)
        behind = place.sentence.tokens[start + 1 : end] if told else ()
        return start + any(token.capital or grammar.is_role(token.key) for token in behind)  # "данным полиции"
    if not grammar.order.nouns_have_capitals:
        return start
    noun = next((n for n in range(start, end) if place.key(n) in place.grammar.sources), None)
    if noun is None or noun + 1 >= end or place.key(noun + 1)[:1].isdigit():
        return start
    return noun + 1


def postpositional(place: CuePlace) -> ReportedSpeech | None:
    """Read "Angaben der Polizei zufolge …"."""
    if Governs.POSTPOSITION not in place.cue.governs:
        return None
    start = place.first
    while start > 0 and _in_phrase(place, start - 1):
        start -= 1
    start = _behind_others(place, start)
    source = max(_after_source(place, start, place.first), _behind_circumstance(place, start))
    speaker = place.with_mark(source, place.first)
    if speaker is None or place.key(place.first - 1) in place.grammar.not_sources:
        return None
    found = around(place, start, place.last, speaker)
    return None if found is not None and place.grammar.order.verb_last and points_back(place, found) else found


def _behind_others(place: CuePlace, start: int) -> int:
    """Return where a source begins behind a verb, or behind another noun: "erfolgte | den Kräften zufolge".

    So where nouns have capitals: "… ermittelt die Wache | Medienberichten zufolge".
    """
    grammar = place.grammar
    if not grammar.order.nouns_have_capitals:
        return start
    small = grammar.determiners | grammar.links | grammar.prepositions
    for n in range(place.first - 1, start, -1):
        token, before = place.sentence.tokens[n], place.sentence.tokens[n - 1]
        source = token.key in grammar.sources or token.key.endswith(grammar.ends.sources)
        if source and before.word and before.capital and before.key not in small:
            return n
        verb = token.word and not token.capital and token.key not in small
        if verb and (place.key(n + 1) in grammar.determiners or not token.key.endswith(grammar.ends.adjectives)):
            return n + 1
    return start


def _behind_circumstance(place: CuePlace, start: int) -> int:
    """Return where a source begins behind what says when and where, by its postposition: "شہر میں پولیس کے مطابق"."""
    grammar = place.grammar
    if not grammar.order.caseless or not grammar.order.bare_clauses:
        return start
    closes = (grammar.prepositions - grammar.links) | grammar.postpositions
    behind = (n + 1 for n in range(place.first - 2, start, -1) if place.key(n) in closes or _is_participle(place, n))
    return next(behind, start)


def _is_participle(place: CuePlace, index: int) -> bool:
    """Tell whether the word at `index` is a participle, behind which the main clause begins: "بات کرتے ہوئے"."""
    return place.key(index).endswith(place.grammar.ends.participles)


def _opens_clause(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is a conjunction, and no part of the phrase behind it: "mert | a párt szerint"."""
    return key in grammar.breaks - grammar.additive - grammar.determiners - grammar.prepositions - grammar.questions


def _in_phrase(place: CuePlace, index: int) -> bool:
    """Tell whether the token at `index` can belong to a noun phrase that ends further right."""
    token, grammar = place.sentence.tokens[index], place.grammar
    if place.key(index) in COMMAS | STOPS or _opens_clause(token.key, grammar):
        return False
    if grammar.ends.owners and token.key in grammar.finite:
        return False
    if grammar.ends.owners and token.word and not token.capital:
        return token.key.endswith(grammar.ends.owners) or grammar.is_role(token.key)  # "tutkijaryhmän mukaan"
    if not grammar.order.nouns_have_capitals or token.capital or not token.word:
        return True
    if token.key in grammar.finite:
        return False
    return token.key in grammar.determiners | grammar.linkers or token.key.endswith(grammar.ends.adjectives)


def quotative(place: CuePlace) -> ReportedSpeech | None:
    """Read "…, so der Sprecher."."""
    if Governs.QUOTATIVE not in place.cue.governs or place.key(place.first - 1) not in COMMAS or follows_quote(place):
        return None
    end = place.first_of(COMMAS | STOPS, place.last)
    between = place.sentence.tokens[place.last : end]
    if place.grammar.order.nouns_have_capitals and not any(token.capital for token in between):
        return None
    if any(token.key in place.grammar.finite | place.grammar.conjunctions for token in between):
        return None
    speaker = place.span(place.last, end)
    return around(place, place.first, end, speaker) if speaker else None


def connective(place: CuePlace) -> ReportedSpeech | None:
    """Read "Demnach …": a sentence that goes on with what was reported before."""
    if Governs.CONNECTIVE not in place.cue.governs:
        return None
    if place.last - place.first > 1:
        return around(place, place.first, place.last, None)
    if place.first > 0:
        return None
    return reported(place, place.last, content_end(place, place.last))
