"""Siding: how many renditions side with which.

A word that one rendition alone has, where all others agree on another, stands out: one of the two was not said. Where
each words it anew, the words were the translators' choice. What only the base has, and most others lack as well, is no
loss of theirs.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossquote.comparison.align.keys import AlignmentToken, read_tokens
from crossquote.comparison.evidence.odd_base import by_number
from crossquote.comparison.judging.excerpt import shown
from crossquote.comparison.judging.severity import Evidence, gather_evidence, tell_evidence, weigh_evidence
from crossquote.comparison.reading.places import AlongText
from crossquote.comparison.reading.side import Side
from crossquote.deferred import Made
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


class _ChangeAt(Struct, frozen=True):
    """A change where it stands in the base, how many of the base's words lie in it, and whose it is.

    Where words are not kept, `ours` are the stems that the base has there, `theirs` those that stand instead.
    """

    span: Span
    change: Change
    words: int
    voice: int
    ours: frozenset[str]
    theirs: frozenset[str]

    @property
    def kept(self) -> int:
        """How many of these words are kept."""
        return self.words if _is_kept(self.change) else 0

    @property
    def is_cut(self) -> bool:
        """Whether the rendition ends before it, or begins behind it."""
        return self.change.kind is ChangeClass.TRUNCATION


class _ComparedVoice(Struct, frozen=True):
    """A rendition compared with the base, what was changed along that, and the words of both."""

    side: Side
    comparison: Comparison
    changes: AlongText[_ChangeAt]
    base_words: AlongText[AlignmentToken]
    words: AlongText[AlignmentToken]
    told: tuple[int, int]
    """How many of the base's words lie where the rendition speaks at all, and how many of them it keeps."""

    def says(self, place: Span) -> frozenset[str] | None:
        """Return what it says at a place of the base, as `_says` does."""
        return _says([laid for laid in self.changes.at(place) if not _is_kept(laid.change)])

    def near(self, place: Span) -> tuple[float, int]:
        """Return the share of the base's words that are kept elsewhere, and how many."""
        here = [laid for laid in self.changes.at(place) if not laid.is_cut]
        words, kept = self.told[0] - sum(laid.words for laid in here), self.told[1] - sum(laid.kept for laid in here)
        return (kept / words if words else 0.0), kept


SaidAtPlace = Counter[frozenset[str] | None]
SaidThere = Mapping[Span, SaidAtPlace]
"""What renditions say at a place of the base, and how many of them."""


def weigh_siding(
    base: Side, told: Sequence[tuple[Side, Comparison] | None], odd: Collection[tuple[int, Finding]]
) -> tuple[Comparison | None, ...]:
    """Return the comparisons of `told`, where a word that stands alone weighs more, and what only the base has less.

    `odd` are the findings, each with its comparison's number, in which most say the same against the base.
    """
    compared = [one[1] if one is not None else None for one in told]
    if sum(one is not None for one in compared) + 1 < _FEWEST:
        return tuple(compared)
    words = AlongText.of(read_tokens(base.text, base.language))
    voices = [one and _listen(words, number, *one) for number, one in enumerate(told)]
    speaking = [voice for voice in voices if voice is not None]
    changed = [laid for one in speaking for laid in one.changes.placed if not _is_kept(laid.change)]
    cuts = AlongText.of(laid for laid in changed if laid.is_cut)  # apart, as they are long
    others = AlongText.of(laid for laid in changed if not laid.is_cut)
    said = Made[Span, SaidAtPlace](lambda place: _said_by(len(speaking), (*cuts.at(place), *others.at(place))))
    by_voice = by_number(odd)
    return tuple(
        None if voice is None else _weighed(base, voice, said, by_voice.get(index, ()))
        for index, voice in enumerate(voices)
    )


def _said_by(speaking: int, changed: Iterable[_ChangeAt]) -> SaidAtPlace:
    """Return what so many renditions say where some of them have `changed` something."""
    by_voice: dict[int, list[_ChangeAt]] = {}
    for laid in changed:
        by_voice.setdefault(laid.voice, []).append(laid)
    said = SaidAtPlace(map(_says, by_voice.values()))
    said[frozenset()] += speaking - len(by_voice)
    return said


