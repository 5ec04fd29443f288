"""Attributions put in beside what they report: "…, he said", "…, said Ivanov, the mayor", "…, he said, …"."""

from collections.abc import Iterator, Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import COLONS, QUOTE_MARKS, STOPS
from crossquote.quotes.indirect.complements import asked, is_denied, is_passive
from crossquote.quotes.indirect.cue_place import LONG_LEAD, CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import content_end, content_start, follows_quote
from crossquote.quotes.indirect.forms import has_finite, is_participle, is_verb, subjunctive_at
from crossquote.quotes.indirect.phrases import oblique, words_behind
from crossquote.quotes.leading_subjects import between_commas, leading_subject
from crossquote.quotes.page import Token
from crossquote.quotes.unspoken import MANY, load_unspoken
from crossquote.text.endings import COMMAS, DASHES

_SUBJECT = 6
"""Among so many words behind its verb a subject names somebody."""
_APPOSED = 12
"""So many words has an apposition at most."""
_CIRCUMSTANCE = 4
"""So many words at most only say when or where."""
_TIMED = 3
"""So many words are "un día después"."""
_SHORT_HEAD = 4
"""So many words before an attribution may be no more than a subject."""


def parenthetical(place: CuePlace) -> ReportedSpeech | None:
    """Read "…, he said.", "…, said Ivanov, the mayor." and "…, he said, …"."""
    comma = _opening_comma(place) if Governs.PARENTHETICAL in place.cue.governs and is_verb(place) else None
    if comma is None or comma < 1 or follows_quote(place) or is_participle(place) or _subordinate(place, comma):
        return None
    if is_denied(place) or _another_says(place, comma) or any(map(asked, _cues_before(place))):
        return None
    apposed = _apposition(place, comma)
    if apposed is not None:
        return _with_subject(place, apposed)
    before = place.sentence.tokens[comma + 1 : place.first]
    if all(token.clitic or token.key in place.grammar.quotatives for token in before):
        return _inverted(place, comma)
    opens = place.grammar.relatives | place.grammar.coordinators  # "…, but today he answered his critics"
    pronouns = place.grammar.relatives - place.grammar.determiners  # "…, a Liberal who had warned of it, …"
    another = place.key(comma + 1) in opens or any(token.key in pronouns for token in before)
    empty = place.grammar.neuter | place.grammar.expletives  # "…, it was said", but "…, the plan was condemned by Roe"
    another = another or (is_passive(place) and place.key(comma + 1) not in empty | place.grammar.passives)
    order = place.grammar.order
    return None if another or (order.commas and not order.inserts_subjects) else _with_subject(place, comma)


def _apposition(place: CuePlace, comma: int) -> int | None:
    """Return the comma before a subject that has an apposition: "…, the mayor of Salem, Ana Roe, told reporters".

    Only where nothing stands between its last comma and a verb that is said to somebody, in a language where a subject
    stands before its verb.
    """
    order = place.grammar.order
    addresses = place.cue.lemma in place.grammar.addressing and place.key(place.last) not in place.grammar.adjuncts
    if comma != place.first - 1 or not addresses or order.inverts or order.commas or order.verb_second:
        return None
    commas = [index for index in range(comma) if place.key(index) in COMMAS][-2:]
    if len(commas) < 2:
        return None
    parts = (range(commas[0] + 1, commas[1]), range(commas[1] + 1, comma))
    named = any(place.sentence.tokens[index].capital for part in parts for index in part)
    whole = all(_is_phrase(place, part) for part in parts)
    return commas[0] if named and whole else None


def _is_phrase(place: CuePlace, part: range) -> bool:
    """Tell whether a stretch between commas is no clause: a few words without a verb."""
    keys = [place.key(index) for index in part]
    small = place.grammar.finite | place.grammar.conjunctions | place.grammar.subordinators | place.grammar.subjects
    return 0 < len(keys) <= _APPOSED and small.isdisjoint(keys)


