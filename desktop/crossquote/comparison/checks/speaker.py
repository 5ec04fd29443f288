"""Speaker: the same words given to two people."""

from collections.abc import Iterator

from crossquote.comparison.check import Check
from crossquote.comparison.judging.severity import SURE
from crossquote.comparison.reading.naming import body_words, same_person
from crossquote.comparison.reading.pair import Pair
from crossquote.comparison.reading.side import Side
from crossquote.language.language import Language
from crossquote.message import Message, message
from crossquote.model.finding import Category, Finding, Severity
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import fold
from crossquote.text.worldwide import worldwide

_SMALL = 3
_SAID = 6
"""So many words at least tell an utterance from another."""


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
    severity = Severity.MAJOR if _is_sure(pair) else Severity.MINOR
    if _written_in(pair.base) != _written_in(pair.text):
        severity = Severity.NEUTRAL
        evidence = (*evidence, message("speaker.translated"))
    elif not (pair.base.named and pair.text.named):
        severity = Severity.NEUTRAL
        evidence = (*evidence, message("speaker.pointed"))
    elif _speaks_through(pair):
        severity = Severity.NEUTRAL
        evidence = (*evidence, message("speaker.body"))
    headline = message("speaker.other", was=ours, now=theirs)
    yield CHECK.make_finding(severity, None, None, headline, evidence)


def _speaks_through(pair: Pair) -> bool:
    """Tell whether the one names a body and the other a person, who may speak for it: "Kremlin", "Dmitry Peskov"."""
    return _is_body(pair.base) != _is_body(pair.text)


def _is_body(side: Side) -> bool:
    """Tell whether a speaker is a body: one that all the world knows, or called by a word for one."""
    name, language = side.speaker or "", _written_in(side)
    words = frozenset(map(fold, language.lexicon.texts("titles", "bodies")))
    return worldwide(name, language) is not None or any(fold(word) in words for word in name.split())


def _is_sure(pair: Pair) -> bool:
    """Tell whether two people are named for words that are long enough, and near enough, to be one utterance.

    A short fragment may be anybody's, and what stands beside it may be somebody else's name, or none.
    """
    names = pair.base.speaker or "", pair.text.speaker or ""
    said = min(len(pair.base_words), len(pair.text_words))
    return said >= _SAID and pair.links.nearness >= SURE and all(_is_person(name, pair) for name in names)


def _is_person(speaker: str, pair: Pair) -> bool:
    """Tell whether a speaker has a name of two words or more that are no body and no role.

    Where nouns have capitals nobody can tell.
    """
    rules = load_name_rules(pair.language)
    words = [fold(word) for word in speaker.split()]
    capital = all(word[0].isupper() or fold(word) in rules.particles for word in speaker.split())
    body = any(word in body_words(pair.language) for word in words)
    return len(words) > 1 and capital and not rules.nouns_have_capitals and not body


def _written_in(side: Side) -> Language:
    """Return the language that the article is in, which is the one its names are in."""
    return side.source.language if side.source else side.language


def _is_name(speaker: str) -> bool:
    """Tell whether a speaker is named, not described ("the chief engineer")."""
    words = [word for word in speaker.split() if len(word) > _SMALL]
    return bool(words) and not any(word[0].islower() for word in words)


CHECK = Check(
    id="speaker",
    rank=70,
    category=(Category.MISTRANSLATION,),
    severity=(Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL),
    run=check_speaker,
)
