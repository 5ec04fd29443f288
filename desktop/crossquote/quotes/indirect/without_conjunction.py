"""Reports without a conjunction, as Bengali has them: behind their verb and a comma, or before a particle and the verb.

"তিনি বলেন, সেতুটি খুলবে" (he says, the bridge will open), "সেতুটি খুলবে বলে জানান মন্ত্রী" (… says the minister),
"মন্ত্রীর দাবি, সেতুটি খুলবে" (the minister's claim: …).
"""

from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.indirect.clauses import QUOTE_MARKS, STOPS
from crossquote.quotes.indirect.complements import after_conjunction
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import content_end, content_start, follows_quote, reported
from crossquote.quotes.indirect.forms import is_verb
from crossquote.quotes.page import Token
from crossquote.text.endings import COMMAS
from crossquote.text.name_rules import load_name_rules

_FEWEST = 2
"""So many words has a clause at least."""
_AGENT = 9
"""So many words has whoever acts at most."""
_BODY = 3
"""So many words has a body at most that begins a sentence."""


def behind_comma(place: CuePlace) -> ReportedSpeech | None:
    """Read "তিনি বলেন, সেতুটি মে মাসে খুলবে"."""
    comma = _behind_agent(place)
    if not _reports(place) or place.key(comma) not in COMMAS or follows_quote(place):
        return None
    after = place.sentence.tokens[comma + 1 : comma + 2]
    if comma > place.last and (after_conjunction(place) or (after and _is_somebody(after[0], place.grammar))):
        return None  # "Sinabi ni Ana Roe, hepe ng pulisya, na …"
    if not after or after[0].quoted or after[0].key in QUOTE_MARKS:
        return None
    end = content_end(place, comma + 1)
    return reported(place, comma + 1, end) if end - comma > _FEWEST else None


def behind_owned_noun(place: CuePlace) -> ReportedSpeech | None:
    """Read "মন্ত্রীর দাবি, সেতুটি মে মাসে খুলবে": whose the noun is leads its sentence, and no capital shows it."""
    grammar, comma, start = place.grammar, place.last, content_start(place, place.first)
    if not (grammar.order.bare_clauses and grammar.order.caseless) or place.cue.verb or place.key(comma) not in COMMAS:
        return None
    owner, after = place.sentence.tokens[start : place.first], place.sentence.tokens[comma + 1 : comma + 2]
    small = grammar.coordinators | grammar.additive | grammar.subordinators | grammar.breaks | QUOTE_MARKS
    if not owner or not all(token.word for token in owner) or owner[0].key in grammar.neuter | grammar.adverbs:
        return None
    if owner[-1].key in grammar.postpositions:
        return None  # "তাঁর বিরুদ্ধে অভিযোগ": it is not his
    if not after or after[0].quoted or after[0].key in small:
        return None
    end = content_end(place, comma + 1)
    content = place.span(comma + 1, end)
    if content is None or end - comma <= _FEWEST:
        return None
    return ReportedSpeech((content,), place.cue, place.span(start, place.first))


def _behind_agent(place: CuePlace) -> int:
    """Return the index behind a cue that opens its sentence, and behind who acts: "Giit ni Ana Roe, …"."""
    start, grammar = place.last, place.grammar
    if not grammar.order.verb_first or place.first or place.key(start) not in grammar.agents | grammar.speakers:
        return start
    end = start + 1
    while place.word(end) and end - start < _AGENT:
        end += 1
    return end


def _is_somebody(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word behind a comma says what somebody is, or names them."""
    return token.capital or grammar.is_role(token.key)


def before_particle(place: CuePlace) -> ReportedSpeech | None:
    """Read "সেতুটি মে মাসে খুলবে বলে জানিয়েছেন মন্ত্রী", and with a body that leads: "পুলিশ … বলে জানিয়েছে".

    Whoever says it may also stand between the two: "সেতুটি খুলবে বলে মন্ত্রী জানিয়েছেন".
    """
    particle = _particle(place) if _reports(place) else None
    if particle is None or not place.word(particle - 1):
        return None
    start, behind = content_start(place, place.first), place.first_of(COMMAS | STOPS, place.last)
    speaker = place.span(particle + 1, place.first) or place.span(place.last, behind)
    if speaker is None:
        leading = _body_at(place, start)
        speaker, start = place.span(start, leading), leading
    content = place.span(start, particle + 1)
    return ReportedSpeech((content,), place.cue, speaker) if content and speaker else None


def _particle(place: CuePlace) -> int | None:
    """Return the index of the particle before a cue, behind which nobody stands or a few words that name somebody."""
    reach = range(place.first - 1, max(-1, place.first - 2 - _BODY), -1)
    at = next((n for n in reach if place.key(n) in place.grammar.ends.complements), None)
    if at is None or at == place.first - 1:
        return at
    last = place.key(place.first - 1)
    speaks = place.grammar.is_role(last) or last in place.grammar.pronouns
    return at if speaks and all(place.word(n) for n in range(at, place.first)) else None


def _reports(place: CuePlace) -> bool:
    return place.grammar.order.bare_clauses and Governs.CLAUSE in place.cue.governs and is_verb(place)


def _body_at(place: CuePlace, start: int) -> int:
    """Return the end of several people or a body that begin at `start`, `start` where neither does."""
    speak = load_name_rules(place.grammar.language).bodies | place.grammar.groups
    return next((n + 1 for n in range(start, start + _BODY) if place.key(n) in speak), start)
