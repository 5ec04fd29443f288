"""Forced scoring: what the translation engine says of the base's words for the original of a rendition.

Made to write the base as the translation of what a rendition has, the engine finds some words very unlikely: they were
hardly in that original. That is evidence for a finding, never a finding of its own.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from crossquote.comparison.align.keys import read_tokens
from crossquote.comparison.read import read
from crossquote.comparison.table import known_checks
from crossquote.language.language import Language
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op, UnlikelyWord
from crossquote.model.finding import Finding
from crossquote.model.span import Span, hull
from crossquote.model.translation import ScoredWord

_UNLIKELY = -9.0
"""One in eight thousand: words of a model's own translations are above one in a hundred."""
_FEW = 3
_FACING = frozenset({Op.EQUAL, Op.REPLACE, Op.MOVE})


def facing_stretch(changes: Sequence[Change], place: Span) -> Span | None:
    """Return the stretch of the base that stands against `place` of the text; None where nothing does."""
    facing = [
        change.base
        for change in changes
        if change.op in _FACING and change.kind is not ChangeClass.TRUNCATION and change.text.overlaps(place)
    ]
    return hull(facing) if facing else None


def unlikely_words(
    base: str, stretch: Span, scored: Iterable[ScoredWord], language: Language
) -> tuple[UnlikelyWord, ...]:
    """Return the words of a stretch of the base that are very unlikely.

    Function words may fall anywhere, and words in capitals are strange to any model: neither tells anything, but for
    the small words of which a check says that they do.
    """
    telling = [token.span for token in read_tokens(base, language) if token.tells]
    sections = {terms.section for check in known_checks().values() for terms in check.terms if terms.telling}
    telling += [hit.span for hit in read(base, language).hits if hit.section in sections]
    telling = [span for span in telling if not span.of(base).isupper()]
    places = ((word.span.shifted(stretch.start), word.score) for word in scored if word.score <= _UNLIKELY)
    return tuple(UnlikelyWord(place, score) for place, score in places if any(place.overlaps(span) for span in telling))


def mark_unlikely(found: Comparison, unlikely: Sequence[UnlikelyWord]) -> Comparison:
    """Return `found` with the unlikely words, and each finding on one of them with what the engine says."""
    if not unlikely:
        return found
    findings = tuple(_told(found, finding, unlikely) for finding in found.findings)
    return replace(found, findings=findings, unlikely=tuple(unlikely))


def _told(found: Comparison, finding: Finding, unlikely: Sequence[UnlikelyWord]) -> Finding:
    if finding.base is None or not known_checks()[finding.check].proof.forced:
        return finding
    words = [word.base.of(found.base) for word in unlikely if word.base.overlaps(finding.base)]
    if not words:
        return finding
    code = "evidence.unlikely" if len(words) <= _FEW else "evidence.unlikely_and_more"
    quoted = tuple(message("evidence.word", word=word) for word in words[:_FEW])
    return replace(finding, evidence=(*finding.evidence, message(code, words=quoted)))
