"""Content before its cue at the end of the clause, as Turkish has it: "Bakan, köprünün açılacağını söyledi"."""

from crossquote.quotes.cues import Governs
from crossquote.quotes.indirect.clauses import COMMAS, STOPS
from crossquote.quotes.indirect.cue_place import CuePlace, ReportedSpeech
from crossquote.quotes.indirect.forms import is_participle

_SUBJECT = 8
"""How many tokens a subject before a comma has at most."""


def before_cue(place: CuePlace) -> ReportedSpeech | None:
    """Read "Bakan, köprünün açılacağını söyledi": subject, comma, nominal clause, cue."""
    endings = place.grammar.ends.complements
    if Governs.CLAUSE not in place.cue.governs or not place.key(place.first - 1).endswith(endings):
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
    return max([subject + 1 if subject else 0, *before]), subject