def _inverted(place: CuePlace, comma: int) -> ReportedSpeech | None:
    """Read "…, said Ivanov, the mayor"."""
    close = _after_inversion(place)
    if close is None or _has_no_subject(place) or _clause_follows(place, comma):
        return None
    if place.grammar.order.verb_second and any(place.key(n) in COLONS for n in range(place.last, close + 1)):
        return None  # "…, Ana Roe, kommenterer det slik onsdag: …"
    start = content_start(place, comma)
    if _is_subject(place, start, comma):
        return None
    head, tail = place.span(start, comma), None
    if place.key(close) in COMMAS and (comma - start < 3 or _goes_on(place, start, comma, close)):
        tail = place.span(close, content_end(place, close + 1))
    leads = _leads_in if place.grammar.order.verb_first else _only_when
    if tail is None and leads(place, start, comma):
        return None
    spans = tuple(span for span in (head, tail) if span)
    clitic = _clitic(place, comma)
    behind = clitic or words_behind(place)
    if (tail is None and comma - start < 2) or (
        behind is not None and not (_holds_subject(place) or _told_behind(place, close)) and oblique(place, behind)
    ):
        return ReportedSpeech(spans, place.cue, None) if spans and _in_body(place) else None
    return ReportedSpeech(spans, place.cue, clitic)


def _is_subject(place: CuePlace, start: int, comma: int) -> bool:
    """Tell whether only a subject stands before a verb: "El alcalde, Tom Roe, destaca las ventajas del puerto"."""
    parts = between_commas(place.sentence.tokens[start:comma])
    return parts is not None and leading_subject(parts, place.grammar) is not None


def _in_body(place: CuePlace) -> bool:
    """Tell whether a body stands behind a verb in the plural, in which several say it: "…, сообщили в полиции"."""
    grammar, verb = place.grammar, place.sentence.tokens[place.last - 1].key
    between = grammar.finite | grammar.times | grammar.adverbs
    at = next((n for n in range(place.last, place.size) if place.key(n) not in between), place.size)
    rules = load_unspoken(grammar.language)
    several = rules.wanted(verb, "") == MANY or verb.endswith(rules.nobody)
    head = next(
        (n for n in range(at + 1, place.size) if not place.key(n).endswith(grammar.ends.adjectives)), place.size
    )
    return several and place.key(at) in grammar.places | grammar.senders and grammar.is_role(place.key(head))


def _only_when(place: CuePlace, start: int, comma: int) -> bool:
    """Tell whether what stands before a comma only says when or where: "Un día después, cuenta Roe, …", "En Salem, …".

    It is short, has no verb that a lexicon lists, and is led by a preposition, or ends with an adverb of a time.
    """
    grammar, tokens = place.grammar, place.sentence.tokens[start:comma]
    keys = [token.key for token in tokens]
    if not 0 < len(keys) <= _CIRCUMSTANCE or not grammar.finite.isdisjoint(keys) or not all(t.word for t in tokens):
        return False
    led = keys[0] in grammar.prepositions - grammar.determiners
    timed = len(keys) == _TIMED and keys[0] in grammar.determiners and grammar.is_adverb(keys[-1])
    plain = grammar.pronouns - grammar.determiners - grammar.possessive
    return (led or timed) and plain.isdisjoint(keys)


def _leads_in(place: CuePlace, start: int, comma: int) -> bool:
    """Tell whether what stands before a comma only says when or where, with no verb in it: "Ag labhairt dó, …"."""
    grammar, keys = place.grammar, [place.key(n) for n in range(start, comma)]
    return keys[0] in grammar.prepositions and grammar.finite.isdisjoint(keys)


def _clause_follows(place: CuePlace, comma: int) -> bool:
    """Tell whether a verb between commas has its clause behind it: "El alcalde, Tom Roe, dijo, en Salem, que …"."""
    order = place.grammar.order
    if not order.inverts or order.commas or place.key(place.last) not in COMMAS or comma < place.first - 2:
        return False
    near = range(place.last + 1, min(place.last + LONG_LEAD, place.size))
    return any(place.key(n) in place.grammar.conjunctions and place.key(n - 1) in COMMAS for n in near)


def _has_no_subject(place: CuePlace) -> bool:
    """Tell whether a mark follows the cue at once: "…, Karl Mohn, erklärt, …" is no "…, erklärt Karl Mohn"."""
    clitic = any(token.clitic for token in place.sentence.tokens[max(0, place.first - 2) : place.last + 1])
    free = clitic or _holds_subject(place) or place.grammar.order.drops_pronouns
    named = place.key(place.last) in QUOTE_MARKS and place.word(place.last + 1)  # "…, пишет «Волна»"
    return not (free or named or place.word(place.last))


def _holds_subject(place: CuePlace) -> bool:
    """Tell whether the cue's last word is its empty subject, or holds its own: "heißt es", "katanya"."""
    if place.grammar.holds_subject(place.key(place.last - 1)):
        return True
    return place.last - place.first > 1 and place.key(place.last - 1) in place.grammar.expletives


