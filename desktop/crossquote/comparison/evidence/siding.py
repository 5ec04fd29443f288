"""Siding: how many renditions side with which.

A word that one rendition alone has, where all others agree on another, stands out: one of the two was not said. Where
each words it anew, the words were the translators' choice. What only the base has, and most others lack as well, is no
loss of theirs.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.align.keys import AlignmentToken, read_tokens
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import Evidence, gather_evidence, tell_evidence, weigh_evidence
from crossquote.comparison.reading.side import Side
from crossquote.message import message
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.span import Span
from crossquote.text.kinship import kinship

_FEWEST = 3
"""Two against one is the smallest majority."""
_KEPT = frozenset({ChangeClass.CASING, ChangeClass.MARKS})
_AGREE = 0.85
"""Where fewer of the other words agree, a rendition has words of its own throughout."""


class _Voice(Struct, frozen=True):
    """A rendition compared with the base, and the words of both."""

    side: Side
    comparison: Comparison
    base_words: tuple[AlignmentToken, ...]
    words: tuple[AlignmentToken, ...]

    def says(self, place: Span) -> frozenset[str] | None:
        """Return the stems that stand at a place of the base instead of its own, none where it is kept.

        None where the rendition does not speak for that place.
        """
        there = [change for change in self.comparison.changes if change.base.overlaps(place)]
        if any(change.kind is ChangeClass.TRUNCATION for change in there):
            return None
        changed = [change for change in there if not _is_kept(change)]
        ours = {one.stem for change in changed for one in _telling(self.base_words, change.base)}
        theirs = {one.stem for change in changed for one in _telling(self.words, change.text)}
        return frozenset(theirs - ours) if theirs - ours or not ours - theirs else frozenset({""})

    def near(self, place: Span) -> tuple[float, int]:
        """Return the share of the base's words that are kept elsewhere, and how many."""
        kept = [
            _is_kept(change)
            for change in self.comparison.changes
            if change.kind is not ChangeClass.TRUNCATION and not change.base.overlaps(place)
            for _ in _inside(self.base_words, change.base)
        ]
        return (sum(kept) / len(kept) if kept else 0.0), sum(kept)


def weigh_siding(
    base: Side, told: Sequence[tuple[Side, Comparison] | None], odd: Collection[tuple[int, Finding]]
) -> tuple[Comparison | None, ...]:
    """Return the comparisons of `told`, where a word that stands alone weighs more, and what only the base has less.

    `odd` are the findings, each with its comparison's number, in which most say the same against the base.
    """
    compared = [one[1] if one is not None else None for one in told]
    if sum(one is not None for one in compared) + 1 < _FEWEST:
        return tuple(compared)
    words = read_tokens(base.text, base.language)
    voices = [one and _Voice(one[0], one[1], words, read_tokens(one[0].text, one[0].language)) for one in told]
    speaking = [voice for voice in voices if voice is not None]
    return tuple(
        None if voice is None else _weighed(base, voice, speaking, [one for number, one in odd if number == index])
        for index, voice in enumerate(voices)
    )


def _weighed(base: Side, voice: _Voice, voices: Sequence[_Voice], odd: Collection[Finding]) -> Comparison:
    findings = tuple(_sided(base, voice, voices, odd))
    if findings == voice.comparison.findings:
        return voice.comparison
    ordered = sorted(findings, key=lambda finding: -finding.severity.rank)
    return replace(voice.comparison, findings=tuple(ordered))


def _sided(base: Side, voice: _Voice, voices: Sequence[_Voice], odd: Collection[Finding]) -> Iterator[Finding]:
    for finding in voice.comparison.findings:
        if finding.text is None and finding in odd and finding.severity.rank > Severity.MINOR.rank:
            yield replace(finding, severity=Severity.MINOR)
        elif finding.check == "wording" and finding.base is not None and finding.text is not None:
            yield _if_alone(base, voice, voices, finding, finding.base, finding.text)
        else:
            yield finding


def _if_alone(
    base: Side, voice: _Voice, voices: Sequence[_Voice], finding: Finding, place: Span, text: Span
) -> Finding:
    """Return a finding of other words, weightier where one rendition stands alone with its own."""
    agreeing = _alone_against(voice.says(place), [one.says(place) for one in voices])
    evidence = _evidence(base, voice, place, text) if agreeing >= _FEWEST - 1 else None
    severity = weigh_evidence(evidence) if evidence is not None else Severity.NEUTRAL
    if evidence is None or severity.rank <= finding.severity.rank:
        return finding
    was, now = shown(base.text, place), shown(voice.side.text, text)
    return replace(
        finding,
        category=Category.MISTRANSLATION,
        severity=severity,
        message=message("wording.another", was=was, now=now),
        evidence=(*tell_evidence(evidence), message("weighed.alone", count=agreeing)),
    )


def _alone_against(own: frozenset[str] | None, all_say: Sequence[frozenset[str] | None]) -> int:
    """Return how many agree against one alone; 0 where nobody stands alone, or somebody says a third thing."""
    if not own:
        return 0
    said = [one for one in all_say if one is not None]
    with_base = 1 + sum(not one for one in said)
    with_own = sum(bool(one & own) for one in said)
    if with_base + with_own != len(said) + 1 or min(with_base, with_own) != 1:
        return 0
    return max(with_base, with_own)


def _evidence(base: Side, voice: _Voice, place: Span, text: Span) -> Evidence | None:
    """Return what is known where one word stands for another among words that agree; None elsewhere."""
    ours, theirs = _telling(voice.base_words, place), _telling(voice.words, text)
    near, agreeing = voice.near(place)
    if len(ours) != 1 or len(theirs) != 1 or near < _AGREE:
        return None
    kin = kinship(ours[0].key, theirs[0].key, voice.side.language)
    return gather_evidence(kin, (near, agreeing), (base, voice.side), alone=True)


def _is_kept(change: Change) -> bool:
    return change.op in (Op.EQUAL, Op.MOVE) or change.kind in _KEPT


def _inside(words: Sequence[AlignmentToken], place: Span) -> list[AlignmentToken]:
    return [word for word in words if word.span.overlaps(place)]


def _telling(words: Sequence[AlignmentToken], place: Span) -> list[AlignmentToken]:
    return [word for word in _inside(words, place) if word.tells]