def _says(changed: Sequence[_ChangeAt]) -> frozenset[str] | None:
    """Return the stems that a rendition has at a place instead of the base's own, none where it is kept.

    None where the rendition does not speak for that place.
    """
    if any(laid.is_cut for laid in changed):
        return None
    ours, theirs = (
        frozenset().union(*stems) for stems in ([one.ours for one in changed], [one.theirs for one in changed])
    )
    return theirs - ours if theirs - ours or not ours - theirs else frozenset({""})


def _listen(base_words: AlongText[AlignmentToken], number: int, side: Side, comparison: Comparison) -> _ComparedVoice:
    words = AlongText.of(read_tokens(side.text, side.language))
    laid = [_lay(one, number, base_words, words) for one in comparison.changes]
    told = [one for one in laid if not one.is_cut]
    counted = sum(one.words for one in told), sum(one.kept for one in told)
    return _ComparedVoice(side, comparison, AlongText.of(laid), base_words, words, counted)


def _lay(
    change: Change, voice: int, base_words: AlongText[AlignmentToken], words: AlongText[AlignmentToken]
) -> _ChangeAt:
    both = ((base_words, change.base), (words, change.text)) if not _is_kept(change) else ()
    ours, theirs = [frozenset(one.stem for one in _telling(*there)) for there in both] or [frozenset(), frozenset()]
    return _ChangeAt(change.base, change, len(base_words.at(change.base)), voice, ours, theirs)


def _weighed(base: Side, voice: _ComparedVoice, said: SaidThere, odd: Collection[Finding]) -> Comparison:
    findings = tuple(_sided(base, voice, said, odd))
    if findings == voice.comparison.findings:
        return voice.comparison
    ordered = sorted(findings, key=lambda finding: -finding.severity.rank)
    return replace(voice.comparison, findings=tuple(ordered))


def _sided(base: Side, voice: _ComparedVoice, said: SaidThere, odd: Collection[Finding]) -> Iterator[Finding]:
    for finding in voice.comparison.findings:
        if finding.text is None and finding in odd and finding.severity.rank > Severity.MINOR.rank:
            yield replace(finding, severity=Severity.MINOR)
        elif finding.check == "wording" and finding.base is not None and finding.text is not None:
            yield _if_alone(base, voice, said, finding, finding.base, finding.text)
        else:
            yield finding


def _if_alone(base: Side, voice: _ComparedVoice, said: SaidThere, finding: Finding, place: Span, text: Span) -> Finding:
    """Return a finding of other words, weightier where one rendition stands alone with its own."""
    agreeing = _alone_against(voice.says(place), said[place])
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


def _alone_against(own: frozenset[str] | None, said: Mapping[frozenset[str] | None, int]) -> int:
    """Return how many agree against one alone; 0 where nobody stands alone, or somebody says a third thing."""
    if not own:
        return 0
    spoken = {words: count for words, count in said.items() if words is not None}
    with_base = 1 + spoken.get(frozenset(), 0)
    with_own = sum(count for words, count in spoken.items() if words & own)
    if with_base + with_own != sum(spoken.values()) + 1 or min(with_base, with_own) != 1:
        return 0
    return max(with_base, with_own)


def _evidence(base: Side, voice: _ComparedVoice, place: Span, text: Span) -> Evidence | None:
    """Return what is known where one word stands for another among words that agree; None elsewhere."""
    ours, theirs = _telling(voice.base_words, place), _telling(voice.words, text)
    near, agreeing = voice.near(place)
    if len(ours) != 1 or len(theirs) != 1 or near < _AGREE:
        return None
    kin = kinship(ours[0].key, theirs[0].key, voice.side.language)
    return gather_evidence(kin, (near, agreeing), (base, voice.side), alone=True)


def _is_kept(change: Change) -> bool:
    return change.op in (Op.EQUAL, Op.MOVE) or change.kind in _KEPT


def _telling(words: AlongText[AlignmentToken], place: Span) -> list[AlignmentToken]:
    return [word for word in words.at(place) if word.tells]