def _told_behind(place: CuePlace, close: int) -> bool:
    """Tell whether a role that no preposition rules stands behind where or when: "izjavio je u sredu ministar Roić"."""
    grammar, tokens = place.grammar, place.sentence.tokens
    told = (n for n in range(place.last + 1, close) if tokens[n].key in grammar.roles and not tokens[n].capital)
    return any(tokens[n - 1].key not in grammar.prepositions | grammar.links for n in told)


def _clitic(place: CuePlace, comma: int) -> Span | None:
    """Return the pronoun that hangs on the verb of an attribution: "a-t-elle dit", "explique-t-il"."""
    return next((token.span for token in place.sentence.tokens[comma + 1 : place.last + 1] if token.clitic), None)


def _goes_on(place: CuePlace, start: int, comma: int, close: int) -> bool:
    """Tell whether a short head without a known verb is the beginning of a clause that goes on after the attribution.

    "Thousands of soldiers, says he, are surrounded": where a language's verbs are not known by their endings.
    """
    grammar = place.grammar
    if grammar.ends.finite or not grammar.order.commas or comma - start > _SHORT_HEAD:
        return False
    small = grammar.relatives | grammar.conjunctions | grammar.subordinators | grammar.questions | grammar.coordinators
    known = any(place.key(index) in grammar.finite for index in range(start, comma))
    return not known and place.word(close + 1) and place.key(close + 1) not in small


def _with_subject(place: CuePlace, comma: int) -> ReportedSpeech | None:
    """Read "…, he said." and "…, he said, …"."""
    close = _after_cue(place)
    if close is None:
        return None
    start = content_start(place, comma)
    head, tail = place.span(start, comma), None
    if close < place.size and place.key(close) in COMMAS | DASHES:
        if place.key(close + 1) in QUOTE_MARKS or place.key(close + 1) in place.grammar.conjunctions:
            return None
        tail = place.span(close, content_end(place, close + 1))
    if head is None or (tail is None and (comma < 3 or not has_finite(place, start, comma))):
        return None
    if tail is None and _only_when(place, start, comma):
        return None
    return ReportedSpeech((head, tail) if tail else (head,), place.cue, None)


def _another_says(place: CuePlace, comma: int) -> bool:
    """Tell whether another verb of saying stands between the comma and the cue: ", said the minister had promised".

    Or right before a comma behind which it reports by itself: "তিনি বলেন, সভার কথা জানানো হয়".
    """
    bare = place.grammar.order.bare_clauses
    others = (other for other in _cues_before(place) if other.cue.verb and is_verb(other))
    return any(comma < other.first or (bare and other.last == comma) for other in others)


def _cues_before(place: CuePlace) -> Iterator[CuePlace]:
    """Yield the places of the cues that stand before this one in its sentence."""
    return (CuePlace(place.sentence, place.grammar, number) for number in range(place.number))


def _subordinate(place: CuePlace, comma: int) -> bool:
    """Tell whether only a subordinate clause stands before the comma: "When he came, he said …"."""
    start = content_start(place, comma)
    if place.key(start) not in place.grammar.subordinators | place.grammar.conjunctions:
        return False
    if place.grammar.order.nouns_have_capitals and subjunctive_at(place, start, comma):
        return False
    return not any(place.key(index) in COMMAS for index in range(start, comma))


def _opening_comma(place: CuePlace) -> int | None:
    """Return the index of the comma before the attribution, None where its subject is not one phrase."""
    for index in range(place.first - 1, max(place.first - 14, -1), -1):
        key = place.key(index)
        if key in COMMAS or key in DASHES:
            return index
        if not place.word(index) or key in place.grammar.conjunctions | place.grammar.subordinators:
            return None
    return None


def _after_cue(place: CuePlace) -> int | None:
    """Return the index of the mark that ends ", he said on Friday", None where a clause follows the cue instead."""
    index = place.first_of(STOPS | COMMAS | DASHES, place.last)
    between = place.sentence.tokens[place.last : index]
    if not between:
        return index
    if place.key(place.last) not in place.grammar.adjuncts and place.cue.lemma not in place.grammar.addressing:
        return None
    finite = any(token.key in place.grammar.finite or token.key in place.grammar.infinitives for token in between)
    return None if finite or len(between) > 10 else index


