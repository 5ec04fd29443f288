"""Nouns that a verb reports: "denied the charges", "announced a ceasefire", "accused Ana Roe of wasting time"."""

from crossquote.model.quote import Stance
from crossquote.quotes.indirect.clauses import QUOTE_MARKS
from crossquote.quotes.indirect.cue_place import BREAKS, CuePlace, ReportedSpeech
from crossquote.quotes.indirect.extent import reported, yields_to_another
from crossquote.quotes.indirect.forms import is_verb


def noun_object(place: CuePlace) -> ReportedSpeech | None:
    """Read "denied the charges", "announced a ceasefire"."""
    if place.cue.lemma not in place.grammar.objects or not is_verb(place) or not place.word(place.last):
        return None
    before = place.key(place.first - 1)
    if before in place.grammar.passives or place.key(place.last) in place.grammar.adjuncts:
        return None
    if before in place.grammar.infinitives and place.key(place.first) == place.cue.lemma:
        return None  # "to confirm the names": what for, not what
    start = end = _behind_accused(place)
    while end < place.size and place.key(end) not in BREAKS:
        if yields_to_another(place, end):
            break
        end += 1
    cut = place.key(end) in QUOTE_MARKS or (end < place.size and place.sentence.tokens[end].quoted)
    if cut and start > place.last:
        return None  # "accused her of being “a miser”"
    return reported(place, start, end) if end - start > 1 else None


def _behind_accused(place: CuePlace) -> int:
    """Return where what somebody is accused of begins, behind whoever that is: "accused Ana Roe | of wasting time"."""
    tokens, grammar, start = place.sentence.tokens, place.grammar, place.last
    if place.cue.stance is not Stance.BLAMING:
        return start
    at = start
    while at < place.size and place.word(at) and tokens[at].capital and not tokens[at].key.endswith("'s"):
        at += 1
    at += at == start and place.key(at) in grammar.obliques
    behind = place.key(at) in grammar.links and place.word(at + 1) and not tokens[at + 1].capital
    quoted = place.key(at) in grammar.links and not place.word(at + 1)
    return at if at > start and (behind or quoted) and not place.sentence.headline else start
