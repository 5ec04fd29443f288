"""Content before its cue at the end of the clause, as Turkish has it: "Bakan, köprünün açılacağını söyledi"."""

from itertools import takewhile

from crossquote.quotes.cues import Governs
from crossquote.quotes.indirect.clauses import COMMAS, STOPS
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.forms import is_participle

_GROUP = 2
"""So many words name several people at most ("mahalle sakinleri"); more with capitals are a role with a full name."""
_SUBJECT = 8
"""How many tokens a subject before a comma has at most."""


def before_cue(place: CuePlace) -> ReportedSpeech | None:
    """Read "Bakan, köprünün açılacağını söyledi": subject, comma or none, nominal clause, cue."""
    endings = place.grammar.ends.complements
    closing = place.key(place.first - 1)
    if Governs.CLAUSE not in place.cue.governs or not closing.endswith(endings) or closing in place.grammar.adverbs:
        return None
    if (
        place.word(place.last)
        and not is_participle(place)
        and not any(first == place.last for first, _, _ in place.sentence.cues)
    ):
        return None
    start, speaker = _after_subject(place)
    content = place.span(start, place.first)
    return ReportedSpeech((content,), place.cue, place.span(0, speaker) if speaker else None) if content else None


def _after_subject(place: CuePlace) -> tuple[int, int]:
    """Return where the content begins, and the end of the subject (0 where there is none)."""
    comma = next((n for n in range(min(_SUBJECT, place.first)) if place.key(n) in COMMAS | STOPS), None)
    subject = comma if comma is not None and place.key(comma) in COMMAS else 0
    before = [last for _, last, cue in place.sentence.cues[: place.number] if cue.verb]
    if not subject and not before and (leading := _leading(place)):
        return leading, leading
    return max([subject + 1 if subject else 0, *before]), subject


def _leading(place: CuePlace) -> int:
    """Return the end of a subject that no comma parts from its clause: several people, or a role with a full name."""
    keys = [place.key(number) for number in range(min(_SUBJECT, place.first - 1))]
    many = (n + 1 for n in range(min(_GROUP, len(keys))) if {keys[n], " ".join(keys[: n + 1])} & place.grammar.groups)
    found = next(many, 0)
    if found:
        return found if place.word(found) else 0
    tokens = place.sentence.tokens[: len(keys)]
    named = list(takewhile(lambda token: token.word and token.capital and "'" not in token.key, tokens))
    roles = [place.grammar.is_role(token.key) for token in named]
    titled = any(roles[:-1]) and not roles[-1] and len(named) > _GROUP
    return len(named) if titled and place.word(len(named)) else 0
