"""Speaker: the same words given to two people."""

from collections.abc import Iterator

from crossquote.comparison.check import Check
from crossquote.comparison.reading.naming import same_person
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.side import Side
from crossquote.language.language import Language
from crossquote.message import Message, message
from crossquote.model.finding import Finding, Severity
from crossquote.text.worldwide import worldwide

_ID = "speaker"
_SMALL = 3


def check_speaker(pair: Pair) -> Iterator[Finding]:
    """Yield a finding where the two articles name different speakers.

    People's names meet across languages by their sounds, those of bodies do not, unless they are
    known in both ("White House", "Casa Blanca").
    """
    ours, theirs = pair.base.speaker, pair.text.speaker
    if not ours or not theirs or not (_is_name(ours) and _is_name(theirs)) or same_person(ours, theirs):
        return
    body = worldwide(ours, _written_in(pair.base))
    if body is not None and body == worldwide(theirs, _written_in(pair.text)):
        return
    evidence: tuple[Message, ...] = (message("speaker.given", was=ours, now=theirs),)
    severity = Severity.MAJOR
    if _written_in(pair.base) != _written_in(pair.text):
        severity = Severity.NEUTRAL
        evidence = (*evidence, message("speaker.translated"))
    headline = message("speaker.other", was=ours, now=theirs)
    yield Finding(_ID, "accuracy/mistranslation", severity, None, None, headline, evidence)


def _written_in(side: Side) -> Language:
    """Return the language that the article is in, which is the one its names are in."""
    return side.source.language if side.source else side.language


def _is_name(speaker: str) -> bool:
    """Tell whether a speaker is named, not described ("the chief engineer")."""
    words = [word for word in speaker.split() if len(word) > _SMALL]
    return bool(words) and not any(word[0].islower() for word in words)


CHECK = Check(
    id=_ID,
    rank=70,
    category=("accuracy/mistranslation",),
    severity=(Severity.MAJOR, Severity.NEUTRAL),
    run=check_speaker,
)
