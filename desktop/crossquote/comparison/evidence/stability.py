"""Stability: whether what was found in a translation is there in the engine's other translations as well.

What only one of several likely translations shows is the machine's doing, not the reporter's.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from crossquote.comparison.align.keys import read_tokens
from crossquote.comparison.read import read
from crossquote.comparison.table import known_checks
from crossquote.language.language import Language
from crossquote.message import Message, message
from crossquote.model.comparison import Comparison
from crossquote.model.finding import Finding, Seen
from crossquote.model.span import Span
from crossquote.text.words import fold


def is_weighed(finding: Finding) -> bool:
    """Tell whether a finding is worth holding against other translations: it matters, and stands somewhere."""
    return not finding.severity.quiet and not (finding.base is None and finding.text is None)


def content_of(text: str, language: Language) -> tuple[str, ...]:
    """Return what a translation says, by which it differs from another: its telling words and those of the lexicon.

    A full stop, an article, a word said twice in a row make no other translation.
    """
    hits = [hit.span for hit in read(text, language).hits]
    told = [
        token.anchor
        for token in read_tokens(text, language)
        if token.tells or any(span.overlaps(token.span) for span in hits)
    ]
    return tuple(word for word, before in zip(told, ["", *told], strict=False) if word != before)


def mark_stability(found: Comparison, others: Sequence[Comparison]) -> Comparison:
    """Return `found` where each finding says how many of the translations have it.

    `others` are the comparisons of the other translations with the same base. A finding that one of them lacks is
    unstable and at most minor, unless the original itself bears it out.
    """
    if not others:
        return found
    return replace(found, findings=tuple(sorted(_marked(found, others), key=lambda one: -one.severity.rank)))


def _marked(found: Comparison, others: Sequence[Comparison]) -> Iterator[Finding]:
    for finding in found.findings:
        if not is_weighed(finding):
            yield finding
            continue
        lacking = sum(not _has(other, finding, found) for other in others)
        told = replace(finding, evidence=(*finding.evidence, _says(lacking, len(others) + 1)))
        yield _unstable(told) if lacking and finding.seen is not Seen.ORIGINAL else told


def _says(lacking: int, total: int) -> Message:
    if not lacking:
        return message("evidence.stable", count=total)
    return message("evidence.unstable", count=lacking, total=total)


def _unstable(finding: Finding) -> Finding:
    most = known_checks()[finding.check].proof.unstable
    severity = min(finding.severity, most, key=lambda severity: severity.rank)
    return replace(finding, severity=severity, seen=Seen.UNSTABLE)


def _has(other: Comparison, wanted: Finding, found: Comparison) -> bool:
    """Tell whether another comparison finds the same: by the same check, at the same place of the base or of words."""
    place, words = _place(found, wanted), _words(found, wanted)
    return any(
        finding.check == wanted.check
        and (_touch(place, _place(other, finding)) or not words.isdisjoint(_words(other, finding)))
        for finding in other.findings
    )


def _place(comparison: Comparison, finding: Finding) -> Span | None:
    """Return where in the base a finding stands; what the base lacks stands where it would have to be put in."""
    if finding.base is not None or finding.text is None:
        return finding.base
    return next((change.base for change in comparison.changes if change.text.overlaps(finding.text)), None)


def _words(comparison: Comparison, finding: Finding) -> frozenset[str]:
    """Return the words that only the translation has, for a finding without a place in the base."""
    if finding.base is not None or finding.text is None:
        return frozenset()
    return frozenset(fold(word) for word in finding.text.of(comparison.text).split())


def _touch(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start <= other.end and other.start <= one.end
