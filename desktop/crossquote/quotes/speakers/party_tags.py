"""Party and place behind a name, which are nobody: "Rep. Ana Roe, D-Va., said", "the mayor of Salem, Ore., said"."""

import regex

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import last_clause
from crossquote.quotes.speakers.noun_phrases import phrases

_PARTY = r"\p{Lu}{1,4}[-–/]\p{Lu}[\p{L}.]{0,8}"
_LETTER = r"\p{Lu}[-–/]\p{Lu}[\p{L}.]{0,8}"
"""A party by one letter, which needs no comma behind: "Roe, D-Va. said", but "in Salem, RING-TV said"."""
_PLACE = r"(?:\p{Lu}\p{L}{1,4}\.|(?:\p{Lu}\.){2,3}|\p{Lu}{2,3})"
_INSIDE = r"\p{Lu}\p{L}{1,4}\.(?=[ \u00a0]\p{Ll})"
"""A short form of a place before what goes on with small letters: "the mayor of Salem, Ore. said"."""
_TAG = regex.compile(
    rf",[ \u00a0](?:{_PARTY}(?=,|[ \u00a0][–—-])|{_LETTER}(?=[ \u00a0]\p{{Ll}})|{_PLACE}(?=,)|{_INSIDE})"
    rf"|[ \u00a0]\((?:{_PARTY}|\p{{Lu}}{{1,4}})\)"
)
_BEHIND = regex.compile(rf"(?:{_TAG.pattern})(?:,?[ \u00a0](?:[–—-][ \u00a0])?)?$")
_LONGEST = 20


def is_tag(scene: Scene, found: Span) -> bool:
    """Tell whether words behind a comma or in a bracket are but a party or a place."""
    tag = _TAG.match(scene.masked, max(0, found.start - 2))
    return tag is not None and tag.end() >= found.end


def end_before_tag(scene: Scene, start: int, end: int) -> int:
    """Return where a stretch of a sentence ends without the party and place at its end."""
    found = _BEHIND.search(scene.masked, max(start, end - _LONGEST), end)
    return found.start() if found is not None else end


def without_tag(scene: Scene, found: Span) -> Span | None:
    """Return who stands before a party or place, where that is what was found; None where nobody does."""
    if not is_tag(scene, found):
        return found
    clause = last_clause(scene, Span(scene.sentence_at(found.start).start, max(0, found.start - 2)))
    before = list(phrases(clause, scene.grammar))
    return before[-1] if before else None