def _after_inversion(place: CuePlace) -> int | None:
    """Return the end of ", said Ivanov, the mayor", None where a clause and no noun phrase follows the cue."""
    index = place.first_of(STOPS | COMMAS | DASHES, place.last)
    between = place.sentence.tokens[place.last : index]
    grammar = place.grammar
    why = grammar.questions - grammar.relatives - grammar.subordinators
    opens = (grammar.conjunctions | why) - grammar.as_words
    if any(place.among(n, opens) for n in range(place.last, index + 2)):
        return None
    if not place.grammar.order.commas and not _opens_subject(place, between):
        return None
    if any(token.key in place.grammar.finite for token in _behind_auxiliary(place, between) if not token.clitic):
        return None
    free = place.grammar.order.commas or place.grammar.order.inverts
    known = bool(place.grammar.ends.finite)  # else no verb is known by its form
    if not free and Governs.BARE not in place.cue.governs and known:
        return None
    second = place.grammar.order.verb_second and known
    named = (second or not free) and _names_alone(place, index)
    several = len(between) == 1 and place.grammar.is_plural(between[0].key) and place.key(index) in COMMAS
    goes_on = several and has_finite(place, index - 1, place.size)  # "The plan, say experts, marks …"
    inside = named and place.key(index) in COMMAS and _goes_on_behind(place, index, second=second)
    own = _holds_subject(place) and not free
    behind = own or (named and not known and place.first > _SHORT_HEAD)
    return index if goes_on or inside or behind or has_finite(place, 0, place.first) else None


def _goes_on_behind(place: CuePlace, comma: int, *, second: bool) -> bool:
    """Tell whether a clause goes on behind an attribution: with its verb, where that stands in the `second` place."""
    key, grammar = place.key(comma + 1), place.grammar
    if second:
        return key in grammar.finite or key.endswith(grammar.ends.finite)
    goes = place.word(comma + 1) and key not in grammar.determiners
    return goes or has_finite(place, comma, place.size)


def _names_alone(place: CuePlace, end: int) -> bool:
    """Tell whether who speaks is all that stands between a verb and a mark: "…, says Tom Hill, …"."""
    tokens, grammar = place.sentence.tokens[place.last : end], place.grammar
    small = grammar.adjuncts - grammar.determiners - grammar.infinitives
    to_whom = next((at for at, token in enumerate(tokens) if token.key in small), len(tokens))
    subject = tokens[:to_whom]
    verbs = grammar.finite | grammar.passives | grammar.infinitives | grammar.subjects - grammar.determiners
    plain = 0 < len(subject) <= _SUBJECT and all(token.word and token.key not in verbs for token in subject)
    return plain and any(token.capital or _may_speak(token, grammar) for token in subject)


def _behind_auxiliary(place: CuePlace, tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens behind a cue without the auxiliary that belongs to it: "rekao je direktor"."""
    grammar = place.grammar
    own = bool(tokens) and tokens[0].key in grammar.finite and grammar.is_adverb(tokens[0].key)
    return tokens[1:] if own and grammar.order.inverts else tokens


def _may_speak(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word behind a verb may name who speaks: a name, a pronoun or a role."""
    return token.word and (token.capital or token.key in grammar.speakers or grammar.is_role(token.key))


def _opens_subject(place: CuePlace, tokens: Sequence[Token]) -> bool:
    """Tell whether the tokens behind a verb begin with who speaks, rather than with a clause."""
    grammar, inverts = place.grammar, place.grammar.order.inverts
    if _holds_subject(place) and not inverts:
        return True
    if not tokens or tokens[0].clitic:
        return inverts
    if len(tokens) > 1 and tokens[0].key in grammar.determiners and tokens[1].key in QUOTE_MARKS:
        return False  # ", prévoit un « choc d'énergie »"
    small = grammar.subjects | grammar.conjunctions
    if not inverts:
        if len(tokens) == 1 and place.key(place.first) == place.cue.lemma:  # ", say economists, …"
            some = tokens[0].capital or tokens[0].key in grammar.personal
            return grammar.is_plural(tokens[0].key) or (some and not grammar.ends.plurals)
        named = any(_may_speak(token, grammar) for token in tokens[:_SUBJECT])
        return named and tokens[0].key not in small | grammar.adjuncts
    if len(tokens) > 1 and tokens[1].word:
        small -= grammar.determiners  # "meldt het instituut"
    return tokens[0].key not in small
